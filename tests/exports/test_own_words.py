"""What the organisation says in its own words: beside the figure, in every form, and never instead of it."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from io import BytesIO
from zipfile import ZipFile

import pypdfium2
import pytest

from coproduce.domain.evidence import INDICATORS, measure_all
from coproduce.domain.own_words import HONESTY_TOPICS, OwnWords, Topic, heading_of
from coproduce.exports.docx import render as as_docx
from coproduce.exports.html import render as as_html
from coproduce.exports.privacy import Audience, for_audience
from coproduce.exports.report import FOR_ALL, ReportChoices, build_report
from coproduce.exports.sections.results import answer_words
from coproduce.exports.text import render as as_text
from coproduce.exports.writing import write_as

DAY = date(2026, 9, 1)
LABEL = "In the organisation’s own words:"


def saying(facts, *said, on=date(2026, 8, 1)):
    return replace(facts, own_words=tuple(OwnWords(facts.project.id, Topic(about), words, on, "Nia Pugh") for about, words in said))


def text_of(facts, report="participation", day=DAY, audience=Audience.PUBLIC):
    return " ".join(as_text(build_report(facts, ReportChoices(report, audience, day))).split())


def test_every_indicator_and_every_part_of_the_honesty_page_can_be_written_about():
    assert {topic.value for topic in Topic} == {indicator.id for indicator in INDICATORS} | {topic.value for topic in HONESTY_TOPICS}
    assert all(heading_of(topic) != topic.value for topic in HONESTY_TOPICS)


def test_words_about_a_question_stand_beside_its_figure_and_on_the_honesty_page(sample):
    without, text = text_of(sample), text_of(saying(sample, ("T19", "We lost a note book")))
    assert text.count(f"{LABEL} We lost a note book.") == 2
    figure = answer_words(measure_all(sample, DAY)["T19"])
    assert text.count(figure) == without.count(figure) > 0


@pytest.mark.parametrize("topic", HONESTY_TOPICS)
@pytest.mark.parametrize("report", ["outcome", "participation"])
def test_words_about_a_part_of_the_honesty_page_stand_there(sample, report, topic):
    assert text_of(saying(sample, (topic, "We shall ask")), report).count(f"{LABEL} We shall ask.") == 1


def test_no_figure_moves(sample):
    assert measure_all(saying(sample, ("T3", "All is well")), DAY).results == measure_all(sample, DAY).results


def test_what_was_written_later_is_not_in_a_report_of_an_earlier_day(sample):
    facts = saying(sample, ("T19", "We lost a note book"), on=date(2026, 8, 1))
    assert LABEL not in text_of(facts, day=date(2026, 7, 31))
    assert LABEL in text_of(facts, day=date(2026, 8, 1))


@pytest.mark.parametrize("audience", Audience)
def test_who_wrote_it_is_among_no_facts_of_a_copy(sample, audience):
    facts = saying(sample, ("T19", "We lost a note book"))
    assert for_audience(facts, audience).own_words[0].written_by is None


@pytest.mark.parametrize("audience", FOR_ALL)
def test_who_wrote_it_is_printed_in_no_copy(sample, audience):
    facts = saying(sample, ("T19", "We lost a note book"))
    assert "Nia Pugh" not in text_of(facts, audience=audience)


def test_markup_and_hidden_characters_are_data(sample):
    facts = saying(sample, ("T19", "<b>Sorry</b>\u202e & \n\n # not a heading"))
    page = as_html(build_report(facts, ReportChoices("participation", Audience.PUBLIC, DAY)))
    assert "&lt;b&gt;Sorry&lt;/b&gt; &amp; # not a heading" in page
    assert "\u202e" not in page


def test_every_form_holds_them(sample, tmp_path):
    document = build_report(saying(sample, ("T19", "Zebras everywhere")), ReportChoices("participation", Audience.PUBLIC, DAY))
    write_as(".pdf", document, tmp_path / "report.pdf")
    with pypdfium2.PdfDocument(tmp_path / "report.pdf") as pdf:
        assert "Zebras everywhere" in " ".join(page.get_textpage().get_text_range() for page in pdf)
    assert "Zebras everywhere" in as_html(document)
    with ZipFile(BytesIO(as_docx(document))) as word:
        assert "Zebras everywhere" in word.read("word/document.xml").decode()
