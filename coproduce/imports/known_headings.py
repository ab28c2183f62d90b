"""The words that other people's spreadsheets have above their columns, by sheet and field."""

from __future__ import annotations

from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.sheets import Kind, Sheet
from coproduce.domain.sheets.people import PEOPLE
from coproduce.domain.workshops import Workshop
from coproduce.imports.table_fields import FIRST_NAME, LAST_NAME, PERSON_NAME, WORKSHOP_DATE, WORKSHOP_TITLE

AMOUNT = "amount"
"""Money of a payment that the heading does not place: the dates beside it say what it is."""

_IDS_OF_PEOPLE = (
    "person id|member id|membership id|contact id|client ref|person ref|member number|membership number|member no|membership no"
    "|nationbuilder id"
)
_PEOPLE_LINKED = {
    "person_id": f"{_IDS_OF_PEOPLE}|participant id|attendee id",
    PERSON_NAME: "name|preferred name|chosen name|known as|display name|participant|participant name|person|person name|member name|member"
    "|full name|attendee|attendee name|attendees|names|payee|payee name|paid to|claimant|supplier|supplier name|recipient|speaker|said by"
    "|who|contributor|respondent|invitee",
    FIRST_NAME: "first name|forename|given name|first|firstname|name first|christian name",
    LAST_NAME: "last name|surname|family name|last|lastname|second name|name last|name surname",
}
_WORKSHOPS_LINKED = {
    "workshop_id": "workshop id|session id|event id|workshop ref|meeting id",
    WORKSHOP_TITLE: "workshop|session|event|meeting|workshop title|workshop name|session title|session name|event name|event title"
    "|meeting name|meeting title|activity",
    WORKSHOP_DATE: "workshop date|session date|event date|meeting date|date of workshop|date of session|date of event|date of meeting"
    "|date attended|attended on",
}
_PROJECTS_LINKED = {"project_id": "project|project title|project name|programme|work stream|workstream"}
_CAPACITY = {"capacity": "capacity|taking part as|attending as|in what capacity|involvement type"}

_OF_SHEET: dict[str, dict[str, str]] = {
    "People": {
        "id": f"id|record id|ref|reference|unique id|urn|{_IDS_OF_PEOPLE}",
        "name": "name|preferred name|chosen name|known as|display name|participant|participant name|person|person name|member name|member",
        FIRST_NAME: _PEOPLE_LINKED[FIRST_NAME],
        LAST_NAME: _PEOPLE_LINKED[LAST_NAME],
        "full_name": "full name|legal name|official name",
        "group": "group|organisation|organization|org|affiliation|charity|community group|organisation name|group or organisation",
        "named_contact": "named contact|link worker|key worker|contact in the team",
        "pronouns": "pronoun|preferred pronouns|preferred pronoun|my pronouns",
        "contact_route": "contact details|how to reach|how to reach them|how to contact|contact by",
        "photo_consent": "photo permission|photos ok|photography consent|consent to photos|may be photographed",
        "quote_consent": "may be quoted|consent to quote|quotes ok",
        "name_consent": "may be named|consent to be named",
        "consents_asked_on": "consent date|date of consent|consent asked",
        "assent_on": "assent date|date of assent",
        "inducted_on": "induction|induction date|date of induction|welcomed in on|welcomed on",
        "access_first_asked_on": "access asked on|date asked about access",
        "reply_format": "preferred format|preferred contact method|contact preference|communication preference|how to reply"
        "|preferred method of contact|likes to hear by",
        "left_on": "left|date left|leaving date|leave date",
        "under_18": "under18|is under 18|u18",
        "guardian_consent_on": "guardian consent date|parental consent date|parental consent on",
        "retain_until": "keep until|keep record until|retention date|delete after",
        "restricted_on": "restricted|restricted from|kept not used from|do not use from",
        "restricted_reason": "reason for restriction|why restricted|why it is not used",
        "equality_stopped_on": "no equality questions from|equality stopped",
    },
    "Rates": {
        "label": "rate|rate name|name|description|band|payment type|what",
        "shape": "type|unit|per|paid per|basis",
        "amount": "amount|value|pay|fee|rate amount",
        "valid_from": "from|start|start date|starts|from date|effective from",
        "valid_to": "to|until|end|end date|to date|ends",
        "source": "source|published by|where from",
        "is_floor": "floor|minimum|is minimum",
        "region": "area|nation|place",
    },
    "Projects": {
        "title": "title|project|project title|project name|name",
        "purpose": "aim|aims|objective|description|about",
        "partners": "partner|partner organisations",
        "starts_on": "start|start date|from|starts",
        "ends_on": "end|end date|until|ends",
    },
    "Workshops": {
        "id": "id|ref|workshop ref|session id|event id|code",
        "title": "title|workshop|workshop title|workshop name|session|session title|session name|event|event name|event title|meeting"
        "|name|topic|meeting name",
        "date": "date|day|workshop date|session date|event date|meeting date|date of workshop|date of session|date of event|when",
        "starts_at": "start|start time|time|starts|from",
        "venue": "venue|location|place|where|room|address|link",
        "format": "format|how|mode",
        "state": "status|stage reached",
        "headcount": "attendance|attendees|number attending|number of people|how many came|number in the room|attended",
        "invited_on": "invitations sent|invites sent|date invited|invitation date",
        "cancelled_reason": "reason cancelled|why cancelled",
    },
    "Blocks": {
        "order": "no|number|item|item no|item number|step",
        "title": "activity|agenda item|topic|session|what",
        "minutes": "mins|duration|length|time needed|how long",
        "pinned_start": "start|start time|time|starts",
        "led_by": "lead|led by|who|facilitator|presenter|owner",
    },
    "Attendance": {
        "state": "attended|attendance|present|came|here|status|on the day|did they come|showed up",
        "response": "response|reply|rsvp|invitation response|coming",
        "role": "role|job on the day",
        "minutes_present": "minutes|mins present|minutes attended|time attended",
        "prep_minutes_asked": "preparation minutes|prep minutes|prep time",
        "travel_minutes": "travel time|minutes travelled",
        "access_asked_on": "asked about access|access asked|access asked on",
    },
    "Papers": {
        "paper": "document|paper title|document name|title|handout",
        "format_needed": "format|needs format|format wanted|preferred format",
        "format_sent": "sent as|sent format",
        "sent_on": "sent|date sent|sent date|posted on|emailed on",
    },
    "Requirements": {
        "need": "access need|access needs|needs|requirement|requirements|adjustment|adjustments|support needed|what is needed",
        "words": "own words|in their words|notes|comments|details",
        "seen_by": "who may see it|shared with|visible to",
        "review_on": "review|review date|ask again on",
        "keep": "keep for next time|may be kept",
    },
    "Access": {
        "need": "access need|access needs|needs|requirement|requirements|adjustment|adjustments|reasonable adjustment|support needed"
        "|access requirement|access requirements|what is needed",
        "words": "own words|in their words|notes|comments|details",
        "asked_on": "date asked|requested on|date requested|asked",
        "agreed_on": "agreed|date agreed",
        "booked_on": "booked|date booked",
        "confirmed_on": "confirmed|date confirmed",
        "cost": "price|amount|cost gbp",
    },
    "Payments": {
        "id": "payment id|line id|payment no",
        "kind": "type|payment type|fee or expense",
        "category": "category|description|expense type|what for|details|narrative",
        "offered": "offer|amount offered|fee offered",
        "offered_on": "offer date|date offered|offered date",
        "response": "answer|offer response",
        "claimed": "amount claimed|claim amount|claim|invoice amount|invoice total|invoiced",
        "claimed_on": "claim date|date claimed|invoice date|date of invoice|date of claim|received|date received",
        "approved": "amount approved|approved amount",
        "approved_on": "approval date|date approved|authorised on|authorised|date authorised",
        "paid": "amount paid|paid amount|payment amount|net paid",
        "paid_on": "payment date|date paid|paid date|date of payment|bacs date|pay date|value date|paid on date",
        "reference": "ref|reference|payment ref|payment reference|invoice ref|invoice no|invoice number|transaction ref|remittance"
        "|transaction id|invoice id|bacs ref",
        "needed_by": "needed by date|money needed by",
        "miles": "miles driven|miles travelled|number of miles|total miles",
        AMOUNT: "amount|amount gbp|total|gross|net|value|sum|gross amount|net amount|total amount",
    },
    "Contributions": {
        "words": "feedback|comment|comments|quote|quotes|what was said|what they said|said|suggestion|suggestions|idea|ideas|contribution"
        "|contributions|response|text|note|post it|verbatim",
        "theme": "topic|category|tag|heading|subject|code",
        "said_as": "quote as|attribution|how to quote|may be quoted as",
        "answer": "outcome|decision|status|what happened|action taken|our answer",
        "reason": "why|our reason|explanation|rationale|our response",
        "answered_on": "date answered|answer date|decided on",
        "told_on": "date told|fed back on|feedback date|date fed back",
        "told_how": "how told|told by|fed back by",
    },
    "Decisions": {
        "question": "decision|issue|what was asked|item|topic|proposal|title",
        "outcome": "result|agreed|what was decided|resolution|decision made",
        "decided_on": "date|date decided|decision date|decided|date agreed",
        "reason": "why|rationale",
        "owner": "action owner|who|lead|responsible|person responsible|action by",
        "due_on": "due|due date|deadline|by when|target date",
        "state": "status|progress",
        "method": "how|how decided|decided by",
        "review_on": "review|review date|next review",
    },
    "Options": {"decision_id": "decision|question", "option": "choice|name|title", "meaning": "description|what it means|details"},
    "Deciders": {
        "decision_id": "decision|question",
        "could_decide": "eligible|entitled|members|number who could decide",
        "took_part": "voted|votes cast|turnout|number who took part",
        "support": "for|in favour|yes|agree",
        "object": "against|no|objected|disagree|objections",
        "abstain": "abstained|abstentions",
        "stand_aside": "stood aside",
        "capacity": "group|type",
    },
    "Dissent": {"decision_id": "decision|question", "words": "comment|concern|objection|what they said|quote|reason"},
    "Changes": {"decision_id": "decision|question", "contribution_id": "contribution|because of|what was said"},
    "Asks": {
        "words": "ask|asks|what we ask|request|recommendation",
        "asked_of": "organisation|asked of|to|sent to|partner",
        "asked_on": "date asked|sent on|date sent",
        "answered_on": "date answered|reply date",
        "their_words": "reply|their reply|response|their answer",
    },
    "Turns": {"turns": "times spoken|times|count|number of turns|how often|contributions|spoke", "capacity": "group|type"},
    "Verdicts": {
        "given_by": "who|filled in by|completed by|respondent type|from",
        "voice": "my voice was heard|voice heard|heard|i felt heard",
        "ways": "ways to take part|ways of taking part",
        "agenda": "whose agenda|our concerns",
        "change": "ready to change|readiness to change",
        "access_worked": "access|did access work|access needs met|were your access needs met",
        "had_influence": "influence|did you have influence|had a say",
        "words": "comments|comment|anything else|other comments|any other comments|feedback|notes",
    },
    "Equality": {
        "question": "characteristic|monitoring question|category",
        "answer": "response|option|group|value",
        "count": "number|total|n|people|number of people|how many|frequency|responses",
    },
}


def known_of(sheet: Sheet) -> dict[str, str]:
    """Words of headings, each with the field it speaks of. A sheet's own words win over those of what it points to."""
    by_words: dict[str, str] = {}
    for column in sheet.columns:
        if column.kind is Kind.PARENT and sheet is not PEOPLE:
            linked = {Person: _PEOPLE_LINKED, Workshop: _WORKSHOPS_LINKED, Project: _PROJECTS_LINKED}.get(column.parent or object, {})
            _add(by_words, linked)
    if "capacity" in sheet.by_field:
        _add(by_words, _CAPACITY)
    _add(by_words, _OF_SHEET.get(sheet.name, {}))
    return by_words


def _add(by_words: dict[str, str], fields: dict[str, str]) -> None:
    by_words.update({words: field for field, several in fields.items() for words in several.split("|")})
