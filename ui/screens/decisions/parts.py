"""What the pane says about one decision."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.codes import ORGANISER, DecisionState, SaidAs, YesNo
from coproduce.domain.decisions import Deciders, Decision, Dissent
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _
from coproduce.storage.queries.decisions import DecisionDetail, DecisionRow
from ui.forms.reference import reference_part
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Act, Acts, Doing, Fact, Going, Heading, Item, Note, Part, State, Title, doing
from ui.screens.decisions.card_parts import (
    action_parts,
    advice_parts,
    count_parts,
    how_parts,
    line_parts,
    objection_parts,
    version_parts,
)
from ui.screens.decisions.said_parts import asked_parts, before_and_after

if TYPE_CHECKING:
    from ui.screens.decisions.decided import DecidedModel

_STATES = {
    DecisionState.TO_DECIDE: (Tone.PLAIN, "circle-help"),
    DecisionState.DECIDED: (Tone.INFO, "circle-check"),
    DecisionState.IN_PROGRESS: (Tone.INFO, "hourglass"),
    DecisionState.DONE: (Tone.OK, "circle-check"),
    DecisionState.STOPPED: (Tone.PLAIN, "ban"),
}


def state_pill(row: DecisionRow, today: date) -> PillCell:
    """Where it has got to; a review that is due and a day that has gone come first."""
    decision = row.decision
    finished = decision.state in (DecisionState.DONE, DecisionState.STOPPED)
    if decision.due_on and decision.due_on < today and not finished:
        return PillCell(_("Overdue"), Tone.BAD, "triangle-alert")
    if decision.review_on and decision.review_on <= today and decision.reviewed_on is None:
        return PillCell(_("Review due"), Tone.WARN, "history")
    state = decision.state or (DecisionState.DECIDED if decision.decided_on else DecisionState.TO_DECIDE)
    tone, icon = _STATES[state]
    return PillCell(label(state), tone, icon)


def decision_parts(found: DecisionDetail, model: DecidedModel) -> list[Part]:
    """The pane, top to bottom. Disagreement stands beside the outcome, in the same size."""
    decision = found.row.decision
    parts: list[Part] = [Title(decision.question, icon="vote"), State(state_pill(found.row, model.today()))]
    parts.append(Note(decision.outcome) if decision.outcome else Note(_("Nothing has been decided yet."), quiet=True))
    parts += [Note(_said(dissent, found), quoted=True) for dissent in found.dissents]
    parts += _facts(decision)
    if found.row.workshop and decision.workshop_id:
        there = Going(model.shell, "workshops", decision.workshop_id)
        parts.append(Item("workshop", found.row.workshop, day_words(found.row.workshop_date), there, icon="calendar"))
    card = model.card
    parts += line_parts(found, card) + how_parts(decision, card) + _options(found, model) + _deciders(found, model)
    parts += count_parts(found, card) + objection_parts(found, card) + advice_parts(found, card)
    parts += _dissent(found, model) + _changes(found, model) + action_parts(found, card, model.today())
    parts += asked_parts(found.asks, model.shell, card.add_ask) + version_parts(found, card)
    return [*parts, reference_part(decision.id)]


def _facts(decision: Decision) -> list[Part]:
    decided = [day_words(decision.decided_on), decision.outcome_by or ""] if decision.decided_on else []
    done = [decision.owner or "", _("by {day}").format(day=day_words(decision.due_on)) if decision.due_on else ""]
    review = [day_words(decision.review_on) if decision.review_on else "", label(decision.review_result) if decision.review_result else ""]
    asked = {YesNo.YES: _("Yes"), YesNo.NO: _("No"), None: _("Not recorded")}[decision.dissent_asked]
    lines = [
        ("calendar-check", _("DECIDED"), " · ".join(part for part in decided if part)),
        ("message-circle", _("WHY"), decision.reason or ""),
        ("lock-open", _("OPEN WHEN PEOPLE WERE INVITED?"), label(decision.at_invitation)),
        ("ear", _("WERE PEOPLE ASKED WHETHER THEY DISAGREE?"), asked if decision.decided_on else ""),
        ("refresh-cw", _("DID ANYTHING CHANGE?"), label(decision.changed) if decision.changed else ""),
        ("user", _("WHO SEES TO IT"), " · ".join(part for part in done if part)),
        ("history", _("TO BE LOOKED AT AGAIN"), " · ".join(part for part in review if part)),
    ]
    return [Fact(icon, caption, words) for icon, caption, words in lines if words]


def _options(found: DecisionDetail, model: DecidedModel) -> list[Part]:
    parts: list[Part] = [Heading(_("Options"))]
    for option in found.options:
        proposed = _("the organiser") if option.proposed_by == ORGANISER else found.names.get(option.proposed_by or "", "")
        words = ". ".join(
            part for part in (option.meaning or "", _("Proposed by {name}").format(name=proposed) if proposed else "") if part
        )
        parts.append(Fact("lightbulb", option.option, words or _("Proposed by: not recorded")))
        parts.append(_mend("option", option.id, doing(model.edit_option, option.id), model, option.option))
    return [*parts, Acts((Act("add_option", _("Add an option"), model.add_option, "plus"),))]


def _deciders(found: DecisionDetail, model: DecidedModel) -> list[Part]:
    parts: list[Part] = [Heading(_("Who took part in deciding"))]
    for row in found.deciders:
        who = label(row.capacity)
        parts += [Fact("users", who, _counts(row)), _mend("deciders", row.id, doing(model.edit_count, row.id), model, who)]
    return [*parts, Acts((Act("count", _("Count a group"), model.add_count, "plus"),))]


def _counts(row: Deciders) -> str:
    took = _("{took} of {could} took part").format(took=_number(row.took_part), could=_number(row.could_decide))
    stood = [(_("for"), row.support), (_("stood aside"), row.stand_aside), (_("against"), row.object), (_("did not say"), row.abstain)]
    return " · ".join([took, *(f"{count} {words}" for words, count in stood if count is not None)])


def _number(count: int | None) -> str:
    return "?" if count is None else str(count)


def _dissent(found: DecisionDetail, model: DecidedModel) -> list[Part]:
    parts: list[Part] = [Heading(_("Disagreement"))]
    if not found.dissents:
        parts.append(Note(_("Nobody’s disagreement is written down."), quiet=True))
    for dissent in found.dissents:
        mend = _mend("dissent", dissent.id, doing(model.edit_dissent, dissent.id), model, dissent.words)
        parts += [Note(_said(dissent, found), quoted=True), mend]
    return [*parts, Acts((Act("add_dissent", _("Write down a disagreement"), model.add_dissent, "plus"),))]


def _said(dissent: Dissent, found: DecisionDetail) -> str:
    name = found.names.get(dissent.person_id or "") if dissent.said_as is SaidAs.NAMED else None
    return f"{dissent.words} – {name}" if name else dissent.words


def _changes(found: DecisionDetail, model: DecidedModel) -> list[Part]:
    parts: list[Part] = [Heading(_("What people’s words changed"))]
    for change, words in found.changes:
        parts += [
            Note(words, quoted=True),
            *before_and_after(change),
            _what_came_of(change.contribution_id, words, model),
            _mend("change", change.id, doing(model.edit_change, change.id), model, words),
        ]
    if not found.changes:
        parts.append(Note(_("No link from what people said to this decision."), quiet=True))
    return [*parts, Acts((Act("add_change", _("Link words to a change"), model.add_change, "plus"),))]


def _what_came_of(contribution_id: str, words: str, model: DecidedModel) -> Part:
    """Goes to the words: there is whether people were told, and whether it made a difference to them."""
    there = Going(model.shell, "decisions", contribution_id)
    return Acts((Act(f"said {contribution_id}", _("See what came of it"), there, "refresh-cw", about=words),))


def _mend(kind: str, record_id: str, edit: Doing, model: DecidedModel, about: str) -> Part:
    """Edit and Remove, under what they belong to."""
    remove = Act(f"{kind} {record_id}", _("Remove"), doing(model.take_away, kind, record_id), "x", about=about)
    return Acts((Act(f"edit {kind} {record_id}", _("Edit"), edit, "pencil", about=about), remove))
