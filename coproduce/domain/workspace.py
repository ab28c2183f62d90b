"""What an organisation decides once for all its projects."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, fields
from typing import Any

from coproduce.domain.colours import checked_colour
from coproduce.domain.logo import checked_logo
from coproduce.errors import Refused
from coproduce.i18n import _


@dataclass(eq=False)
class Setting:
    """One line of the Workspace sheet. The name is the id; a setting we do not know is kept as it came."""

    id: str
    value: str


@dataclass(frozen=True, slots=True)
class WorkspaceSettings:
    """The settings as rules use them; a setting that is not given has the default below.

    The `_days` are whole days. `keep_people_days`, `keep_needs_days` and `keep_contact_days` say after how long what is held is to go
    (`domain.retention`); 0 is no rule. `small_number_threshold` is the smallest count printed of equality answers.
    `colour` such as `#7A1F5C` and `logo` (a PNG in base64) are how documents look; blank is ours, and none.
    """

    organisation: str = ""
    currency: str = "GBP"
    payment_promise_days: int = 30
    feedback_promise_days: int = 28
    papers_promise_days: int = 5
    ask_access_days: int = 14
    small_number_threshold: int = 10
    late_entry_days: int = 14
    keep_people_days: int = 0
    keep_needs_days: int = 0
    keep_contact_days: int = 0
    region: str = ""
    colour: str = ""
    logo: str = ""


SETTING_NAMES = tuple(field.name for field in fields(WorkspaceSettings))
_WHOLE_NUMBERS = frozenset(name for name in SETTING_NAMES if name.endswith("_days")) | {"small_number_threshold"}
_LARGEST = 3660
_LOOK = {"colour", "logo"}


def check_setting(name: str, value: str) -> str:
    """The value as it is kept. Raises `Refused` where a whole number is wanted and something else is given, where a
    colour could not be read on white, and where a logo is no picture of the kind we keep.
    """
    text = value.strip()
    if name == "colour":
        return checked_colour(text)
    if name == "logo":
        return checked_logo(text)
    if name not in _WHOLE_NUMBERS or not text:
        return text
    if not text.isdecimal() or int(text) > _LARGEST:
        raise Refused(_("Write a whole number of days or people, such as 14."), field=name)
    return str(int(text))


def _is_right(name: str, value: str) -> bool:
    try:
        return bool(check_setting(name, value))
    except Refused:
        return False


def settings_from(rows: Iterable[Setting]) -> WorkspaceSettings:
    """The settings the stored lines give; blank and unknown lines leave the default, and so does a look that cannot be printed."""
    given = {row.id: row.value for row in rows if row.id in SETTING_NAMES and row.value.strip()}
    for name in _LOOK & set(given):
        if not _is_right(name, given[name]):
            del given[name]
    kept: dict[str, Any] = {name: int(value) if name in _WHOLE_NUMBERS else value for name, value in given.items()}
    return WorkspaceSettings(**kept)
