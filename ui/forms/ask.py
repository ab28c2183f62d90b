"""What is asked about an ask of another organisation, and the pill of where it has got to."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.asks import Ask
from coproduce.domain.codes import AskAnswer
from coproduce.domain.wording import label
from coproduce.i18n import _
from coproduce.storage.queries import contributions
from coproduce.storage.queries.asks import decision_choices
from ui.kit.cells import PillCell, Tone
from ui.kit.fields import Choice, DayOffer, Further
from ui.kit.noun_form import Line

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile

_LONGEST = 90
"""Letters of somebody's words in a list to choose from."""


def ask_lines(file: WorkspaceFile, project_id: str, today: date, organisations: Sequence[str] = ()) -> list[Line]:
    """What is asked of whom, since when, and what it comes from; the answer is folded away."""
    source = Further(_("What it comes from"), _("So that you can tell the person what you did with their words."))
    said = [Choice(key, _short(words)) for key, words in contributions.choices(file, project_id)]
    decided = [Choice(key, _short(words)) for key, words in decision_choices(file, project_id)]
    answer = Further(_("Their answer"), _("Leave it blank while you wait."))
    return [
        Line("words", _("What you ask them to do"), _("In your own words. Name nobody."), long=True),
        Line("asked_of", _("Which organisation you ask"), suggestions=organisations),
        Line("asked_on", _("Asked on"), offers=(DayOffer(_("Today"), today),)),
        Line("look_again_on", _("Look again on"), _("The program reminds you on that day.")),
        Line("contribution_id", _("What was said"), choices=said, nothing=_("None"), group=source),
        Line("decision_id", _("The decision"), choices=decided, nothing=_("None"), group=source),
        *(_in(answer, line) for line in answer_lines(today, required=False)),
    ]


def answer_lines(today: date, *, required: bool = True) -> list[Line]:
    """What they answered."""
    return [
        Line("answer", _("What they answered"), required=required),
        Line("answered_on", _("On"), required=required, offers=(DayOffer(_("Today"), today),)),
        Line("their_words", _("In their words"), long=True),
    ]


def _short(words: str) -> str:
    line = " ".join(words.split())
    return line if len(line) <= _LONGEST else f"{line[:_LONGEST].rstrip()}…"


def _in(group: Further, line: Line) -> Line:
    return Line(line.name, line.label, line.hint, line.long, line.required, group=group, offers=line.offers)


_ANSWERS = {
    AskAnswer.YES: (Tone.OK, "circle-check"),
    AskAnswer.PART: (Tone.INFO, "circle-check"),
    AskAnswer.NO: (Tone.PLAIN, "circle-x"),
    AskAnswer.NO_ANSWER: (Tone.PLAIN, "minus"),
}


def ask_pill(ask: Ask, *, is_late: bool) -> PillCell:
    """What they answered, or that it waits; too long where it does."""
    if ask.answer is not None:
        tone, icon = _ANSWERS[ask.answer]
        return PillCell(label(ask.answer), tone, icon)
    return PillCell(_("Waits long"), Tone.BAD, "triangle-alert") if is_late else PillCell(_("Waiting"), Tone.WARN, "clock")
