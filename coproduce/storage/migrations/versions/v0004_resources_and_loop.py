"""Who works with a workspace; the rest of resourcing; decisions and the loop.

What it says is fixed for good: later changes are revisions of their own.
"""

from __future__ import annotations

from coproduce.storage.migrations.growing import Growing

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """New tables, and new columns in some."""
    _team()
    _issued()
    _mileage()
    _budget()


def _team() -> None:
    Growing("team").words("name", required=True).code("right", "lead organiser finance reader", required=True).create()


def _issued() -> None:
    (
        Growing("issued_reports")
        .whole("history_id", required=True)
        .words("report project_id project audience", required=True)
        .day("as_of made_on", required=True)
        .words("form fingerprint", required=True)
        .bytes("evidence")
        .create(index="fingerprint")
    )
def _mileage() -> None:
    Growing("rates").recode("shape", "per_hour band task role_level per_mile")
    Growing("payments").whole("miles").widen()


def _budget() -> None:
    Growing("budget_lines").link("workshop_id", "workshops", required=False).widen()
