"""No count that a printed report hides can be worked out from all that is printed."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from itertools import product
from random import Random

import pytest

from coproduce.domain.codes import AttendanceState, Capacity, WorkshopState
from coproduce.domain.evidence.disclosure import safe_table
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount, Project
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.document import Chart, Table
from coproduce.exports.privacy import Audience
from coproduce.exports.report import ReportChoices, build_report
from tests.exports.worked_out import worked_out

DAY = date(2025, 3, 3)
QUESTION = "ethnicity"


def reports(counts, threshold):
    """A project where everybody who came filled in a sheet: both reports for the public."""
    everybody = [f"{n:03}" for n in range(sum(counts))]
    facts = ProjectFacts(
        WorkspaceSettings(small_number_threshold=threshold),
        Project("P", "A project"),
        people={name: Person(name, name) for name in everybody},
        workshops=(Workshop("W", "P", "A day", DAY, state=WorkshopState.HELD),),
        attendances=tuple(Attendance("W", name, Capacity.COMMUNITY, state=AttendanceState.HERE) for name in everybody),
        equality=tuple(EqualityCount("P", QUESTION, f"answer {place}", count) for place, count in enumerate(counts)),
    )
    return [build_report(facts, ReportChoices(report, Audience.PUBLIC, DAY)) for report in ("outcome", "participation")]


def read(documents):
    """What the reports say: the words of each cell (none where the table is withheld), and how many people came."""
    blocks = [block for document in documents for block in document.blocks]
    bars = [row for block in blocks if isinstance(block, Chart) for row in block.rows]
    [people] = [int(row.shown[0]) for row in bars if row.label == "Member of the community"]
    rows = [row for block in blocks if isinstance(block, Table) and block.caption == QUESTION for row in block.rows]
    return tuple(word for _answer, word in rows[:-1]), people


def printed(counts, threshold):
    """The same words straight from the rules."""
    found = safe_table(QUESTION, [(f"answer {place}", count) for place, count in enumerate(counts)], threshold)
    return tuple(cell.words for cell in found.cells)


def some_counts(pick, threshold):
    """A table full of edges: nobody, one, just small, just large enough, and ordinary groups."""
    edges = (0, 1, 1, 2, threshold - 1, threshold - 1, threshold, threshold + 1)
    return [pick.choice(edges) if pick.random() < 0.6 else pick.randint(0, 40) for _answer in range(pick.randint(2, 6))]


@pytest.mark.parametrize("first", range(0, 1000, 100))
def test_no_hidden_count_follows_from_all_that_is_printed(first):
    found = {}
    for seed in range(first, first + 100):
        pick = Random(seed)
        threshold = pick.choice((2, 3, 5, 7, 10, 10))
        counts = some_counts(pick, threshold)
        if not sum(counts):
            continue
        if seed % 20 == 0:
            assert read(reports(counts, threshold)) == (printed(counts, threshold), sum(counts))
        words, total = printed(counts, threshold), sum(counts)
        out = worked_out(words, len(counts), total, threshold, lambda other, least=threshold: printed(other, least))
        if out:
            found[seed] = (threshold, counts, words, out)
    assert found == {}


@pytest.mark.parametrize("threshold, answers, most", [(2, 3, 8), (3, 2, 16), (3, 3, 12), (3, 4, 7), (4, 4, 7), (5, 3, 14), (10, 2, 40)])
def test_not_even_by_somebody_who_knows_every_count_that_is_shown(threshold, answers, most):
    """All tables there can be: those printed alike, with the same total and the same shown counts, differ in each hidden cell."""
    alike = defaultdict(list)
    for counts in product(range(most + 1), repeat=answers):
        words = printed(counts, threshold)
        known = tuple(count if words and words[place].isdecimal() else None for place, count in enumerate(counts))
        alike[words, known, sum(counts)].append(counts)
    for (_words, known, total), possible in alike.items():
        if 0 < total <= most:  # of a larger one, not all tables are here
            for place in range(answers):
                assert known[place] is not None or len({counts[place] for counts in possible}) > 1, possible
