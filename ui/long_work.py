"""One step that writes very many records, done on a worker so that the window stays alive."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any

from coproduce.errors import CoproduceError

if TYPE_CHECKING:
    from ui.main_window import MainWindow

MANY = 1_000
"""So many records take about a tenth of a second to write: from here on a person would feel it."""


def run_work(
    window: MainWindow,
    label: str,
    act: Callable[[], Any],
    done: Callable[[Any], None],
    failed: Callable[[], None] | None,
    *,
    records: int,
) -> bool:
    """See `Shell.run_work`."""
    workspace = window.workspace
    if workspace is None:
        return False

    def is_still_open() -> bool:
        return window.workspace is workspace

    def show_done(result: Any) -> None:
        if is_still_open():
            done(result)

    def show_failed(error: Exception) -> None:
        if is_still_open():
            window.services.failed(error)
            if failed is not None:
                failed()

    try:
        if records >= MANY:
            turn = workspace.workspace.reserve(label)
            window.jobs.write(turn, act, show_done, show_failed, records=records)
            return True
        result = act()
    except CoproduceError as error:
        show_failed(error)
        return False
    show_done(result)
    return False
