"""Coded answers: stable values (the workbook's), no words. The words people read live in `coproduce.domain.wording`."""

from __future__ import annotations

from enum import StrEnum


def fold(text: str | None) -> str:
    """How codes are compared: ends trimmed, and case, spaces, `-` and `_` ignored."""
    return "" if text is None else "".join(text.split()).replace("-", "").replace("_", "").casefold()


class YesNo(StrEnum):
    """An answered yes/no question. Not answered is `None`: never a no."""

    YES = "yes"
    NO = "no"


class Stage(StrEnum):
    """The parts of a piece of work in which people can have a hand."""

    WHY = "why"
    PLAN = "plan"
    DESIGN = "design"
    DELIVER = "deliver"
    REVIEW = "review"
    GOVERN = "govern"


class LevelFramework(StrEnum):
    """Whose ladder the intended level is named on. Source: TLAP ladder; IAP2 spectrum; Arnstein 1969."""

    TLAP = "tlap"
    IAP2 = "iap2"
    ARNSTEIN = "arnstein"


class RateShape(StrEnum):
    """The shapes that published rates have: four for time and work, one for driving."""

    PER_HOUR = "per_hour"
    BAND = "band"
    TASK = "task"
    ROLE_LEVEL = "role_level"
    PER_MILE = "per_mile"


class AccessAsked(StrEnum):
    """How far asking about access has got. Blank is not recorded; nothing is pre-filled."""

    NOT_ASKED = "not_asked"
    ASKED_NO_ANSWER = "asked_no_answer"
    ASKED_NONE_NEEDED = "asked_none_needed"
    ASKED_NEEDS_GIVEN = "asked_needs_given"
    PREFERS_NOT_TO_SAY = "prefers_not_to_say"


class SeenBy(StrEnum):
    """Who may see what somebody needs."""

    ORGANISERS = "organisers"
    HELPERS = "helpers"
    EVERYONE = "everyone"


class WorkshopFormat(StrEnum):
    """Where people meet."""

    IN_PERSON = "in_person"
    ONLINE = "online"
    HYBRID = "hybrid"


class WorkshopState(StrEnum):
    """Where a workshop has got to."""

    DRAFT = "draft"
    PLANNED = "planned"
    HELD = "held"
    CLOSED = "closed"
    CANCELLED = "cancelled"


class BlockCategory(StrEnum):
    """What a part of the day is for."""

    WELCOME = "welcome"
    LISTENING = "listening"
    TALK = "talk"
    SMALL_GROUPS = "small_groups"
    WHOLE_GROUP = "whole_group"
    DECISION = "decision"
    BREAK = "break"
    CAUCUS = "caucus"
    REFLECTION = "reflection"
    OTHER = "other"


class AtInvitation(StrEnum):
    """How open a question still was on the day people were asked. Source: Gunning principle 1 (1985)."""

    OPEN = "open"
    OPTIONS_FIXED = "options_fixed"
    DECIDED = "decided"


class Capacity(StrEnum):
    """In what capacity somebody takes part; held for each workshop, never for a person for good."""

    LIVED_EXPERIENCE = "lived_experience"
    COMMUNITY = "community"
    CARER = "carer"
    EMPLOYED = "employed"
    REPRESENTING = "representing"


PARTICIPANT_CAPACITIES = frozenset({Capacity.LIVED_EXPERIENCE, Capacity.COMMUNITY, Capacity.CARER})
ORGANISATION_CAPACITIES = frozenset({Capacity.EMPLOYED, Capacity.REPRESENTING})


class Role(StrEnum):
    """What somebody does at a workshop."""

    PARTICIPANT = "participant"
    FACILITATOR = "facilitator"
    CHAIR = "chair"
    CO_CHAIR = "co_chair"
    NOTE_TAKER = "note_taker"
    OBSERVER = "observer"
    INTERPRETER = "interpreter"
    SUPPORTER = "supporter"


STAFFED_ROLES = frozenset({Role.INTERPRETER, Role.SUPPORTER})
RUNNING_ROLES = frozenset({Role.FACILITATOR, Role.CHAIR, Role.CO_CHAIR, Role.NOTE_TAKER})
CHAIRING_ROLES = frozenset({Role.FACILITATOR, Role.CHAIR, Role.CO_CHAIR})


class InvitationResponse(StrEnum):
    """What a person answered to an invitation."""

    ACCEPTED = "accepted"
    DECLINED = "declined"


class AttendanceState(StrEnum):
    """What happened on the day."""

    HERE = "here"
    LEFT_EARLY = "left_early"
    APOLOGIES = "apologies"
    ABSENT = "absent"
    UNEXPECTED = "unexpected"


CAME_STATES = frozenset({AttendanceState.HERE, AttendanceState.LEFT_EARLY, AttendanceState.UNEXPECTED})


class OrganiserSays(StrEnum):
    """Did an access arrangement work? The organiser's answer."""

    WORKED = "worked"
    PARTLY = "partly"
    DID_NOT = "did_not"
    NOT_POSSIBLE = "not_possible"


class PersonSays(StrEnum):
    """Did an access arrangement work? The person's own answer, kept apart from the organiser's."""

    WORKED = "worked"
    PARTLY = "partly"
    DID_NOT = "did_not"


class PaymentKind(StrEnum):
    """A fee for taking part, or an expense given back: never both on one line."""

    FEE = "fee"
    EXPENSE = "expense"


class OfferResponse(StrEnum):
    """What a person answered to an offer of money. Declining is a dignified outcome, and counted."""

    ACCEPTED = "accepted"
    DECLINED = "declined"
    LESS = "less"
    VOUCHER = "voucher"
    DONATION = "donation"
    GROUP = "group"


class BudgetKind(StrEnum):
    """What a line of a budget is for."""

    FEES = "fees"
    EXPENSES = "expenses"
    ACCESS = "access"
    ROOM_AND_FOOD = "room_and_food"
    MATERIALS = "materials"
    TRAINING = "training"
    STAFF = "staff"
    OTHER = "other"


class PaymentRoute(StrEnum):
    """How an organisation pays. Which of them counts as income is for advisers, never for the program."""

    PAYROLL = "payroll"
    INVOICE = "invoice"
    BANK_TRANSFER = "bank_transfer"
    CASH = "cash"
    VOUCHER = "voucher"
    DONATION = "donation"
    GROUP = "group"


class PaidHow(StrEnum):
    """How somebody's time at one workshop was resourced."""

    EMPLOYER = "employer"
    FEE = "fee"
    OTHER_FORM = "other_form"
    DECLINED = "declined"
    OWED = "owed"
    NOT_RECORDED = "not_recorded"


class DeclineReason(StrEnum):
    """Why somebody declined money, if they wished to say."""

    OWN_CHOICE = "own_choice"
    BENEFITS = "benefits"
    EMPLOYER_PAYS = "employer_pays"
    OTHER = "other"
    PREFER_NOT_TO_SAY = "prefer_not_to_say"


class SaidAs(StrEnum):
    """How a person's words may be attributed: their choice."""

    NAMED = "named"
    ROLE = "role"
    ANONYMOUS = "anonymous"


class Answer(StrEnum):
    """What was done with something people said."""

    ADOPTED = "adopted"
    PART = "part"
    NOT_ADOPTED = "not_adopted"
    PARKED = "parked"
    HEARD = "heard"
    """It is valued, and there is no decision to make."""


class AskAnswer(StrEnum):
    """What another organisation answered when it was asked for something. `NO_ANSWER`: it never did, and nobody waits any more."""

    YES = "yes"
    PART = "part"
    NO = "no"
    NO_ANSWER = "no_answer"


class YesPartlyNo(StrEnum):
    """Yes, partly or no."""

    YES = "yes"
    PARTLY = "partly"
    NO = "no"


class DecisionMethod(StrEnum):
    """How a decision was taken."""

    CONSENT = "consent"
    CONSENSUS = "consensus"
    ADVICE = "advice"
    MAJORITY = "majority"
    FIST_TO_FIVE = "fist_to_five"
    SCORE = "score"
    DOT_VOTE = "dot_vote"
    RANKED = "ranked"
    DECIDED_ELSEWHERE = "decided_elsewhere"


class DecisionState(StrEnum):
    """Where a decision has got to."""

    TO_DECIDE = "to_decide"
    DECIDED = "decided"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    STOPPED = "stopped"


class Share(StrEnum):
    """How much agreement is enough, as a share of those counted."""

    MORE_THAN_HALF = "more_than_half"
    THREE_FIFTHS = "three_fifths"
    TWO_THIRDS = "two_thirds"
    THREE_QUARTERS = "three_quarters"
    FOUR_FIFTHS = "four_fifths"
    EVERYBODY = "everybody"


class CountedOf(StrEnum):
    """Of whom the share is counted: those who voted for or against, or everybody who took part."""

    VOTED = "voted"
    PRESENT = "present"


class AskedAs(StrEnum):
    """Why somebody was asked for advice. Source: the advice process asks those affected and those who know."""

    AFFECTED = "affected"
    EXPERT = "expert"


class ActionState(StrEnum):
    """Where one thing to do has got to."""

    TO_DO = "to_do"
    UNDER_WAY = "under_way"
    DONE = "done"
    DROPPED = "dropped"


class ReviewResult(StrEnum):
    """What a review of a decision came to."""

    KEPT = "kept"
    CHANGED = "changed"
    UNDONE = "undone"


class GivenBy(StrEnum):
    """Whose verdict a sheet is."""

    PARTICIPANT = "participant"
    ORGANISER = "organiser"


ORGANISER = "organiser"
"""Stands where a person id may stand when the organiser proposed something."""

WITHHELD = "withheld"
"""Stands for a need in the eyes of somebody who may not see it: they see that there is one."""


class Right(StrEnum):
    """What somebody of the team may see and change in a workspace."""

    LEAD = "lead"
    ORGANISER = "organiser"
    FINANCE = "finance"
    READER = "reader"
