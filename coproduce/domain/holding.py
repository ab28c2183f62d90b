"""Why each kind of record about people is held, and how long: what an organisation has to be able to say.

Source: UK GDPR articles 5(1)(b) and (e), 13 and 30. Which lawful basis it is, an organisation decides for itself.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date

from coproduce.domain.sheets import SHEETS, Privacy, Sheet
from coproduce.domain.team import TeamMember
from coproduce.domain.wording import N_
from coproduce.domain.workspace import WorkspaceSettings

_PERSON = N_("Until the day set for the person. Then they are erased.")
_COUNTS = N_("With the record of the project. It names nobody.")
_PROJECT = N_("With the record of the project. Names in it go when a person is erased.")
_ACCOUNTS = N_("As long as accounts are kept. Without the person once they are erased.")

WHY: Mapping[str, tuple[str, str]] = {
    "People": (N_("To ask people, to reach them, and to keep to what they agreed."), _PERSON),
    "Requirements": (N_("So that people can take part as equals wherever they come."), _PERSON),
    "Workshops": (N_("To look after people at a workshop and after it."), _PROJECT),
    "Blocks": (N_("To plan a day together, and to show who shaped it."), _PROJECT),
    "Attendance": (N_("To know who is coming and who came, to pay them, and to show who was in the room."), _PROJECT),
    "Papers": (N_("To send papers in a form people can read, in good time."), _PERSON),
    "Access": (N_("To arrange what people need for a workshop, and to learn whether it worked."), _PERSON),
    "Payments": (N_("To offer and pay people what they are owed, and to account for it."), _ACCOUNTS),
    "Contributions": (N_("To answer what people said, and to show what came of it."), _PROJECT),
    "Decisions": (N_("To show who decided what, and why."), _PROJECT),
    "Options": (N_("To show who put an option forward."), _PROJECT),
    "Dissent": (N_("To keep disagreement beside the decision, in people’s own words."), _PROJECT),
    "Turns": (N_("To see whether everybody was heard."), _PROJECT),
    "Verdicts": (N_("To learn what people thought of a workshop."), _COUNTS),
    "Equality": (N_("To see whom a project reached, as counts."), _COUNTS),
    "Lanes": (N_("To run small groups, and to keep to what a group agreed."), _PROJECT),
    "Lane people": (N_("To know who is in which small group. It never leaves the organisation."), _PERSON),
    "Known": (N_("To say why something in a plan was left as it is."), _PROJECT),
    "Reflections": (N_("For the team to learn from."), _PROJECT),
    "Promises": (N_("To keep what was promised."), _PROJECT),
    "Team": (
        N_("So that colleagues see only what they need to, and the history says who did what."),
        N_("As long as they work with the workspace; in the history as long as the workspace is kept."),
    ),
    "Asks": (N_("To keep after what other organisations were asked."), _PROJECT),
    "Suppliers": (N_("To book those who provide access."), N_("As long as you work with them.")),
    "Objections": (N_("To show what would have done harm, and what was changed."), _COUNTS),
    "Advice": (N_("To show who was asked before a decision."), _PROJECT),
    "Actions": (N_("To know who sees to what."), _PROJECT),
    "Own words": (N_("To keep what the organisation says of its own figures."), _PROJECT),
    "Versions": (N_("To show how a decision read before."), _PROJECT),
}
"""By sheet: why, and how long."""


@dataclass(frozen=True, slots=True)
class Holding:
    """How much is held. `counts` are records by sheet; `past_their_day` people whose day has come; `without_day` those who have none;
    `restricted` those whose record is kept and not used.
    """

    settings: WorkspaceSettings
    counts: Mapping[str, int]
    people: int
    without_day: int
    past_their_day: int
    erased: int
    restricted: int
    team: tuple[TeamMember, ...]
    is_protected: bool
    as_of: date


def sheets_about_people() -> list[Sheet]:
    """Those with at least one column that says something about a person."""
    return [sheet for sheet in SHEETS if any(column.privacy is not Privacy.NONE for column in sheet.columns)]
