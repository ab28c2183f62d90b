"""Who took part: people by capacity, and workshop by workshop."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterator

from coproduce.domain.codes import Capacity
from coproduce.domain.evidence.scene import Side, Sitting
from coproduce.domain.ids import PersonId
from coproduce.domain.wording import day_words, label, span_words
from coproduce.exports.document import Align, Block, Chart, ChartKind, ChartRow, Column, Paragraph, Table
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import counted, one_line, people, sentence_case, workshops
from coproduce.i18n import _


def who_took_part(material: Material) -> Iterator[Block]:
    """A sentence, a chart of people by capacity, and a table of workshops with dates."""
    held = material.scene.held
    if not held:
        yield Paragraph(_("No workshop has been held yet, so nobody has taken part."))
        return
    came = people_by_capacity(material)
    everybody = set().union(*came.values()) if came else set()
    yield Paragraph(_opening(material, len(everybody)))
    if everybody:
        yield _chart(came, len(everybody))
    yield from _helpers(material)
    yield _table(material)
    yield from _notes(material)


def people_by_capacity(material: Material) -> dict[Capacity | None, set[PersonId]]:
    """Everybody who was in the room at least once, under each capacity they came in; interpreters and supporters apart."""
    came: dict[Capacity | None, set[PersonId]] = defaultdict(set)
    for sitting in material.scene.held:
        for seat in sitting.room:
            came[seat.row.capacity].add(seat.row.person_id)
    return came


def _opening(material: Material, everybody: int) -> str:
    held = material.scene.held
    if not everybody:
        return _("{workshops} held on {days}. Nobody wrote down who came.").format(
            workshops=sentence_case(_were(len(held))), days=span_words(held[0].day, held[-1].day)
        )
    return _("{people} came to {workshops}, {days}.").format(
        people=sentence_case(people(everybody)), workshops=workshops(len(held)), days=span_words(held[0].day, held[-1].day)
    )


def _were(count: int) -> str:
    return _("{workshops} was").format(workshops=workshops(1)) if count == 1 else _("{workshops} were").format(workshops=workshops(count))


def _chart(came: dict[Capacity | None, set[PersonId]], everybody: int) -> Chart:
    rows = []
    for capacity in (*Capacity, None):
        count = len(came.get(capacity, ()))
        if capacity is not None or count:
            rows.append(ChartRow(label(capacity), (float(count),), (str(count),)))
    participants = set().union(*(came.get(each, set()) for each in (Capacity.LIVED_EXPERIENCE, Capacity.COMMUNITY, Capacity.CARER)))
    sentence = _("{count} of the {all} came as participants: with lived experience, from the community, or as carers.").format(
        count=len(participants), all=everybody
    )
    if sum(len(each) for each in came.values()) > everybody:
        sentence = f"{sentence} {_('Somebody who came in two capacities is counted under both.')}"
    return Chart(_("People who came, by capacity"), sentence, ChartKind.BARS, (_("People"),), tuple(rows), _("Capacity"))


def _helpers(material: Material) -> Iterator[Block]:
    helpers = {seat.row.person_id for sitting in material.scene.held for seat in sitting.seats if seat.staffed and seat.came}
    if helpers:
        helped = counted(len(helpers), _("interpreter or supporter"), _("interpreters or supporters"))
        yield Paragraph(_("{helpers} came as well. They are not counted above.").format(helpers=sentence_case(helped)))


def _table(material: Material) -> Table:
    unknown = any(seat.side is None for sitting in material.scene.held for seat in sitting.room)
    sides = (Side.PARTICIPANT, Side.ORGANISATION, None) if unknown else (Side.PARTICIPANT, Side.ORGANISATION)
    columns = [
        Column(_("Workshop"), 2.4),
        Column(_("Day"), 1.5),
        Column(_("Participants"), 1.1, Align.RIGHT),
        Column(_("From organisations"), 1.2, Align.RIGHT),
    ]
    if unknown:
        columns.append(Column(_("Capacity not recorded"), 1.1, Align.RIGHT))
    return Table(_("Who was in the room"), tuple(columns), tuple(_row(sitting, sides) for sitting in material.scene.held))


def _row(sitting: Sitting, sides: tuple[Side | None, ...]) -> tuple[str, ...]:
    name, day = one_line(sitting.workshop.title), day_words(sitting.day)
    if not sitting.is_taken:
        return (name, day, *(_("no list kept") for _side in sides))
    room = [seat.side for seat in sitting.room]
    return (name, day, *(str(room.count(side)) for side in sides))


def _notes(material: Material) -> Iterator[Block]:
    """Where a head count and the list differ, and what is not written down, said beside the table."""
    for sitting in material.scene.held:
        counted_heads, listed = sitting.workshop.headcount, sum(seat.came for seat in sitting.seats)
        if counted_heads is not None and sitting.is_taken and counted_heads != listed:
            words = _("At “{workshop}” somebody counted {heads} in the room; the list has {listed}.")
            yield Paragraph(words.format(workshop=one_line(sitting.workshop.title), heads=people(counted_heads), listed=listed))
    unsaid = sum(seat.row.state is None and not seat.staffed for sitting in material.scene.taken for seat in sitting.seats)
    if unsaid:
        places = counted(unsaid, _("place"), _("places"))
        yield Paragraph(_("For {places} on the lists nobody wrote down whether the person came.").format(places=places))
