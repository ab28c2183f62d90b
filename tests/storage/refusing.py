"""What tests about opening have in common: a workspace with something in it, changed by hand, and refused whichever way it is opened."""

from __future__ import annotations

import pytest

from coproduce.domain.people import Person
from coproduce.storage.checks import check_file
from coproduce.storage.connection import connect
from coproduce.storage.workspace_file import WorkspaceFile
from tests.storage.every_noun import every_noun

WORDS = "six random words é here"


def fill(path, passphrase=None):
    with WorkspaceFile.create(path, organisation="Garden Trust", passphrase=passphrase) as workspace, workspace.work("Fill") as work:
        work.add_all([*every_noun(), *(Person(f"P{n}", f"Person {n} {n * 7919}") for n in range(500))])
    return path


def alter(path, *statements, key=None):
    connection = connect(path, key)
    connection.execute("PRAGMA foreign_keys = OFF")
    for statement in statements:
        connection.execute(statement)
    connection.close()


def refused(path, kind, words, passphrase=None):
    """Opening is refused with a sentence, whichever way it is tried, and the file stays as it is."""
    before = path.read_bytes() if path.is_file() else None
    for way in (
        lambda: WorkspaceFile.open(path, passphrase=passphrase),
        lambda: WorkspaceFile.open(path, passphrase=passphrase, read_only=True),
        lambda: check_file(path, passphrase),
    ):
        with pytest.raises(kind, match=words) as told:
            way()
        assert type(told.value) is kind
        assert str(told.value).count(".") >= 2
    assert before is None or path.read_bytes() == before
    assert not list(path.parent.glob(f".{path.name}.lock"))
