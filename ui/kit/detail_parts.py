"""What stands in a detail pane, said without Qt: a view-model lists the parts, `ui.kit.detail_pane` draws them.

Parts compare equal when they say the same, so a pane whose parts have not changed is left alone, with its focus.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, field
from typing import NamedTuple

from ui.kit.cells import PillCell
from ui.kit.screen import Shell


@dataclass(frozen=True)
class Going:
    """Goes to a record on another page, and to a part of it, when called. Two that go to the same place are equal."""

    shell: Shell = field(compare=False)
    page: str
    record_id: str | None = None
    only: str | None = None

    def __call__(self) -> None:
        self.shell.go_to(self.page, self.record_id, only=self.only)


@dataclass(frozen=True)
class Doing:
    """Does `act` with `given`, and with whatever it is called with. Two that do the same to the same are equal."""

    act: Callable[..., object]
    given: tuple[object, ...]

    def __call__(self, *more: object) -> None:
        self.act(*self.given, *more)


def doing(act: Callable[..., object], *given: object) -> Doing:
    """`act` with its first arguments filled in."""
    return Doing(act, given)


class Title(NamedTuple):
    """Whose record it is. A person gets their initials in a circle; anything else an icon, or neither."""

    words: str
    under: str = ""
    is_person: bool = False
    icon: str = ""


class Fact(NamedTuple):
    """A caption, and what is known under it."""

    icon: str
    caption: str
    words: str


class Heading(NamedTuple):
    """Opens a section of the pane."""

    words: str


class Note(NamedTuple):
    """A sentence or two: plain, `quiet` or somebody's own words set apart (`quoted`)."""

    words: str
    quiet: bool = False
    quoted: bool = False


class State(NamedTuple):
    """A pill, and beside it what it means here."""

    pill: PillCell
    words: str = ""


class Step(NamedTuple):
    """One step of a process: taken (with its day or figure in `words`) or still to come."""

    title: str
    words: str
    is_done: bool
    is_next: bool = False


class Act(NamedTuple):
    """A button. `key` stays the same while its words may change, so that the focus can stay on it.

    `about` tells those who hear it what it is about, where several buttons near it have the same words.
    """

    key: str
    words: str
    act: Callable[[], object]
    icon: str = ""
    is_primary: bool = False
    about: str = ""


def said_of(about: str, acts: Iterable[Act]) -> tuple[Act, ...]:
    """The buttons of one line among several, each told by what the line is."""
    return tuple(act._replace(about=about) for act in acts)


class Acts(NamedTuple):
    """Buttons side by side."""

    buttons: tuple[Act, ...]


class Item(NamedTuple):
    """A line that can be pressed to go to its record: title, what is said under it, and a pill at the end."""

    key: str
    title: str
    under: str
    act: Callable[[], object]
    pill: PillCell | None = None
    icon: str = ""


class Option(NamedTuple):
    """One answer of a choice: its stable value, its words and, where it counts something, how many."""

    value: str
    words: str
    figure: int | None = None


class Choose(NamedTuple):
    """Answers side by side, one of them chosen (none where `chosen` is ""). A title and what is under it stand before them.

    `choose` hears the value; pressing the one that is chosen says it again. `more` is a small button at the end.
    """

    key: str
    name: str
    options: tuple[Option, ...]
    chosen: str
    choose: Callable[[str], None]
    title: str = ""
    under: str = ""
    more: Act | None = None


class Find(NamedTuple):
    """A box to look for words in. `find` hears them a moment after typing pauses."""

    key: str
    name: str
    hint: str
    find: Callable[[str], None]


class Pair(NamedTuple):
    """Two texts side by side, each under its caption, such as before and after."""

    caption: str
    words: str
    other_caption: str
    other_words: str


class Span(NamedTuple):
    """One line of a chart of spans: its name, from where to where, and its figure in words. Without ends it is a gap, never nought."""

    name: str
    low: float | None
    high: float | None
    words: str


class Spans(NamedTuple):
    """A chart with a line for each span. `whole` is what the full width stands for; None for the largest of them."""

    title: str
    lines: tuple[Span, ...]
    whole: float | None = None


Part = Title | Fact | Pair | Heading | Note | State | Step | Acts | Item | Choose | Find | Spans
