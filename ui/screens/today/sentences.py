"""What waits, in sentences: the most pressing first, each with the page and the filter its button goes to."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import NamedTuple

from coproduce.i18n import _, ngettext
from coproduce.storage.queries.today import TodayFigures
from ui.kit.cells import Tone


class Sentence(NamedTuple):
    """Something that waits: what, why it matters, and the button that goes there."""

    key: str
    icon: str
    tone: Tone
    words: str
    why: str
    button: str
    page: str
    only: str


_LONG_WAIT = 14
"""Days after which an offer without an answer is worth asking about again."""

_PRESSING = {Tone.BAD: 0, Tone.WARN: 1}


def sentences(found: TodayFigures, currency: str, today: date) -> list[Sentence]:
    """Everything that waits, what is late first; nothing is a good sight."""
    parts = (_money(found, currency), _offers(found, today), _people(found), _said(found), _workshops(found), _decisions(found))
    return sorted((sentence for part in parts for sentence in part), key=lambda sentence: _PRESSING.get(sentence.tone, 2))


def _money(found: TodayFigures, currency: str) -> Iterator[Sentence]:
    late, more, advances = found.late, found.not_late, found.advances
    if late.lines:
        words = ngettext("{amount} to {n} person is late", "{amount} to {n} people is late", late.people)
        words = words.format(amount=late.amount.words(currency), n=late.people)
        why = _("The day it was promised by has gone.")
        yield Sentence("late", "banknote", Tone.BAD, words, why, _("See late payments"), "resourcing", "late")
    if advances:
        words = ngettext("{n} payment is needed before the day", "{n} payments are needed before the day", advances)
        gone = ngettext("{n} was needed by now.", "{n} were needed by now.", found.advances_late).format(n=found.advances_late)
        why = gone if found.advances_late else _("Without it somebody may not be able to come.")
        tone = Tone.BAD if found.advances_late else Tone.WARN
        yield Sentence("advances", "wallet", tone, words.format(n=advances), why, _("See these payments"), "resourcing", "before")
    if more.lines:
        words = ngettext("{amount} is owed to {n} person", "{amount} is owed to {n} people", more.people)
        words = words.format(amount=more.amount.words(currency), n=more.people)
        why = _("Not late: the day it was promised by is still to come.")
        yield Sentence("owed", "hand-coins", Tone.INFO, words, why, _("See what is owed"), "resourcing", "not_late")


def _offers(found: TodayFigures, today: date) -> Iterator[Sentence]:
    if not found.offers:
        return
    words = ngettext("{n} offer has no answer yet", "{n} offers have no answer yet", found.offers).format(n=found.offers)
    waited = (today - found.oldest_offer).days if found.oldest_offer else 0
    if waited > 0:
        why = ngettext("The oldest was made {n} day ago.", "The oldest was made {n} days ago.", waited).format(n=waited)
    else:
        why = _("Nothing is agreed until they say yes or no.")
    tone = Tone.WARN if waited > _LONG_WAIT else Tone.INFO
    yield Sentence("offers", "mail", tone, words, why, _("See offers"), "resourcing", "no_reply")


def _people(found: TodayFigures) -> Iterator[Sentence]:
    if found.needs:
        words = ngettext("{n} access need is not arranged yet", "{n} access needs are not arranged yet", found.needs)
        late = ngettext("{n} should have been by now.", "{n} should have been by now.", found.needs_late)
        why = late.format(n=found.needs_late) if found.needs_late else _("Somebody is counting on it.")
        tone = Tone.BAD if found.needs_late else Tone.WARN
        yield Sentence("needs", "accessibility", tone, words.format(n=found.needs), why, _("See who needs it"), "access", "to_arrange")
    if found.to_ask:
        words = ngettext("Nobody has asked {n} person what they need", "Nobody has asked {n} people what they need", found.to_ask)
        why = _("They are on the list of a workshop that is soon.")
        yield Sentence("to_ask", "circle-help", Tone.WARN, words.format(n=found.to_ask), why, _("See whom to ask"), "people", "ask_now")
    if found.ask_again:
        count = found.ask_again
        words = ngettext("{n} person was last asked over a year ago", "{n} people were last asked over a year ago", count)
        why = _("They come to a workshop, and what people need to take part changes.")
        yield Sentence("ask_again", "history", Tone.WARN, words.format(n=count), why, _("See whom to ask again"), "people", "ask_again")
    if found.needs_to_review:
        count = found.needs_to_review
        words = ngettext("What {n} person needs is to be looked at again", "What {n} people need is to be looked at again", count)
        why = _("The day you agreed on has come.")
        yield Sentence("review_needs", "calendar-clock", Tone.WARN, words.format(n=count), why, _("See whose needs"), "people", "review")
    if found.to_clear:
        words = ngettext("{n} record about a person is past its day", "{n} records about people are past their day", found.to_clear)
        why = _("You said how long you would keep it. Nothing goes before you have seen what would.")
        go = _("See what would go")
        yield Sentence("retention", "calendar-clock", Tone.WARN, words.format(n=found.to_clear), why, go, "file.clear", "")
    elif found.retention:
        words = ngettext("{n} record has been kept as long as was said", "{n} records have been kept as long as was said", found.retention)
        why = _("Delete the record, or agree a new day with the person.")
        yield Sentence(
            "retention", "calendar-clock", Tone.WARN, words.format(n=found.retention), why, _("See people"), "people", "retention"
        )


def _said(found: TodayFigures) -> Iterator[Sentence]:
    if found.unanswered:
        words = ngettext("{n} thing people said has no answer", "{n} things people said have no answer", found.unanswered)
        late = ngettext("{n} was promised by now.", "{n} were promised by now.", found.unanswered_late)
        patient = _("People can accept a no; silence is what makes them leave.")
        why = late.format(n=found.unanswered_late) if found.unanswered_late else patient
        tone = Tone.BAD if found.unanswered_late else Tone.WARN
        told = words.format(n=found.unanswered)
        yield Sentence("unanswered", "message-circle", tone, told, why, _("Answer"), "decisions", "said:unanswered")
    if found.untold:
        words = ngettext("People have not been told {n} answer", "People have not been told {n} answers", found.untold)
        why = _("An answer counts once they have heard it.")
        yield Sentence("untold", "mail", Tone.WARN, words.format(n=found.untold), why, _("See answers"), "decisions", "said:untold")
    if found.unasked:
        words = ngettext(
            "Nobody has asked whether {n} answer made a difference", "Nobody has asked whether {n} answers made a difference", found.unasked
        )
        why = _("Only the person who said it can tell.")
        yield Sentence(
            "unasked", "circle-help", Tone.INFO, words.format(n=found.unasked), why, _("See whom to ask"), "decisions", "loop:unasked"
        )
    if found.asks_late:
        words = ngettext(
            "{n} ask of another organisation has waited long", "{n} asks of other organisations have waited long", found.asks_late
        )
        why = _("Ask again, or tell people that there is no answer.")
        yield Sentence("asks_late", "building-2", Tone.WARN, words.format(n=found.asks_late), why, _("See asks"), "asks", "late")


def _workshops(found: TodayFigures) -> Iterator[Sentence]:
    if found.papers:
        words = ngettext("{n} paper has not been sent", "{n} papers have not been sent", found.papers).format(n=found.papers)
        why = ngettext(
            "The workshop is soon, and people were promised time to read.",
            "{n} workshops are soon, and people were promised time to read.",
            found.papers_workshops,
        ).format(n=found.papers_workshops)
        yield Sentence("papers", "file-text", Tone.WARN, words, why, _("See which workshops"), "workshops", "papers")
    if found.to_hold:
        words = ngettext("The day of {n} workshop has gone by", "The days of {n} workshops have gone by", found.to_hold)
        why = _("Say whether it was held.")
        yield Sentence(
            "to_hold", "calendar-clock", Tone.WARN, words.format(n=found.to_hold), why, _("See workshops"), "workshops", "to_close"
        )
    if found.look_again:
        words = ngettext(
            "{n} thing you learned is due to be looked at again", "{n} things you learned are due to be looked at again", found.look_again
        )
        why = _("You said after a workshop that you would.")
        yield Sentence(
            "look_again", "lightbulb", Tone.WARN, words.format(n=found.look_again), why, _("See workshops"), "workshops", "look_again"
        )
    if found.to_close:
        words = ngettext("{n} workshop was held but is not closed", "{n} workshops were held but are not closed", found.to_close)
        why = _("Close it when everything is written down.")
        yield Sentence(
            "to_close", "list-checks", Tone.WARN, words.format(n=found.to_close), why, _("See workshops"), "workshops", "to_close"
        )


def _decisions(found: TodayFigures) -> Iterator[Sentence]:
    if found.overdue:
        words = ngettext("{n} decision is not done by its day", "{n} decisions are not done by their day", found.overdue)
        why = _("Somebody said it would be.")
        yield Sentence(
            "overdue", "hourglass", Tone.WARN, words.format(n=found.overdue), why, _("See decisions"), "decisions", "decided:overdue"
        )
    if found.reviews:
        words = ngettext("{n} decision is due to be looked at again", "{n} decisions are due to be looked at again", found.reviews)
        why = _("The day that was set has come.")
        yield Sentence(
            "reviews", "history", Tone.WARN, words.format(n=found.reviews), why, _("See decisions"), "decisions", "decided:to_review"
        )
    if found.actions:
        words = ngettext("{n} action from a decision is due", "{n} actions from decisions are due", found.actions)
        why = _("Mark it as done, or agree a new day.")
        yield Sentence(
            "actions", "list-checks", Tone.WARN, words.format(n=found.actions), why, _("See decisions"), "decisions", "decided:actions_due"
        )
