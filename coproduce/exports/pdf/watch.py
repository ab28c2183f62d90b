"""Who follows the making of a file, and may stop it."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from coproduce.errors import Cancelled
from coproduce.i18n import gettext as _


@dataclass(frozen=True, slots=True)
class Watch:
    """Who follows the work: told the number of each page done, asked whether to stop."""

    progress: Callable[[int], None] | None = None
    cancelled: Callable[[], bool] | None = None

    def page_done(self, number: int) -> None:
        """Tell, and stop where that is wished."""
        if self.progress is not None:
            self.progress(number)
        self.check()

    def check(self) -> None:
        """Raise `Cancelled` where the person has stopped the work."""
        if self.cancelled is not None and self.cancelled():
            raise Cancelled(_("The export was stopped. Nothing was written."))
