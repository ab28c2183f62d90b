"""The keys of workspaces that somebody wants open on this computer without being asked: in the computer's own keyring, never in a file.

What is kept is the key of that one file, as its recovery code, and not the passphrase, which people may use elsewhere too. It is found
again by the first bytes of the file, so the keyring learns neither its name nor its place; another passphrase makes others of them.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Any

from coproduce.i18n import _
from coproduce.storage.keys import SALT_BYTES

if TYPE_CHECKING:
    from keyring.backend import KeyringBackend

_SERVICE = "Coproduce"
_OWN = ("SecretService", "libsecret", "kwallet", "macOS", "Windows")
"""Keyrings that the computer unlocks when somebody signs in. Others of the library write files, or ask other programs."""


class KeptKeys:
    """The keyring of this computer, looked for by `find` when it is first needed."""

    def __init__(self, find: Callable[[], KeyringBackend | None] | None = None) -> None:
        self._find = find or keyring_of_this_computer

    @property
    def why_not(self) -> str:
        """Why nothing can be kept here, in a sentence; nothing where it can."""
        return "" if self._here is not None else _("This computer has no keyring that Coproduce can use.")

    def keep(self, path: Path, code: str) -> bool:
        """Keep the recovery code of the workspace at `path`. False where the keyring refuses."""
        return bool(self._ask(lambda ring: ring.set_password(_SERVICE, _name_of(path), code) or True))

    def kept(self, path: Path) -> str | None:
        """What opens the workspace at `path` without its words; None where nothing is kept, or the keyring stays shut."""
        found = self._ask(lambda ring: ring.get_password(_SERVICE, _name_of(path)))
        return found if isinstance(found, str) else None

    def forget(self, path: Path) -> None:
        """Take it out of the keyring. Where it is not there, nothing is done."""
        self._ask(lambda ring: ring.delete_password(_SERVICE, _name_of(path)))

    def _ask(self, act: Any) -> Any:
        if self._here is None:
            return None
        try:
            return act(self._here)
        except Exception:  # noqa: BLE001  each keyring has errors of its own: refused, locked, gone
            return None

    @cached_property
    def _here(self) -> Any:
        return self._find()


def keyring_of_this_computer() -> KeyringBackend | None:
    """The one its library likes best; None where there is none."""
    from keyring.backend import get_all_keyring

    found = [one for one in get_all_keyring() if type(one).__module__.removeprefix("keyring.backends.") in _OWN]
    return max(found, key=lambda one: one.priority, default=None)


def _name_of(path: Path) -> str:
    with path.open("rb") as file:
        return file.read(SALT_BYTES).hex()
