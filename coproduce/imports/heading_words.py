"""What headings of other people's spreadsheets mean: the words known for each field of a person, and what is never kept with one."""

from __future__ import annotations

import re
import unicodedata
from functools import cache

from coproduce.domain.sheets.people import PEOPLE
from coproduce.i18n import _

FIRST_NAME, LAST_NAME = "first_name", "last_name"
"""Two columns that together make a name."""


def N_(words: str) -> str:  # noqa: N802  gettext's own name for it
    """Mark words for translation where they stand; they are translated when they are read."""
    return words


_KNOWN: dict[str, str] = {
    "id": "id|person id|member id|membership id|contact id|record id|client ref|ref|reference|person ref|member number|membership number"
    "|member no|membership no|unique id|urn|nationbuilder id",
    "name": "name|preferred name|chosen name|known as|display name|participant|participant name|person|person name|member name|member",
    FIRST_NAME: "first name|forename|given name|first|firstname|name first|christian name",
    LAST_NAME: "last name|surname|family name|last|lastname|second name|name last|name surname",
    "full_name": "full name|legal name|official name",
    "group": "group|organisation|organization|org|affiliation|charity|community group|organisation name|group or organisation",
    "named_contact": "named contact|link worker|key worker|contact in the team",
    "inducted_on": "inducted on|induction|induction date|date of induction|welcomed in on|welcomed on",
    "induction_confirmed": "induction confirmed",
    "access_asked": "access asked",
    "access_first_asked_on": "access first asked on|access asked on|date asked about access",
    "upfront_asked_on": "upfront asked on",
    "reply_format": "reply format|preferred format|preferred contact method|contact preference|communication preference|how to reply"
    "|preferred method of contact|likes to hear by",
    "left_on": "left on|left|date left|leaving date|leave date",
    "left_reason_asked": "left reason asked",
    "under_18": "under 18|under18|is under 18|u18",
    "guardian_consent_on": "guardian consent on|guardian consent date|parental consent date|parental consent on",
    "retain_until": "retain until|keep until|keep record until|retention date|delete after",
}

_EQUALITY = N_("Answers about equality are kept as counts for the whole project, never with a person.")
_HEALTH = N_("Health and diagnoses are never kept. Ask what a person needs, and write that down with the workshop.")
_MONEY = N_("Bank details, benefits and National Insurance numbers are never kept.")
_STATUS = N_("Immigration status, nationality and convictions are never kept.")
_AGE = N_("Dates of birth and ages are not kept with a person. Only “under 18” is, where it matters.")

_NEVER: tuple[tuple[tuple[str, ...], str], ...] = (
    (
        (
            r"gender|sex|pronouns?|trans|ethnic\w*|race|racial|religio\w*|belief|faith|sexual\w*|orientation|marital|married|pregnan\w*",
            r"maternity|political|trade union|union|age band|age bracket|age group|age range|caste|equality|protected characteristics?",
        ),
        _EQUALITY,
    ),
    (
        (
            r"diagnos\w*|disab\w*|impairment\w*|health|medical|medication|conditions?|illness\w*|nhs|mental|gp|allerg\w*",
            r"neurodiver\w*|autis\w*",
        ),
        _HEALTH,
    ),
    (
        (
            r"bank\w*|account (?:no|number|name)|sort ?code|iban|swift|bic|card number|benefits?|universal credit|pip|esa|dla",
            r"national insurance|ni (?:no|number)|nino|tax code|utr|income|salary",
        ),
        _MONEY,
    ),
    (
        (
            r"immigra\w*|asylum|refugee|visa|nationality|citizenship|passport\w*|biometric\w*",
            r"criminal\w*|convictions?|offen[cs]e\w*|dbs",
        ),
        _STATUS,
    ),
    ((r"date of birth|birth ?(?:date|day)|dob|born|year of birth|age",), _AGE),
)
"""Source of the kinds: UK GDPR, articles 9(1) and 10; Equality Act 2010, section 4; Data Protection Act 2018, section 11."""

_NEVER_PATTERNS = tuple((re.compile(rf"\b(?:{'|'.join(words)})\b"), why) for words, why in _NEVER)
_CAMEL = re.compile(r"(?<=[a-z0-9])(?=[A-Z])")
_BY_WORDS = {words: field for field, several in _KNOWN.items() for words in several.split("|")}
_OURS = {column.heading.replace("_", " "): column.name for column in PEOPLE.columns}
_NOT_A_PERSONS_ID = frozenset({"household", "family", "organisation", "org", "group", "parent", "recruiter", "email", "event", "session"})


@cache
def words_of(heading: str) -> str:
    """A heading as words: `nationbuilder_id`, `NationBuilder-ID` and `Nationbuilder Id` are the same."""
    parted = _CAMEL.sub(" ", unicodedata.normalize("NFKD", heading))
    plain = "".join(c if c.isalnum() else " " for c in parted if not unicodedata.combining(c))
    return " ".join(plain.casefold().split())


@cache
def field_of(heading: str) -> str | None:
    """The field a heading speaks of. Of two lines of headings (`Contact – First name`) the lower counts first."""
    for part in (heading.rpartition(" – ")[2], heading):
        words = words_of(part)
        known = _OURS.get(words) or _BY_WORDS.get(words)
        if known:
            return known
        *before, last = words.split() or [""]
        if last == "id" and not _NOT_A_PERSONS_ID.intersection(before):
            return "id"
    return None


def is_ours(heading: str) -> bool:
    """The heading is the workbook's own, so there is nothing to guess."""
    return words_of(heading) in _OURS


@cache
def why_never(heading: str) -> str | None:
    """Why what stands under such a heading is never kept with a person; None where it may be."""
    words = words_of(heading)
    if is_ours(heading) or field_of(heading) in {"under_18", "guardian_consent_on"}:
        return None
    return next((_(why) for pattern, why in _NEVER_PATTERNS if pattern.search(words)), None)


def is_known(heading: str) -> bool:
    """Words that only a heading would say."""
    return field_of(heading) is not None or why_never(heading) is not None or words_of(heading) in _OFTEN


_OFTEN = frozenset(
    {"email", "e mail", "email address", "mobile", "mobile number", "phone", "phone number", "telephone", "address", "postcode", "notes"}
)
"""Headings often met, for which a person has no field."""

MONEY_REASON, HEALTH_REASON, EQUALITY_REASON = _MONEY, _HEALTH, _EQUALITY
