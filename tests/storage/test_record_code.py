"""The code of a history: read however it is typed, and made of a line's number and hash."""

from __future__ import annotations

import random

import pytest

from coproduce.domain.record_code import RecordCode, read_code
from coproduce.errors import Refused
from coproduce.storage.chain import Head, salts


@pytest.mark.parametrize(
    "typed",
    [
        "Record 1,234 · 7F3A-19C2",
        "record 1234 7f3a-19c2",
        "1234 7f3a19c2",
        "  1,234 · 7F3A 19C2  ",
        "1 234 · 7F3A-19C2",
        "Record 1,234 · 7F3A-I9C2",
        "Code for checking: Record 1,234 · 7F3A-19C2.",
    ],
)
def test_a_code_is_read_however_it_is_typed(typed):
    assert read_code(typed) == RecordCode(1_234, "7F3A19C2")


def test_a_code_whose_letters_are_figures_is_read_as_it_is_meant():
    assert read_code("Record 12 · 1234-5678") == RecordCode(12, "12345678")


@pytest.mark.parametrize(
    "typed", ["", "1,234", "7F3A-19C2", "Record 1,234 · 7F3A", "Record 1,234 · 7F3A-19U2", "Record 1,234 · 7F3A-19C22"]
)
def test_what_is_no_whole_code_is_refused(typed):
    with pytest.raises(Refused, match="not a whole code"):
        read_code(typed)


def test_every_code_can_be_read_back_and_hangs_on_number_and_hash():
    chance = random.Random(5)
    heads = [Head(chance.randrange(1, 10**7), chance.randbytes(32)) for _each in range(12)]
    codes = [head.code for head in heads]
    assert [read_code(str(code)) for code in codes] == codes
    assert len({code.letters for code in codes}) == len(codes)
    assert Head(heads[0].number + 1, heads[0].hash).code.letters != codes[0].letters


def test_no_salt_is_used_twice():
    drawn = [*salts(2_000), *salts(2_000)]
    assert len(set(drawn)) == 4_000
    assert {len(salt) for salt in drawn} == {16}
