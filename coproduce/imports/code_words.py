"""Words that other people write for our codes: what people read for them on screen, ticks, and what is often met."""

from __future__ import annotations

from enum import StrEnum

from coproduce.domain import codes
from coproduce.domain.codes import fold
from coproduce.domain.wording import WORDS, label

_ALSO: dict[type[StrEnum], dict[str, str]] = {
    codes.AttendanceState: {
        "here": "✓|✔|☑|yes|y|true|1|present|attended|came|p|attending",
        "absent": "✗|✘|no|n|false|0|absent|did not attend|dna|no show|did not come|not attended",
        "apologies": "apologies|apols|apology|sent apologies",
        "left_early": "left early|left",
    },
    codes.InvitationResponse: {"accepted": "yes|y|coming|attending|✓", "declined": "no|n|not coming|cannot come|✗"},
    codes.OfferResponse: {"accepted": "yes|y|✓", "declined": "no|n"},
    codes.PaymentKind: {"fee": "fees|honorarium|participation|participation fee|payment", "expense": "expenses|travel|exp"},
    codes.Capacity: {
        "lived_experience": "lived experience|expert by experience|ebe|service user",
        "carer": "carers|family carer|supporter",
        "employed": "staff|employee|professional",
        "community": "community|resident|member of the public|public",
        "representing": "representative|rep",
    },
    codes.GivenBy: {"participant": "participants|attendee|member", "organiser": "organisers|staff|facilitator"},
    codes.Answer: {
        "adopted": "yes|done|agreed|accepted|we did",
        "part": "partly|partially|in part",
        "not_adopted": "no|rejected|not agreed|declined",
        "parked": "later|on hold|not yet",
    },
    codes.RateShape: {
        "per_hour": "hour|hourly|per hour|an hour",
        "band": "half day|day|session|daily|per day",
        "task": "per task|piece",
        "per_mile": "mile|miles|mileage|per mile|a mile",
    },
    codes.WorkshopFormat: {"in_person": "face to face|in room|venue", "online": "zoom|teams|virtual|remote", "hybrid": "both|blended"},
    codes.WorkshopState: {"held": "done|completed|took place", "planned": "upcoming|scheduled|booked", "cancelled": "canceled"},
    codes.DecisionState: {"done": "complete|completed|finished", "in_progress": "ongoing|started|in progress", "to_decide": "open"},
}


def words_for(kind: type[StrEnum]) -> dict[str, StrEnum]:
    """The words for the codes of one kind, compared as codes are."""
    known: dict[str, StrEnum] = {}
    for value, several in _ALSO.get(kind, {}).items():
        if value in {code.value for code in kind}:
            known |= {fold(words): kind(value) for words in several.split("|")}
    if kind in WORDS:
        known |= {fold(label(code)): code for code in kind}
    return known | {fold(code.value): code for code in kind}
