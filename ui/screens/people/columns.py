"""The columns of the list of people that can be shown besides those it begins with."""

from __future__ import annotations

from coproduce.domain.people import Person
from coproduce.i18n import _
from coproduce.storage.queries.people import PersonRow
from ui.kit.cells import Cell, Figure, Text
from ui.kit.columns import Column
from ui.kit.noun_columns import noun_columns
from ui.kit.written import need_written


def more_columns() -> list[Column]:
    """Everything the sheet of people holds, and how many needs are still to arrange."""
    headings = {
        "group": _("Group"),
        "full_name": _("Full name"),
        "pronouns": _("Pronouns"),
        "contact_route": _("How to reach them"),
        "named_contact": _("Can turn to"),
        "reply_format": _("Likes to hear by"),
        "access_asked": _("Asked what they need"),
        "access_first_asked_on": _("First asked on"),
        "access_asked_again_on": _("Asked again on"),
        "upfront_asked_on": _("Asked about money before"),
        "inducted_on": _("Welcomed in on"),
        "induction_confirmed": _("Welcome enough"),
        "under_18": _("Under 18"),
        "guardian_consent_on": _("Guardian agreed on"),
        "assent_on": _("Young person said yes on"),
        "photo_consent": _("Photographs"),
        "quote_consent": _("Words may be printed"),
        "name_consent": _("Name may be printed"),
        "keep_needs_consent": _("Needs may be kept"),
        "consents_asked_on": _("Asked about consent on"),
        "left_on": _("Left on"),
        "left_reason_asked": _("Asked why they left"),
        "retain_until": _("Keep until"),
        "restricted_on": _("Kept, not used, from"),
        "restricted_reason": _("Why it is not used"),
        "equality_stopped_on": _("No equality questions from"),
        "id": _("Id"),
    }
    return [
        *noun_columns(Person, headings, lambda row: row.person),
        Column(_("Needs"), _needs, width=190, key="needs", at_first=False),
        Column(_("To arrange"), _to_arrange, width=96, sort="access", right=True, key="to_arrange", at_first=False),
    ]


def _needs(row: PersonRow) -> Cell:
    return Text("; ".join(need_written(need) for need in row.needs))


def _to_arrange(row: PersonRow) -> Cell:
    return Figure(str(row.unconfirmed) if row.unconfirmed else "")
