"""5,000 payments: how long the list, each filter and a search take, and one fee offered to 500 people in one step.

`python -m tests.benchmarks.payments`. Compared with one plain read of all the lines in the same run, since machines differ.
"""

from __future__ import annotations

import tempfile
import time
from collections.abc import Callable
from datetime import date, timedelta
from pathlib import Path
from statistics import median

from coproduce.domain.codes import Capacity, OfferResponse, PaymentKind
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.operations.many_payments import offer_to_those_listed
from coproduce.storage.queries import payments
from coproduce.storage.queries.payments import Waiting
from coproduce.storage.workspace_file import WorkspaceFile
from tests.benchmarks import guarded

DAY = date(2026, 3, 2)
LINES, PEOPLE, LISTED, ROUNDS = 5_000, 600, 500, 9


def fill(path: Path) -> WorkspaceFile:
    """A year of a busy organisation; the last workshop has 500 people and no payment yet."""
    file = WorkspaceFile.create(path, organisation="Valley Care", passphrase=guarded.PASSPHRASE)
    with file.work("Fill") as work:
        work.add(Project("P", "Project"))
        work.add_all([Person(f"p{number}", f"Person {number}") for number in range(PEOPLE)])
        work.add_all([Workshop(f"w{number}", "P", f"Workshop {number}", DAY + timedelta(days=7 * number)) for number in range(40)])
        work.add_all([_line(number) for number in range(LINES)])
        work.add_all([Attendance("w39", f"p{number}", Capacity.COMMUNITY, id=f"s{number}") for number in range(LISTED)])
    return file


def _line(number: int) -> Payment:
    line = Payment(f"x{number}", f"w{number % 38}", f"p{number * 7 % PEOPLE}", list(PaymentKind)[number % 2], offered=Money(1000 + number))
    if number % 5:
        line.response = OfferResponse.ACCEPTED if number % 11 else OfferResponse.DECLINED
    if number % 3 == 0 and not line.is_declined:
        line.mark_paid(on=DAY)
    return line


def took(act: Callable[[], object]) -> float:
    """The middle of several rounds, in milliseconds."""
    times = []
    for _round in range(ROUNDS):
        begun = time.perf_counter()
        act()
        times.append((time.perf_counter() - begun) * 1000)
    return median(times)


def main() -> None:
    """Print the figures."""
    with tempfile.TemporaryDirectory() as folder, fill(Path(folder) / "many.coproduce") as file:
        today = DAY + timedelta(days=60)

        def plain_read() -> None:
            with file.read() as reading:
                reading.all(Payment)

        once = took(plain_read)
        print(f"all {LINES:,} lines read plainly: {once:.0f} ms")
        for waiting in Waiting:
            each = took(lambda waiting=waiting: payments.ids(file, today=today, waiting=waiting))
            print(f"list, {waiting.value}: {each:.1f} ms, {each / once:.2f} of a plain read")
        figures = took(lambda: payments.counts(file, today=today))
        print(f"the figures of all filters: {figures:.1f} ms, {figures / once:.2f}")
        print(f"search: {took(lambda: payments.ids(file, today=today, search='person 59')):.1f} ms")
        act = offer_to_those_listed(amount=Money(4500), on=DAY)
        begun = time.perf_counter()
        done = act.do(file, [f"s{number}" for number in range(LISTED)])
        spent = time.perf_counter() - begun
        begun = time.perf_counter()
        file.undo()
        back = time.perf_counter() - begun
        print(f"one fee offered to {len(done.fits)}: {spent:.2f} s, {spent * 1000 / once:.1f} of a plain read; taken back in {back:.2f} s")


if __name__ == "__main__":
    main()
