"""What the board of access arrangements shows and does, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from coproduce.domain.access import Arrangement, ArrangementState
from coproduce.domain.codes import OrganiserSays, PersonSays
from coproduce.domain.ids import AccessId
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _, ngettext
from coproduce.operations import access
from coproduce.storage.queries import access_board as queries
from coproduce.storage.queries import organisation
from coproduce.storage.queries.access_board import Board, BoardRow
from coproduce.storage.queries.suppliers import offered
from ui.forms.arrange_by import arrange_by_words
from ui.forms.keeping_supplier import supplier_act
from ui.forms.reference import reference_part
from ui.forms.step_pill import step_pill
from ui.kit.cells import Cell, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.detail_parts import Act, Acts, Choose, Fact, Going, Heading, Item, Note, Option, Part, State, Step, Title
from ui.kit.noun_columns import noun_columns
from ui.kit.noun_form import Line, fields_for, recorded
from ui.kit.record_list import Filter, RecordList, local_today
from ui.kit.written import need_written, short_day

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

_SELDOM = {Board.LATE, Board.SOON, Board.NOT_TOLD}


class AccessModel(RecordList[Board, BoardRow]):
    """Arrangements by how far they have got, the next workshop first."""

    kinds = frozenset({"Arrangement", "Person", "Workshop", "Attendance", "Setting", "Supplier", "LeadTime"})
    noun = Arrangement

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Board, sort="date")
        self.not_asked = 0
        self.currency = "GBP"
        self.columns = [
            Column(_("What is needed"), _what, width=170, stretch=True, sort="need"),
            Column(_("Who"), lambda row: Text(row.person), width=130, sort="person"),
            Column(_("Workshop"), _workshop, width=150, sort="date"),
            Column(_("Where it is"), pill, width=150, sort="state"),
            *noun_columns(Arrangement, _more_headings(), lambda row: row.arrangement, lambda: self.currency),
        ]

    def query_ids(self) -> Sequence[str]:
        return queries.ids(
            self.file,
            today=self.today(),
            project_id=self.shell.project_id,
            board=self.filter,
            search=self.search,
            sort=self.sort,
            descending=self.descending,
        )

    def query_counts(self) -> Mapping[Board, int]:
        self.currency = organisation.settings(self.file).currency
        self.not_asked = queries.people_not_asked(self.file, today=self.today(), project_id=self.shell.project_id)
        return queries.counts(self.file, today=self.today(), project_id=self.shell.project_id)

    def query_detail(self, record_id: str) -> BoardRow | None:
        return self.fetch([record_id]).get(record_id)

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, BoardRow]:
        return queries.rows(self.file, wanted, today=self.today())

    @property
    def help_line(self) -> str:
        """What is still to arrange, and who was not asked."""
        left = self.counts.get(Board.TO_ARRANGE, 0)
        words = ngettext("{n} need is still to arrange", "{n} needs are still to arrange", left).format(n=f"{left:,}")
        parts = [words if left else _("Everything asked for is arranged")]
        if self.not_asked:
            asked = ngettext("{n} person coming soon was not asked", "{n} people coming soon were not asked", self.not_asked)
            parts.append(asked.format(n=f"{self.not_asked:,}"))
        return " · ".join(parts)

    def filter_words(self) -> Mapping[Board, str]:
        return {
            Board.ALL: _("All"),
            Board.TO_ARRANGE: _("To arrange"),
            Board.LATE: _("Late"),
            Board.SOON: _("Soon"),
            Board.CONFIRMED: _("Confirmed"),
            Board.TO_ASK: _("Ask if it worked"),
            Board.NOT_RIGHT: _("Did not work well"),
            Board.NOT_TOLD: _("Not possible, not told"),
            Board.WORKED: _("Worked"),
        }

    @property
    def chips(self) -> list[Filter]:
        """The filters; some are shown only while they leave something."""
        return [chip for chip in super().chips if chip.figure or chip.key == self.filter or chip.key not in _SELDOM]

    def counted(self, count: int) -> str:
        return ngettext("{n} access need", "{n} access needs", count).format(n=f"{count:,}")

    @property
    def parts(self) -> list[Part]:
        """The pane: the need in their words, the steps, whether it worked, and where it belongs."""
        if self.detail is None:
            return []
        row, need = self.detail, self.detail.arrangement
        parts: list[Part] = [Title(need_written(need.need), row.person, icon="accessibility"), State(pill(row), _by_words(row))]
        if need.words:
            parts.append(Note(need.words, quoted=True))
        parts += [Heading(_("Steps")), *_steps(need), *_facts(need)]
        whom = supplier_act(self.file, self.shell, need)
        if whom is not None:
            parts.append(Acts((whom,)))
        parts.append(self._worked(row))
        parts.append(Heading(_("Where it belongs")))
        there = Going(self.shell, "workshops", need.workshop_id)
        parts.append(Item("workshop", row.workshop, day_words(row.workshop_date), there, icon="calendar"))
        parts.append(Item("person", row.person, "", Going(self.shell, "people", need.person_id), icon="user"))
        return [*parts, reference_part(need.id)]

    @property
    def foot(self) -> list[Act]:
        """What can be done next, the likeliest first."""
        if self.detail is None:
            return []
        need = self.detail.arrangement
        state = need.state
        open_still = need.person_says is None and state is not ArrangementState.NOT_POSSIBLE
        acts = [
            (Act("book", _("Booked…"), self.book, "calendar-check"), open_still and need.booked_on is None and need.confirmed_on is None),
            (Act("confirm", _("Confirmed today"), self.confirm, "check"), open_still and need.confirmed_on is None),
            (Act("in_place", _("It is there"), self.see_in_place, "circle-check"), open_still and need.in_place_on is None),
            (Act("owner", _("Who sees to it…"), self.give_to, "user"), True),
            (Act("impossible", _("Not possible…"), self.say_not_possible, "ban"), open_still),
        ]
        fitting = [act for act, fits in acts if fits]
        fitting[0] = fitting[0]._replace(is_primary=True)
        return fitting

    # -- acts

    def book(self) -> None:
        """Ask when and with whom it was booked."""
        lines = [
            Line("booked_on", _("Booked on"), required=True),
            Line("supplier", _("Who provides it"), _("Whoever can do this comes first."), suggestions=offered(self.file, self._need.need)),
        ]

        def submit(values: dict[str, Any]) -> None:
            given = recorded(Arrangement, values)
            access.book_arrangement(self.file, self._id, on=given["booked_on"], supplier=given["supplier"])

        need = self._need
        fields = fields_for(Arrangement, lines, booked_on=self.today(), supplier=need.supplier)
        self.shell.open_form(_("It is booked"), fields, submit, ok=_("Booked"))

    def confirm(self) -> None:
        """Say that it is booked, confirmed and that they know."""
        access_id = self._id
        self.shell.attempt(lambda: access.confirm_arrangement(self.file, access_id, on=self.today()))

    def see_in_place(self) -> None:
        """Say that it is there."""
        access_id = self._id
        self.shell.attempt(lambda: access.see_in_place(self.file, access_id, on=self.today()))

    def give_to(self) -> None:
        """Ask who sees to it."""
        lines = [Line("owner", _("Who sees to it"), _("A name of your team. Blank takes it away."))]

        def submit(values: dict[str, Any]) -> None:
            access.give_to(self.file, self._id, owner=values["owner"])

        fields = fields_for(Arrangement, lines, owner=self._need.owner)
        self.shell.open_form(_("Who sees to it"), fields, submit, ok=_("Save"))

    def say_not_possible(self) -> None:
        """Ask why, what is offered instead, and whether they know."""
        lines = [
            Line("not_possible_reason", _("Why it is not possible"), _("In words they can be told."), required=True, long=True),
            Line("alternative", _("What you offer instead")),
            Line("told_on", _("They were told on"), _("Before the day, so that they can choose.")),
        ]

        def submit(values: dict[str, Any]) -> None:
            given = recorded(Arrangement, values)
            reason = given["not_possible_reason"] or ""
            access.say_not_possible(self.file, self._id, reason=reason, alternative=given["alternative"], told_on=given["told_on"])

        self.shell.open_form(_("Not possible"), fields_for(Arrangement, lines, self._need), submit, ok=_("Record"))

    def say_it_worked(self, said: str) -> None:
        """Record the person's own answer."""
        access_id = self._id
        self.shell.attempt(lambda: access.say_how_it_worked(self.file, access_id, person_says=PersonSays(said)))

    @property
    def _need(self) -> Arrangement:
        if self.detail is None:
            raise LookupError("no arrangement is chosen")
        return self.detail.arrangement

    @property
    def _id(self) -> AccessId:
        return self._need.id

    def _worked(self, row: BoardRow) -> Part:
        words = {PersonSays.WORKED: _("Yes"), PersonSays.PARTLY: _("Partly"), PersonSays.DID_NOT: _("No")}
        options = tuple(Option(said, words[said]) for said in PersonSays)
        title = _("Did it work for {name}?").format(name=row.person)
        chosen = row.arrangement.person_says or ""
        return Choose(
            "works", _("Did it work? Their answer"), options, chosen, self.say_it_worked, title=title, under=_ours(row.arrangement)
        )


def pill(row: BoardRow) -> PillCell:
    """How far it has got; late comes first."""
    return PillCell(_("Late"), Tone.BAD, "triangle-alert") if row.is_late else step_pill(row.arrangement.state)


def _more_headings() -> dict[str, str]:
    return {
        "words": _("In their words"),
        "asked_on": _("Asked on"),
        "needed_by": _("Arranged by"),
        "agreed_on": _("Agreed on"),
        "booked_on": _("Booked on"),
        "confirmed_on": _("Confirmed on"),
        "owner": _("Who sees to it"),
        "supplier": _("Who provides it"),
        "in_place_on": _("There on"),
        "person_says": _("Did it work? They say"),
        "organiser_says": _("Did it work? We say"),
        "not_possible_reason": _("Why not possible"),
        "alternative": _("Offered instead"),
        "told_on": _("Told on"),
        "cost": _("Cost"),
        "id": _("Id"),
    }


def _what(row: BoardRow) -> Cell:
    by = _("by {day}").format(day=short_day(row.by.day)) if row.by is not None and _is_open(row.arrangement) else ""
    return TwoLines(need_written(row.arrangement.need), " · ".join(part for part in (by, row.arrangement.owner) if part))


def _workshop(row: BoardRow) -> Cell:
    return TwoLines(row.workshop, short_day(row.workshop_date))


def _by_words(row: BoardRow) -> str:
    """By when it has to be arranged, while it is not."""
    return arrange_by_words(row.by, row.arrangement.need) if _is_open(row.arrangement) else ""


def _is_open(need: Arrangement) -> bool:
    return need.confirmed_on is None and need.person_says is None and need.state is not ArrangementState.NOT_POSSIBLE


def _ours(need: Arrangement) -> str:
    if need.organiser_says in (None, OrganiserSays.NOT_POSSIBLE):
        return ""
    return _("Our answer: {answer}").format(answer=label(need.organiser_says))


def _steps(need: Arrangement) -> list[Part]:
    lines = [
        (_("Asked for"), need.asked_on),
        (_("Agreed"), need.agreed_on),
        (_("Booked"), need.booked_on),
        (_("Confirmed, and they know"), need.confirmed_on),
        (_("There on the day"), need.in_place_on),
    ]
    last = max((place for place, (_title, day) in enumerate(lines) if day is not None), default=-1)
    is_open = need.person_says is None and need.state is not ArrangementState.NOT_POSSIBLE
    return [
        Step(
            title,
            day_words(day) if day else _("not recorded") if place < last else _("not yet"),
            day is not None,
            is_open and place == last + 1,
        )
        for place, (title, day) in enumerate(lines)
    ]


def _facts(need: Arrangement) -> list[Part]:
    facts: list[Part] = []
    if need.owner:
        facts.append(Fact("user", _("WHO SEES TO IT"), need.owner))
    if need.supplier:
        facts.append(Fact("building-2", _("WHO PROVIDES IT"), need.supplier))
    if need.not_possible_reason:
        facts.append(Fact("ban", _("WHY IT WAS NOT POSSIBLE"), need.not_possible_reason))
        told = day_words(need.told_on) if need.told_on else _("not told yet")
        facts.append(Fact("message-circle", _("THEY WERE TOLD"), told))
    if need.alternative:
        facts.append(Fact("handshake", _("OFFERED INSTEAD"), need.alternative))
    return facts
