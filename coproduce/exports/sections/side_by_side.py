"""Participants and the organisation side next to each other: being paid to be there, deciding, leading and talking."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coproduce.domain.evidence.scene import Side, side_of
from coproduce.domain.evidence.voice import talks
from coproduce.domain.wording import percent_words, share_words
from coproduce.exports.document import Align, Block, Chart, ChartKind, ChartRow, Column, Paragraph, Table
from coproduce.exports.sections.material import Material
from coproduce.i18n import _

Pair = tuple[str, str]
"""What stands under participants, and what stands under organisations."""


def side_by_side(material: Material) -> Iterator[Block]:
    """One table for pay, deciding, leading and talking, and a chart of deciding where counts are known."""
    if not material.scene.held and not material.decided:
        yield Paragraph(_("There is nothing to put side by side yet."))
        return
    yield Paragraph(_("The same things, asked of both groups. Interpreters and supporters are in neither."))
    columns = (Column(_("What"), 2.2), Column(_("Participants"), 1.3, Align.RIGHT), Column(_("From organisations"), 1.3, Align.RIGHT))
    rows = (
        (_("Places taken at workshops"), *_places(material)),
        (_("Resourced to be there: paid by their employer, paid a fee, or free choice"), *_resourced(material)),
        (_("Could decide, counted over all decisions"), *_deciding(material, "could_decide")),
        (_("Took part in deciding, counted over all decisions"), *_deciding(material, "took_part")),
        (_("Minutes in the chair or facilitating"), *_chairing(material)),
        (_("Turns to speak, where a tally was kept"), *_turns(material)),
        (_("Part of the people there who could speak, at the same workshops"), *_speakers(material)),
    )
    yield Table(_("Both groups side by side"), columns, rows)
    yield from _chart(material)


def _pair(counts: Counter[Side | None], nothing: str) -> Pair:
    if not counts:
        return (nothing, nothing)
    return (f"{counts[Side.PARTICIPANT]:,}", f"{counts[Side.ORGANISATION]:,}")


def _places(material: Material) -> Pair:
    return _pair(Counter(seat.side for sitting in material.scene.taken for seat in sitting.room), _("not recorded"))


def _resourced(material: Material) -> Pair:
    """Question T29, its records parted by side."""
    result = material.evidence.share("T29")
    sides = {seat.id: seat.side for sitting in material.scene.held for seat in sitting.room}
    yes = Counter(sides[name] for name in result.records.yes)
    unknown = Counter(sides[name] for name in result.records.not_recorded)
    no = Counter(sides[name] for name in result.records.no)
    return (_share(yes, no, unknown, Side.PARTICIPANT), _share(yes, no, unknown, Side.ORGANISATION))


def _share(yes: Counter[Side | None], no: Counter[Side | None], unknown: Counter[Side | None], side: Side) -> str:
    return share_words(yes[side], unknown[side], yes[side] + no[side] + unknown[side])


def _deciding(material: Material, name: str) -> Pair:
    decided = {decision.id for decision in material.decided}
    counts: Counter[Side | None] = Counter()
    for row in material.facts.deciders:
        count = getattr(row, name)
        if row.decision_id in decided and count is not None:
            counts[side_of(row.capacity)] += count
    return _pair(counts, _("not recorded"))


def _chairing(material: Material) -> Pair:
    counts: Counter[Side | None] = Counter()
    for sitting in material.scene.taken:
        for seat in sitting.room:
            if seat.row.may_chair and seat.row.minutes_chaired is not None:
                counts[seat.side] += seat.row.minutes_chaired
    return _pair(counts, _("not recorded"))


def _turns(material: Material) -> Pair:
    counts: Counter[Side | None] = Counter()
    for talk in talks(material.scene):
        for side, turns in talk.turns_of_sides():
            counts[side] += turns
    return _as_parts(counts)


def _speakers(material: Material) -> Pair:
    return _as_parts(Counter(seat.side for talk in talks(material.scene) for seat in talk.people.values() if seat.side))


def _as_parts(counts: Counter[Side | None]) -> Pair:
    whole = counts.total()
    if not whole:
        return (_("not measured"), _("not measured"))
    parts = [_("{count} ({part})").format(count=f"{counts[side]:,}", part=percent_words(counts[side], whole)) for side in Side]
    return (parts[0], parts[1])


def _chart(material: Material) -> Iterator[Block]:
    """Of those who could decide, how many did, on each side."""
    decided = {decision.id for decision in material.decided}
    could: Counter[Side | None] = Counter()
    took: Counter[Side | None] = Counter()
    for row in material.facts.deciders:
        if row.decision_id in decided and row.could_decide is not None and row.took_part is not None:
            could[side_of(row.capacity)] += row.could_decide
            took[side_of(row.capacity)] += row.took_part
    if not could.total():
        return
    rows = tuple(
        ChartRow(name, (float(took[side]), float(could[side] - took[side])), (str(took[side]), str(could[side] - took[side])))
        for name, side in ((_("Participants"), Side.PARTICIPANT), (_("From organisations"), Side.ORGANISATION))
    )
    sentence = _("Of the places at the table where something was decided, {theirs} were taken by participants and {ours} by organisations.")
    yield Chart(
        _("Who took part in deciding"),
        sentence.format(theirs=took[Side.PARTICIPANT], ours=took[Side.ORGANISATION]),
        ChartKind.SHARES,
        (_("Took part"), _("Could have, and did not")),
        rows,
        _("Group"),
    )
