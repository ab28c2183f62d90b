"""What people said: the list, one in full, and what can be done. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from coproduce.domain.codes import Answer, SaidAs
from coproduce.domain.room import Contribution
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _, ngettext
from coproduce.operations import contributions
from coproduce.storage.queries import contributions as queries
from coproduce.storage.queries.contributions import ContributionDetail, ContributionRow, Loop
from ui.forms.choosing import everybody, workshop_choices
from ui.forms.reference import more, recorded_new, reference_field, reference_part
from ui.forms.said import loop_lines, said_lines
from ui.kit.cells import Cell, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import say_deleted
from ui.kit.detail_parts import Act, Fact, Going, Heading, Item, Note, Part, State, Step, Title
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import RecordList, local_today
from ui.kit.written import as_written, short_day
from ui.screens.decisions.columns import more_about_words
from ui.screens.decisions.many import said_acts

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class SaidModel(RecordList[Loop, ContributionDetail]):
    """What was said at the workshops of the project chosen."""

    noun = Contribution
    kinds = frozenset({"Contribution", "Workshop", "Person", "Change", "Setting", "Decision"})

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Loop, sort="date", descending=True)
        self.columns = [
            Column(_("What was said"), _words, width=240, sort="words", stretch=True),
            Column(_("When"), _when, width=118, sort="date"),
            Column(_("Answer"), answer_pill, width=168, sort="answer"),
            Column(_("People told"), _told, width=118, sort="told"),
            *more_about_words(),
        ]

    def query_ids(self) -> Sequence[str]:
        return queries.ids(
            self.file, project_id=self.shell.project_id, loop=self.filter, search=self.search, sort=self.sort, descending=self.descending
        )

    def query_counts(self) -> Mapping[Loop, int]:
        return queries.counts(self.file, project_id=self.shell.project_id)

    def query_detail(self, record_id: str) -> ContributionDetail | None:
        return queries.detail(self.file, record_id, today=self.today())

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, ContributionRow]:
        return queries.rows(self.file, wanted, today=self.today())

    @property
    def help_line(self) -> str:
        """How much was said, and what waits for an answer."""
        unanswered, untold = self.counts.get(Loop.UNANSWERED, 0), self.counts.get(Loop.UNTOLD, 0)
        parts = []
        if unanswered:
            parts.append(
                ngettext("{n} thing said has no answer yet", "{n} things said have no answer yet", unanswered).format(n=unanswered)
            )
        if untold:
            parts.append(ngettext("people have not been told {n} answer", "people have not been told {n} answers", untold).format(n=untold))
        return " · ".join(parts) or _("Everything said has its answer, and people were told.")

    def filter_words(self) -> Mapping[Loop, str]:
        return {Loop.ALL: _("All"), Loop.UNANSWERED: _("No answer yet"), Loop.UNTOLD: _("Not told yet"), Loop.TOLD: _("Told")}

    @property
    def parts(self) -> list[Part]:
        """The pane: their words, and how far round the loop it got."""
        if self.detail is None:
            return []
        row, said = self.detail.row, self.detail.row.contribution
        parts: list[Part] = [Title(_who(row), as_written(said.theme) if said.theme else "", icon="quote"), Note(said.words, quoted=True)]
        parts.append(State(answer_pill(row), _("promised by {day}").format(day=day_words(row.promised)) if row.is_late else ""))
        parts.append(Heading(_("What came of it")))
        answered = day_words(said.answered_on) if said.answered_on else _("not yet")
        told = " · ".join(part for part in (day_words(said.told_on), said.told_how or "") if part) if said.told_on else _("not yet")
        view = label(said.made_a_difference) if said.made_a_difference else _("not asked yet")
        parts += [
            Step(label(said.answer) if said.answer else _("Our answer"), answered, said.is_answered, is_next=not said.is_answered),
            Step(_("People told"), told, said.told_on is not None, is_next=said.is_answered and said.told_on is None),
            Step(_("Did it make a difference? Their view"), view, said.made_a_difference is not None),
        ]
        if said.reason:
            parts.append(Fact("message-circle", _("WHY"), said.reason))
        for change, question in self.detail.changes:
            parts += [Fact("arrow-right", _("IT CHANGED: {question}").format(question=question), f"{change.before} → {change.after}")]
        parts.append(Heading(_("Where it was said")))
        there = Going(self.shell, "workshops", said.workshop_id)
        when = " · ".join(part for part in (day_words(row.workshop_date), said.part or "") if part)
        parts.append(Item("workshop", row.workshop, when, there, icon="calendar"))
        return [*parts, reference_part(said.id)]

    def counted(self, count: int) -> str:
        return ngettext("{n} thing said", "{n} things said", count).format(n=f"{count:,}")

    @property
    def many_acts(self) -> list[Act]:
        """What can be done to all that is chosen."""
        return said_acts(self)

    @property
    def foot(self) -> list[Act]:
        """What can be done next, the likeliest first."""
        if self.detail is None:
            return []
        said = self.detail.row.contribution
        words = _("Change the answer") if said.is_answered else _("Record the answer")
        acts = [Act("answer", words, self.answer, "message-circle", is_primary=not said.is_answered)]
        if said.is_answered and said.told_on is None:
            acts.insert(0, Act("tell", _("People were told"), self.tell, "check", is_primary=True))
        return [*acts, Act("edit", _("Edit"), self.edit, "pencil"), Act("delete", _("Delete"), self.delete, "trash-2")]

    def add(self) -> None:
        """Ask what was said, where, and by whom if they wish."""
        there = workshop_choices(self.file, self.shell.project_id)
        lines = [Line("workshop_id", _("Workshop"), _("Where it was said."), choices=there), *said_lines(everybody(self.file))]
        fields = [*fields_for(Contribution, lines), reference_field("C-07")]
        self.shell.open_form(_("Write down what was said"), fields, self._add, ok=_("Write down"))

    def answer(self) -> None:
        """Ask what was done with it."""
        if self.detail is None:
            return
        lines = [
            Line("answer", _("What we did"), required=True),
            Line("answered_on", _("On"), required=True),
            Line("reason", _("Why"), _("Needed where we did not do it, or did only part."), long=True),
        ]
        said = self.detail.row.contribution
        fields = fields_for(Contribution, lines, said, answered_on=said.answered_on or self.today())
        self.shell.open_form(_("Record the answer"), fields, self._answer, ok=_("Record answer"))

    def tell(self) -> None:
        """Ask when and how people were told."""
        lines = [Line("told_on", _("On"), required=True), Line("told_how", _("How"), _("Such as by letter, in their format."))]
        fields = fields_for(Contribution, lines, told_on=self.today())
        self.shell.open_form(_("People were told"), fields, self._tell, ok=_("Record"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            said = self.detail.row.contribution
            there = workshop_choices(self.file, self.shell.project_id, said.workshop_id)
            where = Line("workshop_id", _("Workshop"), _("Only where it was written down in the wrong place."), choices=there, group=more())
            lines = [*said_lines(everybody(self.file)), *loop_lines(self.today()), where]
            fields = fields_for(Contribution, lines, said)
            self.shell.open_form(_("Edit what was said"), fields, self._edit, ok=_("Save"))

    def delete(self) -> None:
        """Delete it."""
        if self.detail is not None:
            said = self.detail.row.contribution

            def act() -> None:
                also = contributions.delete_contribution(self.file, said.id)
                say_deleted(self.shell, _("Deleted what was said."), also)

            self.shell.attempt(act, say=False)

    def _add(self, values: dict[str, Any]) -> None:
        self.show_record(contributions.record_contribution(self.file, **recorded_new(Contribution, values)))

    def _answer(self, values: dict[str, Any]) -> None:
        given = recorded(Contribution, values)
        if self.detail is not None:
            answer: Answer = given["answer"]
            said = self.detail.row.contribution
            contributions.answer_contribution(self.file, said.id, answer=answer, on=given["answered_on"], reason=given["reason"])

    def _tell(self, values: dict[str, Any]) -> None:
        given = recorded(Contribution, values)
        if self.detail is not None:
            contributions.tell_people(self.file, [self.detail.row.contribution.id], on=given["told_on"], how=given["told_how"])

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            said = self.detail.row.contribution
            contributions.edit_contribution(self.file, said.id, **differing(said, values))


def _who(row: ContributionRow) -> str:
    said = row.contribution
    if row.person and said.said_as is not SaidAs.ANONYMOUS:
        return row.person
    return label(said.capacity) if said.capacity else _("Somebody who was there")


def _words(row: ContributionRow) -> Cell:
    return TwoLines(row.contribution.words.replace("\n", " "), _who(row))


def _when(row: ContributionRow) -> Cell:
    return Text(short_day(row.workshop_date))


_ANSWERS = {
    Answer.ADOPTED: (Tone.OK, "circle-check"),
    Answer.PART: (Tone.INFO, "circle-check"),
    Answer.NOT_ADOPTED: (Tone.PLAIN, "circle-x"),
    Answer.PARKED: (Tone.PLAIN, "hourglass"),
    Answer.HEARD: (Tone.INFO, "ear"),
}


def answer_pill(row: ContributionRow) -> PillCell:
    """The answer, or that there is none yet; late where the promised day has gone."""
    said = row.contribution
    if said.answer is not None and said.is_answered:
        tone, icon = _ANSWERS[said.answer]
        return PillCell(label(said.answer), tone, icon)
    return PillCell(_("Answer late"), Tone.BAD, "triangle-alert") if row.is_late else PillCell(_("No answer yet"), Tone.WARN, "clock")


def _told(row: ContributionRow) -> Cell:
    said = row.contribution
    if said.told_on:
        return Text(short_day(said.told_on))
    return PillCell(_("Not told"), Tone.BAD if row.is_late else Tone.WARN, "clock") if said.is_answered else Text("")
