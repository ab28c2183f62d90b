"""Easy Read on paper: the tree read back is the tree written, and veraPDF finds nothing."""

from __future__ import annotations

import pytest

from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_reports import DAYS
from tests.exports.pdf.test_structure import contents_of

EASY = [report.key for report in REPORTS if report.easy]


def easy(projects, name: str, key: str):
    return build_report(projects(name), ReportChoices(key, Audience.PARTICIPANTS, DAYS[name], easy_read=True))


@pytest.mark.parametrize("key", EASY)
@pytest.mark.parametrize("name", ["sample", "case_1", "empty", "nothing_known"])
def test_easy_read_is_read_back_as_it_was_written(projects, printed, name, key):
    given = easy(projects, name, key)
    back = read_back(printed(given, large_print=True))
    assert back.bookmarks == expected_bookmarks(given)
    assert back.tree.lines() == expected_tree(given, contents_of(back)).lines()


@pytest.mark.slow
def test_verapdf_passes_easy_read(projects, printed, verapdf):
    paths = [printed(easy(projects, name, key), large_print=True) for name in DAYS for key in EASY]
    for profile in ("ua1", "3a"):
        assert [str(verdict) for verdict in verapdf(paths, profile) if not verdict.passed] == []
