"""A real, empty workspace for each test."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from coproduce.storage.workspace_file import WorkspaceFile


@pytest.fixture
def workspace(tmp_path: Path) -> Iterator[WorkspaceFile]:
    with WorkspaceFile.create(tmp_path / "w.coproduce") as made:
        yield made
