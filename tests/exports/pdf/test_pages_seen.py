"""The pages look as they did when somebody last looked at them. `UPDATE_SNAPSHOTS=1` keeps them anew; then look before it is committed."""

from __future__ import annotations

import os
from dataclasses import replace
from pathlib import Path

import pytest
from PIL import ImageFilter

from coproduce.exports.document import Table
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from tests.exports import test_money_letters, test_what_you_said
from tests.exports.pdf.page_pictures import differing, keep, pages_in, pages_of, sheet_of
from tests.exports.pdf.test_reports import DAYS

KEPT = Path(__file__).resolve().parents[2] / "snapshots" / "pages"
MOST = 400_000
"""Bytes of all of them together."""

PRINTED = [(report.key, form) for report in REPORTS for form in ("ordinary", "large", *(["easy"] if report.easy else []))]


def document(sample, key: str, form: str):
    choices = ReportChoices(key, Audience.PARTICIPANTS, DAYS["sample"], large_print=form == "large", easy_read=form == "easy")
    return replace(build_report(sample, choices), footer="Data up to 30 June 2026"), choices.is_large


def approved(name: str, pages) -> list[str]:
    path = KEPT / f"{name}.png"
    if os.environ.get("UPDATE_SNAPSHOTS"):
        KEPT.mkdir(exist_ok=True)
        keep(sheet_of(pages), path)
    assert path.exists(), f"{path.name} was never kept: run with UPDATE_SNAPSHOTS=1 and look at it"
    return differing(pages_in(path), pages)


@pytest.mark.parametrize("key, form", PRINTED)
def test_the_pages_of_a_report_look_as_they_did(sample, printed, key, form):
    given, is_large = document(sample, key, form)
    assert approved(f"{key}-{form}", pages_of(printed(given, large_print=is_large))) == []


def test_the_first_pages_of_letters_look_as_they_did(printed):
    letters = [make(test_money_letters.PAYEE) for make in test_money_letters.LETTERS.values()]
    letters.append(test_what_you_said.what_you_said(test_what_you_said.BACK, test_what_you_said.TODAY))
    assert approved("letters", [pages_of(printed(each))[0] for each in letters]) == []


def test_a_page_that_changed_is_seen_and_a_softer_letter_is_not(sample, printed):
    given, _large = document(sample, "outcome", "ordinary")
    pages = pages_of(printed(given))
    softer = [page.filter(ImageFilter.GaussianBlur(0.3)) for page in pages]
    assert differing(pages, softer) == []
    without = next(place for place, block in enumerate(given.blocks) if isinstance(block, Table))
    other = pages_of(printed(replace(given, blocks=given.blocks[:without] + given.blocks[without + 1 :])))
    assert differing(pages, other) != []
    assert differing(pages, pages_of(printed(replace(given, title="Another title altogether")))) != []
    assert differing(pages, pages[:-1]) == [f"page {len(pages)} is only kept"]


def test_what_is_kept_is_small_and_of_something_there_is():
    if os.environ.get("UPDATE_SNAPSHOTS"):
        pytest.skip("they are being kept anew")
    kept = {path.stem: path.stat().st_size for path in KEPT.iterdir()}
    assert sum(kept.values()) < MOST
    assert set(kept) == {"letters", *(f"{key}-{form}" for key, form in PRINTED)}
