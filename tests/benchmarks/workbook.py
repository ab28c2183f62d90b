"""How long bringing in a large workbook and working out its evidence takes, against reading and writing its bare rows.

    python -m tests.benchmarks.workbook [--people 5000] [--workshops 200] [--rounds 3]

Prints, from one run: the bare time (python-calamine reads every row; SQLAlchemy writes them with executemany), ours
(read, check, bring in, evidence of the project), their ratio, and the most memory this process held while ours ran.
"""

from __future__ import annotations

import argparse
import datetime as dt
import random
import resource
import sys
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import sqlalchemy as sa
import xlsxwriter
from python_calamine import CalamineWorkbook

from coproduce.domain.sheets import SHEETS, Column, Kind, Sheet

FIRST_DAY = dt.date(2023, 1, 9)
AS_OF = dt.date(2025, 7, 1)
WORDS = (
    "Please ring, don't e-mail",
    "The letters come too late",
    "نريد مترجماً في كل جلسة",
    "Breaks. Real ones.",
    "Ask us before you decide",
)


class Story:
    """An invented project, large enough to be slow."""

    def __init__(self, people: int, workshops: int, seed: int = 7) -> None:
        self.random = random.Random(seed)
        self.people = [f"{number:05}" for number in range(people)]
        self.workshops = [f"W{number:04}" for number in range(workshops)]
        self.days = {workshop: FIRST_DAY + dt.timedelta(days=4 * number) for number, workshop in enumerate(self.workshops)}
        self.who = {workshop: self.random.sample(self.people, min(60, people)) for workshop in self.workshops}

    def rows(self, sheet: Sheet) -> Iterator[dict[str, Any]]:
        """Rows of a sheet as values by heading."""
        for given in self._keys(sheet.name):
            workshop = given.get("workshop_id")
            day = self.days.get(workshop, FIRST_DAY) if isinstance(workshop, str) else FIRST_DAY
            yield {column.heading: given.get(column.heading, self._anything(column, day)) for column in sheet.columns}

    def _keys(self, name: str) -> Iterator[dict[str, Any]]:
        pick = self.random
        each = [(workshop, person) for workshop in self.workshops for person in self.who[workshop]]
        match name:
            case "Workspace":
                yield {"setting": "organisation", "value": "A large one"}
            case "Rates":
                yield {
                    "label": "Floor",
                    "shape": "per_hour",
                    "amount": 12.6,
                    "valid_from": dt.date(2022, 1, 1),
                    "valid_to": None,
                    "region": None,
                    "is_floor": "yes",
                }
            case "Projects":
                yield {"project_id": "P-01", "starts_on": FIRST_DAY, "ends_on": None, "stages_run": "why; plan; design"}
            case "People":
                yield from ({"person_id": person, "name": f"Person {person}", "left_on": None} for person in self.people)
            case "Workshops":
                yield from (
                    {"workshop_id": w, "project_id": "P-01", "date": self.days[w], "state": "held", "cancelled_reason": None}
                    for w in self.workshops
                )
            case "Blocks":
                yield from (
                    {"workshop_id": w, "order": n, "lane": None, "led_by": self.who[w][n], "proposed_by": self.who[w][-n]}
                    for w in self.workshops
                    for n in range(1, 9)
                )
            case "Attendance":
                yield from ({"workshop_id": w, "person_id": p} for w, p in each)
            case "Papers":
                yield from ({"workshop_id": w, "person_id": p, "paper": "Agenda"} for w, p in each)
            case "Access":
                yield from ({"access_id": f"A{n}", "workshop_id": w, "person_id": p} for n, (w, p) in enumerate(each[::6]))
            case "Payments":
                for n, (w, p) in enumerate(each + each[::3]):
                    yield {
                        "payment_id": f"X{n}",
                        "workshop_id": w,
                        "person_id": p,
                        "paid": 50.5,
                        "paid_on": self.days[w] + dt.timedelta(days=20),
                        "cancelled_reason": None,
                    }
            case "Contributions":
                yield from ({"contribution_id": f"C{n}", "workshop_id": w, "person_id": p} for n, (w, p) in enumerate(each[::4]))
            case "Decisions":
                yield from ({"decision_id": f"D{n}", "project_id": "P-01", "workshop_id": w} for n, w in enumerate(self.workshops * 2))
            case "Options":
                yield from (
                    {"decision_id": f"D{n}", "proposed_by": pick.choice(["organiser", self.people[n]])}
                    for n in range(len(self.workshops) * 2)
                    for _ in range(3)
                )
            case "Deciders":
                yield from (
                    {"decision_id": f"D{n}", "capacity": c, "could_decide": 9, "took_part": 4}
                    for n in range(len(self.workshops) * 2)
                    for c in ("carer", "employed")
                )
            case "Dissent":
                yield from ({"decision_id": f"D{n}", "person_id": self.people[n]} for n in range(0, len(self.workshops), 3))
            case "Changes":
                yield from ({"decision_id": f"D{n}", "contribution_id": f"C{n}"} for n in range(len(self.workshops)))
            case "Turns":
                yield from ({"workshop_id": w, "person_id": p, "capacity": None} for w, p in each[::3])
            case "Verdicts":
                yield from ({"workshop_id": w} for w, _p in each[::3])
            case _:
                yield from ({"project_id": "P-01", "question": "age", "answer": f"group {n}", "count": 20 + n} for n in range(8))

    def _anything(self, column: Column, day: dt.date) -> Any:
        pick = self.random
        if not column.required and pick.random() < 0.25:
            return None
        match column.kind:
            case Kind.CODE:
                return pick.choice([code.value for code in column.codes or ()])
            case Kind.CODES:
                return "; ".join(code.value for code in list(column.codes or ())[: pick.randint(1, 3)])
            case Kind.YES_NO:
                return pick.choice(["yes", "no"])
            case Kind.DATE:
                return day + dt.timedelta(days=pick.randint(-30, 40))
            case Kind.TIME:
                return "10:00"
            case Kind.MONEY:
                return pick.choice([25, 50.5, 75, 12.6])
            case Kind.WHOLE:
                return pick.randint(0, min(column.highest, 120))
            case _:
                return pick.choice(WORDS)


def write_story(path: Path, people: int, workshops: int) -> int:
    """Write the workbook; gives its number of rows."""
    story, count = Story(people, workshops), 0
    with xlsxwriter.Workbook(path, {"constant_memory": True}) as workbook:
        day = workbook.add_format({"num_format": "dd/mm/yyyy"})
        for sheet in SHEETS:
            worksheet = workbook.add_worksheet(sheet.name)
            worksheet.write_row(0, 0, [column.heading for column in sheet.columns])
            for number, row in enumerate(story.rows(sheet), start=1):
                count += 1
                for place, value in enumerate(row.values()):
                    if isinstance(value, dt.date):
                        worksheet.write_datetime(number, place, value, day)
                    elif isinstance(value, str):
                        worksheet.write_string(number, place, value)
                    elif value is not None:
                        worksheet.write_number(number, place, value)
    return count


def bare(path: Path, folder: Path) -> tuple[float, float]:
    """Seconds to read every row with the parser alone, and to write them all into tables as they are."""
    started = time.perf_counter()
    book = CalamineWorkbook.from_path(str(path))
    sheets = {name: [list(row) for row in book.get_sheet_by_name(name).iter_rows()] for name in book.sheet_names}
    read = time.perf_counter() - started
    started = time.perf_counter()
    engine = sa.create_engine(f"sqlite:///{folder / 'bare.db'}")
    metadata = sa.MetaData()
    tables = {name: sa.Table(name, metadata, *(sa.Column(str(heading), sa.Text) for heading in rows[0])) for name, rows in sheets.items()}
    metadata.create_all(engine)
    with engine.begin() as connection:
        for name, rows in sheets.items():
            if rows[1:]:
                connection.execute(sa.insert(tables[name]), [dict(zip(rows[0], map(_as_text, row), strict=True)) for row in rows[1:]])
    engine.dispose()
    return read, time.perf_counter() - started


def _as_text(cell: Any) -> str | None:
    return None if cell == "" else str(cell)


def ours(path: Path, folder: Path) -> dict[str, float]:
    """Seconds for each step of ours."""
    from coproduce.domain.evidence import measure_all
    from coproduce.imports.planning import plan_import
    from coproduce.imports.workbook import read_workbook
    from coproduce.operations.interchange import bring_in
    from coproduce.storage.many_objects import many_objects
    from coproduce.storage.queries.facts import load_facts
    from coproduce.storage.workspace_file import WorkspaceFile

    times: dict[str, float] = {}
    started = time.perf_counter()

    def lap(step: str) -> None:
        nonlocal started
        now = time.perf_counter()
        times[step], started = now - started, now

    with WorkspaceFile.create(folder / "ours.coproduce") as workspace:
        lap("create")
        read = read_workbook(path)
        lap("read")
        plan = plan_import(workspace, read)
        lap("check")
        bring_in(workspace, plan)
        lap("bring in")
        del read, plan
        facts = load_facts(workspace, "P-01")
        lap("facts")
        with many_objects():
            measure_all(facts, AS_OF)
        lap("evidence")
    return times


def main() -> int:
    """Run it and print the figures."""
    parser = argparse.ArgumentParser()
    parser.add_argument("--people", type=int, default=5000)
    parser.add_argument("--workshops", type=int, default=200)
    parser.add_argument("--rounds", type=int, default=3, help="each does both; the quickest of each counts")
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as name:
        folder = Path(name)
        path = folder / "large.xlsx"
        rows = write_story(path, options.people, options.workshops)
        print(f"{options.people} people, {options.workshops} workshops, {rows} rows, {path.stat().st_size / 1e6:.1f} MB")
        ours_each, bare_each, memory = [], [], 0.0
        for turn in range(options.rounds):
            place = folder / str(turn)
            place.mkdir()
            ours_each.append(ours(path, place))
            memory = memory or resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / (1024 if sys.platform != "darwin" else 1024 * 1024)
            bare_each.append(bare(path, place))
    times = min(ours_each, key=lambda one: sum(one.values()))
    read, write = min(bare_each, key=sum)
    total = sum(times.values())
    print(f"bare: {read + write:.2f} s (read {read:.2f}, write {write:.2f})")
    print(f"ours: {total:.2f} s ({', '.join(f'{step} {seconds:.2f}' for step, seconds in times.items())})")
    print(f"ratio: {total / (read + write):.2f}   (at most 4)")
    print(f"memory: {memory:.0f} MB   (at most 400)")
    return 0 if total / (read + write) <= 4 and memory <= 400 else 1


if __name__ == "__main__":
    sys.exit(main())
