"""What was asked of other organisations because of what people said, and what they answered."""

from __future__ import annotations

from collections.abc import Collection, Iterator

from coproduce.domain.asks import Ask
from coproduce.domain.codes import AskAnswer
from coproduce.domain.ids import ContributionId
from coproduce.domain.wording import N_, day_words
from coproduce.exports.document import Block, Bold, Bullets, Heading, Words
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import full_stop, given, one_line
from coproduce.i18n import _


def asked_of_others(material: Material, because_of: Collection[ContributionId] | None = None, *, level: int = 3) -> Iterator[Block]:
    """Every ask of the project, or only those that come from one of these things people said; nothing where there is none."""
    asks = [ask for ask in material.facts.asks if ask.asked_on is not None and (because_of is None or ask.contribution_id in because_of)]
    if asks:
        yield Heading(level, _("What we asked others to do"))
        yield Bullets(tuple(_ask(ask) for ask in asks))


_ANSWERS = {
    AskAnswer.YES: N_("They said yes on {day}."),
    AskAnswer.PART: N_("They said yes to part of it on {day}."),
    AskAnswer.NO: N_("They said no on {day}."),
    AskAnswer.NO_ANSWER: N_("On {day} we gave up waiting for their answer."),
}


def _ask(ask: Ask) -> Words:
    asked = _("{name}, asked on {day}: ").format(name=one_line(ask.asked_of), day=day_words(ask.asked_on))
    return (Bold(asked), f"{full_stop(one_line(ask.words))} {_answer(ask)}")


def _answer(ask: Ask) -> str:
    """An answer without its day does not count as one yet."""
    if ask.answer is None or ask.answered_on is None:
        return _("They have not answered yet.")
    said = _(_ANSWERS[ask.answer]).format(day=day_words(ask.answered_on))
    words = given(ask.their_words)
    return f"{said} {_('In their words:')} “{one_line(words)}”" if words else said
