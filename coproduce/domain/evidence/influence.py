"""Influence: was it still open, who set the agenda, who decided, and did what participants said change anything."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from coproduce.domain.agenda import Block
from coproduce.domain.codes import ORGANISER, AtInvitation, BlockCategory, YesNo, fold
from coproduce.domain.decisions import Change, Deciders
from coproduce.domain.evidence.gaming import GAMING
from coproduce.domain.evidence.indicator import Finding, RecordKind, Share, Theme, Unit
from coproduce.domain.evidence.record_ids import block_id
from coproduce.domain.evidence.scene import Scene, Side, is_blank, side_of
from coproduce.domain.ids import DecisionId, PersonId
from coproduce.domain.wording import N_

NOT_CONTENT = frozenset({BlockCategory.BREAK, BlockCategory.WELCOME, BlockCategory.REFLECTION})
"""Parts of the day that nobody needs to propose."""


def open_when_people_were_asked(scene: Scene) -> Iterator[Unit]:
    """Decisions that were open at invitation, of all decisions of the project whose workshop, if any, was held.

    Range 0 to 1. Options fixed, or decided already, is a no. Blank is not recorded.
    Worked: 10 decisions, 4 open, 3 not, 3 blank: 4 of 10, at most 7; too much is missing to show it.
    Source: Gunning principle 1 (1985): asking after the decision voids the exercise.
    """
    for decision in scene.decisions:
        if scene.is_held_or_none(decision):
            if decision.at_invitation is None:
                yield decision.id, Finding.NOT_RECORDED
            else:
                yield decision.id, Finding.YES if decision.at_invitation is AtInvitation.OPEN else Finding.NO


def participants_on_the_agenda(scene: Scene) -> Iterator[Unit]:
    """Parts of the day that a participant proposed, of all parts of held workshops but breaks, welcomes and reflections.

    Range 0 to 1. A participant is somebody with a participant row at that workshop, whether they came or not. Blank, or
    somebody of unknown capacity there, is not recorded. The organiser, or anyone else, is a no.
    Worked: 30 parts, 10 proposed by participants, 7 blank: 10 of 30, at most 17.
    Source: UK Standards for Public Involvement 2019, working together.
    """
    for block in scene.facts.blocks:
        if block.workshop_id in scene.sittings and block.category not in NOT_CONTENT:
            yield block_id(block), _proposed(scene, block)


def _proposed(scene: Scene, block: Block) -> Finding:
    if block.proposed_by is None or is_blank(block.proposed_by):
        return Finding.NOT_RECORDED
    if fold(block.proposed_by) == ORGANISER:
        return Finding.NO
    seat = scene.seats.get((block.workshop_id, PersonId(block.proposed_by.strip())))
    if seat is None:
        return Finding.NO
    if seat.side is None:
        return Finding.NOT_RECORDED
    return Finding.YES if seat.participant else Finding.NO


def participants_took_part_in_deciding(scene: Scene) -> Iterator[Unit]:
    """Decisions in which one or more participants took part, of all decided.

    Range 0 to 1. Not recorded: nobody wrote down who decided, or participants are named but never how many took part.
    Worked: 9 decided, participants took part in 3, only staff in 4, nothing written of 2: 3 of 9, at most 5.
    Source: Majid 2020: unequal power is the first mark of tokenism.
    """
    deciders: dict[DecisionId, list[Deciders]] = defaultdict(list)
    for row in scene.facts.deciders:
        deciders[row.decision_id].append(row)
    for decision in scene.decided:
        yield decision.id, _took_part(deciders[decision.id])


def _took_part(rows: list[Deciders]) -> Finding:
    participants = [row.took_part for row in rows if side_of(row.capacity) is Side.PARTICIPANT]
    if any(participants):
        return Finding.YES
    unsaid = participants and all(count is None for count in participants)
    return Finding.NOT_RECORDED if not rows or unsaid else Finding.NO


def what_was_said_changed_it(scene: Scene) -> Iterator[Unit]:
    """Decisions with a real change linked to something a participant said, of those decided whose workshop has contributions.

    Range 0 to 1. Real: the text before and after differ. Words from the organisation side do not count. No linked change
    counts against, and is missing where none at all is recorded.
    Worked: two decisions; one text went from "in ten days" to "the same day" after a participant's words, one stayed: 1 of 2.
    Source: Majid 2020, limited impact; GRC Health 2024, voice without follow-through.
    """
    changes: dict[DecisionId, list[Change]] = defaultdict(list)
    for change in scene.facts.changes:
        changes[change.decision_id].append(change)
    spoken_at = {contribution.workshop_id for contribution in scene.facts.contributions}
    for decision in scene.decided:
        if decision.workshop_id is None or decision.workshop_id not in spoken_at:
            continue
        linked = changes[decision.id]
        if any(change.is_real and _from_participants(scene, change) for change in linked):
            yield decision.id, Finding.YES
        else:
            yield decision.id, Finding.NO if linked else Finding.MISSING


def _from_participants(scene: Scene, change: Change) -> bool:
    """The words behind the change are there, and not from the organisation side."""
    contribution = scene.contribution(change.contribution_id)
    return contribution is not None and scene.side_of_contribution(contribution) is not Side.ORGANISATION


def dissent_was_asked_for(scene: Scene) -> Iterator[Unit]:
    """Decisions at which somebody asked for dissent, of all decided.

    Range 0 to 1. Blank is not recorded. A prompt for a conversation, not a finding.
    Worked: 9 decided, asked at 4, not at 2, 3 blank: 4 of 9, at most 7.
    Source: Ocloo and Matthews 2016: involvement without power to disagree stays at the lowest levels.
    """
    for decision in scene.decided:
        if decision.dissent_asked is None:
            yield decision.id, Finding.NOT_RECORDED
        else:
            yield decision.id, Finding.YES if decision.dissent_asked is YesNo.YES else Finding.NO


T14 = Share(
    id="T14",
    asks=N_("Was it still open when people were asked?"),
    theme=Theme.INFLUENCE,
    record=RecordKind.DECISION,
    ask=open_when_people_were_asked,
    gaming=GAMING["T14"],
    sources=("Gunning principles 1985",),
)
T15 = Share(
    id="T15",
    asks=N_("Did participants put things on the agenda?"),
    theme=Theme.INFLUENCE,
    record=RecordKind.BLOCK,
    ask=participants_on_the_agenda,
    gaming=GAMING["T15"],
    sources=("UK Standards for Public Involvement 2019",),
)
T17 = Share(
    id="T17",
    asks=N_("Did participants take part in deciding?"),
    theme=Theme.INFLUENCE,
    record=RecordKind.DECISION,
    ask=participants_took_part_in_deciding,
    gaming=GAMING["T17"],
    sources=("Majid 2020",),
)
T18 = Share(
    id="T18",
    asks=N_("Did what participants said change the decision?"),
    theme=Theme.INFLUENCE,
    record=RecordKind.DECISION,
    ask=what_was_said_changed_it,
    gaming=GAMING["T18"],
    sources=("Majid 2020", "GRC Health 2024"),
    counts_against=True,
)
T22 = Share(
    id="T22",
    asks=N_("Was dissent asked for?"),
    theme=Theme.INFLUENCE,
    record=RecordKind.DECISION,
    ask=dissent_was_asked_for,
    gaming=GAMING["T22"],
    sources=("Ocloo and Matthews 2016",),
)
