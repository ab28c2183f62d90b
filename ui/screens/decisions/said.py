"""What people said: the list, one in full, and what can be done. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from coproduce.domain.asks import Ask
from coproduce.domain.codes import Answer
from coproduce.domain.room import Contribution
from coproduce.i18n import _, ngettext
from coproduce.operations import asks, contributions
from coproduce.storage.queries import contributions as queries
from coproduce.storage.queries.asks import asked_before
from coproduce.storage.queries.contributions import ContributionDetail, ContributionRow, Loop
from ui.forms.ask import ask_lines
from ui.forms.choosing import everybody, workshop_choices
from ui.forms.reference import more, recorded_new, reference_field
from ui.forms.said import difference_lines, loop_lines, said_lines
from ui.kit.cells import Cell, Text, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import say_deleted
from ui.kit.detail_parts import Act, Part
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import Filter, RecordList, local_today
from ui.kit.written import short_day
from ui.screens.decisions.columns import more_about_words
from ui.screens.decisions.many import said_acts
from ui.screens.decisions.said_parts import answer_pill, said_parts, told_cell, who

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class SaidModel(RecordList[Loop, ContributionDetail]):
    """What was said at the workshops of the project chosen."""

    noun = Contribution
    kinds = frozenset({"Contribution", "Workshop", "Person", "Change", "Setting", "Decision", "Ask"})

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Loop, sort="date", descending=True)
        self.columns = [
            Column(_("What was said"), _words, width=240, sort="words", stretch=True),
            Column(_("When"), _when, width=118, sort="date"),
            Column(_("Answer"), answer_pill, width=168, sort="answer"),
            Column(_("People told"), told_cell, width=118, sort="told"),
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

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, Any]:
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
        return {Loop.ALL: _("All"), Loop.UNANSWERED: _("No answer yet"), Loop.UNTOLD: _("Not told yet"), Loop.TOLD: _("Told")} | {
            Loop.UNASKED: _("Not asked yet"),
            Loop.CLOSED: _("Loop closed"),
        }

    @property
    def chips(self) -> list[Filter]:
        """The filters; the last steps of the loop stand on its own list."""
        return [chip for chip in super().chips if chip.key not in (Loop.UNASKED, Loop.CLOSED) or chip.key == self.filter]

    @property
    def themes_in_use(self) -> list[str]:
        """The themes of the project, the one with most under it first."""
        return [theme for theme, _count in queries.themes(self.file, self.shell.project_id) if theme]

    @property
    def parts(self) -> list[Part]:
        """The pane: their words, and how far round the loop it got."""
        return said_parts(self.detail, self) if self.detail else []

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
        if said.told_on is not None and said.made_a_difference is None:
            acts.insert(0, Act("difference", _("Did it make a difference?"), self.ask_difference, "circle-help", is_primary=True))
        return [*acts, Act("edit", _("Edit"), self.edit, "pencil"), Act("delete", _("Delete"), self.delete, "trash-2")]

    def add(self) -> None:
        """Ask what was said, where, and by whom if they wish."""
        there = workshop_choices(self.file, self.shell.project_id)
        lines = [Line("workshop_id", _("Workshop"), _("Where it was said."), choices=there), *self._said_lines()]
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

    def ask_difference(self) -> None:
        """Ask when they were asked whether it made a difference, and what they said."""
        if self.detail is not None:
            said = self.detail.row.contribution
            fields = fields_for(
                Contribution, difference_lines(self.today()), said, difference_asked_on=said.difference_asked_on or self.today()
            )
            self.shell.open_form(_("Did it make a difference?"), fields, self._ask_difference, ok=_("Record"))

    def add_ask(self) -> None:
        """Ask what another organisation is asked to do because of it."""
        if self.detail is not None and self.shell.project_id is not None:
            lines = ask_lines(self.file, self.shell.project_id, self.today(), asked_before(self.file))
            fields = fields_for(Ask, lines, contribution_id=self.detail.row.contribution.id, asked_on=self.today())
            self.shell.open_form(_("Ask another organisation"), [*fields, reference_field("ASK-02")], self._add_ask, ok=_("Write down"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            said = self.detail.row.contribution
            there = workshop_choices(self.file, self.shell.project_id, said.workshop_id)
            where = Line("workshop_id", _("Workshop"), _("Only where it was written down in the wrong place."), choices=there, group=more())
            lines = [*self._said_lines(said.person_id), *loop_lines(self.today()), where]
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

    def _said_lines(self, *held: str | None) -> list[Line]:
        return said_lines(everybody(self.file, *held), themes=self.themes_in_use)

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

    def _ask_difference(self, values: dict[str, Any]) -> None:
        given = recorded(Contribution, values)
        if self.detail is not None:
            said = self.detail.row.contribution
            on, view = given["difference_asked_on"], given["made_a_difference"]
            contributions.ask_difference(self.file, said.id, on=on, said=view)

    def _add_ask(self, values: dict[str, Any]) -> None:
        project_id: Any = self.shell.project_id or ""
        asks.record_ask(self.file, project_id=project_id, **recorded_new(Ask, values))

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            said = self.detail.row.contribution
            contributions.edit_contribution(self.file, said.id, **differing(said, values))


def _words(row: ContributionRow) -> Cell:
    return TwoLines(row.contribution.words.replace("\n", " "), who(row))


def _when(row: ContributionRow) -> Cell:
    return Text(short_day(row.workshop_date))
