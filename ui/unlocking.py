"""Opening a protected workspace: with the key in the computer's keyring where somebody wants that, else by asking for its words."""

from __future__ import annotations

from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coproduce.errors import WorkspaceError, WrongPassphrase
from coproduce.i18n import _
from ui.kit.fields import Choice, Field, SeveralField
from ui.locked import why_words
from ui.opening_file import offer_ways_on, opened, passphrase_field, tried

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.main_window import MainWindow

STAY = "stay"


def unlock(window: MainWindow, path: Path, *, read_only: bool) -> None:
    """Open it without a question where its key is in the keyring; else ask."""
    kept, keys = window.preferences, window.files.kept_keys
    if kept.is_kept_unlocked(path) and not kept.waits_for_words(path):
        code = keys.kept(path)
        if code is not None:
            try:
                found = opened(window, path, code, read_only=read_only)
            except WrongPassphrase:
                keys.forget(path)
                kept.keep_unlocked(path, wanted=False)
            except WorkspaceError as error:
                window.opening_failed()
                offer_ways_on(window, path, code, error)
                return
            else:
                _take(window, found)
                return
    ask_passphrase(window, path, read_only=read_only)


def ask_passphrase(window: MainWindow, path: Path, *, read_only: bool) -> None:
    """Ask for the words. Other trouble with the file goes where it always goes."""
    window.opening_failed()
    why = why_words(window.files.why_locked)
    window.files.why_locked = ""
    window.services.open_form(
        _("“{name}” is locked").format(name=path.stem) if why else _("“{name}” is protected").format(name=path.stem),
        _questions(window, path),
        partial(_submit, window, path, read_only),
        ok=_("Open"),
        help_line=why,
    )


def _questions(window: MainWindow, path: Path) -> list[Field]:
    asked: list[Field] = [passphrase_field()]
    if not window.files.kept_keys.why_not:
        value = {STAY} if window.preferences.is_kept_unlocked(path) else frozenset()
        asked.append(
            SeveralField(
                STAY, _("On this computer"), stay_words(), choices=(Choice(STAY, _("Keep unlocked on this computer")),), value=value
            )
        )
    return asked


def stay_words() -> str:
    """What it means to keep a workspace unlocked."""
    return _("Then it opens without its words for whoever can sign in here, and locks only by hand.")


def _submit(window: MainWindow, path: Path, read_only: bool, answers: dict[str, Any]) -> None:
    found = tried(window, path, answers["passphrase"], lambda words: opened(window, path, words, read_only=read_only))
    if found is None:
        return
    window.preferences.wait_for_words(path, wanted=False)
    if STAY in answers:
        keep_unlocked(window, path, found.recovery_code or "", wanted=STAY in answers[STAY])
    _take(window, found)


def _take(window: MainWindow, found: WorkspaceFile) -> None:
    from ui.half_typed import offer_what_was_typed

    window.take(found)
    offer_what_was_typed(window)


def keep_unlocked(window: MainWindow, path: Path, code: str, *, wanted: bool) -> bool:
    """Put the key in the keyring, or take it out. False where the keyring refuses."""
    kept, keys = window.preferences, window.files.kept_keys
    if wanted and keys.keep(path, code):
        kept.keep_unlocked(path, wanted=True)
        return True
    if kept.is_kept_unlocked(path):
        keys.forget(path)
    kept.keep_unlocked(path, wanted=False)
    return not wanted
