"""Letters about money come in the form each person reads best."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coproduce.exports.document import Pictured, Table
from tests.exports.test_money_letters import ANA, PAYEE
from ui.forms import money_letters

KINDS = {
    "offer": lambda payee: money_letters.offers("First meeting", lambda: [payee]),
    "reminder": lambda payee: money_letters.reminders("First meeting", lambda: [payee]),
    "slip": lambda payee: money_letters.slips("First meeting", lambda: [payee]),
    "statement": lambda payee: money_letters.statements(lambda: payee, date(2026, 5, 3)),
}


def written(kind, wanted):
    payee = replace(PAYEE, format_wanted=wanted, person=replace(ANA, named_contact="Farah"))
    return KINDS[kind](payee).read()[0]


def pictures(letter):
    return sum(isinstance(block, Pictured) for block in letter.document.blocks)


@pytest.mark.parametrize("kind", KINDS)
def test_who_reads_easy_read_gets_pictures_large_print_and_no_table(kind):
    letter = written(kind, "Easy Read")
    assert pictures(letter) >= 5
    assert letter.large
    assert not any(isinstance(block, Table) for block in letter.document.blocks)


@pytest.mark.parametrize("kind", KINDS)
@pytest.mark.parametrize("wanted", ["large print", "e-mail", None])
def test_everybody_else_gets_the_letter_in_sentences(kind, wanted):
    letter = written(kind, wanted)
    assert pictures(letter) == 0
    assert letter.large == (wanted == "large print")


def test_a_statement_is_named_by_its_year_in_every_form():
    for wanted in ("easy read", None):
        assert written("statement", wanted).state == "6 April 2026 – 5 April 2027"
