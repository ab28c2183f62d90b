"""What was decided and what people said at a workshop. It is written down here and followed on the Decisions page."""

from __future__ import annotations

from functools import partial
from typing import Any

from coproduce.domain.codes import Answer
from coproduce.domain.decisions import Decision
from coproduce.domain.ids import ContributionId, DecisionId
from coproduce.domain.room import Contribution
from coproduce.domain.wording import label
from coproduce.i18n import _
from coproduce.operations import contributions, decisions
from coproduce.storage.queries.contributions import themes
from coproduce.storage.queries.hearing_back import at_workshop
from coproduce.storage.queries.restricted import left_out
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.forms.answer_letters import answers_to, in_public
from ui.forms.decision import doing_lines, outcome_lines, question_lines, review_lines
from ui.forms.letter_form import saying_who_is_left_out
from ui.forms.reference import recorded_new, reference_field
from ui.forms.said import said_lines
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Act, Acts, Going, Item, Note, Part
from ui.kit.noun_form import fields_for
from ui.screens.workshops.sections.section import DaySection, Section, joined


class OutcomesSection(DaySection):
    """Decisions first, then everything said."""

    key = Section.SAID

    @property
    def title(self) -> str:
        return _("Outcomes")

    def figure(self, found: WorkshopDetail) -> int:
        return len(found.said) + len(found.decisions)

    def parts(self, found: WorkshopDetail) -> list[Part]:
        acts = (
            Act("add_said", _("Write down what was said"), self.add_said, "message-circle"),
            Act("add_decision", _("Record a decision"), self.add_decision, "vote"),
        )
        parts: list[Part] = [Acts(acts)]
        if found.said:
            parts.append(Acts((*self._letter_acts(found),)))
        if not found.decisions and not found.said:
            parts.append(Note(_("Nothing was written down here yet."), quiet=True))
        for decision in found.decisions:
            pill = PillCell(label(decision.state), Tone.INFO if decision.decided_on else Tone.PLAIN, "vote")
            there = Going(self.shell, "decisions", decision.id)
            parts.append(Item(f"decision {decision.id}", decision.question, decision.outcome or "", there, pill))
        for said in found.said:
            pill = PillCell(label(said.answer) if said.answer else _("No answer yet"), _tone_of(said), "message-circle")
            parts.append(Item(f"said {said.id}", said.words, joined(said.theme, said.part), Going(self.shell, "decisions", said.id), pill))
        return parts

    def write_letters(self) -> None:
        """To everybody who said something here, what came of it."""
        workshop, name = self.found.workshop, self.shell.my_name
        read = partial(at_workshop, self.file, workshop.id, name)
        letters = answers_to(workshop.title, self.file, self.shell, read, self.day.today)
        self.shell.open_letters(saying_who_is_left_out(letters, left_out(self.file, Contribution, workshop_id=workshop.id)))

    def write_in_public(self) -> None:
        """What people said here and what was done, for everybody."""
        workshop = self.found.workshop
        self.shell.open_letters(in_public(workshop.title, self.file, workshop.project_id, self.day.today(), workshop.id))

    def _letter_acts(self, found: WorkshopDetail) -> list[Act]:
        named = any(said.person_id for said in found.said)
        letters = [Act("write_answers", _("Write what came of it"), self.write_letters, "mail")] if named else []
        return [*letters, Act("write_public", _("You said, we did…"), self.write_in_public, "file-text")]

    def add_said(self) -> None:
        """Ask what was said here, and by whom if they wish. While the day runs, it was in the part that is on."""
        parts = sorted(self.found.blocks, key=lambda block: (block.day_number, block.order))
        titles = list(dict.fromkeys(block.title.strip() for block in parts if block.minutes))
        now = next((block.title.strip() for block in parts if block.began_at and not block.ended_at), None)
        fields = [*fields_for(Contribution, said_lines(self.people(), titles, self._themes()), part=now), reference_field("C-07")]
        self.shell.open_form(
            _("Write down what was said"), fields, self._add_said, ok=_("Save and close"), again=_("Save and write the next")
        )

    def _themes(self) -> list[str]:
        return [theme for theme, _count in themes(self.file, self.found.workshop.project_id) if theme]

    def add_decision(self) -> None:
        """Ask the question that was put here, and the outcome where there is one."""
        today = self.day.today()
        lines = [line for line in question_lines((), today) if line.name != "workshop_id"]
        lines += [*outcome_lines(today), *doing_lines(), *review_lines(today)]
        fields = [*fields_for(Decision, lines), reference_field("D-03")]
        self.shell.open_form(_("Record a decision"), fields, self._add_decision, ok=_("Record decision"))

    def _add_said(self, values: dict[str, Any]) -> ContributionId:
        return contributions.record_contribution(self.file, workshop_id=self.workshop_id, **recorded_new(Contribution, values))

    def _add_decision(self, values: dict[str, Any]) -> DecisionId:
        given = recorded_new(Decision, values)
        return decisions.record_decision(self.file, project_id=self.found.workshop.project_id, workshop_id=self.workshop_id, **given)


def _tone_of(said: Contribution) -> Tone:
    if not said.is_answered:
        return Tone.WARN
    return {Answer.ADOPTED: Tone.OK, Answer.PART: Tone.INFO, Answer.HEARD: Tone.INFO}.get(said.answer or Answer.PARKED, Tone.PLAIN)
