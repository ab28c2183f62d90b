"""The copy of everything held about one person, to read, look through and save. No Qt."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.given import Given
from coproduce.exports.letters.my_record import my_record_letter, to_look_through
from coproduce.i18n import _, ngettext
from coproduce.storage.queries.my_record import check_may_give, my_record
from ui.forms.letter_form import letter_form
from ui.kit.letters import Letter, Letters

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


def record_of(file: WorkspaceFile, person_id: str, today: date) -> Letters:
    """Their copy first, and after it what to look through before they get it. Raises `Refused` for whoever may not see all of it."""
    check_may_give(file)

    def read() -> list[Letter]:
        record = my_record(file, person_id)
        name, count = record.person.name, len(record.named_in)
        form = letter_form(record.person.reply_format)
        waiting = ngettext("Their name stands in {n} other place.", "Their name stands in {n} other places.", count).format(n=count)
        missing = (waiting,) if count else ()
        places = ngettext("{n} place", "{n} places", count).format(n=count)
        return [
            Letter("record", name, _("Their copy"), my_record_letter(record, today), missing, form.is_large, person_id),
            Letter("review", _("To look through first"), places, to_look_through(record, today), person_id=person_id),
        ]

    return Letters(
        title=_("Everything held about a person"),
        kind=_("Record"),
        about="",
        what=Given.RECORD,
        read=read,
        help_line=_("People have a right to see it, without giving a reason, within one month. Save it as PDF or as data."),
    )
