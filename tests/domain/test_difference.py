"""The difference between two texts, in words."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from coproduce.domain.difference import Was, difference, marked_after, marked_before, said_difference

SOME = st.lists(st.sampled_from(["bus", "tram", "on", "Sundays", "free"]), max_size=12).map(" ".join)


def test_what_was_replaced_is_taken_out_and_put_in():
    before, after = "Open on Monday from nine", "Open every day from nine"
    assert said_difference(before, after) == "Open [taken out: on Monday] [put in: every day] from nine"
    assert marked_before(before, after) == "Open [taken out: on Monday] from nine"
    assert marked_after(before, after) == "Open [put in: every day] from nine"


def test_where_little_stayed_both_texts_stand_whole_and_unmarked():
    before, after = "Closed at weekends.", "Open on two Saturdays."
    assert (marked_before(before, after), marked_after(before, after)) == (before, after)
    assert said_difference(before, after) == "[taken out: Closed at weekends.] [put in: Open on two Saturdays.]"


def test_two_texts_that_only_differ_in_spaces_have_no_difference():
    assert said_difference("Free  tea\n", " Free tea") == "Free tea"


def test_a_long_text_keeps_its_common_words():
    words = "the cat sat on the mat and " * 60
    assert said_difference(words + "slept", words + "woke").endswith("and [taken out: slept] [put in: woke]")


@given(SOME, SOME)
def test_both_texts_can_be_read_out_of_the_pieces(before, after):
    pieces = difference(before, after)
    assert " ".join(words for was, words in pieces if was is not Was.PUT_IN) == before
    assert " ".join(words for was, words in pieces if was is not Was.TAKEN_OUT) == after
