"""Asking before a person is erased: what goes, what stays and why, and what else still holds them. No Qt."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING

from coproduce.domain.erasing import Erasure
from coproduce.i18n import _, ngettext
from coproduce.operations.erasing import erase_person, what_erasing_does
from coproduce.operations.removal import listed

if TYPE_CHECKING:
    from coproduce.domain.ids import PersonId
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


def ask_to_erase(file: WorkspaceFile, shell: Shell, person_id: PersonId, currency: str) -> None:
    """Say it all first; then, once somebody says yes, erase them. Refused in words for whoever does not lead."""

    def ask() -> None:
        told = what_erasing_does(file, person_id)
        records = sum(told.goes.values()) + sum(told.stays.values())

        def erase() -> None:
            said = _("Erased {name}. The file holds them no more.").format(name=told.name)
            shell.run_work(_("Erase a person"), lambda: erase_person(file, person_id), lambda _nothing: shell.say(said), records=records)

        question = _("Erase {name} for good?").format(name=told.name)
        shell.ask(question, _("Erase"), erase, detail=_("This cannot be undone."), listed=list(sentences(told, currency)))

    shell.attempt(ask, say=False)


def sentences(told: Erasure, currency: str) -> Iterator[str]:
    """What erasing does, one thing a line."""
    if told.owed:
        yield _("{amount} is still to be paid to them. Pay it first: afterwards nobody can tell whose it is.").format(
            amount=told.owed.words(currency)
        )
    yield _("Their name, how to reach them, what they need, what they said and what they agreed to go.")
    if goes := listed(told.goes):
        yield _("Deleted whole: {list}.").format(list=goes)
    stays = listed({kind: count for kind, count in told.stays.items() if kind != "Person"})
    if stays:
        yield _("Kept without them: {list}. Days, amounts and counts stay, for the accounts and so that no figure changes.").format(
            list=stays
        )
    yield _("Their number, {id}, stays on these. If your own lists say whose number it is, take it out of them too.").format(
        id=told.person_id
    )
    if told.named_in:
        words = ngettext("Their name is taken out of {n} other text.", "Their name is taken out of {n} other texts.", told.named_in)
        yield words.format(n=told.named_in)
    yield _("All undo steps go, since they may hold what was there before.")
    if told.backups:
        words = ngettext(
            "{n} backup beside the file still holds them, until it is deleted.",
            "{n} backups beside the file still hold them, until they are deleted.",
            told.backups,
        )
        yield words.format(n=told.backups) + " " + _("If you put one back, they are erased from it again.")
    yield _("Anything saved, printed or sent before is out of reach.")
