"""Asking before what is past its day is cleared: what goes by kind, what stays and why. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.retention import Clearing, Kept
from coproduce.domain.wording import day_words, list_words
from coproduce.i18n import _, ngettext
from coproduce.operations.retention import clear_what_is_due
from coproduce.storage.queries.my_record import check_may_give
from coproduce.storage.queries.retention import what_is_due
from ui.kit.written import need_written

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


def ask_to_clear(file: WorkspaceFile, shell: Shell, today: date) -> None:
    """Say it all first; then, once somebody says yes, clear it. Refused in words for whoever does not lead."""

    def ask() -> None:
        check_may_give(file)
        told = what_is_due(file, today)
        if not told.goes:
            shell.say(" ".join([_("Nothing is past its day."), *_stays(told)]))
            return
        question = ngettext("Clear {n} record that is past its day?", "Clear {n} records that are past their day?", len(told.goes))
        detail = _("Undo brings it back until you close this workspace. After that nothing does.")
        listed = list(sentences(told))
        shell.ask(question.format(n=len(told.goes)), _("Clear"), clear, detail=detail, listed=listed)

    def clear() -> None:
        shell.attempt(lambda: clear_what_is_due(file, today=today))

    shell.attempt(ask, say=False)


def sentences(told: Clearing) -> Iterator[str]:
    """What would go, one thing a line; then what stays."""
    for one in told.of(Kept.PEOPLE):
        yield _("Erased, with what they need and what they said: {name}. Their day was {day}.").format(
            name=one.name, day=day_words(one.day)
        )
    for one in told.of(Kept.NEEDS):
        yield _("Deleted, a need of {name}: {need}. Its day was {day}.").format(
            name=one.name, need=need_written(one.what), day=day_words(one.day)
        )
    for one in told.of(Kept.CONTACT):
        yield _("Deleted, how to reach {name}. Its day was {day}.").format(name=one.name, day=day_words(one.day))
    if told.of(Kept.PEOPLE):
        yield _("Days, amounts and counts stay without them, for the accounts and so that no figure changes.")
    yield from _stays(told)
    yield _("Anything saved, printed or sent before is out of reach. Backups made until then hold it until they are deleted.")


def _stays(told: Clearing) -> Iterator[str]:
    if told.restricted:
        yield _("Stays, because it is kept without being used: {names}.").format(names=list_words(list(told.restricted)))
    if told.owed:
        yield _("Stays until what they are owed is paid: {names}.").format(names=list_words(list(told.owed)))
