"""What an indicator is, and what asking one gives: a share of yes, or a measure that is no share.

Every unit a share looks at is yes, no or not recorded; what is out of scope is not counted. There is no composite score.
"""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from enum import StrEnum
from fractions import Fraction
from typing import TYPE_CHECKING

from coproduce.domain.wording import N_, share_words
from coproduce.i18n import gettext

if TYPE_CHECKING:
    from coproduce.domain.evidence.scene import Scene

MOST_NOT_RECORDED = Fraction(1, 5)
"""With a larger part than this not recorded, a share cannot be shown."""


class Finding(StrEnum):
    """What the records say of one unit. `MISSING` is a no because nothing was recorded (only where that counts against)."""

    YES = "yes"
    NO = "no"
    MISSING = "missing"
    NOT_RECORDED = "not_recorded"


class State(StrEnum):
    """The headline of a result. Shares use the first five, measures the last two."""

    NOTHING_TO_MEASURE = "nothing_to_measure"
    CANNOT_BE_SHOWN = "cannot_be_shown"
    MET = "met"
    NOT_MET = "not_met"
    PARTLY = "partly"
    MEASURED = "measured"
    NOT_MEASURED = "not_measured"


class Theme(StrEnum):
    """What an indicator is about: how screens and reports group them."""

    ROOM = "room"
    PAY = "pay"
    ACCESS = "access"
    INFLUENCE = "influence"
    FEEDBACK = "feedback"
    VOICE = "voice"

    @property
    def words(self) -> str:
        """The heading people read."""
        return gettext(_THEME_WORDS[self])


_THEME_WORDS = {
    Theme.ROOM: N_("In the room"),
    Theme.PAY: N_("Pay"),
    Theme.ACCESS: N_("Access"),
    Theme.INFLUENCE: N_("Influence"),
    Theme.FEEDBACK: N_("Feedback"),
    Theme.VOICE: N_("Voice"),
}


class RecordKind(StrEnum):
    """The kind of record behind a count, named as its class is. A stage is a code of the project."""

    WORKSHOP = "Workshop"
    ATTENDANCE = "Attendance"
    PERSON = "Person"
    PAYMENT = "Payment"
    ARRANGEMENT = "Arrangement"
    PAPER = "Paper"
    BLOCK = "Block"
    CONTRIBUTION = "Contribution"
    DECISION = "Decision"
    VERDICT = "Verdict"
    STAGE = "Stage"


@dataclass(frozen=True, slots=True)
class Gaming:
    """How a figure could be made to look better than it is, and what stands against that. English; `N_` marked."""

    how: str
    counter: str


Unit = tuple[str, Finding]
"""The id of one record in scope, and what the records say of it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Asked:
    """What a share and a measure have in common. `asks` is the question in English, as it is in JSON."""

    id: str
    asks: str
    theme: Theme
    record: RecordKind
    gaming: Gaming
    sources: tuple[str, ...]

    @property
    def question(self) -> str:
        """The question in the language in use, asked the good way round."""
        return gettext(self.asks)

    @property
    def how_it_can_be_gamed(self) -> str:
        """How the figure could flatter, in the language in use."""
        return gettext(self.gaming.how)

    @property
    def counter(self) -> str:
        """What is done against that, in the language in use."""
        return gettext(self.gaming.counter)


@dataclass(frozen=True, slots=True, kw_only=True)
class Share(_Asked):
    """A question answered yes or no of each unit. `counts_against`: a missing record is a no.

    `never_by_name`: never printed for a named person (Source: a person's pay is theirs to tell).
    """

    ask: Callable[[Scene], Iterable[Unit]]
    counts_against: bool = False
    never_by_name: bool = False

    @property
    def definition(self) -> str:
        """The rule in full: fraction, missing data, a worked number, source."""
        return inspect.getdoc(self.ask) or ""

    def measure(self, scene: Scene) -> ShareResult:
        """Ask it of one project on one day."""
        found: dict[Finding, list[str]] = {finding: [] for finding in Finding}
        for record, finding in self.ask(scene):
            found[finding].append(record)
        missing = tuple(sorted(found[Finding.MISSING]))
        records = Records(
            yes=tuple(sorted(found[Finding.YES])),
            no=tuple(sorted([*found[Finding.NO], *missing])),
            not_recorded=tuple(sorted(found[Finding.NOT_RECORDED])),
        )
        return ShareResult(self, records, missing)


@dataclass(frozen=True, slots=True)
class Records:
    """The ids behind each count, in order of id."""

    yes: tuple[str, ...] = ()
    no: tuple[str, ...] = ()
    not_recorded: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class ShareResult:
    """Yes of eligible, with what is not recorded as a band from `low` to `high`.

    `missing` are those of `records.no` that are a no because nothing was recorded.
    """

    indicator: Share
    records: Records
    missing: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Such as T3."""
        return self.indicator.id

    @property
    def question(self) -> str:
        """In the language in use."""
        return self.indicator.question

    @property
    def yes(self) -> int:
        """Units answered yes."""
        return len(self.records.yes)

    @property
    def no(self) -> int:
        """Units answered no, missing ones included where they count against."""
        return len(self.records.no)

    @property
    def not_recorded(self) -> int:
        """Units nobody knows of: never a yes, never a no."""
        return len(self.records.not_recorded)

    @property
    def eligible(self) -> int:
        """All units in scope."""
        return self.yes + self.no + self.not_recorded

    @property
    def low(self) -> Fraction | None:
        """The share if all that is not recorded were no; None with nothing to measure."""
        return Fraction(self.yes, self.eligible) if self.eligible else None

    @property
    def high(self) -> Fraction | None:
        """The share if all that is not recorded were yes; None with nothing to measure."""
        return Fraction(self.yes + self.not_recorded, self.eligible) if self.eligible else None

    @property
    def state(self) -> State:
        """Tried in this order: nothing to measure, cannot be shown, met, not met, partly."""
        if not self.eligible:
            return State.NOTHING_TO_MEASURE
        if Fraction(self.not_recorded, self.eligible) > MOST_NOT_RECORDED:
            return State.CANNOT_BE_SHOWN
        if self.yes == self.eligible:
            return State.MET
        return State.NOT_MET if self.yes == 0 else State.PARTLY

    @property
    def words(self) -> str:
        """`7 of 8` below ten, else whole percentages: `33% to 70%`."""
        return share_words(self.yes, self.not_recorded, self.eligible)


@dataclass(frozen=True, slots=True)
class Means:
    """The four sliders of a verdict, each the mean (0–10) over the sheets that give it; None where none does.

    Source: the Cube (Gibson and others 2012).
    """

    voice: Fraction | None
    ways: Fraction | None
    agenda: Fraction | None
    change: Fraction | None


@dataclass(frozen=True, slots=True)
class VerdictMeans:
    """Participants' means beside organisers', with how many participants' sheets came back of how many could have."""

    participants: Means
    organisers: Means
    sheets: int
    person_sessions: int

    @property
    def response(self) -> str:
        """Sheets over the person-sessions of participants who came: `16/20`, not reduced."""
        return f"{self.sheets}/{self.person_sessions}"


Value = Fraction | VerdictMeans


@dataclass(frozen=True, slots=True)
class Measured:
    """What a measure found: the value (None: could not be taken), what was counted, and the ids of what was counted."""

    value: Value | None
    n: int
    records: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Measure(_Asked):
    """A question whose answer is a number, not a share of yes. `unit` is English; `N_` marked."""

    take: Callable[[Scene], Measured]
    unit: str

    @property
    def unit_words(self) -> str:
        """The unit in the language in use."""
        return gettext(self.unit)

    @property
    def definition(self) -> str:
        """The rule in full: formula, missing data, a worked number, source."""
        return inspect.getdoc(self.take) or ""

    def measure(self, scene: Scene) -> MeasureResult:
        """Take it of one project on one day."""
        measured = self.take(scene)
        return MeasureResult(self, measured.value, measured.n, tuple(sorted(measured.records)))


@dataclass(frozen=True, slots=True)
class MeasureResult:
    """A value, exact, or None where it could not be taken; `n` is what was counted either way."""

    indicator: Measure
    value: Value | None
    n: int
    records: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """Such as T6."""
        return self.indicator.id

    @property
    def question(self) -> str:
        """In the language in use."""
        return self.indicator.question

    @property
    def state(self) -> State:
        """Measured, or not measured."""
        return State.NOT_MEASURED if self.value is None else State.MEASURED

    @property
    def number(self) -> float | None:
        """The value as a number; None where there is none, and for the verdicts, which are several."""
        return float(self.value) if isinstance(self.value, Fraction) else None


Indicator = Share | Measure
Result = ShareResult | MeasureResult
