"""What people said and what came of it, in easy words. Their own words stay as they said them."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.asks import Ask
from coproduce.domain.codes import Answer, AskAnswer, YesPartlyNo
from coproduce.domain.room import Contribution
from coproduce.domain.wording import N_, day_words
from coproduce.exports.document import Block, Heading, Quote
from coproduce.exports.pictures import Picture
from coproduce.exports.sections.easy.idea import idea
from coproduce.exports.sections.loop import GROUPS, answer_of, promise_of, signature
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import full_stop, given, one_line
from coproduce.i18n import _, ngettext

_BECAME: dict[Answer | None, tuple[Picture, str]] = {
    Answer.ADOPTED: (Picture.YES, N_("We did it")),
    Answer.PART: (Picture.DONE, N_("We did a part of it")),
    Answer.NOT_ADOPTED: (Picture.NO, N_("We could not do it")),
    Answer.PARKED: (Picture.WAITING, N_("We cannot do it now")),
    Answer.HEARD: (Picture.TOGETHER, N_("We heard it")),
    None: (Picture.WAITING, N_("No answer yet")),
}


def said_in_easy_words(material: Material) -> Iterator[Block]:
    """Everything said, under the answer it got, with the reason and whether they were told."""
    said = material.contributions
    if not said:
        yield idea(Picture.LISTENING, _("Nobody wrote down what people said."), _("So there is nothing to answer yet."))
        return
    count = ngettext("People said one thing.", "People said {n} things.", len(said)).format(n=len(said))
    yield idea(Picture.LISTENING, count, _("You can read all of it here."))
    groups = {answer: [each for each in said if answer_of(each) is answer] for answer in GROUPS}
    for answer, together in groups.items():
        if together:
            yield Heading(3, _("{answer} ({count})").format(answer=_(_BECAME[answer][1]), count=len(together)))
        for each in together:
            yield idea(Picture.LISTENING, Quote(each.words, signature(material, each)))
            yield _answer(material, each, answer)
            yield from _told(each, answer)
    yield from _asks(material)


def _answer(material: Material, said: Contribution, answer: Answer | None) -> Block:
    picture, words = _BECAME[answer]
    if answer is None:
        day = promise_of(material, said)
        due = _("It should have come by {day}.") if day < material.as_of else _("It will come by {day}.")
        return idea(picture, _("There is no answer yet."), due.format(day=day_words(day)))
    if reason := given(said.reason):
        return idea(picture, full_stop(_(words)), _("This is why, or how:"), full_stop(reason))
    none = _("It counts all the same.") if answer is Answer.HEARD else _("Nobody wrote down why, or how.")
    return idea(picture, full_stop(_(words)), none)


_DIFFERENCE = {
    YesPartlyNo.YES: N_("Did it help? They say yes."),
    YesPartlyNo.PARTLY: N_("Did it help? They say partly."),
    YesPartlyNo.NO: N_("Did it help? They say no."),
    None: N_("Did it help? They have not said."),
}


def _told(said: Contribution, answer: Answer | None) -> Iterator[Block]:
    if said.told_on is not None:
        on = _("We told them on {day}.").format(day=day_words(said.told_on))
        yield idea(Picture.LETTER, on, _(_DIFFERENCE[said.made_a_difference]))
    elif answer is not None:
        yield idea(Picture.LETTER, _("Nobody has told them yet."))


_OTHERS = {
    AskAnswer.YES: N_("They said yes."),
    AskAnswer.PART: N_("They said yes to a part of it."),
    AskAnswer.NO: N_("They said no."),
    AskAnswer.NO_ANSWER: N_("They did not answer."),
}


def _asks(material: Material) -> Iterator[Block]:
    asks = [ask for ask in material.facts.asks if ask.asked_on is not None]
    if asks:
        yield Heading(3, _("What we asked others to do"))
    for ask in asks:
        yield _ask(ask)


def _ask(ask: Ask) -> Block:
    answered = ask.answer is not None and ask.answered_on is not None
    they = _(_OTHERS[ask.answer]) if answered and ask.answer else _("They have not answered yet.")
    return idea(Picture.HELP, _("We asked {name}:").format(name=one_line(ask.asked_of)), full_stop(one_line(ask.words)), they)
