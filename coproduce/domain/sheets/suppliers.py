"""The sheets about those who provide access, and how early they have to be asked."""

from __future__ import annotations

from coproduce.domain.lead_times import LeadTime
from coproduce.domain.sheets.column import Column, Kind, Privacy, Sheet
from coproduce.domain.suppliers import MOST_DAYS, Supplier

_OPEN, _PERSONAL = Privacy.NONE, Privacy.PERSONAL

SUPPLIERS = Sheet(
    "Suppliers",
    Supplier,
    "Interpreters, captioners, venues and others who provide access. Access needs name them in words.",
    (
        Column("name", Kind.TEXT, _PERSONAL, "Their name, as you write it on an access need.", required=True),
        Column("does", Kind.TEXT, _OPEN, "What they do, such as BSL interpreter, with ; between several."),
        Column("contact_route", Kind.TEXT, _PERSONAL, "How to reach them, such as a telephone number or an e-mail address."),
        Column("area", Kind.TEXT, _OPEN, "Where they work."),
        Column("notice_days", Kind.WHOLE, _OPEN, "How many days before the day they ask to be booked.", highest=MOST_DAYS),
        Column("note", Kind.TEXT, _PERSONAL, "What is good to know, such as whom to ask for."),
    ),
    key=("name",),
    once=True,
)

LEAD_TIMES = Sheet(
    "Lead times",
    LeadTime,
    "How many days before a workshop each kind of need has to be arranged.",
    (
        Column("need", Kind.TEXT, _OPEN, "What is needed, such as BSL interpreter.", required=True),
        Column("days", Kind.WHOLE, _OPEN, "So many days before the workshop.", required=True, highest=MOST_DAYS),
        Column("source", Kind.TEXT, _OPEN, "Where the figure comes from, such as your agency or a guide."),
    ),
    key=("need",),
    once=True,
)
