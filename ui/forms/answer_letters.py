"""Letters about what people said and what came of it, one to each person in the form they read best; and the public version. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.given import For
from coproduce.domain.hearing_back import HeardBack, not_yet_said
from coproduce.domain.ids import ContributionId, WorkshopId
from coproduce.exports.letters.easy_what_you_said import easy_what_you_said
from coproduce.exports.letters.what_you_said import what_you_said
from coproduce.exports.quoted import quotes_in
from coproduce.exports.you_said import you_said_we_did
from coproduce.i18n import _, ngettext
from coproduce.operations import contributions
from coproduce.storage.queries.facts import load_facts
from ui.forms.letter_form import letter_form
from ui.kit.letters import Letter, Letters

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

Read = Callable[[], Sequence[HeardBack]]


def answers_to(title: str, file: WorkspaceFile, shell: Shell, read: Read, today: Callable[[], date]) -> Letters:
    """To everybody in `read`. Noting writes down that they were told today, and how: for each answer they were not told before."""

    def note(keys: Sequence[str]) -> bool:
        told: dict[ContributionId, str] = {}
        for back in read():
            if back.person.id in keys:
                told |= {line.contribution.id: _how(back) for line in back.lines if line.to_tell}
        if told:
            return shell.attempt(lambda: contributions.tell_in_letters(file, told, on=today()))
        shell.say(_("They were told all of this already, or there is no answer yet. Nothing was noted."))
        return False

    return Letters(
        title=_("What you said and what we did"),
        kind=_("What you said"),
        about=title,
        read=lambda: [_letter(one, today()) for one in read()],
        help_line=_("Each holds only what that person said, and what came of it. Nothing is sent from here."),
        note_sent=note,
        note_words=_("Note that they were told"),
        note_all_words=_("Note that they were told"),
    )


def in_public(title: str, file: WorkspaceFile, project_id: str, today: date, workshop_id: WorkshopId | None = None) -> Letters:
    """“You said, we did” for everybody: of one workshop, or of a whole project. It names and quotes only whom it may."""

    def read() -> list[Letter]:
        facts = load_facts(file, project_id)
        document = you_said_we_did(facts, today, workshop_id)
        return [Letter("public", _("For everybody"), "", document, quotes=quotes_in(document, [facts]))]

    return Letters(
        title=_("You said, we did"),
        for_whom=For.PUBLIC,
        project_id=project_id,
        kind=_("You said, we did"),
        about=title,
        read=read,
        help_line=_("For a wall, a website or a newsletter. People are named and quoted only where they agreed."),
    )


def _letter(one: HeardBack, today: date) -> Letter:
    form = letter_form(one.format_wanted)
    make = easy_what_you_said if form.is_easy else what_you_said
    known, missing = one.person, tuple(not_yet_said(one))
    return Letter(known.id, known.name, _state(one), make(one, today), missing, form.is_large, known.id, form.is_easy)


def _state(one: HeardBack) -> str:
    """What is in it that they have not been told, and the form it comes in."""
    count = sum(line.to_tell for line in one.lines)
    open_ones = sum(not line.contribution.is_answered for line in one.lines)
    parts = [
        ngettext("{n} answer to tell", "{n} answers to tell", count).format(n=count) if count else "",
        ngettext("{n} without an answer", "{n} without an answer", open_ones).format(n=open_ones) if open_ones else "",
    ]
    return " · ".join(filter(None, (*parts, letter_form(one.format_wanted).words))) or _("Told already")


def _how(one: HeardBack) -> str:
    form = letter_form(one.format_wanted).words
    return _("Letter, {form}").format(form=form) if form else _("Letter")
