"""What is asked of another organisation."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from coproduce.domain.asks import Ask
from coproduce.domain.codes import AskAnswer
from coproduce.errors import Refused

DAY = date(2025, 3, 1)
ASK = Ask("ASK-1", "P", "Run a bus on Sundays", "The county", asked_on=DAY)


@pytest.mark.parametrize(
    "changed, field",
    [
        ({"words": " "}, "words"),
        ({"asked_of": ""}, "asked_of"),
        ({"answer": AskAnswer.YES, "answered_on": date(2025, 2, 1)}, "answered_on"),
        ({"answered_on": DAY}, "answer"),
    ],
)
def test_an_ask_says_what_of_whom_and_is_answered_after_it_was_put(changed, field):
    with pytest.raises(Refused) as refused:
        replace(ASK, **changed).check()
    assert refused.value.field == field


def test_it_waits_until_the_day_to_look_again_or_as_long_as_people_are_promised():
    assert not ASK.waits_too_long(date(2025, 3, 29), 28)
    assert ASK.waits_too_long(date(2025, 3, 30), 28)
    later = replace(ASK, look_again_on=date(2025, 6, 1))
    assert not later.waits_too_long(date(2025, 5, 31), 28)
    assert later.waits_too_long(date(2025, 6, 1), 28)
    assert not replace(ASK, asked_on=None).waits_too_long(date(2030, 1, 1), 28)


def test_whatever_they_answer_it_waits_no_longer():
    for answer in AskAnswer:
        ask = replace(ASK)
        ask.record_answer(answer, on=DAY, their_words=" From May ")
        assert (ask.is_waiting, ask.their_words, ask.waits_too_long(date(2030, 1, 1), 28)) == (False, "From May", False)
