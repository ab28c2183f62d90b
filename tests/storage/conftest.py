from __future__ import annotations

from datetime import UTC, datetime, timedelta

import pytest

from coproduce.storage.workspace_file import WorkspaceFile


class Clock:
    """Tells the time a test wants, a minute later each time it is asked."""

    def __init__(self):
        self.at = datetime(2025, 3, 1, 9, 0, tzinfo=UTC)

    def __call__(self):
        self.at += timedelta(minutes=1)
        return self.at


@pytest.fixture
def clock():
    return Clock()


@pytest.fixture
def path(tmp_path):
    return tmp_path / "garden.coproduce"


@pytest.fixture
def workspace(path, clock):
    with WorkspaceFile.create(path, organisation="Garden Trust", clock=clock) as opened:
        yield opened
