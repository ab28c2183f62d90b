"""The copies of the workspace: what each holds less than the file now, checking one, and putting one back. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, datetime
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING, ClassVar

from coproduce.domain.wording import day_words
from coproduce.errors import WorkspaceError
from coproduce.i18n import _, ngettext
from coproduce.storage.copies import Copy, copies_of
from ui.kit.cells import Cell, Figure, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.detail_parts import Act, Fact, Heading, Note, Part, State, Title
from ui.kit.record_list import local_today
from ui.kit.rows_in_memory import Orders, RowsInMemory
from ui.kit.saved_file import folder_words

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell

MOST_STEPS = 12
"""Steps named in the pane; the rest are counted."""


class Made(StrEnum):
    """The filters of the list."""

    ALL = "all"
    BY_HAND = "by_hand"


Steps = list[tuple[datetime, str]]


class BackupsModel(RowsInMemory[Made, Copy]):
    """Every copy in the folder of backups, the newest first."""

    kinds: frozenset[str] = frozenset()
    orders: ClassVar[Orders] = {
        "at": lambda copy: copy.at,
        "made": lambda copy: copy.is_automatic,
        "size": lambda copy: copy.size,
    }

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Made, sort="at", descending=True)
        self._since: Steps | None = None
        self._trouble = ""
        self.columns = [
            Column(_("When"), _when, width=240, sort="at", stretch=True),
            Column(_("How it came"), _how, width=170, sort="made"),
            Column(_("Size"), _size, width=100, sort="size", right=True),
        ]

    def wants(self, touched: frozenset[tuple[str, str]]) -> bool:
        """A copy may have been made with whatever was done."""
        return bool(touched)

    @property
    def folder(self) -> Path | None:
        """Where automatic copies go; None is beside the workspace."""
        return self.shell.backup_folder

    def read_rows(self) -> Mapping[str, Copy]:
        return {copy.path.name: copy for copy in copies_of(self.file.path, self.folder)}

    def fits(self, row: Copy, which: Made) -> bool:
        return which is Made.ALL or not row.is_automatic

    def searched(self, row: Copy) -> str:
        return f"{row.path.name} {day_words(row.at.date())}"

    def query_detail(self, record_id: str) -> Copy | None:
        copy = super().query_detail(record_id)
        self._since, self._trouble = None, ""
        if copy is not None:
            try:
                self._since = self.file.steps_since(copy.path)
            except WorkspaceError as error:
                self._trouble = str(error)
        return copy

    @property
    def help_line(self) -> str:
        """How many there are and where, and whether they wait."""
        if self.file.waits_to_be_confirmed:
            return _("A copy was put back, so backups wait. Is it the right one? Then make a backup yourself: Back up now.")
        count = self.total
        if not count:
            return _("Copies of the whole workspace, in case something goes wrong.")
        where = folder_words(self.folder) if self.folder is not None else _("the folder beside the workspace")
        words = ngettext("{n} copy in {where}.", "{n} copies in {where}.", count).format(n=count, where=where)
        return words + " " + _("Automatic ones go when they are no longer needed, the last after 35 days.")

    def filter_words(self) -> Mapping[Made, str]:
        return {Made.ALL: _("All"), Made.BY_HAND: _("Made by hand")}

    @property
    def parts(self) -> list[Part]:
        """The pane: what it is, and what was done since."""
        copy = self.detail
        if copy is None:
            return []
        title = _("{day} at {time}").format(day=day_words(copy.at.date()), time=f"{copy.at:%H:%M}")
        parts: list[Part] = [Title(title, copy.path.name, icon="history")]
        if self._trouble:
            return [*parts, State(PillCell(_("Cannot be read"), Tone.BAD, "triangle-alert")), Note(self._trouble)]
        if self._since is None:
            words = _("This copy is of other work: another workspace of the same name, or one from before a copy was put back.")
            return [*parts, State(PillCell(_("Of other work"), Tone.WARN, "circle-help")), Note(words)]
        return [*parts, *_since_parts(self._since), Fact("folder", _("WHERE IT LIES"), str(copy.path.parent))]

    @property
    def foot(self) -> list[Act]:
        """Check it, or put it in the place of the workspace."""
        if self.detail is None:
            return []
        check = Act("check", _("Check it"), self.check, "shield-check")
        if self.file.is_read_only or self._trouble:
            return [check]
        return [Act("put_back", _("Put this copy back…"), self.put_back, "undo-2", is_primary=True), check]

    def check(self) -> None:
        """Look through the copy chosen, every page of it, and say what was found."""
        copy = self.detail
        if copy is not None:
            label = _("Checking the copy")
            self.shell.run_job(label, lambda _progress: self.file.check_copy(copy.path), self._checked, failed=self._broken)

    def put_back(self) -> None:
        """Ask, then put it in the place of the workspace."""
        if self.detail is not None:
            self.shell.go_back_to_copy(self.detail.path)

    def keep_in(self, folder: Path) -> None:
        """Automatic copies go there from now on."""
        self.shell.keep_backups_in(folder)
        self.refresh()
        self.shell.say(_("Automatic copies go to {folder} from now on. Those made before stay where they are.").format(folder=folder))

    def _checked(self, _nothing: None) -> None:
        self.shell.say(_("The copy is whole: every page of it was read."), tone=Tone.OK)

    def _broken(self, error: Exception) -> None:
        self.shell.say(_("The copy is not whole. {why}").format(why=error), tone=Tone.WARN)


def _since_parts(since: Steps) -> list[Part]:
    if not since:
        return [State(PillCell(_("The same as now"), Tone.OK, "circle-check")), Note(_("Nothing was done since."))]
    count = len(since)
    words = ngettext("{n} step since", "{n} steps since", count).format(n=f"{count:,}")
    parts: list[Part] = [State(PillCell(words, Tone.INFO, "clock")), Heading(_("What it does not hold"))]
    for at, label in since[:MOST_STEPS]:
        here = at.astimezone()
        parts.append(Note(_("{label} · {day} {time}").format(label=label, day=day_words(here.date()), time=f"{here:%H:%M}")))
    more = count - MOST_STEPS
    if more > 0:
        parts.append(Note(ngettext("And {n} more step.", "And {n} more steps.", more).format(n=f"{more:,}"), quiet=True))
    return parts


def _when(copy: Copy) -> Cell:
    return TwoLines(_("{day} at {time}").format(day=day_words(copy.at.date()), time=f"{copy.at:%H:%M}"), "")


def _how(copy: Copy) -> Cell:
    return Text(_("Automatic") if copy.is_automatic else _("Made by hand"))


def _size(copy: Copy) -> Cell:
    megabytes = copy.size / 1_000_000
    return Figure(_("{n} MB").format(n=f"{megabytes:,.1f}"))
