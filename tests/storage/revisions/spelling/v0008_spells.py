"""A revision that spells what is there in another way."""

from __future__ import annotations

from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    op.execute("UPDATE workshops SET title = upper(title)")
