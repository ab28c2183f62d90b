"""The sheet about money for people."""

from __future__ import annotations

from coproduce.domain.batches import Batch
from coproduce.domain.budget import BudgetLine
from coproduce.domain.codes import BudgetKind, DeclineReason, OfferResponse, PaymentKind, PaymentRoute
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet
from coproduce.domain.workshops import Workshop

_OPEN, _PERSONAL, _SPECIAL = Privacy.NONE, Privacy.PERSONAL, Privacy.SPECIAL

BUDGET = Sheet(
    "Budget",
    BudgetLine,
    "What is planned to be spent on a project, line by line.",
    (
        Column("project_id", Kind.PARENT, _OPEN, "The project.", required=True, parent=Project),
        Column("kind", Kind.CODE, _OPEN, "What kind of spending it is.", required=True, codes=BudgetKind),
        Column("title", Kind.TEXT, _OPEN, "What it is for, such as fees for six sessions.", required=True),
        Column("people", Kind.WHOLE, _OPEN, "How many people. Blank counts as one."),
        Column("sessions", Kind.WHOLE, _OPEN, "How many sessions. Blank counts as one."),
        Column("each", Kind.MONEY, _OPEN, "What one of them costs, such as 25.00."),
        Column("spent", Kind.MONEY, _OPEN, "What was spent so far, only where nothing else records it."),
        Column("note", Kind.TEXT, _OPEN, "Anything to remember."),
        Column("workshop_id", Kind.PARENT, _OPEN, "Only for this workshop. Blank is the whole project.", parent=Workshop),
    ),
    key=("project_id", "kind", "title", "workshop_id"),
)

BATCHES = Sheet(
    "Batches",
    Batch,
    "Approved payments that go to finance together.",
    (
        Column("batch_id", Kind.ID, _OPEN, "A short name of your own, such as B-03. No two alike.", "id", required=True),
        Column("title", Kind.TEXT, _OPEN, "What it is called, such as March.", required=True),
        Column("opened_on", Kind.DATE, _OPEN, "The day it was begun.", required=True),
        Column("expected_count", Kind.WHOLE, _OPEN, "How many lines somebody counted beforehand."),
        Column("expected_total", Kind.MONEY, _OPEN, "What they came to, such as 300.00."),
        Column("closed_on", Kind.DATE, _OPEN, "The day it was closed. Blank while lines may come and go."),
        Column("override_reason", Kind.TEXT, _OPEN, "Why it was closed although it differs from what was expected."),
        Column("sent_on", Kind.DATE, _OPEN, "The day it went to finance."),
    ),
    key=("id",),
    once=True,
)

PAYMENTS = Sheet(
    "Payments",
    Payment,
    "Fees and expenses, one line each. An advance is a line of its own, and what is settled later is another.",
    (
        Column("payment_id", Kind.ID, _OPEN, "A short name of your own, such as X-12. No two alike.", "id", required=True),
        Column("workshop_id", Kind.PARENT, _OPEN, "The workshop it is for.", required=True, parent=Workshop),
        Column("person_id", Kind.PARENT, _PERSONAL, "Who is paid.", required=True, parent=Person),
        Column("kind", Kind.CODE, _PERSONAL, "A fee for taking part, or an expense given back.", required=True, codes=PaymentKind),
        Column("category", Kind.TEXT, _PERSONAL, "What it is for, such as participation or travel."),
        Column("offered", Kind.MONEY, _PERSONAL, "How much they were offered, such as 25.50."),
        Column("offered_on", Kind.DATE, _PERSONAL, "The day they were told."),
        Column("how_told", Kind.TEXT, _PERSONAL, "How they were told, such as letter."),
        Column("response", Kind.CODE, _PERSONAL, "What they answered.", codes=OfferResponse),
        Column("response_on", Kind.DATE, _PERSONAL, "The day they answered."),
        Column("decline_reason", Kind.CODE, _SPECIAL, "Why they said no, if they wished to say.", codes=DeclineReason),
        Column("claimed", Kind.MONEY, _PERSONAL, "How much they asked for."),
        Column("claimed_on", Kind.DATE, _PERSONAL, "The day they asked for it."),
        Column("approved", Kind.MONEY, _PERSONAL, "How much was approved."),
        Column("approved_on", Kind.DATE, _PERSONAL, "The day it was approved."),
        Column("paid", Kind.MONEY, _PERSONAL, "How much was paid. Give paid_on as well."),
        Column("paid_on", Kind.DATE, _PERSONAL, "The day it was paid. Give paid as well."),
        Column("reference", Kind.TEXT, _PERSONAL, "The reference of the payment. Never an account number."),
        Column("session_minutes_paid", Kind.WHOLE, _PERSONAL, "How many minutes of the workshop it pays for."),
        Column("prep_minutes_paid", Kind.WHOLE, _PERSONAL, "How many minutes of preparation it pays for."),
        Column("advance_asked_on", Kind.DATE, _PERSONAL, "The day they asked for money before the workshop."),
        Column("needed_by", Kind.DATE, _PERSONAL, "The day they need it by."),
        Column("paid_direct", Kind.YES_NO, _PERSONAL, "yes if you paid the supplier, such as a train ticket bought for them."),
        Column("cancelled_reason", Kind.TEXT, _PERSONAL, "Why the line is cancelled. Leave blank on lines in use."),
        Column("sent_back_on", Kind.DATE, _PERSONAL, "The day the claim was sent back to be put right. Blank once it came again."),
        Column("sent_back_reason", Kind.TEXT, _PERSONAL, "What had to be put right."),
        Column("batch_id", Kind.PARENT, _OPEN, "The batch it goes to finance with.", parent=Batch),
        Column("sent_on", Kind.DATE, _PERSONAL, "The day it went to finance."),
        Column("failed_on", Kind.DATE, _PERSONAL, "The day the payment failed. Blank once it was sent or paid again."),
        Column("failed_reason", Kind.TEXT, _PERSONAL, "What went wrong. Never an account number."),
        Column("received_on", Kind.DATE, _PERSONAL, "The day the person said that the money arrived."),
        Column("route", Kind.CODE, _PERSONAL, "How you pay.", codes=PaymentRoute),
        Column("advice_on", Kind.DATE, _PERSONAL, "The day they were told where to get advice about benefits."),
        Column("receipt_seen", Kind.YES_NO, _PERSONAL, "yes if you saw the receipt. It is not kept here."),
        Column("travel_minutes_paid", Kind.WHOLE, _PERSONAL, "How many minutes of travel it pays for."),
        Column("feedback_minutes_paid", Kind.WHOLE, _PERSONAL, "How many minutes of feedback afterwards it pays for."),
        Column("entered_by", Kind.TEXT, _PERSONAL, "Who wrote the line down."),
        Column("approved_by", Kind.TEXT, _PERSONAL, "Who approved it. Best somebody else."),
        Column("miles", Kind.WHOLE, _PERSONAL, "How many miles they drove, there and back."),
    ),
    key=("id",),
    once=True,
)
