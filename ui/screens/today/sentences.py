"""What waits, in sentences: the most pressing first, each with the page and the filter its button goes to."""

from __future__ import annotations

from collections.abc import Iterator
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


def sentences(found: TodayFigures, currency: str) -> list[Sentence]:
    """Everything that waits; nothing is a good sight."""
    return [*_money(found, currency), *_people(found), *_said(found), *_workshops(found), *_decisions(found)]


def _money(found: TodayFigures, currency: str) -> Iterator[Sentence]:
    late, owed = found.late, found.owed
    if late.lines:
        words = ngettext("{amount} to {n} person is late", "{amount} to {n} people is late", late.people)
        words = words.format(amount=late.amount.words(currency), n=late.people)
        why = _("The day it was promised by has gone.")
        yield Sentence("late", "banknote", Tone.BAD, words, why, _("See late payments"), "resourcing", "late")
    if owed.lines > late.lines:
        words = ngettext("{amount} is owed to {n} person", "{amount} is owed to {n} people", owed.people)
        words = words.format(amount=owed.amount.words(currency), n=owed.people)
        why = _("Everything still to pay, whether late or not.")
        yield Sentence("owed", "hand-coins", Tone.INFO, words, why, _("See payments"), "resourcing", "us")


def _people(found: TodayFigures) -> Iterator[Sentence]:
    if found.needs:
        words = ngettext("{n} access need is not arranged yet", "{n} access needs are not arranged yet", found.needs)
        late = ngettext("{n} should have been by now.", "{n} should have been by now.", found.needs_late)
        why = late.format(n=found.needs_late) if found.needs_late else _("Somebody is counting on it.")
        tone = Tone.BAD if found.needs_late else Tone.WARN
        yield Sentence("needs", "accessibility", tone, words.format(n=found.needs), why, _("See who needs it"), "people", "to_arrange")
    if found.retention:
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


def _workshops(found: TodayFigures) -> Iterator[Sentence]:
    if found.to_hold:
        words = ngettext("The day of {n} workshop has gone by", "The days of {n} workshops have gone by", found.to_hold)
        why = _("Say whether it was held.")
        yield Sentence(
            "to_hold", "calendar-clock", Tone.WARN, words.format(n=found.to_hold), why, _("See workshops"), "workshops", "to_close"
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
