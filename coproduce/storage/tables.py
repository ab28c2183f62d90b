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
from coproduce.domain.agenda import Block, CheckNote, Lane, LaneSeat, Paper
from coproduce.domain.asks import Ask
from coproduce.domain.batches import Batch
from coproduce.domain.budget import BudgetLine
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.lead_times import LeadTime
from coproduce.domain.looking_back import Promise, Reflection
from coproduce.domain.methods import Method, Template, TemplateBlock
from coproduce.domain.own_words import OwnWords
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.suppliers import Supplier
from coproduce.domain.team import TeamMember
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import Setting
from coproduce.storage.access_tables import arrangements, lead_times, requirements, suppliers
from coproduce.storage.ask_tables import asks
from coproduce.storage.column_types import Words
from coproduce.storage.columns import clock_time, code, day, entry, ident, link, pence, several, whole, words
from coproduce.storage.decided_tables import OF_A_DECISION
from coproduce.storage.evidence_tables import own_words
from coproduce.storage.ground import table
from coproduce.storage.plan_tables import (
    check_notes,
    lane_seats,
    lanes,
    methods,
    parts_of_a_day,
    promises,
    reflections,
    template_blocks,
    templates,
)
from coproduce.storage.quick_start import quick_start
from coproduce.storage.said_tables import changes, contributions, deciders, decisions, dissents, equality_counts, options, turns, verdicts

settings = table("settings", ident(), words("value", required=True), entry())

rates = table(
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

projects = table(
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

people = table(
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
    day("access_asked_again_on"),
    day("restricted_on"),
    words("restricted_reason"),
    day("equality_stopped_on"),
    entry(),
    (sa.Column("name_key", Words(), nullable=False),),
    extra=(sa.Index(None, "name_key", "id"),),  # everybody in order of name, read from the index alone
)
"""`name_key` is the name folded for search and order (`column_types.fold_name`); it keeps itself."""

workshops = table(
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
    whole("expected"),
    whole("room_capacity"),
    words("online_link"),
    words("online_part"),
    words("supporter"),
    words("quiet_room"),
    words("stop_signal"),
    day("content_notes_on"),
    words("debrief"),
    whole("follow_ups_owed"),
    whole("follow_ups_done"),
    code("voice_agreed", codes.YesNo),
    entry(),
    extra=(sa.Index(None, "date"),),
)

blocks = table(
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
    *parts_of_a_day(),
    day("locked_on"),
    day("changed_after_on"),
    clock_time("began_at"),
    clock_time("ended_at"),
    whole("extra_minutes"),
    entry(),
)

attendances = table(
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
    clock_time("arrived_at"),
    clock_time("left_at"),
    entry(),
    extra=(sa.UniqueConstraint("workshop_id", "person_id"),),
)

papers = table(
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

team = table(
    "team",
    ident(),
    words("name", required=True),
    code("right", codes.Right, required=True),
    entry(),
)

budget_lines = table(
    "budget_lines",
    ident(),
    link("project_id", "projects"),
    code("kind", codes.BudgetKind, required=True),
    words("title", required=True),
    whole("people"),
    whole("sessions"),
    pence("each"),
    pence("spent"),
    words("note"),
    link("workshop_id", "workshops", required=False),
    entry(),
)

batches = table(
    "batches",
    ident(),
    words("title", required=True),
    day("opened_on", required=True),
    whole("expected_count"),
    pence("expected_total"),
    day("closed_on"),
    words("override_reason"),
    day("sent_on"),
    entry(),
)

payments = table(
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
    day("sent_back_on"),
    words("sent_back_reason"),
    link("batch_id", "batches", required=False),
    day("sent_on"),
    day("failed_on"),
    words("failed_reason"),
    day("received_on"),
    code("route", codes.PaymentRoute),
    day("advice_on"),
    code("receipt_seen", codes.YesNo),
    whole("travel_minutes_paid"),
    whole("feedback_minutes_paid"),
    words("entered_by"),
    words("approved_by"),
    whole("miles"),
    entry(),
)

__all__ = [
    "HIDDEN",
    "NOUNS",
    "TABLES",
    "arrangements",
    "asks",
    "attendances",
    "batches",
    "blocks",
    "budget_lines",
    "changes",
    "check_notes",
    "contributions",
    "deciders",
    "decisions",
    "dissents",
    "equality_counts",
    "lane_seats",
    "lanes",
    "lead_times",
    "mappers",
    "methods",
    "options",
    "own_words",
    "papers",
    "payments",
    "people",
    "projects",
    "promises",
    "rates",
    "reflections",
    "requirements",
    "settings",
    "suppliers",
    "team",
    "template_blocks",
    "templates",
    "turns",
    "verdicts",
    "workshops",
]

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
    Batch: batches,
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
    Lane: lanes,
    LaneSeat: lane_seats,
    CheckNote: check_notes,
    Reflection: reflections,
    Promise: promises,
    Method: methods,
    Template: templates,
    TemplateBlock: template_blocks,
    BudgetLine: budget_lines,
    TeamMember: team,
    Ask: asks,
    Supplier: suppliers,
    LeadTime: lead_times,
    **OF_A_DECISION,
    OwnWords: own_words,
}

NOUNS: tuple[type[Any], ...] = tuple(TABLES)
"""Every noun, parents before their children."""

HIDDEN = {"entry": "_entry", "name_key": "_name_key"}
"""Columns that are not the noun's own, and the private attribute that carries them."""

mappers = registry()

for _noun, _of in TABLES.items():
    quick_start(_noun)
    mappers.map_imperatively(_noun, _of, properties={HIDDEN[name]: _of.c[name] for name in HIDDEN if name in _of.c})
