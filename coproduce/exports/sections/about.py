"""What each indicator looks at, in words a reader needs: its unit, what counts as a yes, and what it rests on.

The indicator itself is in `coproduce.domain.evidence`; nothing here counts anything.
"""

from __future__ import annotations

from dataclasses import dataclass

from coproduce.domain.wording import N_
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.wording import counted
from coproduce.i18n import gettext


@dataclass(frozen=True, slots=True)
class About:
    """English, marked for translation. `yes` may name a promise, such as {payment_promise_days}; `asks` replaces a terse question."""

    one: str
    many: str
    yes: str
    rests_on: str
    asks: str = ""

    def units(self, count: int) -> str:
        """`seven workshops`."""
        return counted(count, gettext(self.one), gettext(self.many))

    def unit(self, count: int) -> str:
        """`workshops`: the noun alone."""
        return gettext(self.one if count == 1 else self.many)

    def definition(self, settings: WorkspaceSettings) -> str:
        """What counts as a yes, with the promises of this organisation filled in."""
        return gettext(self.yes).format(
            payment_promise_days=settings.payment_promise_days,
            feedback_promise_days=settings.feedback_promise_days,
            papers_promise_days=settings.papers_promise_days,
            ask_access_days=settings.ask_access_days,
        )

    @property
    def rests_on_words(self) -> str:
        """Which records the answer comes from."""
        return gettext(self.rests_on)


_WORKSHOP = (N_("workshop"), N_("workshops"))
_PLACE = (N_("place taken at a workshop"), N_("places taken at workshops"))
_INVITED = (N_("invitation"), N_("invitations"))
_CAME = (N_("place participants took"), N_("places participants took"))
_PREPARED = (N_("place with preparation"), N_("places with preparation"))
_PAID = (N_("paid place"), N_("paid places"))
_LINE = (N_("payment"), N_("payments"))
_NEED = (N_("access arrangement"), N_("access arrangements"))
_DECISION = (N_("decision"), N_("decisions"))
_SAID = (N_("thing people said"), N_("things people said"))
_SHEET = (N_("sheet"), N_("sheets"))

ABOUT: dict[str, About] = {
    "T1": About(
        *_WORKSHOP,
        N_("Two or more participants were in the room, so that nobody spoke alone for everybody."),
        N_("Who came to each workshop, and in what capacity."),
    ),
    "T2": About(
        *_WORKSHOP,
        N_("At least half of the people in the room were participants. Interpreters and supporters are not counted on either side."),
        N_("Who came to each workshop, and in what capacity."),
    ),
    "T3": About(
        *_PLACE,
        N_("A fee was offered, with its amount and its date, before the day of the workshop. Somebody who came unexpectedly is left out."),
        N_("The amount and the date of each offer. An offer nobody wrote down counts as no offer."),
    ),
    "T4": About(
        *_PLACE,
        N_(
            "A fee was paid; or the person chose not to be paid, or their employer pays them. "
            "Saying no because of benefits is not a free choice."
        ),
        N_("Payments made, and the reasons people gave for declining."),
    ),
    "T5": About(
        *_LINE,
        N_("The money was paid within {payment_promise_days} days of the workshop. Money still owed after that day is late."),
        N_("The date of each payment, fees and expenses alike."),
    ),
    "T6": About(
        *_LINE,
        N_("The middle one of all waiting times, from the workshop to the money. What is still owed has waited until this report."),
        N_("The date of each payment, fees and expenses alike."),
        N_("How long did people wait for their money?"),
    ),
    "T7": About(
        *_LINE,
        N_("Money that somebody asked for in advance was paid by the day they needed it."),
        N_("The dates on which money was asked for, needed and paid."),
    ),
    "T7b": About(
        N_("person"),
        N_("people"),
        N_("The person was asked whether they need money before the day, or asked for it themselves."),
        N_("The date on which each person was asked."),
    ),
    "T8": About(
        *_PREPARED,
        N_("The minutes of preparation we asked for are covered by what was paid."),
        N_("The minutes asked for, and the minutes paid for."),
    ),
    "T9": About(
        *_PAID,
        N_("The fee, divided by the time it was for, came to at least the floor rate that was valid that day."),
        N_("Fees paid, minutes present and minutes of preparation, beside the dated list of rates."),
    ),
    "T10": About(
        *_INVITED,
        N_(
            "They were asked what they need at least {ask_access_days} days before the workshop, for that day or within the year before it."
        ),
        N_("The date on which each person was asked. A date nobody wrote down counts as not asked."),
    ),
    "T11": About(
        *_NEED,
        N_("The person themselves said that it worked."),
        N_("What each person said afterwards."),
        N_("Did access work, as the person says?"),
    ),
    "T11o": About(
        *_NEED,
        N_("The organiser said that it worked. This answer stands beside the person’s own, because the two often differ."),
        N_("What the organiser wrote down afterwards."),
        N_("Did access work, as the organiser says?"),
    ),
    "T12": About(
        *_NEED,
        N_("What was asked for was confirmed before the day of the workshop."),
        N_("The date of each confirmation."),
    ),
    "T13": About(
        N_("paper owed to somebody"),
        N_("papers owed to people"),
        N_("The paper was sent at least {papers_promise_days} days before the workshop, in the format that person needs."),
        N_("The date each paper was sent, and in what format."),
    ),
    "T14": About(
        *_DECISION,
        N_("The question was still open on the day people were invited."),
        N_("How open each question was when people were invited, written down at the time."),
    ),
    "T15": About(
        N_("part of the day"),
        N_("parts of the day"),
        N_("A participant proposed it. Breaks, welcomes and reflections are left out."),
        N_("Who proposed each part of each day."),
        N_("Did participants put things on the agenda?"),
    ),
    "T16": About(
        *_WORKSHOP,
        N_("A participant chaired or facilitated for some of the time: the title alone is not enough."),
        N_("Roles on the day, minutes in the chair, and who led which part."),
    ),
    "T17": About(
        *_DECISION,
        N_("One or more participants took part in deciding, not only in being asked."),
        N_("How many people of each group could decide, and did."),
    ),
    "T18": About(
        *_DECISION,
        N_("The text before and the text after differ, and the change is linked to something a participant said. No link, no claim."),
        N_("The text of each decision before and after, and the words that caused the change."),
    ),
    "T19": About(
        *_SAID,
        N_("It has an answer with a date. It is looked at once answered, or once the day promised for an answer has passed."),
        N_("Everything people said at the workshops that was written down, and each answer."),
    ),
    "T20": About(
        *_SAID,
        N_("A no, or a partly, came with a reason."),
        N_("The reason written beside each no and each partly."),
    ),
    "T21": About(
        *_SAID,
        N_("It was answered, and people were told by the day promised, or within {feedback_promise_days} days where no day was promised."),
        N_("The date on which people were told."),
    ),
    "T22": About(
        *_DECISION,
        N_("Somebody asked for disagreement, whether or not there was any."),
        N_("Whether somebody asked, written down with the decision."),
        N_("Were people asked whether they disagree?"),
    ),
    "T23": About(
        *_CAME,
        N_("Of all the places participants took, the part taken by the three people who came most. It is worked out from ten places on."),
        N_("Who came to each workshop."),
        N_("How much rests on the same three people?"),
    ),
    "T23b": About(
        *_WORKSHOP,
        N_("At least one participant came who had not come before. The first workshop is left out."),
        N_("Who came to each workshop."),
    ),
    "T24": About(
        N_("newcomer"),
        N_("newcomers"),
        N_("By their first workshop they had an introduction and a person to turn to, and they confirm it."),
        N_("The date of each introduction, the person to turn to, and what the newcomer says."),
    ),
    "T25": About(
        *_WORKSHOP,
        N_("Participants’ part of all turns to speak, divided by their part of the room. 1 is an even share; below 1 they spoke less."),
        N_("The tally of turns, where one was kept. People who run the day are left out."),
        N_("Did participants speak as much as their share of the room?"),
    ),
    "T25g": About(
        *_WORKSHOP,
        N_("From 0, everybody spoke equally often, to 1, one person did all the talking. People who said nothing count as nought."),
        N_("The tally of turns by person, where one was kept."),
        N_("How evenly was the talking shared?"),
    ),
    "T26": About(
        N_("stage of the work"),
        N_("stages of the work"),
        N_("A participant came to at least one workshop of that stage."),
        N_("The stages this project runs, and who came to the workshops of each."),
    ),
    "T27": About(
        *_SHEET,
        N_("The mean of four scores from 0 to 10, on anonymous sheets after each workshop. Organisers fill in the same sheet."),
        N_("The sheets people gave back, and how many could have."),
        N_("What do participants say of it?"),
    ),
    "T28": About(
        N_("person who left"),
        N_("people who left"),
        N_("The person was asked why they left. They need not say."),
        N_("Whether somebody asked. Nothing written down counts as not asked."),
    ),
    "T29": About(
        N_("place in the room"),
        N_("places in the room"),
        N_("The person was paid to be there by their employer, was paid a fee, or chose freely to go without."),
        N_("Capacities, payments, and the reasons people gave for declining."),
        N_("Was everybody in the room resourced to be there?"),
    ),
}
