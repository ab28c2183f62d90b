"""Every report of the program, for every project there is, printed both ways: kept rules, equal trees, and every word in its place."""

from __future__ import annotations

from datetime import date
from itertools import chain

import pypdfium2
import pytest

from coproduce.domain.part import Days, OneWorkshop
from coproduce.exports import text
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_structure import SIZES, contents_of

DAYS = {
    "sample": date(2026, 6, 30),
    "case_1": date(2025, 7, 1),
    "empty": date(2026, 6, 30),
    "nothing_known": date(2026, 6, 30),
    "five_hundred": date(2026, 6, 30),
}


def report(projects, name: str, key: str):
    return build_report(projects(name), ReportChoices(key, Audience.FUNDER, DAYS[name]))


@pytest.mark.parametrize("key", [each.key for each in REPORTS])
@pytest.mark.parametrize("large_print", SIZES.values(), ids=SIZES)
@pytest.mark.parametrize("name", DAYS)
def test_a_report_is_read_back_as_it_was_written(projects, printed, name, key, large_print):
    given = report(projects, name, key)
    back = read_back(printed(given, large_print=large_print))
    assert back.bookmarks == expected_bookmarks(given)
    assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()


def other_copies(projects):
    """A part of a project, several of them, and what finance gets."""
    sample, day = projects("sample"), DAYS["sample"]
    for part in (OneWorkshop("FD-W2"), Days(date(2026, 1, 1), date(2026, 12, 31))):
        yield build_report(sample, ReportChoices("participation", Audience.FUNDER, day, part=part))
    yield build_report(sample, ReportChoices("projects", Audience.PUBLIC, day), [projects("case_1"), projects("empty")])
    yield build_report(sample, ReportChoices("resourcing", Audience.FINANCE, day))


@pytest.mark.parametrize("large_print", SIZES.values(), ids=SIZES)
def test_other_copies_are_read_back_as_they_were_written(projects, printed, large_print):
    for given in other_copies(projects):
        back = read_back(printed(given, large_print=large_print))
        assert back.bookmarks == expected_bookmarks(given)
        assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()


@pytest.mark.slow
def test_verapdf_passes_other_copies(projects, printed, verapdf):
    paths = [printed(given, large_print=large) for given in other_copies(projects) for large in SIZES.values()]
    assert [str(verdict) for verdict in verapdf(paths) if not verdict.passed] == []
    assert [str(verdict) for verdict in verapdf(paths, "3a") if not verdict.passed] == []


@pytest.mark.slow
def test_verapdf_passes_every_report(projects, printed, verapdf):
    kinds = [(name, large) for name in DAYS for large in SIZES.values()]
    paths = {kind: [printed(report(projects, kind[0], each.key), large_print=kind[1]) for each in REPORTS] for kind in kinds}
    assert [str(verdict) for verdict in verapdf(chain(*paths.values())) if not verdict.passed] == []
    del paths["five_hundred", True]  # the rules of archives ask nothing of the layout, and this is by far the longest
    assert [str(verdict) for verdict in verapdf(chain(*paths.values()), "3a") if not verdict.passed] == []


@pytest.mark.parametrize("key", [each.key for each in REPORTS])
def test_the_words_of_case_1_come_out_of_the_pages_whole(projects, printed, key):
    """By PDFium, which knows nothing of our tags. Words of other scripts are compared through the tree, above."""
    given = report(projects, "case_1", key)
    pdf = pypdfium2.PdfDocument(printed(given))
    found = {word for page in pdf for word in page.get_textpage().get_text_bounded().split()}
    pdf.close()
    words = {word for line in text.render(given).split("\n") for word in line.split() if word.isascii() and word.isalnum()}
    assert words - found == set()
