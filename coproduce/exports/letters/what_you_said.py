"""The letter that tells one person what came of what they said: their own words, the answer and why, what changed, and what is next.

It holds only what is theirs. What has no answer yet is said as well. Sources: Mathie 2018, reciprocal relationships (acknowledge, say
the impact, say how it goes on); Government of South Australia, closing the loop (we asked, you said, we did; if not, why).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from datetime import date

from coproduce.domain.asks import Ask
from coproduce.domain.codes import Answer, AskAnswer, DecisionState
from coproduce.domain.decisions import Change, Decision
from coproduce.domain.difference import marked_after, marked_before
from coproduce.domain.hearing_back import HeardBack, SaidLine
from coproduce.domain.wording import N_, day_words
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Bold, Column, Document, Heading, Paragraph, Quote, Table
from coproduce.exports.house_look import look_of
from coproduce.exports.wording import full_stop, given
from coproduce.i18n import _

ANSWERS = {
    Answer.ADOPTED: N_("We did it."),
    Answer.PART: N_("We did part of it."),
    Answer.NOT_ADOPTED: N_("We could not do it."),
    Answer.PARKED: N_("We cannot do it now."),
    Answer.HEARD: N_("We heard you. There is nothing to decide here. We keep it, because what you live through counts."),
}

_WITHOUT_REASON = {
    Answer.PART: N_("We have not written down why not all of it. Please ask us."),
    Answer.NOT_ADOPTED: N_("We have not written down why. Please ask us."),
}


def what_you_said(back: HeardBack, today: date) -> Document:
    """The letter to one person, as things stand today."""
    return letter(back, _("For {name}"), _parts(back, today))


def letter(back: HeardBack, subtitle: str, parts: Iterable[Part]) -> Document:
    """A letter of this kind; `{name}` in the subtitle is theirs."""
    title = _("What you said and what we did")
    organisation = back.settings.organisation.strip()
    for_whom = subtitle.format(name=back.person.name.strip())
    return Document(title, for_whom, organisation, (), tuple(parts), footer=title, look=look_of(back.settings))


def _parts(back: HeardBack, today: date) -> Iterator[Part]:
    yield Paragraph(_("Dear {name},").format(name=back.person.name.strip()))
    if not back.lines:
        yield Paragraph(_("Nothing that you said is written down yet."))
        return
    yield Paragraph(_("Thank you for what you said. This letter tells you what came of it."))
    for number, line in enumerate(back.lines, 1):
        title = _("What you said") if len(back.lines) == 1 else _("{n}. What you said").format(n=number)
        yield Heading(2, title)
        yield from _line(line, today)
    yield from _difference(back)
    yield from _ask_us(back)


def _line(line: SaidLine, today: date) -> Iterator[Part]:
    yield Quote(
        line.contribution.words,
        _("You said this on {day}, at “{workshop}”.").format(day=day_words(line.day), workshop=line.workshop.strip()),
    )
    yield Paragraph((Bold(_("What we did: ")), _answer(line, today)))
    for change in line.changes:
        yield _changed(change)
    following = [*map(next_words, line.decisions), *map(ask_words, line.asks)]
    if said := [words for words in following if words]:
        yield Paragraph((Bold(_("What is next: ")), " ".join(said)))


def _answer(line: SaidLine, today: date) -> str:
    said = line.contribution
    if not said.is_answered or said.answer is None:
        return waiting_words(line.promised, today)
    reason = given(said.reason)
    why = full_stop(reason) if reason else _(_WITHOUT_REASON[said.answer]) if said.answer in _WITHOUT_REASON else ""
    return f"{_(ANSWERS[said.answer])} {why}".strip()


def waiting_words(promised: date, today: date) -> str:
    """That there is no answer yet, and by when one was promised."""
    if promised < today:
        return _("We have no answer for you yet. We said it would come by {day}. We are sorry that it is late.").format(
            day=day_words(promised)
        )
    return _("We have no answer for you yet. You will have one by {day}.").format(day=day_words(promised))


def _changed(change: Change) -> Table:
    """Before and now side by side. What differs is in words, so that it is heard as well as seen."""
    columns = (Column(_("Before")), Column(_("Now")))
    both = (marked_before(change.before, change.after), marked_after(change.before, change.after))
    return Table(_("What your words changed"), columns, (both,), row_headings=0)


def next_words(decision: Decision) -> str:
    """Where the decision has got to, who sees to it and by when; nothing where nobody wrote it down."""
    if decision.state is DecisionState.DONE:
        return _("It is done.")
    if decision.state is DecisionState.STOPPED:
        return _("The work on it has stopped.")
    who, by = given(decision.owner), decision.due_on
    if who and by:
        return _("{name} will see to it by {day}.").format(name=who, day=day_words(by))
    if who:
        return _("{name} will see to it.").format(name=who)
    return _("It is to be done by {day}.").format(day=day_words(by)) if by else ""


_OTHERS = {
    AskAnswer.YES: N_("They said yes."),
    AskAnswer.PART: N_("They said yes to part of it."),
    AskAnswer.NO: N_("They said no."),
    AskAnswer.NO_ANSWER: N_("They did not answer."),
    None: N_("They have not answered yet."),
}


def ask_words(ask: Ask) -> str:
    """What we asked another organisation to do because of it, and what it answered."""
    asked = _("We asked {name} for this: “{words}”.").format(name=ask.asked_of.strip(), words=ask.words.strip().rstrip("."))
    return f"{asked} {_(_OTHERS[ask.answer])}"


def _difference(back: HeardBack) -> Iterator[Part]:
    if back.has_answers:
        yield Heading(2, _("Did it make a difference?"))
        yield Paragraph(_("Only you can say. Please tell us: yes, partly or no. A no helps us as much as a yes."))


def _ask_us(back: HeardBack) -> Iterator[Part]:
    contact = given(back.person.named_contact)
    yield Heading(2, _("How to tell us"))
    yield Paragraph(
        _("Please tell {name}. You can write, ring or say it.").format(name=contact)
        if contact
        else _("Please tell whoever gave you this letter. You can write, ring or say it.")
    )
    if from_whom := ", ".join(filter(None, (given(back.told_by), given(back.settings.organisation)))):
        yield Paragraph(_("This letter is from {who}.").format(who=from_whom))
