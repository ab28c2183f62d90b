"""What looking through the history found, and what it says of a code somebody saw. Words for people; looking is `storage.chain_check`."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from enum import StrEnum

from coproduce.domain.record_code import RecordCode
from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext


class Altered(StrEnum):
    """What became of a record without a line of history."""

    CHANGED = "changed"
    ADDED = "added"
    REMOVED = "removed"


class Answer(StrEnum):
    """What a code says of this history."""

    AGREES = "agrees"
    CHANGED_BEFORE = "changed before"
    BEYOND = "beyond"


@dataclass(frozen=True, slots=True)
class AlteredRecord:
    """A record that is not as the newest line about it left it."""

    kind: str
    record_id: str
    how: Altered


@dataclass(frozen=True, slots=True)
class PutBack:
    """A backup took the place of the file: the line that says so, and when (UTC)."""

    line: int
    at: datetime


@dataclass(frozen=True, slots=True)
class CheckedHistory:
    """What was found in a whole history.

    `lines` is how many there are; `broken_at` the first that is not as it was written, or is missing; `altered` the records that
    are not as history left them; `names_changed` whether a name stands for other lines than it did; `chained_at` the line from which
    on it can be checked, 1 where it always could; `since` the moment of that line.
    """

    lines: int
    head: RecordCode | None
    broken_at: int | None = None
    altered: tuple[AlteredRecord, ...] = ()
    names_changed: bool = False
    chained_at: int = 1
    since: datetime | None = None
    put_back: tuple[PutBack, ...] = ()
    lost: tuple[int, ...] = ()
    """Lines that could not be read, whole or in part, when a damaged file was rescued: said, and no sign of a change."""
    on_paper: RecordCode | None = None
    """The code that pages made now carry; an older one than `head` where only files were saved and moments kept since."""

    @property
    def is_whole(self) -> bool:
        """Nothing in the file says that anything was changed behind the program's back."""
        return self.broken_at is None and not self.altered and not self.names_changed


@dataclass(frozen=True, slots=True)
class CheckedCode:
    """A history, and a code that was held against it; without a code the file is checked against itself alone."""

    history: CheckedHistory
    code: RecordCode | None = None
    answer: Answer | None = None

    @property
    def agrees(self) -> bool:
        """The code agrees, and nothing in the file was changed."""
        return self.history.is_whole and self.answer in (None, Answer.AGREES)

    @property
    def headline(self) -> str:
        """The answer in one sentence."""
        if self.answer is Answer.CHANGED_BEFORE:
            return _("This workspace’s history was changed before that code was made, or the code is from another workspace.")
        if self.answer is Answer.BEYOND:
            return _("The code is from a later copy of this workspace, or from another one.")
        if self.history.broken_at is not None or self.history.names_changed:
            return _("The history of this workspace was changed outside the program.")
        if self.history.altered:
            count = len(self.history.altered)
            return ngettext("{n} record was changed outside the program.", "{n} records were changed outside the program.", count).format(
                n=f"{count:,}"
            )
        if self.answer is Answer.AGREES:
            return _("The code agrees: nothing before it was changed since somebody else saw it.")
        return _("The history of this workspace agrees with itself and with its records.")

    @property
    def lines(self) -> tuple[str, ...]:
        """What the answer rests on, and what it cannot show."""
        return tuple(filter(None, (self._about_code(), *self._about_file(), *self._limits())))

    def _about_code(self) -> str:
        if self.code is None or self.answer is None:
            return ""
        values = {"code": str(self.code), "lines": f"{self.history.lines:,}"}
        if self.answer is Answer.AGREES:
            return _("{code} is on this history, which has {lines} entries now.").format(**values)
        if self.answer is Answer.BEYOND:
            words = _("{code} comes after the last entry here, which is number {lines}. Entries at its end may also have been taken away.")
            return words.format(**values)
        return _("At that place this history has another code than {code}. Check that the code is copied right.").format(**values)

    def _about_file(self) -> list[str]:
        found = self.history
        said = [_the_line(found.broken_at)] if found.broken_at is not None else []
        if found.names_changed:
            said.append(_("A name that stands for who did things was changed."))
        if found.altered and (found.broken_at is not None or self.answer not in (None, Answer.AGREES)):
            count = len(found.altered)
            words = ngettext("{n} record is not as history left it.", "{n} records are not as history left them.", count)
            said.append(words.format(n=f"{count:,}"))
        for each in found.put_back[-1:]:
            words = _(
                "A backup was put back on {day} (entry {line}). Codes made between that backup and then are from the file it replaced."
            )
            said.append(words.format(day=_day(each.at), line=f"{each.line:,}"))
        if found.lost:
            words = ngettext(
                "{n} entry could not be read when this workspace was rescued from a damaged file. What it said cannot be checked.",
                "{n} entries could not be read when this workspace was rescued from a damaged file. What they said cannot be checked.",
                len(found.lost),
            )
            said.append(words.format(n=f"{len(found.lost):,}"))
        if found.chained_at > 1 and found.since is not None:
            words = _("Entries before number {line} are from an older version. They can be checked since {day}, as they stood then.")
            said.append(words.format(line=f"{found.chained_at:,}", day=_day(found.since)))
        if self.code is None and found.head is not None and found.is_whole:
            said.append(_("The newest code is {code}.").format(code=found.head))
            if found.on_paper not in (None, found.head):
                words = _("Pages made now carry {code}: since then files were saved or moments kept, and no record was changed.")
                said.append(words.format(code=found.on_paper))
        return said

    def _limits(self) -> list[str]:
        if self.answer is None:
            words = _(
                "Somebody who knows how could rewrite the whole file so that it agrees with itself. A code that others hold shows that."
            )
            return [words]
        if self.answer is Answer.AGREES:
            return [_("It cannot show that an entry was true when it was written, nor anything that came after the code.")]
        return []


def _the_line(number: int) -> str:
    return _("Entry {line} of the history is missing, or is not as it was written. What comes after it cannot be relied on.").format(
        line=f"{number:,}"
    )


def _day(at: datetime) -> str:
    return day_words(at.astimezone().date())
