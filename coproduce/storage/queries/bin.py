"""What lies in the bin, with words for each thing in it."""

from __future__ import annotations

from dataclasses import dataclass

from coproduce.storage.bin import BinEntry
from coproduce.storage.queries.named import title_of
from coproduce.storage.rows import SHAPES
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile


@dataclass(frozen=True, slots=True)
class Binned:
    """One entry; `title` is what it was called, or whose it was, and empty where neither is known."""

    entry: BinEntry
    title: str


def binned(workspace: WorkspaceFile) -> list[Binned]:
    """All of the bin, newest first."""
    with workspace.read() as reading:
        return [Binned(entry, entry.title or _title(reading, entry)) for entry in reading.bin_entries()]


def _title(reading: Reading, entry: BinEntry) -> str:
    row = reading.bin_images(entry.number).pairs[entry.kind][entry.record_id][0]
    return "" if row is None else title_of(reading, entry.kind, SHAPES[entry.kind].noun_of(row))
