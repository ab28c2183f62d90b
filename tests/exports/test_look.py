"""An organisation's logo and colour stand on everything that has a front, in every form."""

from __future__ import annotations

import io
import zipfile
from dataclasses import replace
from datetime import date

import docx as python_docx
import pytest

from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports import docx, html
from coproduce.exports.document import Document, Look, Paragraph
from coproduce.exports.html import style
from coproduce.exports.letters.easy_what_you_said import easy_what_you_said
from coproduce.exports.letters.invitation import invitation
from coproduce.exports.letters.together import together
from coproduce.exports.letters.what_you_said import what_you_said
from coproduce.exports.pdf.palette import Colour, contrast
from coproduce.exports.prints.kinds import PrintChoices, build_print
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from coproduce.exports.you_said import you_said_we_did
from tests.domain.test_logo import png, written
from tests.exports import test_invitation, test_money_letters, test_prints, test_what_you_said

LOOK = Look("#7A1F5C", png(8, 4))
HOUSE = WorkspaceSettings(organisation="Valley Care", colour=LOOK.colour, logo=written(LOOK.logo))
FRONT = Document("A title", "", "Valley Care", (), (Paragraph("Words."),), look=LOOK)


@pytest.mark.parametrize("report", [each.key for each in REPORTS])
def test_every_report_has_the_look_of_its_organisation(sample, report):
    facts = replace(sample, settings=HOUSE)
    assert build_report(facts, ReportChoices(report, Audience.PUBLIC, date(2026, 6, 30))).look == LOOK
    assert build_report(sample, ReportChoices(report, Audience.PUBLIC, date(2026, 6, 30))).look == Look()


def test_every_letter_and_every_print_has_it_too():
    payee = replace(test_money_letters.PAYEE, settings=HOUSE)
    made = [make(payee) for make in test_money_letters.LETTERS.values()]
    back = replace(test_what_you_said.BACK, settings=HOUSE)
    made += [make(back, date(2026, 5, 1)) for make in (what_you_said, easy_what_you_said)]
    day = test_prints.the_day()
    day = replace(day, occasion=replace(day.occasion, settings=HOUSE))
    made += [build_print(day, key, PrintChoices(size)) for key, size in test_prints.EVERY]
    asked = test_invitation.asked()
    made.append(invitation(replace(asked, occasion=replace(asked.occasion, settings=HOUSE))))
    assert len(made) > 20
    assert {each.look for each in made} == {LOOK}


def test_what_people_said_is_told_to_the_public_in_it(sample):
    facts = replace(sample, settings=HOUSE)
    assert you_said_we_did(facts, date(2026, 6, 30)).look == LOOK


def test_a_pile_of_letters_looks_like_its_letters():
    assert together("All", [FRONT, FRONT]).look == LOOK
    assert together("None", []).look == Look()


@pytest.mark.parametrize("organisation, alt", [("Valley Care", ""), ("", "Logo")])
def test_on_a_web_page_the_logo_is_read_out_only_where_no_name_stands_beside_it(organisation, alt):
    page = html.render(replace(FRONT, organisation=organisation))
    assert f'<img class="logo" alt="{alt}" src="data:image/png;base64,{written(LOOK.logo)}">' in page
    assert "--band: #7A1F5C;" in page
    assert 'class="logo"' not in html.render(replace(FRONT, look=Look()))


@pytest.mark.parametrize("code", ["#7A1F5C", "#767676", "#000000", "#B35900"])
def test_words_of_the_colour_can_be_read_by_day_and_by_night(code):
    sheet = style.stylesheet(code)
    day, night = (part.split("}")[0] for part in sheet.split(":root")[1:3])
    for words, colours in ((day, style.LIGHT), (night, style.DARK)):
        chosen = dict(pair.strip().split(": ") for pair in words.partition("--")[2].split(";") if ": " in pair)
        named = {name.removeprefix("--"): value for name, value in chosen.items()}
        for ground in ("paper", "wash", "plain", "good", "careful", "missing"):
            assert contrast(Colour(named["accent"]), Colour(colours[ground])) >= 4.5
        for words_on_band in ("on-band", "soft-band"):
            assert contrast(Colour(named[words_on_band]), Colour(named["band"])) >= 4.5


@pytest.mark.parametrize("organisation, is_read", [("Valley Care", False), ("", True)])
def test_in_word_the_logo_stands_first_and_headings_have_the_colour(organisation, is_read):
    content = docx.render(replace(FRONT, organisation=organisation))
    body = zipfile.ZipFile(io.BytesIO(content)).read("word/document.xml").decode()
    assert ('descr="Logo"' in body) is is_read
    assert ("decorative" in body) is not is_read
    word = python_docx.Document(io.BytesIO(content))
    assert len(word.inline_shapes) == 1
    assert str(word.styles["Heading 1"].font.color.rgb) == "7A1F5C"
