"""The first page of the equal participation statement: the level aimed at and the level shown, and every question in one table."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.codes import LevelFramework, fold
from coproduce.domain.evidence.indicator import State
from coproduce.domain.evidence.level import CREDIT, CREDIT_URL, Level, Rung
from coproduce.domain.wording import label
from coproduce.exports.document import Block, Callout, Column, KeyFigure, KeyFigures, Link, Paragraph, Table, Tone
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.results import figure_words, question_words, state_of
from coproduce.exports.wording import in_quotes, sentence_case, workshops
from coproduce.i18n import _

KEY_QUESTIONS = ("T4", "T11", "T17", "T19")
"""Pay, access, deciding and answers: the four figures seen first."""


def summary(material: Material) -> Iterator[Block]:
    """What the statement is, the two levels with the first missing thing, four figures, and how to read the rest."""
    yield Paragraph(_opening(material))
    yield level_callout(material)
    yield KeyFigures(tuple(_key_figure(material, each) for each in KEY_QUESTIONS))
    yield Paragraph(
        _(
            "Each question is answered from records. What nobody wrote down is printed as not recorded: never as yes, and as no only "
            "where the question says so. There is no overall score, because one number would hide what is missing."
        )
    )


def _opening(material: Material) -> str:
    held = len(material.scene.held)
    if not held:
        return _("This statement asks how equal taking part was. No workshop has been held yet, so there is nothing to show.")
    words = _(
        "This statement asks how equal taking part was, over {workshops}: who was in the room, who was paid, who could get in, who decided."
    )
    return words.format(workshops=workshops(held))


def level_callout(material: Material) -> Callout:
    """Intended against shown, and the first thing that is missing for the next step of the ladder."""
    level = material.evidence.level
    title = _("Level of participation shown by the records: {shown}").format(shown=level.value.words.lower())
    blocks: list[Block] = [Paragraph(_intended(material, level))]
    if level.next:
        blocks.append(Paragraph(_("What is missing first for the next level: {missing}").format(missing=_lower(level.next))))
    else:
        blocks.append(Paragraph(_("The records show every step of the ladder we can work out.")))
    blocks.append(Paragraph((_("The names of the levels are from the ladder by "), Link(CREDIT, CREDIT_URL), ".")))
    return Callout(_tone(level), title, tuple(blocks))


def _lower(sentence: str) -> str:
    return sentence[:1].lower() + sentence[1:]


def _intended(material: Material, level: Level) -> str:
    framework = material.facts.project.level_framework
    if level.intended is None:
        return _("Which level the project set out for is not recorded.")
    if framework in (None, LevelFramework.TLAP):
        return _("The project set out for {level}.").format(level=in_quotes(level.intended))
    words = _("The project set out for {level} on the {framework}. What the records show is named on the TLAP ladder.")
    return words.format(level=in_quotes(level.intended), framework=label(framework))


def _tone(level: Level) -> Tone:
    if level.value is Rung.NONE:
        return Tone.MISSING
    reached = level.next is None or (level.intended is not None and fold(level.intended) == fold(level.value.value))
    return Tone.GOOD if reached else Tone.CAREFUL


def _key_figure(material: Material, indicator: str) -> KeyFigure:
    result = material.evidence[indicator]
    return KeyFigure(figure_words(result), question_words(result), sentence_case(_note(material, indicator)))


def _note(material: Material, indicator: str) -> str:
    result = material.evidence.share(indicator)
    if result.state is State.NOTHING_TO_MEASURE:
        return state_of(result)
    if not result.not_recorded:
        return state_of(result)
    return _("{state}; not recorded: {count}").format(state=state_of(result), count=result.not_recorded)


def every_question(material: Material) -> Iterator[Block]:
    """All questions in one table, in the order of the pages that follow."""
    columns = (Column(_("Question"), 3.0), Column(_("Figure"), 1.3), Column(_("Headline"), 1.7))
    rows = [(question_words(result), figure_words(result), state_of(result)) for result in material.evidence.results]
    yield Table(_("Question, figure and headline"), columns, tuple(rows))
