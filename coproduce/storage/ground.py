"""What every table stands on: one metadata with the names of keys and checks, and strict tables."""

from __future__ import annotations

import sqlalchemy as sa

from coproduce.storage.columns import Parts

metadata = sa.MetaData(
    naming_convention={
        "pk": "pk_%(table_name)s",
        "ck": "ck_%(table_name)s_%(constraint_name)s",
        "fk": "fk_%(table_name)s_%(column_0_name)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "ix": "ix_%(table_name)s_%(column_0_N_name)s",
    }
)


def table(name: str, *columns: Parts, extra: tuple[sa.Constraint | sa.Index, ...] = ()) -> sa.Table:
    """A strict table of these columns, each with the check that goes with it."""
    return sa.Table(name, metadata, *(part for column in columns for part in column), *extra, sqlite_strict=True)
