"""The tables of lanes, checks, looking back, methods and templates."""

from __future__ import annotations

import sqlalchemy as sa

from coproduce.domain import codes
from coproduce.storage.columns import Parts, code, day, entry, ident, link, whole, words
from coproduce.storage.ground import table


def parts_of_a_day() -> tuple[Parts, ...]:
    """The columns that a block of a plan and one of a template share, beyond the first."""
    return (
        whole("day"),
        whole("split"),
        words("goal"),
        words("materials"),
        words("for_participants"),
        words("for_facilitators"),
        code("is_sensitive", codes.YesNo),
        words("method"),
    )


lanes = table(
    "lanes",
    ident(),
    link("workshop_id", "workshops", index=False),
    words("lane", required=True),
    words("place"),
    code("is_caucus", codes.YesNo),
    words("purpose"),
    link("facilitator_id", "people", required=False),
    words("agreed_to_share"),
    entry(),
    extra=(sa.UniqueConstraint("workshop_id", "lane"),),
)

lane_seats = table(
    "lane_seats",
    ident(),
    link("workshop_id", "workshops", index=False),
    words("lane", required=True),
    link("person_id", "people"),
    entry(),
    extra=(sa.UniqueConstraint("workshop_id", "person_id"),),
)

check_notes = table(
    "check_notes",
    ident(),
    link("workshop_id", "workshops", index=False),
    words("check_key", required=True),
    words("because", required=True),
    day("noted_on"),
    entry(),
    extra=(sa.UniqueConstraint("workshop_id", "check_key"),),
)

reflections = table(
    "reflections",
    ident(),
    link("workshop_id", "workshops", index=False),
    words("prompt", required=True),
    words("words", required=True),
    words("by"),
    day("look_again_on"),
    entry(),
    extra=(sa.UniqueConstraint("workshop_id", "prompt"),),
)

promises = table(
    "promises",
    ident(),
    link("workshop_id", "workshops"),
    words("words", required=True),
    words("owner"),
    day("due_on"),
    day("kept_on"),
    entry(),
)

methods = table(
    "methods",
    ident(),
    words("title", required=True),
    whole("minutes"),
    whole("longest_minutes"),
    whole("smallest_group"),
    whole("largest_group"),
    code("category", codes.BlockCategory),
    words("purpose"),
    words("steps"),
    words("participants_lead"),
    words("access_notes"),
    words("materials"),
    words("source"),
    entry(),
)

templates = table(
    "templates",
    ident(),
    words("title", required=True),
    words("about"),
    code("format", codes.WorkshopFormat),
    entry(),
)

template_blocks = table(
    "template_blocks",
    ident(),
    link("template_id", "templates"),
    whole("order", required=True),
    words("title", required=True),
    whole("minutes", required=True),
    words("lane"),
    code("category", codes.BlockCategory),
    *parts_of_a_day(),
    entry(),
)
