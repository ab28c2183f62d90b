"""How each figure could be made to look better than it is, and what stands against that. Read beside every indicator."""

from __future__ import annotations

from coproduce.domain.evidence.indicator import Gaming
from coproduce.domain.wording import N_

GAMING: dict[str, Gaming] = {
    "T1": Gaming(
        N_("Staff who have lived experience are counted as participants."),
        N_("Capacity is recorded for each workshop: whoever is there in their job counts as employed."),
    ),
    "T2": Gaming(
        N_("Observers and managers are in the room but not on the list."),
        N_("A head count stands beside the list where somebody took one, so that the two can be compared."),
    ),
    "T3": Gaming(
        N_("All offers are ticked at once, afterwards."),
        N_("An offer needs an amount and a day before the workshop; entries typed long after are counted as late."),
    ),
    "T4": Gaming(
        N_("People are nudged into “choosing” to go without."),
        N_("Declining needs a reason, “prefers not to say” is one of them, and giving up pay because of benefits is never a free choice."),
    ),
    "T5": Gaming(
        N_("The payment is typed in only once the money has gone out."),
        N_("The promised day runs from the workshop, not from when the line was typed; unpaid and overdue is late."),
    ),
    "T6": Gaming(
        N_("Lines that were never paid are dropped."),
        N_("Unpaid lines stay in and grow older every day; cancelled lines are counted on the honesty page."),
    ),
    "T7": Gaming(
        N_("Nobody is asked, so nobody needs money up front."),
        N_("The question beside it counts who was asked."),
    ),
    "T7b": Gaming(
        N_("One line in a letter is counted as having asked everybody."),
        N_("The day is kept person by person; ask people whether they were."),
    ),
    "T8": Gaming(
        N_("Preparation is set to no minutes at all."),
        N_("The papers each person was sent are listed, so unpaid reading shows."),
    ),
    "T9": Gaming(
        N_("Minutes are left blank, so no hourly rate can be worked out."),
        N_("Without minutes the figure is not recorded, and too many of those mean that it cannot be shown."),
    ),
    "T10": Gaming(
        N_("“No needs” is filled in for everybody."),
        N_("Nothing is filled in beforehand, and asking only counts with its day."),
    ),
    "T11": Gaming(
        N_("The organiser answers for the person."),
        N_("The person’s answer and the organiser’s are two fields, and both are printed."),
    ),
    "T11o": Gaming(
        N_("The organiser’s answer is printed alone."),
        N_("It is never shown without the person’s own answer beside it."),
    ),
    "T12": Gaming(
        N_("The day of confirming is changed afterwards."),
        N_("The day an entry was typed is kept, and late ones are listed."),
    ),
    "T13": Gaming(
        N_("A draft goes out in time and is swapped later."),
        N_("Each paper has its own line with the format sent and the day; ask people which version they read."),
    ),
    "T14": Gaming(
        N_("Every decision is marked as open."),
        N_("Options and who put them forward are printed: a question with one option was not open."),
    ),
    "T15": Gaming(
        N_("A participant’s name is put to the organiser’s item."),
        N_("The agenda shows who proposed what, and the people named can read it."),
    ),
    "T16": Gaming(
        N_("Somebody is given the title and no time."),
        N_("It counts only with minutes chaired or a part of the day they led."),
    ),
    "T17": Gaming(
        N_("Being asked is recorded as deciding."),
        N_("The method and the count of each capacity are printed beside every decision."),
    ),
    "T18": Gaming(
        N_("The change is described in fine words."),
        N_("The text before and after is needed, linked to what was said; ask people whether they would know it again."),
    ),
    "T19": Gaming(
        N_("Only the easy points are written down."),
        N_("How much was written down is shown for each workshop and each person."),
    ),
    "T20": Gaming(
        N_("“Out of scope” is given as the reason for everything."),
        N_("Reasons are printed as they stand."),
    ),
    "T21": Gaming(
        N_("A web page counts as telling people."),
        N_("How people were told is kept with the day, person by person."),
    ),
    "T22": Gaming(
        N_("Nobody asks, so nobody disagrees."),
        N_("What counts is asking. No dissent over five decisions or more is a sign to look again."),
    ),
    "T23": Gaming(
        N_("People are not invited again, so the faces change."),
        N_("It is read together with who was welcomed in and who left; staying on is also good."),
    ),
    "T23b": Gaming(
        N_("A new guest is brought along each time."),
        N_("It is read together with whether newcomers were welcomed in and whether they came again."),
    ),
    "T24": Gaming(
        N_("A leaflet is called an induction."),
        N_("The person says whether it happened."),
    ),
    "T25": Gaming(
        N_("Nobody counts in the sessions that go badly."),
        N_("The number of workshops counted stands beside the number held."),
    ),
    "T25g": Gaming(
        N_("Only those who spoke are counted."),
        N_("Everybody in the room is counted, and silence is zero turns."),
    ),
    "T26": Gaming(
        N_("One meeting ticks off a whole stage."),
        N_("The workshops of each stage are listed."),
    ),
    "T27": Gaming(
        N_("The organiser collects the sheets face to face."),
        N_("Sheets carry no name, and how many came back is printed first."),
    ),
    "T28": Gaming(
        N_("People are never recorded as having left."),
        N_("People who have not come for half a year, and are not recorded as having left, are named beside it."),
    ),
    "T29": Gaming(
        N_("Volunteers are recorded as employed."),
        N_("Capacity is asked for each workshop, and both sides are printed side by side."),
    ),
}
"""By id of the indicator."""
