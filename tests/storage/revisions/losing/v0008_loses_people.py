"""A revision with a mistake: it loses records."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.execute("DELETE FROM payments")
    op.add_column("people", sa.Column("nickname", sa.Text()))
