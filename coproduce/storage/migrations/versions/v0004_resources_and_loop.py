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
    _suppliers()
    _lead_times()
    _asking_again()


def _team() -> None:
    Growing("team").words("name", required=True).code("right", "lead organiser finance reader", required=True).create()


def _suppliers() -> None:
    Growing("suppliers").words("name", required=True).words("does contact_route area").whole("notice_days").words("note").create()


def _lead_times() -> None:
    Growing("lead_times").words("need", required=True).whole("days", required=True).words("source").create()


def _asking_again() -> None:
    Growing("people").day("access_asked_again_on").widen()
