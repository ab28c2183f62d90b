"""The sheet that opens a protected workspace when nobody knows its passphrase any more. It is for paper, and for a safe place."""

from __future__ import annotations

from datetime import date

from coproduce.domain.wording import day_words
from coproduce.exports.document import Bold, Bullets, Callout, Document, Heading, Paragraph, RoomToWrite, Tone
from coproduce.i18n import _

_IN_A_LINE = 7


def recovery_sheet(file_name: str, organisation: str, code: str, today: date) -> Document:
    """`code` is in groups of four; it is printed in lines of seven groups. It all fits on one page."""
    groups = code.split()
    lines = [" ".join(groups[start : start + _IN_A_LINE]) for start in range(0, len(groups), _IN_A_LINE)]
    return Document(
        title=_("Recovery sheet"),
        subtitle=_("For the workspace “{name}”, made on {day}").format(name=file_name, day=day_words(today)),
        organisation=organisation,
        details=(),
        blocks=(
            Paragraph(_("With this code the workspace opens when nobody knows its passphrase any more. Nobody else can help then.")),
            Heading(2, _("The code")),
            *(Paragraph((Bold(line),)) for line in lines),
            Paragraph(_("It has no letters O, I, L or U: what looks like one is a nought, a one or a V.")),
            Heading(2, _("How to use it")),
            Bullets(_steps(), ordered=True),
            Callout(
                Tone.CAREFUL,
                _("Whoever has this sheet and the file can read everything"),
                (Paragraph(_("Lock it away, far from the computer. Delete its file once it is printed.")),),
            ),
            Heading(2, _("Where it is kept, and who knows")),
            RoomToWrite(1),
        ),
    )


def _steps() -> tuple[str, ...]:
    return (
        _("Open the workspace. Type the code where the passphrase is asked. Spaces and small letters do not matter."),
        _("Then choose File, Protection, and give it a new passphrase. This sheet opens it no more then: print a new one."),
        _("Backups made before still open with this sheet, or with the passphrase they had."),
    )
