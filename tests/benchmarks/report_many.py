"""How long the reports of a very large project take, from the workspace file to the PDF, and how much memory.

    .venv/bin/python -m tests.benchmarks.report_many [workshops] [contributions] [people]

A project of 100 workshops, 2,000 contributions and 500 people is written to a workspace. Each report is then made in a process of
its own, as the window makes it: the libraries are loaded first (the window loads them while the panel is open), then the facts are
read, the document is built and drawn; the PDF is there. It is then checked, a long one in another process. Printed are CPU seconds
of each step, seconds by the clock of the check, the most memory either process held, and the ratio of making the PDF to drawing the
same words by `drawString` without layout, tags or checks.
"""

from __future__ import annotations

import io
import multiprocessing
import random
import sys
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import pairwise
from pathlib import Path
from typing import Any

from coproduce.domain import codes
from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Block, Paper
from coproduce.domain.decisions import Change, Deciders, Decision, Dissent, Option
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution, Turns, Verdict
from coproduce.domain.workshops import Workshop
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from coproduce.storage.many_objects import many_objects
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.workspace_file import WorkspaceFile
from tests.benchmarks.report import LINES_ON_A_PAGE, peak_memory, say

SECONDS, MEGABYTES = 2.0, 200.0
FIRST_DAY, AS_OF = date(2023, 1, 9), date(2026, 6, 30)
SAID = (
    "Please ring, and do not send a letter that nobody can read.",
    "The line is shut when we come home from work. It was the same last year, and we said so then.",
    "Breaks. Real ones, and somewhere quiet to have them.",
    "Ask us before you decide, and tell us what you did with what we said. Carers hear it last, every time, and by then it is done.",
    "نريد مترجماً في كل جلسة",
)
THINGS = ("the letters", "the waiting room", "the new form", "the bus", "the evening line", "my appointment", "the website", "the stairs")
CAPACITIES = (codes.Capacity.LIVED_EXPERIENCE, codes.Capacity.COMMUNITY, codes.Capacity.CARER, codes.Capacity.EMPLOYED, None)


@dataclass(frozen=True)
class Size:
    """How large the project is."""

    workshops: int = 100
    contributions: int = 2000
    people: int = 500


def records(size: Size) -> Iterator[Any]:
    """Everything that is stored, parents first."""
    pick = random.Random(5)
    people = [f"{n:04}" for n in range(size.people)]
    days = {f"W{n:03}": FIRST_DAY + timedelta(days=12 * n) for n in range(size.workshops)}
    yield Project("P", "A very large project", "Letters that everybody can read", stages_run=tuple(codes.Stage))
    for name in people:
        yield Person(name, f"Person {name}", named_contact="Asha", inducted_on=FIRST_DAY, left_on=pick.choice((None, None, AS_OF)))
    for n, (workshop, day) in enumerate(days.items()):
        yield Workshop(
            workshop, "P", f"Workshop {n}", day, stages=(list(codes.Stage)[n % len(codes.Stage)],), state=codes.WorkshopState.CLOSED
        )
    for n, (workshop, day) in enumerate(days.items()):
        yield from _of_a_workshop(pick, n, workshop, day, pick.sample(people, min(40, len(people))))
    for answer in ("White British", "Asian", "Black", "Another"):
        yield EqualityCount("P", "ethnicity", answer, pick.randint(1, 200))
    yield from _what_was_said(pick, size, days, people)


def words(pick: random.Random) -> str:
    """A few sentences, hardly ever the same twice."""
    about = f"That is what I think about {pick.choice(THINGS)} since {pick.choice(THINGS)} changed {pick.randint(2, 30)} weeks ago."
    return " ".join((pick.choice(SAID), about, *pick.sample(SAID, pick.randint(0, 1))))


def _of_a_workshop(pick: random.Random, n: int, workshop: str, day: date, room: list[str]) -> Iterator[Any]:
    for order in range(1, 9):
        yield Block(workshop, order, f"Part {order}", 30, category=pick.choice(list(codes.BlockCategory)), proposed_by=pick.choice(room))
    for name in room:
        state = pick.choice((codes.AttendanceState.HERE, codes.AttendanceState.HERE, codes.AttendanceState.APOLOGIES, None))
        yield Attendance(workshop, name, pick.choice(CAPACITIES), state=state, access_asked_on=day - timedelta(days=20))
        yield Turns(workshop, pick.randint(0, 9), name)
        yield Payment(
            f"X-{workshop}-{name}",
            workshop,
            name,
            codes.PaymentKind.FEE,
            offered=Money(7500),
            offered_on=day - timedelta(days=9),
            response=pick.choice(list(codes.OfferResponse)),
            paid=Money(7500) if pick.random() < 0.8 else None,
            paid_on=day + timedelta(days=pick.randint(1, 60)),
        )
    for name in room[:10]:
        yield Paper(workshop, name, "Agenda", "easy_read", "easy_read", day - timedelta(days=pick.randint(1, 9)))
        yield Arrangement(f"A-{workshop}-{name}", name, workshop, "step_free", asked_on=day - timedelta(days=20), confirmed_on=day)
    for sheet in range(15):
        yield Verdict(
            workshop,
            pick.choice(list(codes.GivenBy)),
            *(pick.randint(0, 10) for _question in range(4)),
            words=words(pick) if sheet % 3 == 0 else None,
        )


def _what_was_said(pick: random.Random, size: Size, days: dict[str, date], people: list[str]) -> Iterator[Any]:
    workshops = list(days)
    said = [(f"C{n:05}", workshops[n % len(workshops)]) for n in range(size.contributions)]
    for name, workshop in said:
        day = days[workshop] + timedelta(days=pick.randint(1, 60))
        yield Contribution(
            name,
            workshop,
            words(pick),
            person_id=pick.choice(people),
            said_as=pick.choice(list(codes.SaidAs)),
            answer=pick.choice((*codes.Answer, None)),
            answered_on=day,
            reason=pick.choice(("There is no money for it this year.", None)),
            told_on=pick.choice((day, None)),
        )
    for n in range(2 * len(workshops)):
        workshop = workshops[n % len(workshops)]
        yield Decision(f"D{n}", "P", f"Question {n}: when do we write?", workshop, decided_on=days[workshop], outcome="In ten days.")
        for option in ("In ten days", "On the day"):
            yield Option(f"D{n}", option, proposed_by=pick.choice(people))
        yield Deciders(f"D{n}", codes.Capacity.LIVED_EXPERIENCE, 20, 12, 12)
        yield Change(f"D{n}", pick.choice(said)[0], "The same day", "In ten days")
        yield Dissent(f"D{n}", words(pick), said_as=pick.choice(list(codes.SaidAs)), person_id=pick.choice(people))


def load_libraries() -> None:
    """What the window has loaded by the time somebody presses the button."""
    from coproduce.exports.document import Document, Paragraph
    from coproduce.exports.pdf import render

    render(Document("Nothing", "Nothing", "Nobody", (), (Paragraph("Nothing"),)), io.BytesIO())


def drawn_plainly(words: str) -> float:
    """CPU seconds to draw these lines by `drawString`."""
    from reportlab.pdfgen.canvas import Canvas

    start = time.process_time()
    canvas = Canvas(io.BytesIO(), pageCompression=1)
    for place, line in enumerate(words.splitlines()):
        if place % LINES_ON_A_PAGE == 0:
            canvas.showPage()
        canvas.drawString(62, 760 - 16 * (place % LINES_ON_A_PAGE), line.encode("latin-1", "replace").decode("latin-1"))
    canvas.save()
    return time.process_time() - start


def measure(path: Path, report: str, audience: str, large: bool) -> None:
    """One report in this process."""
    from coproduce.exports.pdf import styles
    from coproduce.exports.pdf.renderer import draw
    from coproduce.exports.pdf.validation import validate
    from coproduce.exports.pdf.watch import Watch
    from coproduce.exports.text import render as as_text

    load_libraries()
    with WorkspaceFile.open(path) as file:
        steps, clock = [], time.process_time()
        with many_objects():
            facts = load_facts(file, "P")
            steps.append(time.process_time())
            document = build_report(facts, ReportChoices(report, Audience(audience), AS_OF))
        steps.append(time.process_time())
        target = io.BytesIO()
        pages = draw(document, styles.large_print() if large else styles.ordinary(), target, Watch())
        steps.append(time.process_time())
        content = target.getvalue()
        start = time.monotonic()
        validate(content)
        checked = time.monotonic() - start
    peak, apart, whole = peak_memory(), peak_memory(of_others=True), steps[-1] - clock
    each = [end - start for start, end in pairwise((clock, *steps))]
    mark = "" if whole <= SECONDS and max(peak, apart) <= MEGABYTES else "  OVER"
    say(
        f"{report:14} {audience:13} {'large' if large else 'A4':6} {pages:4} pages  "
        + "  ".join(f"{name} {seconds:5.2f}" for name, seconds in zip(("read", "built", "drawn"), each, strict=True))
        + f"  = {whole:5.2f} s  {whole / drawn_plainly(as_text(document)):5.1f} × plain  {peak:4.0f} MB"
        + f"  then checked {checked:5.2f}, {apart:4.0f} MB{mark}"
    )


def make(path: Path, size: Size) -> None:
    """The workspace, in a process of its own."""
    with WorkspaceFile.create(path) as file, file.work("Fill") as work:
        work.add_all(list(records(size)))


def main(*given: int) -> None:
    """Print a line for each report."""
    alone = multiprocessing.get_context("spawn")
    with tempfile.TemporaryDirectory() as folder:
        path = Path(folder, "many.coproduce")
        jobs = [(make, (path, Size(*given)))]
        copies = [(report.key, audience.value) for report in REPORTS for audience in report.audiences]
        jobs += [(measure, (path, *copy, large)) for copy in copies for large in (False, True)]
        for job, arguments in jobs:
            process = alone.Process(target=job, args=arguments)
            process.start()
            process.join()


if __name__ == "__main__":
    main(*map(int, sys.argv[1:]))
