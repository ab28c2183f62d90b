"""A revision that breaks off half way."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.add_column("people", sa.Column("nickname", sa.Text()))
    op.execute("DELETE FROM undo_steps")
    raise RuntimeError("power of the imagination")
