"""Decisions: the list, one in full, and what can be done. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any, TypeVar

from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext
from coproduce.operations import decisions
from coproduce.storage.queries import contributions
from coproduce.storage.queries import decisions as queries
from coproduce.storage.queries.decisions import DecisionDetail, DecisionRow, Progress
from ui.forms.choosing import everybody, project_choices, workshop_choices
from ui.forms.decision import doing_lines, outcome_lines, question_lines, review_lines
from ui.forms.reference import more, recorded_new, reference_field
from ui.kit.cells import Cell, Figure, Text, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import attempt_delete, say_deleted
from ui.kit.detail_parts import Act, Part
from ui.kit.fields import Choice
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import RecordList, local_today
from ui.screens.decisions.card import CardActs
from ui.screens.decisions.columns import more_about_decisions
from ui.screens.decisions.forms import change_lines, count_lines, dissent_at_once, dissent_lines, option_lines
from ui.screens.decisions.many import decision_acts
from ui.screens.decisions.parts import decision_parts, state_pill

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


T = TypeVar("T")


class DecidedModel(RecordList[Progress, DecisionDetail]):
    """The decisions of the project chosen."""

    noun = Decision
    kinds = frozenset(
        {
            *("Decision", "Option", "Deciders", "Dissent", "Change", "Contribution", "Workshop", "Person"),
            *("VoteCount", "Ballots", "Objection", "Asked", "Action", "DecisionVersion", "Ask"),
        }
    )

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Progress, sort="date", descending=True)
        self.card = CardActs(self)
        self.columns = [
            Column(_("Question and outcome"), _question, width=260, sort="question", stretch=True),
            Column(_("Decided on"), _decided, width=136, sort="date"),
            Column(_("Took part"), _took_part, width=98, sort="took_part", right=True),
            Column(_("Where it is"), self._state, width=128, sort="state"),
            *more_about_decisions(),
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
            Progress.ACTIONS_DUE: _("Actions due"),
        }

    @property
    def parts(self) -> list[Part]:
        """The pane about the decision chosen."""
        return decision_parts(self.detail, self) if self.detail else []

    def counted(self, count: int) -> str:
        return ngettext("{n} decision", "{n} decisions", count).format(n=f"{count:,}")

    @property
    def many_acts(self) -> list[Act]:
        """What can be done to all decisions chosen."""
        return decision_acts(self)

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
        question, further = self._lines()
        fields = [*fields_for(Decision, question), *dissent_at_once(everybody(self.file)), *fields_for(Decision, further)]
        fields.append(reference_field("D-03"))
        self.shell.open_form(_("Record a decision"), fields, self._add, ok=_("Record decision"))

    def decide(self) -> None:
        """Ask for the outcome."""
        fields = fields_for(Decision, outcome_lines(self.today(), required=True), decided_on=self.today())
        fields += dissent_at_once(everybody(self.file))
        self.shell.open_form(_("Record the outcome"), fields, self._decide, ok=_("Record outcome"))

    def review(self) -> None:
        """Ask what looking again came to."""
        fields = fields_for(Decision, review_lines(self.today(), required=True), reviewed_on=self.today())
        self.shell.open_form(_("Record a review"), fields, self._review, ok=_("Record review"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            decision = self.detail.row.decision
            project = Line("project_id", _("Project"), _("Only to move it to another."), choices=project_choices(self.file), group=more())
            others = [
                Choice(found, question[:90]) for found, question in queries.choices(self.file, decision.project_id) if found != decision.id
            ]
            question, further = self._lines(decision)
            before = Line("follows_id", _("Takes the place of"), _("An earlier decision."), choices=others, nothing=_("None"), group=more())
            fields = fields_for(Decision, [*question, *further, before, project], decision)
            self.shell.open_form(_("Edit decision"), fields, self._edit, ok=_("Save"))

    def delete(self) -> None:
        """Delete it with what belongs to it."""
        if self.detail is not None:
            decision = self.detail.row.decision

            def act() -> None:
                also = decisions.delete_decision(self.file, decision.id)
                say_deleted(self.shell, _("Deleted the decision."), also)

            self.shell.attempt(act, say=False)

    # -- what belongs to it

    def add_option(self) -> None:
        """Ask for one way it could go."""
        fields = fields_for(Option, option_lines(everybody(self.file)))
        self.shell.open_form(_("Add an option"), fields, self._with(decisions.add_option, Option), ok=_("Add option"))

    def edit_option(self, option_id: str) -> None:
        """Ask what is different about an option."""
        if self.detail is not None:
            option = _one(self.detail.options, option_id)
            fields = fields_for(Option, option_lines(everybody(self.file, option.proposed_by)), option)
            self.shell.open_form(_("Edit an option"), fields, self._mending(decisions.edit_option, option), ok=_("Save"))

    def add_count(self) -> None:
        """Ask how many people of one capacity took part, and how they stood."""
        self.shell.open_form(_("Who decided"), fields_for(Deciders, count_lines()), self._count, ok=_("Save"))

    def edit_count(self, deciders_id: str) -> None:
        """Ask what is different about a count."""
        if self.detail is not None:
            counted = _one(self.detail.deciders, deciders_id)
            fields = fields_for(Deciders, count_lines(), counted)
            self.shell.open_form(_("Who decided"), fields, self._mending(decisions.edit_deciders, counted), ok=_("Save"))

    def add_dissent(self) -> None:
        """Ask why somebody disagreed."""
        fields = fields_for(Dissent, dissent_lines(everybody(self.file)))
        self.shell.open_form(_("Write down a disagreement"), fields, self._with(decisions.record_dissent, Dissent), ok=_("Write down"))

    def edit_dissent(self, dissent_id: str) -> None:
        """Ask what is different about a disagreement."""
        if self.detail is not None:
            dissent = _one(self.detail.dissents, dissent_id)
            fields = fields_for(Dissent, dissent_lines(everybody(self.file, dissent.person_id)), dissent)
            self.shell.open_form(_("Edit a disagreement"), fields, self._mending(decisions.edit_dissent, dissent), ok=_("Save"))

    def add_change(self) -> None:
        """Ask which words changed what."""
        fields = fields_for(Change, change_lines(self._said()))
        self.shell.open_form(_("What people’s words changed"), fields, self._with(decisions.link_change, Change), ok=_("Save"))

    def edit_change(self, change_id: str) -> None:
        """Ask what is different about a link."""
        if self.detail is not None:
            change, words = next(found for found in self.detail.changes if found[0].id == change_id)
            fields = fields_for(Change, change_lines(self._said(Choice(change.contribution_id, words[:90]))), change)
            self.shell.open_form(_("What people’s words changed"), fields, self._mending(decisions.edit_change, change), ok=_("Save"))

    def take_away(self, kind: str, record_id: Any) -> None:
        """Delete an option, a count, a disagreement or a link."""
        verbs: dict[str, Callable[[WorkspaceFile, Any], None]] = {
            "option": decisions.delete_option,
            "deciders": decisions.delete_deciders,
            "dissent": decisions.delete_dissent,
            "change": decisions.unlink_change,
        }
        attempt_delete(self.shell, lambda: verbs[kind](self.file, record_id))

    def _with(self, verb: Callable[..., object], kind: type[Any]) -> Callable[[dict[str, Any]], None]:
        def save(values: dict[str, Any]) -> None:
            if self.detail is not None:
                verb(self.file, self.detail.row.decision.id, **recorded(kind, values))

        return save

    def _mending(self, verb: Callable[..., None], noun: Any) -> Callable[[dict[str, Any]], None]:
        return lambda values: verb(self.file, noun.id, **differing(noun, values))

    def _count(self, values: dict[str, Any]) -> None:
        given = recorded(Deciders, values)
        if self.detail is not None:
            decisions.count_deciders(self.file, self.detail.row.decision.id, given.pop("capacity"), **given)

    def _add(self, values: dict[str, Any]) -> None:
        project_id: Any = self.shell.project_id or ""
        dissent = _disagreement(values)
        given = recorded_new(Decision, values)
        self.show_record(decisions.record_decision(self.file, project_id=project_id, dissent=dissent, **given))

    def _decide(self, values: dict[str, Any]) -> None:
        dissent = _disagreement(values)
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
                dissent=dissent,
                today=self.today(),
            )

    def _review(self, values: dict[str, Any]) -> None:
        given = recorded(Decision, values)
        if self.detail is not None:
            decision_id = self.detail.row.decision.id
            decisions.review_decision(self.file, decision_id, result=given["review_result"], on=given["reviewed_on"])

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            decision = self.detail.row.decision
            decisions.edit_decision(self.file, decision.id, today=self.today(), **differing(decision, values))

    def _lines(self, decision: Decision | None = None) -> tuple[list[Line], list[Line]]:
        """About the question and its outcome; and about what comes after."""
        workshop_id = decision.workshop_id if decision is not None else None
        places, today = workshop_choices(self.file, self.shell.project_id, workshop_id), self.today()
        return [*question_lines(places, today, decision), *outcome_lines(today)], [*doing_lines(), *review_lines(today)]

    def _said(self, *also: Choice) -> list[Choice]:
        """What was said in the project, and what a link holds already."""
        said = [Choice(found, words[:90]) for found, words in contributions.choices(self.file, self.shell.project_id or "")]
        return said + [choice for choice in also if choice.value not in {one.value for one in said}]

    def _state(self, row: DecisionRow) -> Cell:
        return state_pill(row, self.today())


def _disagreement(values: dict[str, Any]) -> decisions.Words | None:
    """What a form asks about it beside an outcome, taken out of the other answers; None where nothing was written."""
    words = recorded(Dissent, {name: values.pop(name) for name in ("words", "said_as", "person_id")})
    return decisions.Words(**words) if any(words.values()) else None


def _one(nouns: Sequence[T], record_id: str) -> T:
    return next(noun for noun in nouns if getattr(noun, "id", None) == record_id)


def _question(row: DecisionRow) -> Cell:
    return TwoLines(row.decision.question, row.decision.outcome or "")


def _decided(row: DecisionRow) -> Cell:
    return Text(day_words(row.decision.decided_on) if row.decision.decided_on else "")


def _took_part(row: DecisionRow) -> Cell:
    return Figure(None if row.took_part is None else str(row.took_part))
