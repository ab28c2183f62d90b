"""What people may ask of us: records kept but not used, equality answers no longer asked for, what was cleared, and what left the program.

What it says is fixed for good: later changes are revisions of their own.
"""

from __future__ import annotations

from coproduce.storage.migrations.growing import Growing

revision = "0007"
down_revision = "0006"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """Three new columns of people, and two new tables."""
    Growing("people").day("restricted_on").words("restricted_reason").day("equality_stopped_on").widen()
    (
        Growing("clearings")
        .whole("history_id", required=True)
        .words("kind record_id", required=True)
        .whole("is_final", required=True)
        .create(index="history_id")
    )
    (
        Growing("given_files")
        .whole("history_id", required=True)
        .words("what", required=True)
        .words("title project_id project part for_whom reading form made_by report_id")
        .day("made_on", required=True)
        .bytes("about")
        .create()
    )
