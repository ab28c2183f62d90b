"""What the people page shows and does, without Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from coproduce.domain.access import Requirement
from coproduce.domain.codes import AccessAsked
from coproduce.domain.ids import RequirementId
from coproduce.domain.needs import need_from_words, need_words, suggested_needs
from coproduce.domain.people import Person
from coproduce.domain.wording import label
from coproduce.i18n import _, ngettext
from coproduce.operations import people, requirements
from coproduce.storage.queries import organisation
from coproduce.storage.queries import people as queries
from coproduce.storage.queries.hearing_back import of_person
from coproduce.storage.queries.my_record import check_may_give
from coproduce.storage.queries.paying import payee
from coproduce.storage.queries.people import Group, PersonDetail, PersonRow
from ui.forms import money_letters
from ui.forms.answer_letters import answers_to
from ui.forms.asking import asking
from ui.forms.erasing import ask_to_erase
from ui.forms.my_record import record_of
from ui.forms.reference import recorded_new, reference_field
from ui.forms.rights import ask_to_restrict, ask_to_stop_equality, may_be_asked_again, use_again
from ui.kit.cells import Cell, Figure, IconText, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import attempt_delete, say_deleted
from ui.kit.detail_parts import Act, Part
from ui.kit.noun_form import Line, differing, fields_for
from ui.kit.record_list import Filter, RecordList, local_today
from ui.kit.written import need_written
from ui.screens.people.columns import more_columns
from ui.screens.people.forms import own_id_field, person_lines, requirement_lines
from ui.screens.people.held import OPEN
from ui.screens.people.many import people_acts
from ui.screens.people.parts import person_parts

if TYPE_CHECKING:
    from coproduce.domain.ids import PersonId
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class PeopleModel(RecordList[Group, PersonDetail]):
    """People of the workspace; the figures are of the project chosen."""

    noun = Person
    kinds = frozenset({"Person", "Requirement", "Attendance", "Arrangement", "Payment", "Workshop", "Contribution", "Setting"})

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Group, sort="name")
        self.currency = "GBP"
        self.groups = 0
        self.opened = ""
        self._in_order: tuple[Any, list[str]] | None = None
        """What was asked, and everybody in that order: each key press in the search box picks from it."""
        self.columns = [
            Column(_("Name and group"), _name, width=176, sort="name", stretch=True),
            Column(_("Takes part as"), _capacity, width=168, sort="capacity"),
            Column(_("Came to"), _came, width=84, sort="came"),
            Column(_("Access and support"), _access, width=168, sort="access"),
            Column(_("Owed"), self._owed, width=84, sort="owed", right=True),
            *more_columns(),
        ]

    def query_ids(self) -> Sequence[str]:
        asked = self.today(), self.shell.project_id, self.filter, self.sort, self.descending
        if self._in_order is None or self._in_order[0] != asked:
            today, project_id, group, sort, descending = asked
            ids = queries.ids(self.file, today=today, project_id=project_id, group=group, sort=sort, descending=descending)
            self._in_order = asked, ids
        in_order = self._in_order[1]
        if not self.search.strip():
            return in_order
        wanted = queries.having_words(self.file, self.search)
        return list(filter(wanted.__contains__, in_order))

    def refresh(self) -> None:
        """Ask the queries again."""
        self._in_order = None
        super().refresh()

    def query_counts(self) -> Mapping[Group, int]:
        self.currency = organisation.settings(self.file).currency
        self.groups = queries.group_count(self.file)
        return queries.counts(self.file, today=self.today(), project_id=self.shell.project_id)

    def query_detail(self, record_id: str) -> PersonDetail | None:
        return queries.detail(self.file, record_id, today=self.today())

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, PersonRow]:
        return queries.rows(self.file, wanted, today=self.today())

    @property
    def help_line(self) -> str:
        """How many people there are, and what waits."""
        people_count, waiting = self.counts.get(Group.ALL, 0), self.counts.get(Group.TO_ARRANGE, 0)
        parts = [ngettext("{n} person", "{n} people", people_count).format(n=f"{people_count:,}")]
        if self.groups:
            parts[0] += " " + ngettext("from {n} group", "from {n} groups", self.groups).format(n=self.groups)
        if waiting:
            parts.append(ngettext("{n} has access needs to arrange", "{n} have access needs to arrange", waiting).format(n=waiting))
        return " · ".join(parts)

    def filter_words(self) -> Mapping[Group, str]:
        return {
            Group.ALL: _("All"),
            Group.PROJECT: _("In this project"),
            Group.TO_ARRANGE: _("Access to arrange"),
            Group.NOT_ASKED: _("Access not asked"),
            Group.OWED: _("Owed money"),
            Group.LEFT: _("Left"),
            Group.RETENTION: _("Kept long enough"),
            Group.RESTRICTED: _("Kept, not used"),
            Group.ASK_NOW: _("Ask before the workshop"),
            Group.ASK_AGAIN: _("Asked over a year ago"),
            Group.REVIEW: _("Needs to look at again"),
        }

    @property
    def chips(self) -> list[Filter]:
        """The filters that leave somebody; there are too many to show those that leave nobody."""
        return [chip for chip in super().chips if chip.figure or chip.key in (Group.ALL, self.filter)]

    @property
    def parts(self) -> list[Part]:
        """The pane about the person chosen."""
        return person_parts(self.detail, self) if self.detail else []

    def counted(self, count: int) -> str:
        return ngettext("{n} person", "{n} people", count).format(n=f"{count:,}")

    @property
    def many_acts(self) -> list[Act]:
        """What can be done to all people chosen."""
        return people_acts(self)

    @property
    def foot(self) -> list[Act]:
        """Edit, letters about what they said and what was paid to them, and delete."""
        paid = self.detail is not None and bool(self.detail.payments)
        statements = [Act("statements", _("Write a statement"), self.write_statements, "receipt")] if paid else []
        said = self.detail is not None and bool(self.detail.said)
        letters = [Act("write_answers", _("Write what came of their words"), self.write_answers, "mail")] if said else []
        return [Act("edit", _("Edit"), self.edit, "pencil"), *letters, *statements, Act("delete", _("Delete"), self.delete, "trash-2")]

    def write_statements(self) -> None:
        """All that was paid to them, year by year."""
        if self.detail is not None and self.shell.attempt(self.detail.person.check_may_be_used, say=False):
            person_id = self.detail.person.id
            self.shell.open_letters(money_letters.statements(lambda: payee(self.file, person_id), self.today()))

    def write_answers(self) -> None:
        """What they said and what came of it, in their format."""
        if self.detail is not None and self.shell.attempt(self.detail.person.check_may_be_used, say=False):
            person_id, name = self.detail.person.id, self.shell.my_name
            read = partial(of_person, self.file, person_id, name)
            self.shell.open_letters(answers_to("", self.file, self.shell, read, self.today))

    def show_record_of(self) -> None:
        """All that is held about them, to give to them."""
        if self.detail is not None:
            person_id = self.detail.person.id
            self.shell.attempt(lambda: self.shell.open_letters(record_of(self.file, person_id, self.today())), say=False)

    def show_held(self) -> None:
        """Show every record of theirs with a way to put it right, or put them away. Refused for whoever may not see all of it."""
        if self.shell.attempt(lambda: check_may_give(self.file), say=False):
            self.toggle(OPEN)

    def erase(self) -> None:
        """Ask, then forget them for good."""
        if self.detail is not None:
            ask_to_erase(self.file, self.shell, self.detail.person.id, self.currency)

    def restrict(self) -> None:
        """Ask why, then keep their record without using it."""
        if self.detail is not None:
            ask_to_restrict(self.file, self.shell, self.detail.person, self.today())

    def use_again(self) -> None:
        """Their record may be used again."""
        if self.detail is not None:
            use_again(self.file, self.shell, self.detail.person)

    def stop_equality(self) -> None:
        """Ask which answers about equality were theirs, and keep them no more."""
        if self.detail is not None:
            ask_to_stop_equality(self.file, self.shell, self.detail.person, self.today())

    def equality_again(self) -> None:
        """They may be asked about equality again."""
        if self.detail is not None:
            may_be_asked_again(self.file, self.shell, self.detail.person)

    def add(self) -> None:
        """Ask who, and add them."""
        fields = [*fields_for(Person, person_lines(self.today())), own_id_field()]
        self.shell.open_form(_("Add a person"), fields, self._add, ok=_("Add person"))

    def edit(self) -> None:
        """Ask what is different about the person chosen."""
        if self.detail is not None:
            person = self.detail.person
            title = _("Edit {name}").format(name=person.name)
            self.shell.open_form(title, fields_for(Person, person_lines(self.today()), person), self._edit, ok=_("Save"))

    def note_asked(self, asked: str) -> None:
        """Say how far asking what they need has got, as of today."""
        if self.detail is not None and asked != self.detail.person.access_asked:
            person_id = self.detail.person.id
            self.shell.attempt(lambda: people.note_access_asked(self.file, person_id, AccessAsked(asked), on=self.today()))

    def ask_again(self) -> None:
        """Ask when and for which workshop they are asked again; what they told us stays."""
        if self.detail is not None:
            act = asking(self.file, self.today(), project_id=self.shell.project_id)
            self.shell.open_many(act, [self.detail.person.id])

    def needs_still_hold(self) -> None:
        """They say that what was due to be looked at again is still so."""
        if self.detail is not None:
            person_id = self.detail.person.id
            self.shell.attempt(lambda: requirements.needs_still_hold(self.file, person_id, on=self.today()))

    def toggle(self, key: str) -> None:
        """Show the buttons of a line, or put them away."""
        self.opened = "" if self.opened == key else key
        self.changed()

    def add_requirement(self) -> None:
        """Ask what they need."""
        if self.detail is not None:
            person = self.detail.person
            fields = [*fields_for(Requirement, self._requirement_lines()), reference_field("R-05")]
            title = _("What {name} needs").format(name=person.name)
            self.shell.open_form(title, fields, partial(self._add_requirement, person.id), ok=_("Add"))

    def edit_requirement(self, requirement_id: str) -> None:
        """Ask what is different about a need."""
        known = next((one for one in self.detail.requirements if one.id == requirement_id), None) if self.detail else None
        if known is not None:
            fields = fields_for(Requirement, self._requirement_lines(), known, need=need_words(known.need))
            self.shell.open_form(_("Edit what they need"), fields, partial(self._edit_requirement, known), ok=_("Save"))

    def delete_requirement(self, requirement_id: str) -> None:
        """Take a need off their list."""
        attempt_delete(self.shell, lambda: requirements.delete_requirement(self.file, RequirementId(requirement_id)))

    def _requirement_lines(self) -> list[Line]:
        return requirement_lines(self.today(), suggested_needs(queries.needs_in_use(self.file)))

    def _add_requirement(self, person_id: PersonId, values: dict[str, Any]) -> None:
        values["need"] = need_from_words(values["need"])
        requirements.add_requirement(self.file, person_id, **recorded_new(Requirement, values))

    def _edit_requirement(self, known: Requirement, values: dict[str, Any]) -> None:
        values["need"] = need_from_words(values["need"])
        requirements.edit_requirement(self.file, known.id, **differing(known, values))

    def delete(self) -> None:
        """Delete the person chosen, with their own rows."""
        if self.detail is not None:
            person = self.detail.person

            def act() -> None:
                also = people.delete_person(self.file, person.id)
                say_deleted(self.shell, _("Deleted {name}.").format(name=person.name), also)

            self.shell.attempt(act, say=False)

    def _add(self, values: dict[str, Any]) -> None:
        added: PersonId = people.add_person(self.file, **recorded_new(Person, values))
        self.show_record(added)

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            people.edit_person(self.file, self.detail.person.id, **differing(self.detail.person, values))

    def _owed(self, row: PersonRow) -> Cell:
        return Figure(row.owed.words(self.currency) if row.owed else "")


def _name(row: PersonRow) -> Cell:
    return TwoLines(row.name, row.group or "")


def _capacity(row: PersonRow) -> Cell:
    return Text(label(row.capacity) if row.capacity else "")


def _came(row: PersonRow) -> Cell:
    return Text(_("{came} of {all}").format(came=row.came, all=row.invited) if row.invited else "")


def _access(row: PersonRow) -> Cell:
    if row.person.is_restricted:
        return PillCell(_("Kept, not used"), Tone.WARN, "lock")
    if row.left_on:
        return PillCell(_("Left"), Tone.PLAIN, "log-out")
    if row.unconfirmed:
        return PillCell(_("{n} to arrange").format(n=row.unconfirmed), Tone.WARN, "clock")
    if row.needs:
        return IconText(", ".join(need_written(need) for need in row.needs), need_icon(row.needs[0]))
    if row.access_asked in (None, AccessAsked.NOT_ASKED):
        return PillCell(_("Not asked yet"), Tone.INFO, "circle-help")
    return Text(label(row.access_asked))


_NEED_ICONS = {
    "bsl": "ear",
    "interpret": "languages",
    "caption": "ear",
    "loop": "ear",
    "print": "eye",
    "read": "book-open",
    "step": "accessibility",
    "wheel": "accessibility",
    "break": "hourglass",
    "travel": "wallet",
    "taxi": "wallet",
    "quiet": "coffee",
}


def need_icon(need: str) -> str:
    """An icon that goes with a need; a plain one where none does."""
    return next((icon for part, icon in _NEED_ICONS.items() if part in need.casefold()), "accessibility")
