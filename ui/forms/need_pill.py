"""How far an access arrangement has got, as a pill: never colour alone."""

from __future__ import annotations

from coproduce.domain.access import Arrangement, ArrangementState
from coproduce.domain.wording import label
from ui.kit.cells import PillCell, Tone

_PILLS = {
    ArrangementState.ASKED: (Tone.WARN, "clock"),
    ArrangementState.AGREED: (Tone.WARN, "handshake"),
    ArrangementState.BOOKED: (Tone.INFO, "calendar-check"),
    ArrangementState.CONFIRMED: (Tone.OK, "circle-check"),
    ArrangementState.IN_PLACE: (Tone.OK, "check"),
    ArrangementState.WORKED: (Tone.OK, "ear"),
    ArrangementState.PARTLY: (Tone.WARN, "ear"),
    ArrangementState.DID_NOT: (Tone.BAD, "ear"),
    ArrangementState.NOT_POSSIBLE: (Tone.BAD, "ban"),
}


def need_pill(need: Arrangement) -> PillCell:
    """Whether it worked, in the person's words first; else how far arranging has got."""
    tone, icon = _PILLS[need.state]
    return PillCell(label(need.state), tone, icon)
