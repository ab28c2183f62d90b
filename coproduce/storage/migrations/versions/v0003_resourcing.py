"""Payments step by step in batches; where in the day something was said, and the turns of those who run it.

What it says is fixed for good: later changes are revisions of their own.
"""

from __future__ import annotations

from coproduce.storage.migrations.growing import Growing

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """New columns in four tables, and two new tables."""
    (
        Growing("batches")
        .words("title", required=True)
        .day("opened_on", required=True)
        .whole("expected_count")
        .pence("expected_total")
        .day("closed_on")
        .words("override_reason")
        .day("sent_on")
        .create()
    )
    (
        Growing("budget_lines")
        .link("project_id", "projects")
        .code("kind", "fees expenses access room_and_food materials training staff other", required=True)
        .words("title", required=True)
        .whole("people sessions")
        .pence("each spent")
        .words("note")
        .create()
    )
    (
        Growing("payments")
        .day("sent_back_on")
        .words("sent_back_reason")
        .link("batch_id", "batches", required=False)
        .day("sent_on failed_on")
        .words("failed_reason")
        .day("received_on advice_on")
        .code("route", "payroll invoice bank_transfer cash voucher donation group")
        .code("receipt_seen", "yes no")
        .whole("travel_minutes_paid feedback_minutes_paid")
        .words("entered_by approved_by")
        .widen()
    )
    Growing("arrangements").words("owner supplier").day("in_place_on").words("alternative").widen()
    Growing("contributions").words("part").widen()
    Growing("turns").code("runs_it", "yes no").widen()
