"""A revision that does what later ones will do: a new column, a table rebuilt, its index and a trigger made again."""

from __future__ import annotations

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"


def upgrade() -> None:
    with op.batch_alter_table("people", recreate="always", table_kwargs={"sqlite_strict": True}) as people:
        people.add_column(sa.Column("nickname", sa.Text()))
