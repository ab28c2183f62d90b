"""Plans in full: lanes, checks, the day itself, looking back, methods and templates.

What it says is fixed for good: later changes are revisions of their own.
"""

from __future__ import annotations

from coproduce.storage.migrations.growing import Growing

revision = "0002"
down_revision = "0001"
branch_labels = None
depends_on = None

_YES_NO = "yes no"
_CATEGORIES = "welcome listening talk small_groups whole_group decision break caucus reflection other"


def upgrade() -> None:
    """New columns in four tables, and eight new tables."""
    _wider()
    _lanes()
    _looking_back()
    _used_again()


def _wider() -> None:
    (
        Growing("workshops")
        .whole("expected room_capacity")
        .words("online_link online_part supporter quiet_room stop_signal debrief")
        .day("content_notes_on")
        .whole("follow_ups_owed follow_ups_done")
        .code("voice_agreed", _YES_NO)
        .widen()
    )
    (
        Growing("blocks")
        .whole("day split extra_minutes")
        .words("goal materials for_participants for_facilitators method")
        .code("is_sensitive", _YES_NO)
        .day("locked_on changed_after_on")
        .clock("began_at ended_at")
        .widen()
    )
    Growing("attendances").clock("arrived_at left_at").widen()
    Growing("decisions").day("locked_on changed_after_on").widen()


def _lanes() -> None:
    (
        Growing("lanes")
        .link("workshop_id", "workshops", index=False)
        .words("lane", required=True)
        .words("place purpose agreed_to_share")
        .code("is_caucus", _YES_NO)
        .link("facilitator_id", "people", required=False)
        .create(unique=("workshop_id", "lane"))
    )
    (
        Growing("lane_seats")
        .link("workshop_id", "workshops", index=False)
        .words("lane", required=True)
        .link("person_id", "people")
        .create(unique=("workshop_id", "person_id"))
    )
    (
        Growing("check_notes")
        .link("workshop_id", "workshops", index=False)
        .words("check_key because", required=True)
        .day("noted_on")
        .create(unique=("workshop_id", "check_key"))
    )


def _looking_back() -> None:
    (
        Growing("reflections")
        .link("workshop_id", "workshops", index=False)
        .words("prompt words", required=True)
        .words("by")
        .day("look_again_on")
        .create(unique=("workshop_id", "prompt"))
    )
    Growing("promises").link("workshop_id", "workshops").words("words", required=True).words("owner").day("due_on kept_on").create()


def _used_again() -> None:
    (
        Growing("methods")
        .words("title", required=True)
        .whole("minutes longest_minutes smallest_group largest_group")
        .code("category", _CATEGORIES)
        .words("purpose steps participants_lead access_notes materials source")
        .create()
    )
    Growing("templates").words("title", required=True).words("about").code("format", "in_person online hybrid").create()
    (
        Growing("template_blocks")
        .link("template_id", "templates")
        .whole("order minutes", required=True)
        .words("title", required=True)
        .words("lane goal materials for_participants for_facilitators method")
        .code("category", _CATEGORIES)
        .whole("day split")
        .code("is_sensitive", _YES_NO)
        .create()
    )
