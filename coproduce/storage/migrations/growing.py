"""A table as revisions write it: line by line, each column with the check that goes with it. Fixed for good, as revisions are."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

LONGEST = 32767
"""What an Excel cell holds."""


class Growing:
    """A table as it grows, line by line."""

    def __init__(self, name: str) -> None:
        self.name = name
        self.columns: list[sa.Column[Any]] = [sa.Column("id", sa.Text(), nullable=False)]
        self.constraints: list[sa.Constraint] = [
            sa.PrimaryKeyConstraint("id", name=f"pk_{name}"),
            self._check("id_length", 'length("id") <= 255'),
        ]
        self.indexes: list[str] = []
        self.recoded: list[sa.CheckConstraint] = []

    def _check(self, name: str, says: str, *, sqlite: bool = False) -> sa.CheckConstraint:
        constraint = sa.CheckConstraint(says, name=f"ck_{self.name}_{name}")
        return constraint.ddl_if(dialect="sqlite") if sqlite else constraint

    def _add(self, names: str, kind: sa.types.TypeEngine[Any], required: bool, *checks: tuple[str, str, bool]) -> Growing:
        for name in names.split():
            self.constraints += [self._check(label.format(name), says.format(name), sqlite=only) for label, says, only in checks]
            self.columns.append(sa.Column(name, kind, nullable=not required))
        return self

    def link(self, name: str, target: str, *, required: bool = True, index: bool = True) -> Growing:
        """The id of another record; checked when the transaction ends."""
        parent = sa.ForeignKeyConstraint([name], [f"{target}.id"], name=f"fk_{self.name}_{name}", deferrable=True, initially="DEFERRED")
        self.constraints.append(parent)
        self.indexes += [name] if index else []
        return self._add(name, sa.Text(), required)

    def words(self, names: str, *, required: bool = False) -> Growing:
        """Text people write."""
        return self._add(names, sa.Text(), required, ("{}_length", f'length("{{}}") <= {LONGEST}', False))

    def code(self, names: str, values: str, *, required: bool = False) -> Growing:
        """One of a set of answers."""
        listed = ", ".join(f"'{value}'" for value in values.split())
        return self._add(names, sa.Text(), required, ("{}_known", f'"{{}}" IN ({listed})', False))

    def recode(self, name: str, values: str) -> Growing:
        """A column that is there takes these answers from now on: its check is replaced when the table is widened."""
        listed = ", ".join(f"'{value}'" for value in values.split())
        self.recoded.append(self._check(f"{name}_known", f'"{name}" IN ({listed})'))
        return self

    def several(self, name: str) -> Growing:
        """A short list of codes or ids."""
        shape = f'json_type("{{0}}") = \'array\' AND length("{{0}}") <= {LONGEST}'
        return self._add(name, sa.Text(), True, ("{}_list", shape, True))

    def day(self, names: str, *, required: bool = False) -> Growing:
        """Calendar days."""
        real = 'date("{0}") IS "{0}" AND "{0}" >= \'0001-01-01\''
        return self._add(names, sa.Date().with_variant(sa.Text(), "sqlite"), required, ("{}_day", real, True))

    def clock(self, names: str) -> Growing:
        """Times of day."""
        return self._add(names, sa.Time().with_variant(sa.Text(), "sqlite"), False, ("{}_time", 'time("{0}") IS "{0}"', True))

    def pence(self, names: str, *, required: bool = False) -> Growing:
        """Money; never negative."""
        return self._add(names, sa.BigInteger().with_variant(sa.Integer(), "sqlite"), required, ("{}_not_negative", '"{}" >= 0', False))

    def whole(self, names: str, *, required: bool = False) -> Growing:
        """Whole numbers."""
        return self._add(names, sa.Integer(), required)

    def bytes(self, name: str) -> Growing:
        """A file."""
        return self._add(name, sa.LargeBinary(), True)

    def create(self, *, unique: tuple[str, ...] = (), name_key: bool = False, index: str = "") -> None:
        """The table with its order of entry, in the database."""
        self._add("entry", sa.BigInteger().with_variant(sa.Integer(), "sqlite"), True)
        if name_key:
            self._add("name_key", sa.Text(), True)
        if unique:
            self.constraints.append(sa.UniqueConstraint(*unique, name=f"uq_{self.name}_{'_'.join(unique)}"))
        op.create_table(self.name, *self.columns, *self.constraints, sqlite_strict=True)
        for column in [*self.indexes, *index.split()]:
            columns = column.split("+")
            op.create_index(f"ix_{self.name}_{'_'.join(columns)}", self.name, columns)

    def widen(self) -> None:
        """Put the new columns into the table that is there: it is made again, with every record and what is checked."""
        with op.batch_alter_table(self.name, recreate="always", table_kwargs={"sqlite_strict": True}) as table:
            for column in self.columns[1:]:
                table.add_column(column)
            for check in self.recoded:
                table.drop_constraint(str(check.name), type_="check")
                table.create_check_constraint(str(check.name), check.sqltext)
            for constraint in self.constraints[2:]:
                if isinstance(constraint, sa.CheckConstraint):
                    table.create_check_constraint(str(constraint.name), constraint.sqltext)
                elif isinstance(constraint, sa.ForeignKeyConstraint):
                    [element] = constraint.elements
                    target, _dot, key = element.target_fullname.partition(".")
                    names = [str(name) for name in constraint.column_keys]
                    table.create_foreign_key(str(constraint.name), target, names, [key], deferrable=True, initially="DEFERRED")
        for name in self.indexes:
            op.create_index(f"ix_{self.name}_{name}", self.name, [name])
