"""Every noun's table, tied to its class so that the domain stays as it is. One model, for PostgreSQL later too.

Links are checked at the end of a transaction. Two columns are not the noun's own and stay out of its sight: `entry`,
the order of entry, and a person's `name_key`.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from sqlalchemy.orm import registry

from coproduce.domain import codes
from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting
from coproduce.storage.column_types import Words
from coproduce.storage.columns import Parts, clock_time, code, day, entry, ident, link, pence, several, whole, words
from coproduce.storage.quick_start import quick_start

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def _table(name: str, *columns: Parts, extra: tuple[sa.Constraint | sa.Index, ...] = ()) -> sa.Table:
    return sa.Table(name, metadata, *(part for column in columns for part in column), *extra, sqlite_strict=True)


settings = _table("settings", ident(), words("value", required=True), entry())

rates = _table(
    "rates",
    ident(),
    words("label", required=True),
    code("shape", codes.RateShape, required=True),
    pence("amount", required=True),
    day("valid_from", required=True),
    day("valid_to"),
    words("region"),
    words("source"),
    code("is_floor", codes.YesNo),
    entry(),
)

projects = _table(
    "projects",
    ident(),
    words("title", required=True),
    words("purpose"),
    words("open_to_change"),
    words("not_open"),
    code("level_framework", codes.LevelFramework),
    words("intended_level"),
    several("stages_run", codes.Stage),
    words("partners"),
    day("starts_on"),
    day("ends_on"),
    entry(),
)

people = _table(
    "people",
    ident(),
    words("name", required=True),
    words("full_name"),
    words("group"),
    words("named_contact"),
    day("inducted_on"),
    code("induction_confirmed", codes.YesNo),
    code("access_asked", codes.AccessAsked),
    day("access_first_asked_on"),
    day("upfront_asked_on"),
    words("reply_format"),
    day("left_on"),
    code("left_reason_asked", codes.YesNo),
    code("under_18", codes.YesNo),
    day("guardian_consent_on"),
    day("retain_until"),
    words("pronouns"),
    words("contact_route"),
    code("photo_consent", codes.YesNo),
    code("quote_consent", codes.YesNo),
    code("name_consent", codes.YesNo),
    code("keep_needs_consent", codes.YesNo),
    day("consents_asked_on"),
    day("assent_on"),
    entry(),
    (sa.Column("name_key", Words(), nullable=False),),
    extra=(sa.Index(None, "name_key", "id"),),  # everybody in order of name, read from the index alone
)
"""`name_key` is the name folded for search and order (`column_types.fold_name`); it keeps itself."""

requirements = _table(
    "requirements",
    ident(),
    link("person_id", "people"),
    words("need", required=True),
    words("words"),
    code("seen_by", codes.SeenBy),
    day("review_on"),
    code("keep", codes.YesNo),
    entry(),
)

workshops = _table(
    "workshops",
    ident(),
    link("project_id", "projects"),
    words("title", required=True),
    day("date", required=True),
    clock_time("starts_at"),
    words("venue"),
    code("format", codes.WorkshopFormat),
    several("stages", codes.Stage),
    code("state", codes.WorkshopState),
    day("invited_on"),
    day("adjustments_by"),
    day("feedback_promised_by"),
    whole("headcount"),
    words("cancelled_reason"),
    entry(),
    extra=(sa.Index(None, "date"),),
)

blocks = _table(
    "blocks",
    ident(),
    link("workshop_id", "workshops"),
    whole("order", required=True),
    words("title", required=True),
    whole("minutes", required=True),
    words("lane"),
    clock_time("pinned_start"),
    code("category", codes.BlockCategory),
    several("led_by"),
    words("proposed_by"),
    code("at_invitation", codes.AtInvitation),
    entry(),
)

attendances = _table(
    "attendances",
    ident(),
    link("workshop_id", "workshops", index=False),
    link("person_id", "people"),
    code("capacity", codes.Capacity),
    code("role", codes.Role),
    code("response", codes.InvitationResponse),
    code("state", codes.AttendanceState),
    whole("minutes_present"),
    whole("prep_minutes_asked"),
    whole("travel_minutes"),
    whole("minutes_chaired"),
    day("access_asked_on"),
    entry(),
    extra=(sa.UniqueConstraint("workshop_id", "person_id"),),
)

papers = _table(
    "papers",
    ident(),
    link("workshop_id", "workshops", index=False),
    link("person_id", "people"),
    words("paper", required=True),
    words("format_needed"),
    words("format_sent"),
    day("sent_on"),
    entry(),
    extra=(sa.UniqueConstraint("workshop_id", "person_id", "paper"),),
)

arrangements = _table(
    "arrangements",
    ident(),
    link("person_id", "people"),
    link("workshop_id", "workshops"),
    words("need", required=True),
    words("words"),
    day("asked_on"),
    day("needed_by"),
    day("agreed_on"),
    day("booked_on"),
    day("confirmed_on"),
    code("organiser_says", codes.OrganiserSays),
    code("person_says", codes.PersonSays),
    words("not_possible_reason"),
    day("told_on"),
    pence("cost"),
    entry(),
)

payments = _table(
    "payments",
    ident(),
    link("workshop_id", "workshops"),
    link("person_id", "people"),
    code("kind", codes.PaymentKind, required=True),
    words("category"),
    pence("offered"),
    day("offered_on"),
    words("how_told"),
    code("response", codes.OfferResponse),
    day("response_on"),
    code("decline_reason", codes.DeclineReason),
    pence("claimed"),
    day("claimed_on"),
    pence("approved"),
    day("approved_on"),
    pence("paid"),
    day("paid_on"),
    words("reference"),
    whole("session_minutes_paid"),
    whole("prep_minutes_paid"),
    day("advance_asked_on"),
    day("needed_by"),
    code("paid_direct", codes.YesNo),
    words("cancelled_reason"),
    entry(),
)

contributions = _table(
    "contributions",
    ident(),
    link("workshop_id", "workshops"),
    words("words", required=True),
    link("person_id", "people", required=False),
    code("capacity", codes.Capacity),
    code("said_as", codes.SaidAs),
    words("theme"),
    code("answer", codes.Answer),
    day("answered_on"),
    words("reason"),
    day("told_on"),
    words("told_how"),
    code("made_a_difference", codes.YesPartlyNo),
    entry(),
)

decisions = _table(
    "decisions",
    ident(),
    link("project_id", "projects"),
    words("question", required=True),
    link("workshop_id", "workshops", required=False),
    code("at_invitation", codes.AtInvitation),
    code("method", codes.DecisionMethod),
    words("threshold"),
    day("decided_on"),
    words("outcome"),
    words("outcome_by"),
    words("reason"),
    code("dissent_asked", codes.YesNo),
    code("changed", codes.YesNo),
    words("owner"),
    day("due_on"),
    code("state", codes.DecisionState),
    day("review_on"),
    day("reviewed_on"),
    code("review_result", codes.ReviewResult),
    entry(),
)

options = _table(
    "options",
    ident(),
    link("decision_id", "decisions"),
    words("option", required=True),
    words("meaning"),
    words("proposed_by"),
    entry(),
)

deciders = _table(
    "deciders",
    ident(),
    link("decision_id", "decisions"),
    code("capacity", codes.Capacity, required=True),
    whole("could_decide"),
    whole("took_part"),
    whole("support"),
    whole("stand_aside"),
    whole("object"),
    whole("abstain"),
    entry(),
)

dissents = _table(
    "dissents",
    ident(),
    link("decision_id", "decisions"),
    words("words", required=True),
    code("said_as", codes.SaidAs),
    link("person_id", "people", required=False),
    entry(),
)

changes = _table(
    "changes",
    ident(),
    link("decision_id", "decisions"),
    link("contribution_id", "contributions"),
    words("before", required=True),
    words("after", required=True),
    entry(),
)

turns = _table(
    "turns",
    ident(),
    link("workshop_id", "workshops"),
    whole("turns", required=True),
    link("person_id", "people", required=False),
    code("capacity", codes.Capacity),
    entry(),
)

verdicts = _table(
    "verdicts",
    ident(),
    link("workshop_id", "workshops"),
    code("given_by", codes.GivenBy, required=True),
    whole("voice"),
    whole("ways"),
    whole("agenda"),
    whole("change"),
    code("access_worked", codes.YesPartlyNo),
    code("had_influence", codes.YesPartlyNo),
    words("words"),
    entry(),
)

equality_counts = _table(
    "equality_counts",
    ident(),
    link("project_id", "projects"),
    words("question", required=True),
    words("answer", required=True),
    whole("count", required=True),
    entry(),
)

TABLES: dict[type[Any], sa.Table] = {
    Setting: settings,
    Rate: rates,
    Project: projects,
    Person: people,
    Requirement: requirements,
    Workshop: workshops,
    Block: blocks,
    Attendance: attendances,
    Paper: papers,
    Arrangement: arrangements,
    Payment: payments,
    Contribution: contributions,
    Decision: decisions,
    Option: options,
    Deciders: deciders,
    Dissent: dissents,
    Change: changes,
    Turns: turns,
    Verdict: verdicts,
    EqualityCount: equality_counts,
}

NOUNS: tuple[type[Any], ...] = tuple(TABLES)
"""Every noun, parents before their children."""

HIDDEN = {"entry": "_entry", "name_key": "_name_key"}
"""Columns that are not the noun's own, and the private attribute that carries them."""

mappers = registry()

for _noun, _of in TABLES.items():
    quick_start(_noun)
    mappers.map_imperatively(_noun, _of, properties={HIDDEN[name]: _of.c[name] for name in HIDDEN if name in _of.c})
