"""What record or deed would move each figure: a table by the id of the indicator. English, marked for translation."""

from __future__ import annotations

from typing import NamedTuple

from coproduce.domain.wording import N_


class Mending(NamedTuple):
    """What moves one figure.

    `starts`: when there is something to count. `write`: what to record where it is not. `missing`: what to do about a no that is one
    only because nothing was recorded. `still`: a deed that turns a no into a yes today; empty where that day is past.
    `next_time`: what helps from now on. `page`, `only` and `button`: where it is done, if one page is the place.
    """

    starts: str
    write: str
    next_time: str
    missing: str = ""
    still: str = ""
    page: str = ""
    only: str = ""
    button: str = ""


_HELD = N_("It starts with the first workshop that was held.")
_PAID = N_("It starts once the day money was promised by has passed for somebody who came.")
_NEED = N_("It starts with the first access arrangement at a workshop that was held.")
_DECIDED = N_("It starts with the first decision that has its day.")
_TALLY = N_("It starts with the first workshop at which turns were counted, with four people or more in the room besides those who run it.")
_CAME = N_("Write down who came, and in what capacity.")
_SEAT = N_("Write down whether the person came, and in what capacity.")

_WORKSHOPS = ("workshops", "", N_("Go to workshops"))
_MONEY = ("resourcing", "", N_("Go to money"))
_ACCESS = ("access", "", N_("Go to access"))
_TO_ANSWER = ("decisions", "said:unanswered", N_("See what waits for an answer"))
_DECISIONS = ("decisions", "decided:all", N_("Go to decisions"))

MENDINGS: dict[str, Mending] = {
    "T1": Mending(_HELD, _CAME, N_("Invite several participants, so that nobody speaks alone."), "", "", *_WORKSHOPS),
    "T2": Mending(_HELD, _CAME, N_("Invite more participants, or send fewer people from organisations."), "", "", *_WORKSHOPS),
    "T3": Mending(
        _HELD,
        _SEAT,
        N_("Offer pay before the day next time, and write down the amount and the day."),
        N_("If pay was offered before the day, write down the amount and the day."),
        "",
        *_MONEY,
    ),
    "T4": Mending(
        _PAID,
        N_("Write down whether the person came and in what capacity; and, if a fee was turned down, ask why. They need not say."),
        N_("Offer pay to everybody, and let people choose freely."),
        "",
        N_("Pay it now, or offer another way if benefits stand in the way."),
        *_MONEY,
    ),
    "T5": Mending(
        N_("It starts once the day money was promised by has passed."),
        N_("Write down the day each payment was made."),
        N_("Pay by the promised day next time. The day is set in Settings."),
        N_("If it was paid, write down the day. If not, pay now: it stays late, but the wait grows no longer."),
        "",
        "resourcing",
        "late",
        N_("See late payments"),
    ),
    "T6": Mending(
        N_("It starts once the day money was promised by has passed."),
        "",
        N_("Paying sooner next time shortens it."),
        "",
        N_("What is unpaid grows older every day. Paying it now stops that."),
        "resourcing",
        "late",
        N_("See late payments"),
    ),
    "T7": Mending(
        N_("It starts with the first payment somebody asked for in advance."),
        "",
        N_("Ask what is needed up front, and pay it before that day."),
        N_("If it was paid, write down the day. If not, pay now: it stays late, and the person has the money."),
        "",
        "resourcing",
        "before",
        N_("See what is needed before the day"),
    ),
    "T7b": Mending(
        _HELD,
        _SEAT,
        N_("Ask each person when you invite them."),
        N_("Ask these people whether they need money before the day, and write down the day you asked. It counts at once."),
        "",
        "people",
        "project",
        N_("Go to people"),
    ),
    "T8": Mending(
        N_("It starts once preparation was asked of somebody who came, and the day for paying has passed."),
        N_("Write down the minutes of preparation that were paid, and who came in what capacity."),
        N_("Count preparation in the fee you offer."),
        "",
        N_("Pay for the preparation that is not covered yet."),
        *_MONEY,
    ),
    "T9": Mending(
        N_("It starts with the first fee paid on a day for which Settings has a floor rate."),
        N_("Write down how many minutes the person was there, or the minutes paid."),
        N_("Work out the fee for the whole time, preparation too, before you offer it."),
        "",
        N_("Pay the difference to the floor rate."),
        *_MONEY,
    ),
    "T10": Mending(
        _HELD,
        N_("Write down in what capacity the person was invited."),
        N_("Ask everybody what they need in good time before the next workshop."),
        N_("If the person was asked in time, write down the day."),
        "",
        "access",
        "to_ask",
        N_("See whom to ask"),
    ),
    "T11": Mending(
        _NEED,
        N_("Ask each person whether it worked, and write down what they say."),
        N_("Where it did not work, ask the person what would, before the next workshop."),
        "",
        "",
        *_ACCESS,
    ),
    "T11o": Mending(
        _NEED,
        N_("Write down whether it worked as you saw it."),
        N_("Where it did not work, arrange it another way before the next workshop."),
        "",
        "",
        *_ACCESS,
    ),
    "T12": Mending(
        _NEED,
        "",
        N_("Confirm what was asked for before the day, next time."),
        N_("If it was confirmed before the day, write down the day."),
        "",
        "access",
        "to_arrange",
        N_("See what is to be arranged"),
    ),
    "T13": Mending(
        N_("It starts with the first paper listed for somebody at a workshop that was held."),
        N_("Write down which format the person needs."),
        N_("Send papers earlier next time, in the format each person needs."),
        "",
        "",
        "workshops",
        "papers",
        N_("See papers to send"),
    ),
    "T14": Mending(
        N_("It starts with the first decision of the project."),
        N_("Write down how open the question was on the day people were invited."),
        N_("Ask people while the question is still open."),
        "",
        "",
        *_DECISIONS,
    ),
    "T15": Mending(
        N_("It starts with the first part of the day at a workshop that was held."),
        N_("Write down who proposed each part of the day."),
        N_("Ask participants what they want on the agenda before you set it."),
        "",
        "",
        *_WORKSHOPS,
    ),
    "T16": Mending(
        _HELD,
        N_("Write down the capacity of whoever chaired, and for how many minutes."),
        N_("Ask a participant to chair or lead a part of the next workshop, with support."),
        "",
        "",
        *_WORKSHOPS,
    ),
    "T17": Mending(
        _DECIDED,
        N_("Write down how many people of each group could decide, and did."),
        N_("Let participants decide with you, and not only be asked."),
        "",
        "",
        *_DECISIONS,
    ),
    "T18": Mending(
        N_("It starts with the first decision taken at a workshop at which something was said."),
        "",
        N_("When a decision changes because of what somebody said, keep the text before and after, and link the two."),
        N_("If what somebody said changed it, link their words, with the text before and after. If not, it stays a no."),
        "",
        *_DECISIONS,
    ),
    "T19": Mending(
        N_("It starts with the first thing people said that is answered, or that was promised an answer by now."),
        "",
        N_("Answer everything by the day you promised."),
        N_("Answer it now: it counts from the day you answer."),
        "",
        *_TO_ANSWER,
    ),
    "T20": Mending(
        N_("It starts with the first answer that is a no or a partly."),
        "",
        N_("Give the reason together with the answer."),
        N_("Write the reason beside each no. It counts at once."),
        "",
        "decisions",
        "said:all",
        N_("See what people said"),
    ),
    "T21": Mending(
        N_("It starts once the day promised for an answer has passed, or people were told."),
        "",
        N_("Tell people by the day you promised, next time."),
        N_("If people were told, write down the day. If not, tell them now: it stays late, and they know."),
        "",
        "decisions",
        "said:untold",
        N_("See who was not told"),
    ),
    "T22": Mending(
        _DECIDED,
        N_("Write down whether somebody asked for another view."),
        N_("Ask “does anybody want a different view recorded?” before each decision."),
        "",
        N_("Ask the people who decided whether they want another view recorded, and write down that you did."),
        *_DECISIONS,
    ),
    "T23": Mending(
        N_("It starts once participants have taken ten places at workshops."),
        "",
        N_("Inviting people who came once, or never, spreads the places."),
        "",
        N_("It moves with every workshop, as more people come. Staying on is also good."),
        "people",
        "project",
        N_("Go to people"),
    ),
    "T23b": Mending(
        N_("It starts with the second workshop at which it was written down who came."),
        _CAME,
        N_("Invite somebody new to the next workshop, and welcome them in."),
        "",
        "",
        *_WORKSHOPS,
    ),
    "T24": Mending(
        N_("It starts with the first participant at a workshop for which it was written down who came."),
        N_("Ask the newcomer whether the introduction took place."),
        N_("Before their first workshop, give each newcomer an introduction and somebody to turn to."),
        "",
        N_("If they had both by their first workshop, write down the day and the name, and ask them to confirm. Otherwise it stays a no."),
        "people",
        "project",
        N_("Go to people"),
    ),
    "T25": Mending(
        _TALLY,
        "",
        N_("Rounds, small groups and written views first give quieter people room."),
        "",
        N_("It moves with every workshop at which turns are counted, the difficult ones too."),
        *_WORKSHOPS,
    ),
    "T25g": Mending(
        _TALLY,
        "",
        N_("Rounds, small groups and written views first give quieter people room."),
        "",
        N_("It moves with every workshop at which turns are counted for each person, with their agreement."),
        *_WORKSHOPS,
    ),
    "T26": Mending(
        N_("It starts once Settings says which stages of the work this project runs."),
        "",
        N_("Hold a workshop with participants at each stage."),
        "",
        N_("A workshop of that stage, with a participant there, makes it a yes."),
        *_WORKSHOPS,
    ),
    "T27": Mending(
        N_("It starts with the first sheet a participant gives back."),
        "",
        N_("Hand out the sheets at the end of each workshop, for both sides, and leave the room while people fill them in."),
        "",
        N_("It moves with every sheet that comes back."),
        *_WORKSHOPS,
    ),
    "T28": Mending(
        N_("It starts with the first participant who left."),
        "",
        N_("Ask each person who leaves. They need not say why."),
        N_("Ask now whether they want to say why they left, and write down that you asked. It counts at once."),
        N_("Ask now whether they want to say why they left, and write down that you asked. It counts at once."),
        "people",
        "left",
        N_("See who left"),
    ),
    "T29": Mending(
        _PAID,
        N_("Write down in what capacity each person came; and, if a fee was turned down, ask why. They need not say."),
        N_("See that everybody in the room is paid by an employer or offered a fee."),
        "",
        N_("Pay it now, or offer another way if benefits stand in the way."),
        *_MONEY,
    ),
}
"""By id of the indicator."""
