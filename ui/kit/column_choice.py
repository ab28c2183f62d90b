"""Which columns of a table are shown, in which order and how wide: each person's own choice, remembered on this computer."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from PySide6.QtCore import QSettings

from ui.kit.columns import Column

_ORGANISATION = _PROGRAM = "Coproduce"


class ColumnChoice:
    """The columns of the table called `table`. Every change is remembered at once; at least one column stays shown."""

    def __init__(self, table: str, columns: Sequence[Column]) -> None:
        self._key = f"tables/{table.replace('/', ' ')}"
        self._usual = list(columns)
        self.order = list(columns)
        self._shown: set[str] = set()
        self._widths: dict[str, int] = {}
        self._take(self._kept())

    @property
    def shown(self) -> list[Column]:
        """The columns shown, in order."""
        return [column for column in self.order if column.name in self._shown]

    @property
    def is_as_at_first(self) -> bool:
        """Nothing was chosen, moved or made wider."""
        return not self._widths and self.order == self._usual and self._shown == self._first_shown()

    def is_shown(self, name: str) -> bool:
        """Whether a column is shown."""
        return name in self._shown

    def width(self, column: Column) -> int:
        """How wide, in pixels at 100 % text size."""
        return self._widths.get(column.name, column.width)

    def give_width(self, column: Column, width: int) -> None:
        """Somebody dragged the edge of its heading."""
        self._widths[column.name] = width
        self._keep()

    def show(self, name: str, *, is_shown: bool) -> bool:
        """Show a column or take it out. False where it is the last one."""
        wanted = self._shown | {name} if is_shown else self._shown - {name}
        if not wanted:
            return False
        self._shown = wanted
        self._keep()
        return True

    def move(self, name: str, by: int) -> None:
        """Put a column earlier (-1) or later (1) among all columns."""
        place = next(place for place, column in enumerate(self.order) if column.name == name)
        column = self.order.pop(place)
        self.order.insert(max(0, place + by), column)
        self._keep()

    def move_shown(self, name: str, by: int) -> None:
        """Put a column one place earlier or later among those shown."""
        names = [column.name for column in self.shown]
        place = names.index(name)
        names.insert(max(0, min(len(names) - 1, place + by)), names.pop(place))
        self.arrange(names)

    def arrange(self, names: Sequence[str]) -> None:
        """Put the columns shown in this order; the others keep their places."""
        by_name = {column.name: column for column in self.order}
        waiting = [by_name[name] for name in names]
        self.order = [waiting.pop(0) if column.name in self._shown else column for column in self.order]
        self._keep()

    def reset(self) -> None:
        """Everything as it was at first."""
        QSettings(_ORGANISATION, _PROGRAM).remove(self._key)
        self._take({})

    def _first_shown(self) -> set[str]:
        return {column.name for column in self._usual if column.at_first}

    def _take(self, kept: dict[str, Any]) -> None:
        """Use what is kept; columns it does not know of stand at the end, as at first."""
        by_name = {column.name: column for column in self._usual}
        order = [by_name[name] for name in _words(kept.get("order")) if name in by_name]
        self.order = [*order, *(column for column in self._usual if column not in order)]
        shown = {name for name in _words(kept.get("shown")) if name in by_name}
        self._shown = shown or self._first_shown()
        widths = kept.get("widths")
        given = widths.items() if isinstance(widths, dict) else ()
        self._widths = {name: width for name, width in given if name in by_name and isinstance(width, int) and width > 0}

    def _kept(self) -> dict[str, Any]:
        try:
            kept = json.loads(str(QSettings(_ORGANISATION, _PROGRAM).value(self._key, "{}")))
        except ValueError:
            return {}
        return kept if isinstance(kept, dict) else {}

    def _keep(self) -> None:
        order = [column.name for column in self.order]
        shown = [column.name for column in self.order if column.name in self._shown]
        written = json.dumps({"order": order, "shown": shown, "widths": self._widths})
        QSettings(_ORGANISATION, _PROGRAM).setValue(self._key, written)


def _words(kept: object) -> list[str]:
    """A list of different words; nothing where something else was kept."""
    return list(dict.fromkeys(str(word) for word in kept)) if isinstance(kept, list) else []
