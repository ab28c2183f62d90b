"""axe finds nothing in any web page of ours: every report of every kind of project, every letter, every print; by day and by night."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coproduce.exports.document import Look
from coproduce.exports.html import render
from coproduce.exports.letters.easy_what_you_said import easy_what_you_said
from coproduce.exports.letters.invitation import invitation
from coproduce.exports.letters.together import together
from coproduce.exports.letters.what_you_said import what_you_said
from coproduce.exports.prints.kinds import PrintChoices, build_print
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from coproduce.exports.you_said import you_said_we_did
from tests.domain.test_logo import png
from tests.exports import test_invitation, test_money_letters, test_prints, test_what_you_said
from tests.exports.pdf.documents import every_block, hostile

DAYS = {"sample": date(2026, 6, 30), "case_1": date(2025, 7, 1), "empty": date(2026, 6, 30), "nothing_known": date(2026, 6, 30)}
LOOKS = {"a dark colour": Look("#7A1F5C", png(8, 4)), "a colour that just passes": Look("#767676", png(8, 4)), "black": Look("#000000")}


@pytest.fixture(scope="module")
def pages(sample, case_1, empty, nothing_known):
    facts = {"sample": sample, "case_1": case_1, "empty": empty, "nothing_known": nothing_known}
    made = {}
    for name, project in facts.items():
        for report in REPORTS:
            for easy in (False, True) if report.easy else (False,):
                choices = ReportChoices(report.key, Audience.PARTICIPANTS, DAYS[name], easy_read=easy)
                made[f"{report.key}, {name}, {'easy' if easy else 'ordinary'}"] = render(
                    build_report(project, choices), large_print=choices.is_large
                )
        made[f"you said, {name}"] = render(you_said_we_did(project, DAYS[name]))
    return made | _letters_and_prints() | _looks()


def _letters_and_prints():
    letters = {kind: make(test_money_letters.PAYEE) for kind, make in test_money_letters.LETTERS.items()}
    letters |= {f"empty {kind}": make(test_money_letters.EMPTY) for kind, make in test_money_letters.LETTERS.items()}
    for make in (what_you_said, easy_what_you_said):
        letters[make.__name__] = make(test_what_you_said.BACK, date(2026, 5, 1))
    letters["invitation"] = invitation(test_invitation.asked())
    letters["together"] = together("All letters", list(letters.values()))
    day = test_prints.the_day()
    prints = {f"print {key} {size}": build_print(day, key, PrintChoices(size)) for key, size in test_prints.EVERY}
    return {name: render(document) for name, document in (letters | prints).items()}


def _looks():
    documents = {"every block": every_block(), "hostile": hostile(), "no organisation": replace(every_block(), organisation="")}
    made = {name: render(document) for name, document in documents.items()}
    for name, look in LOOKS.items():
        for title, document in documents.items():
            made[f"{title} in {name}"] = render(replace(document, look=look))
    return made


@pytest.mark.slow
@pytest.mark.parametrize("dark", [False, True], ids=["by day", "by night"])
def test_axe_finds_nothing_in_any_page(pages, axe, dark):
    found = axe(pages, dark=dark)
    assert len(found) == len(pages) > 50
    assert {name: list(map(str, violations)) for name, violations in found.items() if violations} == {}
