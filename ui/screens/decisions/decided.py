"""Decisions: the list, one in full, and what can be done. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from coproduce.domain.codes import Capacity
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext
from coproduce.operations import decisions
from coproduce.storage.queries import contributions, people, workshops
from coproduce.storage.queries import decisions as queries
from coproduce.storage.queries.decisions import DecisionDetail, DecisionRow, Progress
from ui.kit.cells import Cell, Figure, Text, TwoLines
from ui.kit.columns import Column
from ui.kit.detail_parts import Act, Part
from ui.kit.fields import Choice
from ui.kit.noun_form import differing, fields_for, recorded
from ui.kit.record_list import RecordList, local_today
from ui.screens.decisions.forms import change_lines, count_lines, decision_lines, dissent_lines, option_lines, outcome_lines, review_lines
from ui.screens.decisions.parts import decision_parts, state_pill

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class DecidedModel(RecordList[Progress, DecisionDetail]):
    """The decisions of the project chosen."""

    kinds = frozenset({"Decision", "Option", "Deciders", "Dissent", "Change", "Contribution", "Workshop", "Person"})

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Progress, sort="date", descending=True)
        self.columns = [
            Column(_("Question and outcome"), _question, width=260, sort="question", stretch=True),
            Column(_("Decided on"), _decided, width=136, sort="date"),
            Column(_("Took part"), _took_part, width=98, right=True),
            Column(_("Where it is"), self._state, width=128, sort="state"),
        ]

    def query_ids(self) -> Sequence[str]:
        return queries.ids(
            self.file,
            today=self.today(),
            project_id=self.shell.project_id,
            progress=self.filter,
            search=self.search,
            sort=self.sort,
            descending=self.descending,
        )

    def query_counts(self) -> Mapping[Progress, int]:
        return queries.counts(self.file, today=self.today(), project_id=self.shell.project_id)

    def query_detail(self, record_id: str) -> DecisionDetail | None:
        return queries.detail(self.file, record_id)

    def fetch(self, wanted: Sequence[str]) -> Mapping[str, DecisionRow]:
        return queries.rows(self.file, wanted)

    @property
    def help_line(self) -> str:
        """How many there are, and what waits."""
        decided, overdue = self.counts.get(Progress.DECIDED, 0), self.counts.get(Progress.OVERDUE, 0)
        to_review = self.counts.get(Progress.TO_REVIEW, 0)
        parts = [ngettext("{n} decision taken", "{n} decisions taken", decided).format(n=decided)]
        if overdue:
            parts.append(ngettext("{n} not done by its day", "{n} not done by their day", overdue).format(n=overdue))
        if to_review:
            parts.append(ngettext("{n} to look at again", "{n} to look at again", to_review).format(n=to_review))
        return " · ".join(parts)

    def filter_words(self) -> Mapping[Progress, str]:
        return {
            Progress.ALL: _("All"),
            Progress.TO_DECIDE: _("To decide"),
            Progress.DECIDED: _("Decided"),
            Progress.OVERDUE: _("Overdue"),
            Progress.TO_REVIEW: _("Review due"),
        }

    @property
    def parts(self) -> list[Part]:
        """The pane about the decision chosen."""
        return decision_parts(self.detail, self) if self.detail else []

    @property
    def foot(self) -> list[Act]:
        """What can be done, the likeliest first."""
        if self.detail is None:
            return []
        decision = self.detail.row.decision
        acts = []
        if decision.decided_on is None:
            acts.append(Act("decide", _("Record the outcome"), self.decide, "check", is_primary=True))
        elif decision.reviewed_on is None:
            acts.append(Act("review", _("Record a review"), self.review, "history"))
        return [*acts, Act("edit", _("Edit"), self.edit, "pencil"), Act("delete", _("Delete"), self.delete, "trash-2")]

    # -- the decision itself

    def add(self) -> None:
        """Ask the question, and the outcome where there is one."""
        lines = [*decision_lines(self._workshops()), *outcome_lines()]
        self.shell.open_form(_("Record a decision"), fields_for(Decision, lines), self._add, ok=_("Record decision"))

    def decide(self) -> None:
        """Ask for the outcome."""
        fields = fields_for(Decision, outcome_lines(required=True), decided_on=self.today())
        self.shell.open_form(_("Record the outcome"), fields, self._decide, ok=_("Record outcome"))

    def review(self) -> None:
        """Ask what looking again came to."""
        fields = fields_for(Decision, review_lines(), reviewed_on=self.today())
        self.shell.open_form(_("Record a review"), fields, self._review, ok=_("Record review"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            lines = [*decision_lines(self._workshops()), *outcome_lines(), *review_lines(required=False)]
            fields = fields_for(Decision, lines, self.detail.row.decision)
            self.shell.open_form(_("Edit decision"), fields, self._edit, ok=_("Save"))

    def delete(self) -> None:
        """Delete it with what belongs to it."""
        if self.detail is not None:
            decision = self.detail.row.decision

            def act() -> None:
                also = decisions.delete_decision(self.file, decision.id)
                self.shell.say(" ".join([_("Deleted the decision."), also]).strip(), undo=True)

            self.shell.attempt(act, say=False)

    # -- what belongs to it

    def add_option(self) -> None:
        """Ask for one way it could go."""
        fields = fields_for(Option, option_lines(self._people()))
        self.shell.open_form(_("Add an option"), fields, self._with(decisions.add_option, Option), ok=_("Add option"))

    def count(self, capacity: str) -> None:
        """Ask how many people of one capacity took part, and how they stood."""
        if self.detail is None:
            return
        found = next((row for row in self.detail.deciders if row.capacity == capacity), None)
        fields = fields_for(Deciders, count_lines(), found, capacity=capacity or None)

        def save(values: dict[str, Any]) -> None:
            given = recorded(Deciders, values)
            if self.detail is not None:
                of: Capacity = given.pop("capacity")
                decisions.count_deciders(self.file, self.detail.row.decision.id, of, **given)

        self.shell.open_form(_("Who decided"), fields, save, ok=_("Save"))

    def add_dissent(self) -> None:
        """Ask why somebody disagreed."""
        fields = fields_for(Dissent, dissent_lines(self._people()))
        self.shell.open_form(_("Write down a disagreement"), fields, self._with(decisions.record_dissent, Dissent), ok=_("Write down"))

    def add_change(self) -> None:
        """Ask which words changed what."""
        said = [Choice(found, words[:90]) for found, words in contributions.choices(self.file, self.shell.project_id or "")]

        def save(values: dict[str, Any]) -> None:
            given = recorded(Change, values)
            if self.detail is not None:
                contribution_id = given.pop("contribution_id")
                decisions.link_change(self.file, self.detail.row.decision.id, contribution_id, **given)

        self.shell.open_form(_("What people’s words changed"), fields_for(Change, change_lines(said)), save, ok=_("Save"))

    def take_away(self, kind: str, record_id: Any) -> None:
        """Delete an option, a disagreement or a link."""
        verbs: dict[str, Callable[[WorkspaceFile, Any], None]] = {
            "option": decisions.delete_option,
            "dissent": decisions.delete_dissent,
            "change": decisions.unlink_change,
        }
        self.shell.attempt(lambda: verbs[kind](self.file, record_id))

    def _with(self, verb: Callable[..., object], kind: type[Any]) -> Callable[[dict[str, Any]], None]:
        def save(values: dict[str, Any]) -> None:
            if self.detail is not None:
                verb(self.file, self.detail.row.decision.id, **recorded(kind, values))

        return save

    def _add(self, values: dict[str, Any]) -> None:
        project_id: Any = self.shell.project_id or ""
        self.show_record(decisions.record_decision(self.file, project_id=project_id, **recorded(Decision, values)))

    def _decide(self, values: dict[str, Any]) -> None:
        given = recorded(Decision, values)
        if self.detail is not None:
            decisions.decide(
                self.file,
                self.detail.row.decision.id,
                outcome=given["outcome"],
                on=given["decided_on"],
                by=given["outcome_by"],
                reason=given["reason"],
                dissent_asked=given["dissent_asked"],
            )

    def _review(self, values: dict[str, Any]) -> None:
        given = recorded(Decision, values)
        if self.detail is not None:
            decision_id = self.detail.row.decision.id
            decisions.review_decision(self.file, decision_id, result=given["review_result"], on=given["reviewed_on"])

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            decision = self.detail.row.decision
            decisions.edit_decision(self.file, decision.id, **differing(decision, values))

    def _workshops(self) -> list[Choice]:
        return [Choice(found, f"{title}, {day_words(day)}") for found, title, day in workshops.titles(self.file, self.shell.project_id)]

    def _people(self) -> list[Choice]:
        return [Choice(person_id, name) for person_id, name in people.names(self.file)]

    def _state(self, row: DecisionRow) -> Cell:
        return state_pill(row, self.today())


def _question(row: DecisionRow) -> Cell:
    return TwoLines(row.decision.question, row.decision.outcome or "")


def _decided(row: DecisionRow) -> Cell:
    return Text(day_words(row.decision.decided_on) if row.decision.decided_on else "")


def _took_part(row: DecisionRow) -> Cell:
    return Figure(None if row.took_part is None else str(row.took_part))
