"""Breaking text into lines the quick way gives what the slow way gives, and which way letters run is as Unicode says."""

from __future__ import annotations

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from coproduce.exports.pdf import bidi, styles
from coproduce.exports.pdf.lines import LineBreaker
from coproduce.exports.pdf.shaping import Typesetter
from coproduce.exports.pdf.text import Part

LETTERS = "aZé7٣-+.,:$%  !()אבגابتथि́\u200d\t"
MIXED = st.text(LETTERS, min_size=1, max_size=60)
WORDS = st.lists(
    st.sampled_from(("Ask", "us", "before", "you", "decide,", "W", "iiiii", "never—ever", "2026", "Ｘ", "→")), max_size=40
)


@given(MIXED, st.booleans())
@example("1,,2 1,2 1+2 1++2", True)
@example("א 1,2 ا 1,2 $$3 3%% ٣,٣", False)
def test_stretches_run_as_their_letters_do_one_by_one(text, leftward):
    assert bidi.levels(text, leftward=leftward) == list(bidi.letter_by_letter(text, leftward))


def told(lines):
    """What lines say and where, rounded to what is written into the file."""
    return [
        (
            round(line.width, 2),
            [(segment.link, segment.text, [(round(piece.x, 2), piece.run.ops) for piece in segment.glyphs]) for segment in line.segments],
        )
        for line in lines
    ]


@pytest.mark.parametrize("goes_on", [False, True])
@given(first=WORDS, second=WORDS, width=st.sampled_from((40.0, 90.0, 200.0)))
@example(first=["Ask", "us"], second=["iiiii"], width=40.0)
def test_text_cut_by_its_reach_breaks_where_words_gathered_one_by_one_break(goes_on, first, second, width):
    parts = [Part(" ".join(first) + " "), Part(" ".join(second), bold=True)]
    quick, slow = (LineBreaker(Typesetter(), styles.ordinary().body.size, width) for _each in range(2))
    slow._even = lambda _parts: None
    found, expected = (told(breaker.lines(parts, goes_on=goes_on)) for breaker in (quick, slow))
    assert [(width, [each[:2] for each in segments]) for width, segments in found] == [
        (width, [each[:2] for each in segments]) for width, segments in expected
    ]
    assert drawn(found) == drawn(expected)


def drawn(lines):
    """The glyphs of each line, neighbours together."""
    return ["".join(ops for _link, _text, pieces in segments for _x, ops in pieces) for _width, segments in lines]


def in_sight(line):
    """What stands on a line from left to right, each stretch as it is spelled."""
    pieces = sorted((piece for segment in line.segments for piece in segment.glyphs), key=lambda piece: piece.x)
    return "".join(piece.run.text for piece in pieces).split()


def test_words_that_run_the_other_way_keep_their_order_on_a_line_that_goes_on():
    """The space a line ends with runs as the paragraph does; it is the same object as the spaces before it, which do not."""
    arabic = LineBreaker(Typesetter(), 11.0, 160.0).lines([Part("نريد كل That is what I think about it, and more than that")])
    assert in_sight(arabic[0])[:5] == ["That", "is", "what", "I", "think"]
    english = LineBreaker(Typesetter(), 11.0, 160.0).lines([Part("About weeks ago: نريد مترجماً في كل جلسة من الجلسات كلها")])
    there = [word for word in in_sight(english[0]) if not word.isascii()]
    assert len(there) > 2
    assert there == list(reversed(["نريد", "مترجماً", "في", "كل", "جلسة"][: len(there)]))


def test_a_short_text_that_comes_back_is_set_once():
    breaker = LineBreaker(Typesetter(), 11.0, 200.0)
    assert breaker.lines([Part("Nobody has been told yet.")]) is breaker.lines([Part("Nobody has been told yet.")])
    assert breaker.lines([Part("Nobody has been told yet.", bold=True)]) is not breaker.lines([Part("Nobody has been told yet.")])
