"""Who is paid what, person by person, as letters about money need it. Nobody whose record is not to be used gets a letter."""

from __future__ import annotations

from collections import defaultdict

from sqlalchemy import ColumnElement, select

from coproduce.domain.agenda import Paper
from coproduce.domain.paying import Payee, PayLine
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.storage import tables
from coproduce.storage.column_types import fold_name
from coproduce.storage.queries.promises import settings_in
from coproduce.storage.queries.restricted import is_used
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

_p, _w = tables.payments.c, tables.workshops.c


def payees_of_workshop(workspace: WorkspaceFile, workshop_id: str) -> list[Payee]:
    """Everybody with a payment for a workshop, with their lines of that workshop, in order of name."""
    return _payees(workspace, _p.workshop_id == workshop_id)


def payees_of_batch(workspace: WorkspaceFile, batch_id: str) -> list[Payee]:
    """Everybody with a payment in a batch, with their lines of that batch, in order of name."""
    return _payees(workspace, _p.batch_id == batch_id)


def payee(workspace: WorkspaceFile, person_id: str) -> Payee | None:
    """One person with all their lines, in every project; None where there is no line."""
    return next(iter(_payees(workspace, _p.person_id == person_id)), None)


def _payees(workspace: WorkspaceFile, condition: ColumnElement[bool]) -> list[Payee]:
    statement = select(Payment, _w.title, _w.date).select_from(tables.payments.join(tables.workshops, _w.id == _p.workshop_id))
    with workspace.read() as reading:
        lines: defaultdict[str, list[PayLine]] = defaultdict(list)
        for payment, title, day in reading.rows(statement.where(condition).order_by(_w.date, _p.id)):
            lines[payment.person_id].append(PayLine(payment, title, day))
        settings, formats = settings_in(reading), _formats(reading, list(lines))
        paid = filter(is_used, reading.among(Person, list(lines)))
        people = sorted(paid, key=lambda person: (fold_name(person.name), person.id))
        return [Payee(person, settings, tuple(lines[person.id]), person.reply_format or formats.get(person.id)) for person in people]


def _formats(reading: Reading, people: list[str]) -> dict[str, str]:
    """The format of a paper somebody is owed, where nothing else is known."""
    known = reading.among(Paper, people, by="person_id")
    return {str(paper.person_id): paper.format_needed for paper in known if paper.format_needed}
