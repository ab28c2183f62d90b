"""The papers people are owed before the day, each in the format they need."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from typing import Any

from coproduce.domain.agenda import Paper
from coproduce.domain.ids import RowId
from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext
from coproduce.operations import papers
from coproduce.storage.queries import inviting, organisation
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.forms.choosing import workshop_choices
from ui.forms.reference import more
from ui.kit.cells import PillCell, Tone
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Item, Note, Part, doing
from ui.kit.fields import Choice, DayOffer, Further
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.screens.workshops.invitations import invitations
from ui.screens.workshops.sections.section import DaySection, Section, joined


class PapersSection(DaySection):
    """One line for each person and paper."""

    key = Section.PAPERS

    @property
    def title(self) -> str:
        return _("Papers")

    def figure(self, found: WorkshopDetail) -> int:
        return len(found.papers)

    def parts(self, found: WorkshopDetail) -> list[Part]:
        parts: list[Part] = [Acts(tuple(self._beginning(found)))]
        parts.append(Note(self._by_when(found), quiet=True))
        if not found.papers:
            parts.append(Note(_("No papers are listed for this workshop."), quiet=True))
        for paper, name in found.papers:
            key = f"paper {paper.id}"
            needed = _("needs {format}").format(format=paper.format_needed) if paper.format_needed else _("format needed not recorded")
            line = Item(key, paper.paper, joined(name, needed), self.toggle(key), paper_pill(paper), "file-text")
            parts += [line, *self.opened(line, self._acts(paper), _("{paper}, {name}").format(paper=paper.paper, name=name))]
        return parts

    def add(self) -> None:
        """Ask who is owed which paper."""
        lines = [Line("person_id", _("Who"), choices=self.people()), *paper_lines(self.day.today())]
        self.shell.open_form(_("Add a paper"), fields_for(Paper, lines), self._add, ok=_("Add paper"))

    def add_for_everybody(self) -> None:
        """Ask which paper everybody on the list is owed, each in the format they read best."""
        lines = [Line("paper", _("Which paper"))]
        words = _("Each person gets it in the format that is written down for them. You can change it for one person afterwards.")
        title = _("Add a paper for everybody")
        self.shell.open_form(title, fields_for(Paper, lines), self._add_for_everybody, ok=_("Add papers"), help_line=words)

    def write_invitations(self) -> None:
        """Show the letter that asks each person to come."""
        self.shell.open_letters(invitations(self.file, self.shell, self.workshop_id, self.day.today))

    def edit(self, paper_id: str) -> None:
        """Ask what is different about a paper."""
        paper = next(paper for paper, _name in self.found.papers if paper.id == paper_id)
        places = workshop_choices(self.file, self.found.workshop.project_id, paper.workshop_id)
        lines = [*paper_lines(self.day.today()), *_where(self.people(paper.person_id), places)]
        self.shell.open_form(
            _("Edit a paper"),
            fields_for(Paper, lines, paper),
            lambda values: papers.edit_paper(self.file, paper.id, **differing(paper, values)),
            ok=_("Save"),
        )

    def send(self, paper_id: str) -> None:
        """Say that it went out today in the format they need."""
        self.shell.attempt(lambda: papers.mark_paper_sent(self.file, RowId(paper_id), on=self.day.today()))

    def delete(self, paper_id: str) -> None:
        """Take a paper off the list."""
        attempt_delete(self.shell, lambda: papers.delete_paper(self.file, RowId(paper_id)))

    def _beginning(self, found: WorkshopDetail) -> Iterator[Act]:
        yield Act("add_paper", _("Add a paper"), self.add, "plus")
        if found.people:
            yield Act("add_for_everybody", _("Add one for everybody"), self.add_for_everybody, "users")
            yield Act("invitations", _("Write invitations"), self.write_invitations, "mail")

    def _by_when(self, found: WorkshopDetail) -> str:
        days = organisation.settings(self.file).papers_promise_days
        by = day_words(found.workshop.date - timedelta(days=days))
        return ngettext("Papers go out by {day}, {n} day ahead.", "Papers go out by {day}, {n} days ahead.", days).format(day=by, n=days)

    def _add_for_everybody(self, values: dict[str, Any]) -> int:
        formats = {one.person.id: one.format_wanted for one in inviting.invited(self.file, self.workshop_id)}
        return papers.give_everybody(self.file, self.workshop_id, paper=recorded(Paper, values)["paper"], formats=formats)

    def _acts(self, paper: Paper) -> tuple[Act, ...]:
        return (
            Act("paper_sent", _("Sent today"), doing(self.send, paper.id), "check"),
            Act("paper_edit", _("Edit"), doing(self.edit, paper.id), "pencil"),
            Act("paper_delete", _("Delete"), doing(self.delete, paper.id), "trash-2"),
        )

    def _add(self, values: dict[str, Any]) -> RowId:
        given = recorded(Paper, values)
        return papers.add_paper(self.file, self.workshop_id, given.pop("person_id"), **given)


def paper_lines(today: date) -> list[Line]:
    """About a paper somebody is owed."""
    sent = Further(_("Sending it"), _("A paper that comes late or cannot be read keeps somebody out."))
    return [
        Line("paper", _("Which paper")),
        Line("format_needed", _("Format they need"), _("Such as large print; write none if any format will do.")),
        Line("format_sent", _("Format it was sent in"), _("Shows whether they got it as they need it."), group=sent),
        Line("sent_on", _("Sent on"), _("Shows whether there was time to read it."), group=sent, offers=(DayOffer(_("Today"), today),)),
    ]


def _where(persons: Sequence[Choice], workshops: Sequence[Choice]) -> list[Line]:
    wrong = _("Only where it was written down in the wrong place.")
    return [
        Line("person_id", _("Whose paper it is"), wrong, choices=persons, group=more()),
        Line("workshop_id", _("Workshop"), wrong, choices=workshops, group=more()),
    ]


def paper_pill(paper: Paper) -> PillCell:
    """Whether it went out, and in the right format."""
    if paper.sent_on is None:
        return PillCell(_("Not sent"), Tone.WARN, "clock")
    if paper.right_format is False:
        return PillCell(_("Wrong format"), Tone.BAD, "circle-x")
    return PillCell(_("Sent {day}").format(day=f"{paper.sent_on.day}/{paper.sent_on.month}"), Tone.OK, "circle-check")
