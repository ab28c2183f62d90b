"""Colours meet AA: 4.5 to 1 for words, 3 to 1 for the shapes that carry meaning. Source: WCAG 2.2, 1.4.3 and 1.4.11."""

from __future__ import annotations

from itertools import pairwise

import pytest

from coproduce.exports.document import Tone
from coproduce.exports.html import style
from coproduce.exports.pdf import styles
from coproduce.exports.pdf.palette import INK, MUTED, ON_TEAL, SERIES, SOFT_ON_TEAL, TEAL, TINTS, WASH, WHITE, Colour, contrast


def test_black_on_white_is_twenty_one_to_one():
    assert contrast(Colour("#000000"), Colour("#FFFFFF")) == pytest.approx(21)


@pytest.mark.parametrize(
    "words, ground", [(INK, WHITE), (MUTED, WHITE), (MUTED, WASH), (TEAL, WHITE), (ON_TEAL, TEAL), (SOFT_ON_TEAL, TEAL)]
)
def test_words_can_be_read_on_their_ground(words, ground):
    assert contrast(words, ground) >= 4.5


@pytest.mark.parametrize("tone", Tone)
def test_words_of_a_call_out_can_be_read(tone):
    tint = TINTS[tone]
    assert contrast(tint.words, tint.ground) >= 4.5
    assert contrast(INK, tint.ground) >= 4.5
    assert contrast(TEAL, tint.ground) >= 4.5
    assert contrast(tint.edge, tint.ground) >= 3


@pytest.mark.parametrize("paint", SERIES)
def test_parts_of_a_chart_stand_out_and_their_numbers_can_be_read(paint):
    assert contrast(paint.words, paint.ground) >= 4.5
    assert max(contrast(paint.ground, WHITE), contrast(paint.edge, WHITE)) >= 3


def test_neighbouring_parts_of_a_chart_differ_without_colour():
    for one, other in pairwise(SERIES):
        assert contrast(one.ground, other.ground) >= 3


@pytest.mark.parametrize("colours", [style.LIGHT, style.DARK], ids=["light", "dark"])
def test_the_web_page_can_be_read_by_day_and_by_night(colours):
    def ratio(words: str, ground: str) -> float:
        return contrast(Colour(colours[words]), Colour(colours[ground]))

    pairs = [("ink", "paper"), ("muted", "paper"), ("accent", "paper"), ("on-band", "band"), ("soft-band", "band"), ("muted", "wash")]
    pairs += [(f"{tone}-ink", tone) for tone in Tone] + [("ink", tone) for tone in Tone]
    pairs += [(f"s{number}-ink", f"s{number}") for number in range(1, 6)]
    assert {pair: round(ratio(*pair), 2) for pair in pairs if ratio(*pair) < 4.5} == {}
    assert ratio("s2-edge", "paper") >= 3
    assert ratio("s4-edge", "paper") >= 3


@pytest.mark.parametrize("chosen", [styles.ordinary(), styles.large_print()], ids=["normal", "large print"])
def test_no_style_is_smaller_than_the_body(chosen):
    named = [getattr(chosen, name) for name in chosen.__slots__]
    found = [each for each in named if isinstance(each, styles.TextStyle)] + list(chosen.headings.values())
    assert min(each.size for each in found) == chosen.unit
