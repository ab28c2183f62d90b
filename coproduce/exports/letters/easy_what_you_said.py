"""The letter about what somebody said in Easy Read: one idea at a time, in a short sentence, with a picture beside it.

It says what the other letter says (`what_you_said`); the words of the person stay as they said them. Source for the form: "Information for
all", European standards for information that is easy to read and understand (Inclusion Europe, 2009).
"""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

from coproduce.domain.asks import Ask
from coproduce.domain.codes import Answer, AskAnswer
from coproduce.domain.hearing_back import HeardBack, SaidLine
from coproduce.domain.wording import N_, day_words
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Document, Heading, Paragraph, Pictured, Quote
from coproduce.exports.letters.what_you_said import letter, next_words
from coproduce.exports.pictures import Picture, credit
from coproduce.exports.wording import full_stop, given
from coproduce.i18n import _


def easy_what_you_said(back: HeardBack, today: date) -> Document:
    """The letter to one person, as things stand today."""
    return letter(back, _("For {name}, in Easy Read"), [*_parts(back, today), Paragraph(credit())])


def _idea(picture: Picture, *sentences: str) -> Pictured:
    return Pictured(picture, tuple(Paragraph(one) for one in sentences if one))


def _parts(back: HeardBack, today: date) -> Iterator[Part]:
    yield _idea(Picture.LETTER, _("Dear {name},").format(name=back.person.name.strip()))
    if not back.lines:
        yield _idea(Picture.WORDS, _("We have not written down what you said."))
        return
    yield _idea(Picture.WELCOME, _("Thank you for what you said."), _("This letter tells you what we did."))
    for number, line in enumerate(back.lines, 1):
        yield Heading(2, _("What you said") if len(back.lines) == 1 else _("{n}. What you said").format(n=number))
        yield from _line(line, today)
    if back.has_answers:
        yield Heading(2, _("Did it make a difference?"))
        yield _idea(Picture.QUESTION, _("Did we change something that matters to you?"), _("Only you can say."))
        yield _idea(Picture.VOTE, _("You can say yes."), _("You can say partly."), _("You can say no."), _("A no helps us too."))
    yield Heading(2, _("How to tell us"))
    yield _idea(Picture.TALKING, _tell(back), _("You can write, ring or say it."))
    if from_whom := ", ".join(filter(None, (given(back.told_by), given(back.settings.organisation)))):
        yield _idea(Picture.PRIVATE, _("This letter is from {who}.").format(who=from_whom), _("It is only for you."))


def _line(line: SaidLine, today: date) -> Iterator[Part]:
    said = Quote(line.contribution.words, _("You said this on {day}.").format(day=day_words(line.day)))
    yield Pictured(Picture.LISTENING, (Paragraph(_("The meeting was “{workshop}”.").format(workshop=line.workshop.strip())), said))
    yield from _answer(line, today)
    for change in line.changes:
        words = (_("Something is different now."), _("Before:"), full_stop(change.before), _("Now:"), full_stop(change.after))
        yield _idea(Picture.CHANGE, *words)
    following = [words for words in map(next_words, line.decisions) if words]
    if following:
        yield _idea(Picture.CALENDAR, *following)
    for ask in line.asks:
        yield _ask(ask)


_ANSWERS = {
    Answer.ADOPTED: (Picture.YES, (N_("We did it."),)),
    Answer.PART: (Picture.DONE, (N_("We did a part of it."),)),
    Answer.NOT_ADOPTED: (Picture.NO, (N_("We could not do it."),)),
    Answer.PARKED: (Picture.WAITING, (N_("We cannot do it now."),)),
    Answer.HEARD: (Picture.TOGETHER, (N_("We heard you."), N_("There is nothing to decide."), N_("What you live through counts."))),
}


def _answer(line: SaidLine, today: date) -> Iterator[Part]:
    said = line.contribution
    if not said.is_answered or said.answer is None:
        yield _idea(Picture.WAITING, _("We have no answer for you yet."), *_promise(line.promised, today))
        return
    picture, sentences = _ANSWERS[said.answer]
    yield _idea(picture, *map(_, sentences))
    if reason := given(said.reason):
        yield _idea(Picture.THINKING, _("This is why:"), full_stop(reason))
    elif said.answer in (Answer.NOT_ADOPTED, Answer.PART):
        yield _idea(Picture.THINKING, _("We have not written down why."), _("Please ask us."))


def _promise(promised: date, today: date) -> tuple[str, ...]:
    day = day_words(promised)
    if promised < today:
        return _("It should have come by {day}.").format(day=day), _("We are sorry that it is late.")
    return (_("You will have it by {day}.").format(day=day),)


_OTHERS = {
    AskAnswer.YES: N_("They said yes."),
    AskAnswer.PART: N_("They said yes to a part of it."),
    AskAnswer.NO: N_("They said no."),
    AskAnswer.NO_ANSWER: N_("They did not answer."),
    None: N_("They have not answered yet."),
}


def _ask(ask: Ask) -> Part:
    return _idea(
        Picture.HELP,
        _("We cannot do all of this ourselves."),
        _("We asked {name} to help.").format(name=ask.asked_of.strip()),
        _("We asked this:"),
        full_stop(ask.words),
        _(_OTHERS[ask.answer]),
    )


def _tell(back: HeardBack) -> str:
    contact = given(back.person.named_contact)
    return _("Please tell {name}.").format(name=contact) if contact else _("Please tell the person who gave you this.")
