"""The list of prints: for whom each is, in which sizes, and what makes it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum

from coproduce.domain.wording import N_
from coproduce.domain.workshop_day import WorkshopDay
from coproduce.exports.document import Document
from coproduce.exports.prints import agenda, badges, day_sheet, easy_agenda, facilitators, feedback, materials, sign_in
from coproduce.i18n import gettext


class Readers(StrEnum):
    """Who may read a print. What the team reads holds names beside what is arranged for them."""

    TEAM = "team"
    EVERYONE = "everyone"

    @property
    def words(self) -> str:
        """Said beside the print."""
        return gettext(_READERS[self])


_READERS = {
    Readers.TEAM: N_("For the team only. Do not leave it lying about."),
    Readers.EVERYONE: N_("For everybody who comes."),
}


class Size(StrEnum):
    """How it is printed. Easy Read is short sentences, one thing in each with a picture beside it, in large print."""

    ORDINARY = "ordinary"
    LARGE = "large"
    EASY = "easy"


@dataclass(frozen=True)
class PrintChoices:
    """`shown` is what a facilitator sheet says of each part: `goal`, `materials`, `notes`."""

    size: Size = Size.ORDINARY
    shown: frozenset[str] = frozenset(facilitators.SHOWN)

    @property
    def is_large(self) -> bool:
        """At 18 point."""
        return self.size is not Size.ORDINARY


Make = Callable[[WorkshopDay, PrintChoices], Document]
_BOTH = (Size.ORDINARY, Size.LARGE)


@dataclass(frozen=True)
class PrintKind:
    """One print. The first of `sizes` is what it has by itself."""

    key: str
    words: str
    about: str
    readers: Readers
    make: Make
    sizes: tuple[Size, ...] = _BOTH

    @property
    def title(self) -> str:
        """What it is called."""
        return gettext(self.words)

    @property
    def help_line(self) -> str:
        """What it is good for, and who may read it."""
        return f"{gettext(self.about)} {self.readers.words}"


def _agenda(day: WorkshopDay, choices: PrintChoices) -> Document:
    return easy_agenda.easy_agenda(day) if choices.size is Size.EASY else agenda.participant_agenda(day)


PRINTS: tuple[PrintKind, ...] = (
    PrintKind(
        "facilitators",
        N_("Facilitator sheet"),
        N_("The plan with its notes, groups side by side."),
        Readers.TEAM,
        lambda day, choices: facilitators.facilitator_sheet(day, choices.shown),
    ),
    PrintKind(
        "agenda",
        N_("Agenda"),
        N_("What happens when, in words for those who come."),
        Readers.EVERYONE,
        _agenda,
        (Size.ORDINARY, Size.LARGE, Size.EASY),
    ),
    PrintKind(
        "wall",
        N_("Agenda for the wall"),
        N_("Times and parts, large."),
        Readers.EVERYONE,
        lambda day, _choices: agenda.wall_agenda(day),
        (Size.LARGE,),
    ),
    PrintKind(
        "day_sheet",
        N_("Day sheet"),
        N_("Who comes and what is arranged for them. It never says why."),
        Readers.TEAM,
        lambda day, _choices: day_sheet.day_sheet(day),
    ),
    PrintKind(
        "sign_in", N_("Sign-in sheet"), N_("Names to tick at the door."), Readers.EVERYONE, lambda day, _choices: sign_in.sign_in_sheet(day)
    ),
    PrintKind(
        "materials",
        N_("Materials list"),
        N_("What to bring, part by part."),
        Readers.EVERYONE,
        lambda day, _choices: materials.materials(day),
    ),
    PrintKind(
        "badges",
        N_("Name badges"),
        N_("The names people chose, to cut out."),
        Readers.EVERYONE,
        lambda day, choices: badges.badges(day, large=choices.is_large),
    ),
    PrintKind(
        "feedback",
        N_("Feedback sheet"),
        N_("The questions asked afterwards, without a name."),
        Readers.EVERYONE,
        lambda day, choices: feedback.easy_feedback(day) if choices.size is Size.EASY else feedback.feedback_sheet(day),
        (Size.ORDINARY, Size.LARGE, Size.EASY),
    ),
)


def print_called(key: str) -> PrintKind:
    """The print of a key; the first where there is none."""
    return next((kind for kind in PRINTS if kind.key == key), PRINTS[0])


def build_print(day: WorkshopDay, key: str, choices: PrintChoices) -> Document:
    """One print as a document."""
    return print_called(key).make(day, choices)
