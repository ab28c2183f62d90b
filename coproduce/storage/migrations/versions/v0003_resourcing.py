"""Where in the day something was said, and the turns of those who run it.

What it says is fixed for good: later changes are revisions of their own.
"""

from __future__ import annotations

from coproduce.storage.migrations.growing import Growing

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    """New columns in two tables."""
    Growing("contributions").words("part").widen()
    Growing("turns").code("runs_it", "yes no").widen()
