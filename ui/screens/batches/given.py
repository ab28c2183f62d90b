"""What a batch saves for finance or the bank, as the list of what was given out tells of it. No Qt."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.domain.given import For, Given, GivenFile

if TYPE_CHECKING:
    from ui.screens.batches.viewmodel import BatchesModel


def given_of(model: BatchesModel, what: Given, path: Path) -> GivenFile:
    """The file just saved of the batch in sight."""
    title = model.detail.batch.title if model.detail else ""
    return GivenFile(what, For.FINANCE, path.suffix.lower(), model.today(), title, made_by=model.shell.my_name)
