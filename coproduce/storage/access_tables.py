"""The tables of access: what people need, what is arranged for it, who provides it and how early they are asked."""

from __future__ import annotations

from coproduce.domain import codes
from coproduce.storage.columns import code, day, entry, ident, link, pence, whole, words
from coproduce.storage.ground import table

requirements = table(
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

arrangements = table(
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
    words("owner"),
    words("supplier"),
    day("in_place_on"),
    words("alternative"),
    entry(),
)

suppliers = table(
    "suppliers",
    ident(),
    words("name", required=True),
    words("does"),
    words("contact_route"),
    words("area"),
    whole("notice_days"),
    words("note"),
    entry(),
)

lead_times = table(
    "lead_times",
    ident(),
    words("need", required=True),
    whole("days", required=True),
    words("source"),
    entry(),
)
