"""Every report as a Word document: built so that a screen reader finds its way, and opened whole by a program that is not ours."""

from __future__ import annotations

import io
import re
import zipfile
from dataclasses import replace
from datetime import date
from itertools import pairwise
from pathlib import Path

import docx
import pypdfium2
import pytest
from docx.oxml.ns import qn

from coproduce.exports.cleaning import clean
from coproduce.exports.document import Callout, Chart, Heading, Look, Pictured, Table
from coproduce.exports.docx import render
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from tests.domain.test_logo import png
from tests.exports import test_money_letters, test_what_you_said
from tests.exports.pdf.documents import every_block
from tests.libreoffice.checker import TEXT

DAYS = {"sample": date(2026, 6, 30), "case_1": date(2025, 7, 1), "empty": date(2026, 6, 30), "nothing_known": date(2026, 6, 30)}


@pytest.fixture(scope="module")
def documents(sample, case_1, empty, nothing_known):
    """Every report of every project in every form, a letter of each kind, and one with every kind of block and a logo."""
    made = {}
    for name, facts in {"sample": sample, "case_1": case_1, "empty": empty, "nothing_known": nothing_known}.items():
        for report in REPORTS:
            made[f"{report.key} {name}"] = build_report(facts, ReportChoices(report.key, Audience.FUNDER, DAYS[name]))
            if report.easy:
                made[f"{report.key} {name} easy"] = build_report(
                    facts, ReportChoices(report.key, Audience.FUNDER, DAYS[name], easy_read=True)
                )
    made |= {f"letter {kind}": make(test_money_letters.PAYEE) for kind, make in test_money_letters.LETTERS.items()}
    made["letter said"] = test_what_you_said.what_you_said(test_what_you_said.BACK, date(2026, 5, 1))
    made["every block"] = replace(every_block(), look=Look("#7A1F5C", png(8, 4)))
    made["no name"] = replace(every_block(), look=Look("#7A1F5C", png(8, 4)), organisation="")
    return made


@pytest.fixture(scope="module")
def written(documents):
    """Each as its file holds it."""
    return {name: render(document) for name, document in documents.items()}


@pytest.fixture(scope="module")
def words(written):
    """Each as python-docx reads it back."""
    return {name: docx.Document(io.BytesIO(content)) for name, content in written.items()}


def told(blocks):
    """What must be found in order: headings, captions, and every cell."""
    for block in blocks:
        if isinstance(block, Heading):
            yield block.text
        elif isinstance(block, Chart):
            yield block.title
            yield from told([block.table()])
        elif isinstance(block, Table):
            yield from (column.heading for column in block.columns)
            yield from (cell for row in block.rows for cell in row)
        elif isinstance(block, Callout | Pictured):
            yield from told(block.blocks)


def tight(words: str) -> str:
    """Without spaces, which lines and cells are broken at."""
    return re.sub(r"\s+|\u200b|\ufeff", "", words)


def not_in_order(blocks, words: str) -> list[str]:
    """The first thing that is not where it should be; nothing where all is."""
    at, words = 0, tight(words)
    for each in told(blocks):
        wanted = tight(clean(each))
        found = words.find(wanted, at)
        if found < 0:
            return [each]
        at = found + len(wanted)
    return []


def test_headings_leave_no_level_out(words):
    for name, word in words.items():
        levels = [0, *(int(p.style.name[-1]) for p in word.paragraphs if p.style.name.startswith("Heading"))]
        assert all(after <= before + 1 for before, after in pairwise(levels)), name


def test_every_table_says_which_row_is_its_heading(words):
    for name, word in words.items():
        for table in word.tables:
            first, *others = (row._tr.find(f".//{qn('w:tblHeader')}") is not None for row in table.rows)
            assert first, name
            assert not any(others), name


def test_every_picture_is_read_out_or_is_marked_as_decoration(words):
    pictures = 0
    for name, word in words.items():
        for shape in word.inline_shapes:
            pictures += 1
            told_alt = (shape._inline.docPr.get("descr") or "").strip()
            decorative = "decorative" in shape._inline.docPr.xml
            assert bool(told_alt) is not decorative, name
    assert pictures > 100


def test_language_and_title_are_set_and_nothing_of_the_maker_is_left(documents, written, words):
    for name, document in documents.items():
        word = words[name]
        assert word.core_properties.title.strip(), name
        assert word.core_properties.language == document.language
        assert word.core_properties.author in (document.organisation, " ".join(document.organisation.split()))
        styles = zipfile.ZipFile(io.BytesIO(written[name])).read("word/styles.xml").decode()
        assert f'w:val="{document.language}"' in styles


@pytest.mark.slow
def test_libreoffice_opens_every_one_whole(documents, written, libreoffice, tmp_path):
    paths = []
    for number, content in enumerate(written.values()):
        paths.append(tmp_path / f"{number:03}.docx")
        paths[-1].write_bytes(content)
    lost = {}
    for form, read in ((TEXT, lambda path: path.read_text(encoding="utf-8-sig")), ("pdf", words_of_pdf)):
        for (name, document), path in zip(documents.items(), libreoffice(paths, form, tmp_path / form[:3]), strict=True):
            blocks = document.blocks if form == TEXT else [block for block in document.blocks if isinstance(block, Heading)]
            if gone := not_in_order(blocks, read(path)):
                lost[f"{name} as {form[:3]}"] = gone
    assert lost == {}


def words_of_pdf(path: Path) -> str:
    pdf = pypdfium2.PdfDocument(path)
    words = "\n".join(page.get_textpage().get_text_range() for page in pdf)
    pdf.close()
    return words
