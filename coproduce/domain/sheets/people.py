"""The sheets about people: who they are, who came, what they were sent and what they needed."""

from __future__ import annotations

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.agenda import Paper
from coproduce.domain.codes import AccessAsked, AttendanceState, Capacity, InvitationResponse, OrganiserSays, PersonSays, Role, SeenBy
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet
from coproduce.domain.workshops import Workshop

_OPEN, _PERSONAL, _SPECIAL = Privacy.NONE, Privacy.PERSONAL, Privacy.SPECIAL

PEOPLE = Sheet(
    "People",
    Person,
    "Everyone who takes part or helps. Only a name they choose is needed.",
    (
        Column("person_id", Kind.ID, _PERSONAL, "A short name of your own, such as 0014. No two alike.", "id", required=True),
        Column("name", Kind.TEXT, _PERSONAL, "The name they wish to be called by.", required=True),
        Column("full_name", Kind.TEXT, _PERSONAL, "Their full name, if they gave it."),
        Column("pronouns", Kind.TEXT, _SPECIAL, "How they wish to be spoken of, such as she or they, if they said so."),
        Column("contact_route", Kind.TEXT, _PERSONAL, "How to reach them: e-mail, telephone, letter, or through whom."),
        Column("group", Kind.TEXT, _PERSONAL, "A group or organisation they belong to."),
        Column("named_contact", Kind.TEXT, _PERSONAL, "Who they can turn to."),
        Column("inducted_on", Kind.DATE, _PERSONAL, "The day they were welcomed in."),
        Column("induction_confirmed", Kind.YES_NO, _PERSONAL, "yes if they say the welcome happened."),
        Column("access_asked", Kind.CODE, _SPECIAL, "How far asking about access has got.", codes=AccessAsked),
        Column("access_first_asked_on", Kind.DATE, _PERSONAL, "The day they were first asked what they need."),
        Column("upfront_asked_on", Kind.DATE, _PERSONAL, "The day they were asked whether they need money before a workshop."),
        Column("reply_format", Kind.TEXT, _SPECIAL, "How they like to be answered, such as letter or easy read."),
        Column("left_on", Kind.DATE, _PERSONAL, "The day they left, if they did."),
        Column("left_reason_asked", Kind.YES_NO, _PERSONAL, "yes if they were asked why they left."),
        Column("under_18", Kind.YES_NO, _PERSONAL, "yes if they are under 18."),
        Column("guardian_consent_on", Kind.DATE, _PERSONAL, "The day a parent or guardian agreed, for people under 18."),
        Column("assent_on", Kind.DATE, _PERSONAL, "The day the young person said yes themselves."),
        Column("photo_consent", Kind.YES_NO, _PERSONAL, "yes if they may be in photographs."),
        Column("quote_consent", Kind.YES_NO, _PERSONAL, "yes if their words may be printed. no keeps them out of every copy."),
        Column("name_consent", Kind.YES_NO, _PERSONAL, "yes if their name may be printed beside their words. no keeps it out."),
        Column("keep_needs_consent", Kind.YES_NO, _SPECIAL, "yes if what they need may be kept for next time."),
        Column("consents_asked_on", Kind.DATE, _PERSONAL, "The day they were asked about photographs, words, name and needs."),
        Column("retain_until", Kind.DATE, _PERSONAL, "The day on which you promised to think about deleting this record."),
        Column("access_asked_again_on", Kind.DATE, _PERSONAL, "The last day they were asked again what they need."),
        Column("restricted_on", Kind.DATE, _PERSONAL, "The day from which this record is kept but not used, because they asked."),
        Column("restricted_reason", Kind.TEXT, _PERSONAL, "Why it is kept but not used."),
        Column("equality_stopped_on", Kind.DATE, _PERSONAL, "The day they asked that their answers about equality be kept no more."),
    ),
    key=("id",),
    once=True,
)

REQUIREMENTS = Sheet(
    "Requirements",
    Requirement,
    "What people need wherever they take part, in their own words. Never the reason.",
    (
        Column("requirement_id", Kind.ID, _OPEN, "A short name of your own, such as R-05. No two alike.", "id", required=True),
        Column("person_id", Kind.PARENT, _PERSONAL, "Who needs it.", required=True, parent=Person),
        Column("need", Kind.TEXT, _SPECIAL, "What is needed, such as step_free or BSL interpreter.", required=True),
        Column("words", Kind.TEXT, _SPECIAL, "How they put it, in their own words."),
        Column("seen_by", Kind.CODE, _SPECIAL, "Who may see it. Blank: only the organisers.", codes=SeenBy),
        Column("review_on", Kind.DATE, _SPECIAL, "The day to ask whether it still holds."),
        Column("keep", Kind.YES_NO, _SPECIAL, "yes if they want it kept for next time."),
    ),
    key=("id",),
    once=True,
)

ATTENDANCE = Sheet(
    "Attendance",
    Attendance,
    "Who was invited to each workshop and who came: one row for each person at each workshop.",
    (
        Column("workshop_id", Kind.PARENT, _OPEN, "The workshop.", required=True, parent=Workshop),
        Column("person_id", Kind.PARENT, _PERSONAL, "The person.", required=True, parent=Person),
        Column("capacity", Kind.CODE, _SPECIAL, "In what capacity they take part in this workshop.", codes=Capacity),
        Column("role", Kind.CODE, _PERSONAL, "What they do on the day.", codes=Role),
        Column("response", Kind.CODE, _PERSONAL, "What they answered to the invitation.", codes=InvitationResponse),
        Column("state", Kind.CODE, _PERSONAL, "What happened on the day.", codes=AttendanceState),
        Column("minutes_present", Kind.WHOLE, _PERSONAL, "How long they were there, in whole minutes."),
        Column("prep_minutes_asked", Kind.WHOLE, _PERSONAL, "How long you asked them to prepare, in whole minutes. 0 if you did not."),
        Column("travel_minutes", Kind.WHOLE, _PERSONAL, "How long they travelled, in whole minutes."),
        Column("minutes_chaired", Kind.WHOLE, _PERSONAL, "How long they chaired or facilitated, in whole minutes."),
        Column("access_asked_on", Kind.DATE, _PERSONAL, "The day they were asked what they need for this workshop."),
        Column("arrived_at", Kind.TIME, _PERSONAL, "When they came."),
        Column("left_at", Kind.TIME, _PERSONAL, "When they left, if before the end."),
    ),
    key=("workshop_id", "person_id"),
    once=True,
)

PAPERS = Sheet(
    "Papers",
    Paper,
    "Papers people were sent before a workshop: one row for each paper and person.",
    (
        Column("workshop_id", Kind.PARENT, _OPEN, "The workshop.", required=True, parent=Workshop),
        Column("person_id", Kind.PARENT, _PERSONAL, "Who it is for.", required=True, parent=Person),
        Column("paper", Kind.TEXT, _OPEN, "What the paper is called, such as Agenda.", required=True),
        Column("format_needed", Kind.TEXT, _SPECIAL, "The format they need, such as easy_read; none if any will do."),
        Column("format_sent", Kind.TEXT, _SPECIAL, "The format they were sent."),
        Column("sent_on", Kind.DATE, _PERSONAL, "The day it was sent."),
    ),
    key=("workshop_id", "person_id", "paper"),
    once=True,
)

ACCESS = Sheet(
    "Access",
    Arrangement,
    "What somebody needs at a workshop, and whether it worked. Never the reason.",
    (
        Column("access_id", Kind.ID, _OPEN, "A short name of your own, such as A-05. No two alike.", "id", required=True),
        Column("person_id", Kind.PARENT, _PERSONAL, "Who needs it.", required=True, parent=Person),
        Column("workshop_id", Kind.PARENT, _OPEN, "At which workshop.", required=True, parent=Workshop),
        Column("need", Kind.TEXT, _SPECIAL, "What is needed, such as step_free or BSL interpreter.", required=True),
        Column("words", Kind.TEXT, _SPECIAL, "How they put it, in their own words."),
        Column("asked_on", Kind.DATE, _PERSONAL, "The day they asked for it."),
        Column("needed_by", Kind.DATE, _PERSONAL, "The day it has to be booked by."),
        Column("agreed_on", Kind.DATE, _PERSONAL, "The day you agreed to it."),
        Column("booked_on", Kind.DATE, _PERSONAL, "The day it was booked."),
        Column("confirmed_on", Kind.DATE, _PERSONAL, "The day you told them it is arranged."),
        Column("organiser_says", Kind.CODE, _SPECIAL, "Did it work? The organiser's answer.", codes=OrganiserSays),
        Column("person_says", Kind.CODE, _SPECIAL, "Did it work? The person's own answer.", codes=PersonSays),
        Column("not_possible_reason", Kind.TEXT, _SPECIAL, "Why it was not possible, if it was not."),
        Column("told_on", Kind.DATE, _PERSONAL, "The day they were told that it was not possible."),
        Column("cost", Kind.MONEY, _PERSONAL, "What it cost, such as 120.00."),
        Column("owner", Kind.TEXT, _PERSONAL, "Who sees to it."),
        Column("supplier", Kind.TEXT, _OPEN, "Who provides it, such as an interpreter's name."),
        Column("in_place_on", Kind.DATE, _PERSONAL, "The day somebody saw that it is there."),
        Column("alternative", Kind.TEXT, _SPECIAL, "What was offered instead, where it was not possible."),
    ),
    key=("id",),
    once=True,
)
