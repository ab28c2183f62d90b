"""The letter that asks one person to a workshop: when, where, what is open, what is arranged for them and offered to them.

It says what is recorded and nothing else; what nobody recorded is left out here and named in `domain.inviting.not_yet_said`. It
goes to one person, so it may hold that person's needs and money, and nobody else's. Sources: NHS England, working with
people and communities (deadline for adjustments on the invitation); SCIE, paying people who receive benefits (a right to decline,
advice first).
"""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.agenda import BEFORE_THE_DAY
from coproduce.domain.codes import BlockCategory, OrganiserSays, PaymentKind
from coproduce.domain.inviting import Invited
from coproduce.domain.needs import need_words
from coproduce.domain.wording import day_words, list_words, weekday_words
from coproduce.exports.day_wording import OPENNESS, looked_after, told, when_and_where
from coproduce.exports.document import Block as Part
from coproduce.exports.document import Bold, Bullets, Document, Heading, Paragraph, Words
from coproduce.exports.house_look import look_of
from coproduce.exports.wording import full_stop, given
from coproduce.i18n import _, ngettext


def invitation(invited: Invited) -> Document:
    """The letter to one person."""
    workshop, settings = invited.occasion.workshop, invited.occasion.settings
    organisation = settings.organisation.strip()
    return Document(
        title=_("Come to “{title}”").format(title=workshop.title.strip()),
        subtitle=_("An invitation for {name}").format(name=invited.person.name.strip()),
        organisation=organisation,
        details=(),
        blocks=tuple(_parts(invited)),
        footer=_("Invitation · {day}").format(day=day_words(workshop.date)),
        look=look_of(settings),
    )


def _parts(invited: Invited) -> Iterator[Part]:
    yield from _greeting(invited)
    yield Heading(2, _("When and where"))
    yield Bullets(tuple(when_and_where(invited.occasion)))
    yield from _what_we_do(invited)
    yield from _what_you_need(invited)
    yield from _your_money(invited)
    yield from _looked_after(invited)
    yield from _answer(invited)


def _greeting(invited: Invited) -> Iterator[Part]:
    project = invited.occasion.project
    yield Paragraph(_("Dear {name},").format(name=invited.person.name.strip()))
    words = _("We would like you to take part in “{title}”. It is part of our project “{project}”.")
    yield Paragraph(words.format(title=invited.occasion.workshop.title.strip(), project=project.title.strip()))
    if purpose := given(project.purpose):
        yield Paragraph((Bold(_("What it is for: ")), full_stop(purpose)))
    if is_open := given(project.open_to_change):
        yield Paragraph((Bold(_("What you can change: ")), full_stop(is_open)))
    if fixed := given(project.not_open):
        yield Paragraph((Bold(_("What cannot change: ")), full_stop(fixed)))


def _what_we_do(invited: Invited) -> Iterator[Part]:
    of_the_day = [block for block in invited.occasion.blocks if block.day_number != BEFORE_THE_DAY]
    blocks = [block for block in of_the_day if not block.lane]
    groups = [block for block in of_the_day if block.lane and block.category is not BlockCategory.CAUCUS]
    questions = [block for block in blocks if block.is_question]
    before = [block for block in invited.occasion.blocks if block.day_number == BEFORE_THE_DAY]
    breaks = [block for block in blocks if block.category is BlockCategory.BREAK and block.minutes]
    if not of_the_day and not before:
        return
    yield Heading(2, _("What we will do"))
    doing = [block for block in blocks if block.minutes and block not in questions and block not in breaks]
    if doing:
        yield Bullets(tuple(told(block) for block in doing))
    if groups:
        titles = list_words(dict.fromkeys(block.title.strip() for block in groups))
        yield Paragraph(_("Some parts run at the same time, in groups: {parts}.").format(parts=titles))
    if breaks:
        minutes = list_words(str(block.minutes) for block in breaks)
        words = ngettext("There is a break of {minutes} minutes.", "There are {n} breaks, of {minutes} minutes.", len(breaks))
        yield Paragraph(words.format(n=len(breaks), minutes=minutes))
    if questions:
        yield Heading(3, _("What is to be decided"))
        yield Bullets(tuple((f"{full_stop(block.title)} ", _(OPENNESS[block.at_invitation])) for block in questions))
    if before:
        yield Heading(3, _("Before the day"))
        yield Bullets(tuple(told(block) for block in before))


def _what_you_need(invited: Invited) -> Iterator[Part]:
    workshop = invited.occasion.workshop
    yield Heading(2, _("What you need to take part"))
    if invited.is_veiled:
        yield Paragraph(_("You have told us what you need. Ask us at any time how far it is arranged. We do not ask why you need it."))
    elif invited.arrangements:
        yield Bullets(tuple(_arranged(invited)))
        yield Paragraph(_("If something is missing or different, please tell us. We do not ask why you need it."))
    elif invited.was_asked:
        yield Paragraph(_("You have not told us of anything you need this time. If there is something, please say so. We do not ask why."))
    else:
        words = _("Please tell us what would help you take part, such as an interpreter, breaks or money for travel. We do not ask why.")
        yield Paragraph(words)
    if workshop.adjustments_by is not None:
        words = _("Please tell us by {day}, so that there is time to arrange it. Later is better than not at all.")
        yield Paragraph(words.format(day=weekday_words(workshop.adjustments_by)))


def _arranged(invited: Invited) -> Iterator[Words]:
    for need in invited.arrangements:
        words = need_words(need.need)
        if need.organiser_says is OrganiserSays.NOT_POSSIBLE:
            reason = given(need.not_possible_reason)
            said = _("{need}: we are sorry, we could not arrange this.") + (f" {full_stop(reason)}" if reason else "")
        elif need.confirmed_on is not None:
            said = _("{need}: this is arranged.")
        elif need.booked_on is not None or need.agreed_on is not None:
            said = _("{need}: we have agreed to this and are arranging it.")
        else:
            said = _("{need}: you asked for this. We will tell you what we have arranged.")
        yield said.replace("{need}", words)


def _your_money(invited: Invited) -> Iterator[Part]:
    offers = invited.offers
    if not offers:
        return
    settings = invited.occasion.settings
    yield Heading(2, _("Money"))
    items = []
    for line in offers:
        amount = line.offered.words(settings.currency) if line.offered is not None else ""
        what = _("for your time") if line.kind is PaymentKind.FEE else given(line.category) or _("for what it costs you to come")
        items.append(_("{amount} {what}").format(amount=amount, what=what))
    yield Paragraph(_("We offer you:"))
    yield Bullets(tuple(items))
    yield Paragraph(_("You choose. You can take it, say no, or ask for less or for another form. Your place does not depend on it."))
    words = _("We pay within {n} days after the workshop. If you need money before the day, tell us and we will arrange it.")
    yield Paragraph(words.format(n=settings.payment_promise_days))
    yield Paragraph(_("If you receive benefits, please get independent advice before you accept. Ask us where, and we will tell you."))


def _looked_after(invited: Invited) -> Iterator[Part]:
    if items := looked_after(invited.occasion):
        yield Heading(2, _("How we look after each other"))
        yield Bullets(items)


def _answer(invited: Invited) -> Iterator[Part]:
    workshop, contact = invited.occasion.workshop, given(invited.person.named_contact)
    yield Heading(2, _("Please answer"))
    yield Paragraph(_("Please tell us whether you can come. You can say no, and you need not say why."))
    if contact:
        yield Paragraph(_("Your contact is {name}.").format(name=contact))
    else:
        yield Paragraph(_("Answer whoever sent you this letter."))
    if workshop.feedback_promised_by is not None:
        words = _("We will tell you by {day} what came of the workshop.")
        yield Paragraph(words.format(day=day_words(workshop.feedback_promised_by)))
    if organisation := given(invited.occasion.settings.organisation):
        yield Paragraph(organisation)
