"""What one person likes on one computer: look, window, recent workspaces. What belongs to the organisation is in the file.

It is read before the frame is painted, so it imports next to nothing.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from PySide6.QtCore import QByteArray, QSettings

if TYPE_CHECKING:
    from datetime import datetime

FOLLOW_SYSTEM, INTER = "system", "Inter"
_MOST_RECENT = 8
LOCK_CHOICES, LOCK_AFTER = (5, 10, 30, 0), 10
APPEARANCES = (FOLLOW_SYSTEM, "light", "dark", "contrast")


class Preferences:
    """Read when asked, written when changed, through QSettings."""

    def __init__(self) -> None:
        self._settings = QSettings("Coproduce", "Coproduce")

    @property
    def appearance(self) -> str:
        """`system`, `light`, `dark` or `contrast`."""
        value = str(self._settings.value("look/appearance", FOLLOW_SYSTEM))
        return value if value in APPEARANCES else FOLLOW_SYSTEM

    @appearance.setter
    def appearance(self, value: str) -> None:
        self._settings.setValue("look/appearance", value)

    @property
    def text_size(self) -> int:
        """In per cent, 80 to 200."""
        value = str(self._settings.value("look/text_size", 100))
        return min(200, max(80, int(value))) if value.isdecimal() else 100

    @text_size.setter
    def text_size(self, value: int) -> None:
        self._settings.setValue("look/text_size", value)

    @property
    def family(self) -> str:
        """The typeface of the window."""
        return str(self._settings.value("look/family", INTER))

    @family.setter
    def family(self, value: str) -> None:
        self._settings.setValue("look/family", value)

    @property
    def recent(self) -> list[Path]:
        """Workspaces opened lately, the last one first; some may be gone."""
        kept = self._settings.value("files/recent", [])
        paths = [kept] if isinstance(kept, str) else kept if isinstance(kept, list) else []
        return [Path(str(path)) for path in paths]

    def remember(self, path: Path) -> None:
        """Put a workspace first in the list of recent ones."""
        others = [known for known in self.recent if known != path]
        self._settings.setValue("files/recent", [str(known) for known in [path, *others][:_MOST_RECENT]])

    def forget(self, path: Path) -> None:
        """Take a workspace out of the list."""
        self._settings.setValue("files/recent", [str(known) for known in self.recent if known != path])

    @property
    def reopen(self) -> Path | None:
        """The workspace that was open when the program was last left."""
        value = self._settings.value("files/reopen", "")
        return Path(str(value)) if value else None

    @reopen.setter
    def reopen(self, path: Path | None) -> None:
        self._settings.setValue("files/reopen", str(path) if path else "")

    @property
    def geometry(self) -> QByteArray | None:
        """Where the window stood."""
        value = self._settings.value("window/geometry")
        return value if isinstance(value, QByteArray) else None

    @geometry.setter
    def geometry(self, value: QByteArray) -> None:
        self._settings.setValue("window/geometry", value)

    @property
    def notices(self) -> bool:
        """Show once a day what is due. Off until somebody wants it."""
        return str(self._settings.value("notices/wanted", "no")) == "yes"

    @notices.setter
    def notices(self, value: bool) -> None:
        self._settings.setValue("notices/wanted", "yes" if value else "no")

    @property
    def noticed_on(self) -> str:
        """The day of the last notice, as 2025-03-01; nothing before the first."""
        return str(self._settings.value("notices/last", ""))

    @noticed_on.setter
    def noticed_on(self, value: str) -> None:
        self._settings.setValue("notices/last", value)

    def place_in(self, path: Path) -> dict[str, str]:
        """The page and the records that were chosen when a workspace was closed."""
        return self._dictionary(f"places/{_key(path)}")

    def keep_place(self, path: Path, place: Mapping[str, str]) -> None:
        """Remember the page and the records chosen in a workspace."""
        self._keep_dictionary(f"places/{_key(path)}", place)

    def backed_up(self, path: Path) -> datetime | None:
        """When a workspace was last backed up from this computer; None where nobody knows."""
        from datetime import datetime

        try:
            return datetime.fromisoformat(str(self._settings.value(f"backups/{_key(path)}", "")))
        except ValueError:
            return None

    def note_backup(self, path: Path, at: datetime) -> None:
        """A workspace was backed up just now."""
        self._settings.setValue(f"backups/{_key(path)}", at.isoformat(timespec="minutes"))

    @property
    def backs_up(self) -> bool:
        """Make backups without being asked."""
        return str(self._settings.value("backups_made/wanted", "yes")) == "yes"

    @backs_up.setter
    def backs_up(self, value: bool) -> None:
        self._settings.setValue("backups_made/wanted", "yes" if value else "no")

    def backup_folder(self, path: Path) -> Path | None:
        """Where automatic copies of a workspace go; None is beside it."""
        kept = str(self._settings.value(f"backup_folders/{_key(path)}", ""))
        return Path(kept) if kept else None

    def keep_backup_folder(self, path: Path, folder: Path | None) -> None:
        """Copies of a workspace go there from now on."""
        self._settings.setValue(f"backup_folders/{_key(path)}", str(folder or ""))

    @property
    def lock_minutes(self) -> int:
        """After so many minutes without a key or the mouse a protected workspace locks; 0 is never."""
        value = str(self._settings.value("lock/minutes", LOCK_AFTER))
        return int(value) if value.isdecimal() and int(value) in LOCK_CHOICES else LOCK_AFTER

    @lock_minutes.setter
    def lock_minutes(self, value: int) -> None:
        self._settings.setValue("lock/minutes", value)

    def is_kept_unlocked(self, path: Path) -> bool:
        """The key of this workspace was put in the computer's own keyring. The key itself is never kept here."""
        return self._is_noted("kept_unlocked", path)

    def keep_unlocked(self, path: Path, *, wanted: bool) -> None:
        """Note that its key is in the keyring, or no longer."""
        self._note("kept_unlocked", path, wanted=wanted)

    def waits_for_words(self, path: Path) -> bool:
        """It was locked by hand, so that its words are asked for even where its key is in the keyring."""
        return self._is_noted("locked", path)

    def wait_for_words(self, path: Path, *, wanted: bool) -> None:
        """It was locked by hand, or its words were given."""
        self._note("locked", path, wanted=wanted)

    def backup_is_due(self, path: Path) -> bool:
        """It locked before a copy of the last changes could be made."""
        return self._is_noted("backup_due", path)

    def put_backup_off(self, path: Path, *, wanted: bool) -> None:
        """A copy of the last changes is still to be made, or was made."""
        self._note("backup_due", path, wanted=wanted)

    def _is_noted(self, what: str, path: Path) -> bool:
        return str(self._settings.value(f"{what}/{_key(path)}", "no")) == "yes"

    def _note(self, what: str, path: Path, *, wanted: bool) -> None:
        self._settings.setValue(f"{what}/{_key(path)}", "yes" if wanted else "no")

    def flush(self) -> None:
        """Write everything to the disk now: the program is about to start again."""
        self._settings.sync()

    def fields_of(self, headings: str) -> dict[str, str]:
        """The fields chosen before for a table with these headings, by heading; nothing where it is the first time."""
        return self._dictionary(f"mapping/{headings}")

    @property
    def print_choices(self) -> dict[str, str]:
        """What was chosen last for the prints of a day: `kind`, `shown`, and a size for each kind."""
        return self._dictionary("prints/choices")

    @print_choices.setter
    def print_choices(self, choices: Mapping[str, str]) -> None:
        self._keep_dictionary("prints/choices", choices)

    @property
    def bank_file_choices(self) -> dict[str, str]:
        """What the file for the bank looked like last: `columns`, `longest`, `separator`, `headings`, `day_form` and `ending`."""
        return self._dictionary("bank_file/choices")

    @bank_file_choices.setter
    def bank_file_choices(self, choices: Mapping[str, str]) -> None:
        self._keep_dictionary("bank_file/choices", choices)

    @property
    def report_choices(self) -> dict[str, str]:
        """What was chosen last: `report`, and for each report its `.audience`, `.print` and the keys of sections `.left_out`."""
        return self._dictionary("reports/choices")

    @report_choices.setter
    def report_choices(self, choices: Mapping[str, str]) -> None:
        self._keep_dictionary("reports/choices", choices)

    @property
    def evidence_lens(self) -> str:
        """The framework whose headings the evidence stands under; empty for our own."""
        return str(self._settings.value("evidence/lens", ""))

    @evidence_lens.setter
    def evidence_lens(self, value: str) -> None:
        self._settings.setValue("evidence/lens", value)

    @property
    def my_name(self) -> str:
        """Who sits at this computer, as they wish to be named where they enter or approve money; empty where nobody said."""
        return str(self._settings.value("me/name", ""))

    @my_name.setter
    def my_name(self, value: str) -> None:
        self._settings.setValue("me/name", value.strip())

    @property
    def plan_shows(self) -> list[str]:
        """What is shown on every part of a plan besides its title."""
        return str(self._settings.value("plan/shows", "")).split()

    @plan_shows.setter
    def plan_shows(self, shown: Iterable[str]) -> None:
        self._settings.setValue("plan/shows", " ".join(sorted(shown)))

    def _keep_dictionary(self, key: str, words: Mapping[str, str]) -> None:
        import json

        self._settings.setValue(key, json.dumps(dict(words)))

    def _dictionary(self, key: str) -> dict[str, str]:
        import json

        try:
            kept = json.loads(str(self._settings.value(key, "{}")))
        except ValueError:
            return {}
        return {str(name): str(value) for name, value in kept.items()} if isinstance(kept, dict) else {}

    def remember_fields(self, headings: str, fields: Mapping[str, str]) -> None:
        """Remember the fields chosen for a table with these headings."""
        self._keep_dictionary(f"mapping/{headings}", fields)

    def project_in(self, path: Path) -> str | None:
        """The project last chosen in a workspace."""
        value = self._settings.value(f"projects/{_key(path)}", "")
        return str(value) or None

    def choose_project(self, path: Path, project_id: str) -> None:
        """Remember the project chosen in a workspace."""
        self._settings.setValue(f"projects/{_key(path)}", project_id)


def _key(path: Path) -> str:
    return str(path).replace("/", "|").replace("\\", "|")
