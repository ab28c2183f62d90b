"""The invitations to one workshop, as letters to read, copy and save. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.codes import fold
from coproduce.domain.ids import PersonId, WorkshopId
from coproduce.domain.inviting import INVITATION, Invited, not_yet_said
from coproduce.domain.room import Attendance
from coproduce.domain.wording import day_words, label
from coproduce.domain.workshops import Workshop
from coproduce.exports.letters.invitation import invitation
from coproduce.i18n import _
from coproduce.operations import papers
from coproduce.storage.queries.inviting import invited
from coproduce.storage.queries.restricted import left_out
from ui.forms.letter_form import saying_who_is_left_out
from ui.kit.letters import Letter, Letters

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

LARGE = fold("large print")


def invitations(file: WorkspaceFile, shell: Shell, workshop_id: WorkshopId, today: Callable[[], date]) -> Letters:
    """One letter to each person on the list. Noting one as sent puts it on the list of papers, in the format they read best."""

    def note(keys: Sequence[str]) -> None:
        formats = {PersonId(one.person.id): one.format_wanted for one in invited(file, workshop_id) if one.person.id in keys}
        shell.attempt(lambda: papers.note_sent(file, workshop_id, paper=INVITATION, on=today(), formats=formats))

    with file.read() as reading:
        title = reading.get(Workshop, workshop_id).title
    letters = Letters(
        title=_("Invitations to “{title}”").format(title=title),
        kind=_("Invitation"),
        about=title,
        read=lambda: [_letter(one) for one in invited(file, workshop_id)],
        help_line=_("Made from the plan, and from what is arranged for each person and offered to them. Nothing is sent from here."),
        note_sent=note,
        note_words=_("I sent it today"),
    )
    return saying_who_is_left_out(letters, left_out(file, Attendance, workshop_id=workshop_id))


def _letter(one: Invited) -> Letter:
    return Letter(
        key=one.person.id,
        name=one.person.name,
        state=_state(one),
        document=invitation(one),
        missing=tuple(not_yet_said(one)),
        large=fold(one.format_wanted) == LARGE,
        person_id=one.person.id,
    )


def _state(one: Invited) -> str:
    if one.seat.response is not None:
        return label(one.seat.response)
    sent = one.invitation
    if sent is None or sent.sent_on is None:
        return _("Not sent yet")
    return _("Sent on {day}").format(day=day_words(sent.sent_on))
