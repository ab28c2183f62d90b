"""What an organisation says, in its own words, about a figure or a part of the honesty page; and the counts behind equality tables issued.

What it says is fixed for good: later changes are revisions of their own.
"""

from __future__ import annotations

from coproduce.storage.migrations.growing import Growing

revision = "0005"
down_revision = "0004"
branch_labels = None
depends_on = None

_ABOUT = (
    "T1 T2 T3 T4 T5 T6 T7 T7b T8 T9 T10 T11 T11o T12 T13 T14 T15 T16 T17 T18 T19 T20 T21 T22 T23 T23b T24 T25 T25g T26 T27 T28 T29 "
    "not_met not_shown who_was_missing decided_elsewhere declined_for_benefits cancelled_lines failed_lines checked_by_one "
    "stages_left_out late_entries"
)


def upgrade() -> None:
    """One new table, and one new column."""
    Growing("issued_reports").words("equality").widen()
    (
        Growing("own_words")
        .link("project_id", "projects", index=False)
        .code("about", _ABOUT, required=True)
        .words("words", required=True)
        .day("written_on", required=True)
        .words("written_by")
        .create(unique=("project_id", "about"))
    )
