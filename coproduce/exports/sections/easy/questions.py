"""Each question of the evidence in easy words, with the picture of what it is about."""

from __future__ import annotations

from coproduce.domain.evidence.indicator import Result, Theme
from coproduce.domain.wording import N_
from coproduce.exports.pictures import Picture
from coproduce.exports.sections.results import question_words
from coproduce.i18n import gettext

QUESTIONS: dict[str, str] = {
    "T1": N_("Were at least two people there who are not staff?"),
    "T2": N_("Were half of the people there not staff?"),
    "T3": N_("Did we offer money before the day?"),
    "T4": N_("Did we pay people, or did they choose no money?"),
    "T5": N_("Did the money come on time?"),
    "T6": N_("How long did people wait for money?"),
    "T7": N_("Did money come first when people needed it first?"),
    "T7b": N_("Did we ask who needs money before the day?"),
    "T8": N_("Did we pay for the work before the day?"),
    "T9": N_("Was the pay high enough?"),
    "T10": N_("Did we ask early what people need?"),
    "T11": N_("Did the help work? This is what people say."),
    "T11o": N_("Did the help work? This is what staff say."),
    "T12": N_("Did we tell people that help is there?"),
    "T13": N_("Did papers come on time, in the right form?"),
    "T14": N_("Could people still change it when we asked?"),
    "T15": N_("Did people choose what we talk about?"),
    "T16": N_("Did somebody who is not staff lead the meeting?"),
    "T17": N_("Did people who are not staff help to decide?"),
    "T18": N_("Did people’s words change what was decided?"),
    "T19": N_("Did we answer what people said?"),
    "T20": N_("Did we say why when we said no?"),
    "T21": N_("Did we tell people on time?"),
    "T22": N_("Did we ask who does not agree?"),
    "T23": N_("Did the same people come each time?"),
    "T23b": N_("Did new people come?"),
    "T24": N_("Did we help new people to join in?"),
    "T25": N_("Did people get to speak as much as staff?"),
    "T25g": N_("Did everybody get to speak?"),
    "T26": N_("Were people there from start to end?"),
    "T27": N_("What did people think of it?"),
    "T28": N_("When people left, did we ask why?"),
    "T29": N_("Was everybody there paid or helped to be there?"),
}
_ABOUT = {
    Theme.ROOM: Picture.CIRCLE,
    Theme.PAY: Picture.MONEY,
    Theme.ACCESS: Picture.HELP,
    Theme.INFLUENCE: Picture.VOTE,
    Theme.FEEDBACK: Picture.LETTER,
    Theme.VOICE: Picture.TALKING,
}


def easy_question(result: Result) -> str:
    """The question in easy words; as it is printed elsewhere where there are none."""
    words = QUESTIONS.get(result.id)
    return gettext(words) if words else question_words(result)


def picture_of(result: Result) -> Picture:
    """What stands beside it."""
    return _ABOUT.get(result.indicator.theme, Picture.QUESTION)
