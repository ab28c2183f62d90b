"""What the organisation says about a figure, labelled as its own words. It stands beside the figure and never instead of it."""

from __future__ import annotations

from collections.abc import Iterable, Iterator

from coproduce.domain.evidence.indicator import Result
from coproduce.domain.own_words import Topic, heading_of
from coproduce.exports.document import Block, Bold, Bullets, Paragraph
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.results import question_words
from coproduce.exports.wording import full_stop, given, one_line
from coproduce.i18n import _


def own_words(material: Material, topic: str) -> Iterator[Block]:
    """The words about one topic, as a paragraph; nothing where nobody wrote any."""
    words = _words(material).get(topic)
    if words is not None:
        yield Paragraph((Bold(_("In the organisation’s own words: ")), words))


def own_words_of_each(material: Material, results: Iterable[Result]) -> Iterator[Block]:
    """The words about each of several questions, each told by its question."""
    said = _words(material)
    lines = [(Bold(f"{question_words(each)} "), _says(said[each.id])) for each in results if each.id in said]
    if lines:
        yield Bullets(tuple(lines))


def own_words_of_parts(material: Material, topics: Iterable[Topic]) -> Iterator[Block]:
    """The words about parts of the honesty page that have no heading of their own, each told by what it is about."""
    said = _words(material)
    lines = [(Bold(f"{heading_of(topic)}. "), _says(said[topic])) for topic in topics if topic in said]
    if lines:
        yield Bullets(tuple(lines))


def _says(words: str) -> str:
    return _("In the organisation’s own words: {words}").format(words=words)


def _words(material: Material) -> dict[str, str]:
    """By topic, as they stood on the day of the report."""
    return {said.about.value: full_stop(one_line(said.words)) for said in material.scene.facts.own_words if given(said.words)}
