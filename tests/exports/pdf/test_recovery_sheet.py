"""The recovery sheet, read back and checked as every PDF is."""

from __future__ import annotations

from datetime import date

import pypdfium2
import pytest

from coproduce.exports.recovery_sheet import recovery_sheet
from coproduce.storage.recovery import code_of
from tests.exports.pdf.expected import expected_bookmarks, expected_tree
from tests.exports.pdf.read_back import read_back
from tests.exports.pdf.test_structure import contents_of

SHEET = recovery_sheet("Ours", "Bryn Community Voice", code_of("0f" * 32), date(2026, 11, 26))


def test_it_is_read_back_as_it_was_written(printed):
    back = read_back(printed(SHEET))
    assert back.bookmarks == expected_bookmarks(SHEET)
    assert back.tree.lines() == expected_tree(SHEET, contents_of(back)).lines()


def test_it_fits_on_one_page(printed):
    assert len(pypdfium2.PdfDocument(printed(SHEET))) == 1


@pytest.mark.slow
def test_verapdf_passes_it(printed, verapdf):
    assert [str(verdict) for verdict in verapdf([printed(SHEET)]) if not verdict.passed] == []
