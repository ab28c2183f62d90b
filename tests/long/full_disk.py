"""Fill the disk at every write of a story: nothing acknowledged is lost, and whoever works is told in words.

    python -m tests.long.full_disk 100

The story opens a workspace, adds, changes, deletes, undoes and redoes, keeps a moment, backs up, copies, closes, changes the passphrase,
rescues and makes a new workspace. At each try one of its writes, and every one after it, finds no room (`disk_shim.c`); then there is
room again, and what the program holds and what the file holds are set against what was acknowledged.
"""

from __future__ import annotations

import os
import shutil
import subprocess
import sys
import tempfile
import time
import traceback
from collections import Counter
from collections.abc import Callable
from datetime import UTC, datetime
from pathlib import Path

from coproduce.domain.people import Person
from coproduce.errors import CoproduceError, DiskTrouble
from coproduce.storage.checks import check_file
from coproduce.storage.keys import key_of
from coproduce.storage.protecting import protect_anew
from coproduce.storage.salvage.rescuing import rescue
from coproduce.storage.workspace_file import WorkspaceFile
from tests.long.disk_shim import build, environment, full_at, written

ROOT = Path(__file__).resolve().parents[2]
WORDS = "six random words"
AT = datetime(2025, 3, 1, 12, 0, tzinfo=UTC)

State = dict[str, str]


class Story:
    """One telling of it in a folder. `acknowledged` is what has to be there."""

    def __init__(self, folder: Path, code: str | None) -> None:
        self.folder, self.code = folder, code
        self.path = folder / "w.coproduce"
        self.acknowledged: State = {}
        self.found: Counter[str] = Counter()
        self.said: list[str] = []
        self._before: list[State] = []
        self._undone: list[State] = []

    def tell(self, fails_at: int) -> int:
        """All of it, with a disk that is full from this write on; 0 is never. Gives how many writes there were."""
        full_at(fails_at)
        workspace: WorkspaceFile | None = None

        def open_it() -> None:
            nonlocal workspace
            workspace = WorkspaceFile.open(self.path, passphrase=self.code)

        self._try(open_it)
        if workspace is None:
            count = written()
            full_at(0)
            open_it()
        assert workspace is not None
        self._work(workspace)
        count = written()
        full_at(0)
        assert names(workspace) == self.acknowledged, "what is open is not what was acknowledged"
        full_at(max(0, fails_at - count) if fails_at > count else int(bool(fails_at)))
        workspace.close()
        self._beside()
        count += written()
        full_at(0)
        check_file(self.path, self.code)
        with WorkspaceFile.open(self.path, passphrase=self.code) as again:
            assert names(again) == self.acknowledged, "what is in the file is not what was acknowledged"
            with again.work("After") as work:
                work.add(Person("after", "After"))
        strange = [words for words in self.said if "disk is full" not in words or words.count(".") < 2]
        assert not strange, strange
        left = [each.name for each in self.folder.iterdir() if each.name.endswith((".part", ".protecting", ".restore"))]
        self.found["left half made"] += len(left)
        return count

    def _work(self, workspace: WorkspaceFile) -> None:
        for n in range(6):
            self._change(workspace, {f"a{n}": f"Person {n}"})
        self._change(workspace, {f"b{n}": "x" * 3000 for n in range(60)})
        self._change(workspace, {"a1": "Another name"})
        self._change(workspace, {"a2": None, "b3": None})
        self._turn(workspace.undo, self._before, self._undone)
        self._turn(workspace.redo, self._undone, self._before)
        self._try(lambda: workspace.note("A moment", "mark"))
        self._try(workspace.backup)
        self._try(lambda: workspace.save_copy(self.folder / "copy.coproduce"))
        self._try(workspace.delete_for_good)
        self._change(workspace, {"a0": "Last name"})

    def _beside(self) -> None:
        self._try(lambda: rescue(self.path, self.folder / "rescued.coproduce", self.code, AT))
        self._try(lambda: protect_anew(self.path, self.code, self.code))
        self._try(lambda: WorkspaceFile.create(self.folder / "new.coproduce").close())

    def _change(self, workspace: WorkspaceFile, people: dict[str, str | None]) -> None:
        after = dict(self.acknowledged)

        def act() -> None:
            with workspace.work("Change") as work:
                for person_id, name in people.items():
                    if name is None:
                        work.delete(work.get(Person, person_id))
                        after.pop(person_id)
                    elif person_id in self.acknowledged:
                        work.get(Person, person_id).name = name
                        after[person_id] = name
                    else:
                        work.add(Person(person_id, name))
                        after[person_id] = name

        if self._try(act):
            self._before.append(self.acknowledged)
            self.acknowledged = after

    def _turn(self, act: Callable[[], object], from_here: list[State], to_there: list[State]) -> None:
        if self._try(act):
            to_there.append(self.acknowledged)
            self.acknowledged = from_here.pop()

    def _try(self, act: Callable[[], object]) -> bool:
        """Whether it was done. What is refused has to be said in words."""
        try:
            act()
        except DiskTrouble as error:
            self.found["refused"] += 1
            self.said.append(str(error))
            return False
        except CoproduceError:  # because something before it was refused
            self.found["refused for another reason"] += 1
            return False
        self.found["done"] += 1
        return True


def names(workspace: WorkspaceFile) -> State:
    with workspace.read() as reading:
        return {person.id: person.name for person in reading.bare(Person)}


def tell_in_a_process(folder: Path, blank: Path, code: str | None, fails_at: int) -> tuple[int, Counter[str], str]:
    """One telling in a process of its own: how many writes, what was found, and what went wrong."""
    folder.mkdir()
    shutil.copyfile(blank, folder / "w.coproduce")
    reading, writing = os.pipe()
    process = os.fork()
    if process == 0:
        story, count, trouble = Story(folder, code), 0, ""
        try:
            count = story.tell(fails_at)
        except BaseException:  # noqa: BLE001  the process ends here
            full_at(0)
            trouble = traceback.format_exc()
        os.write(writing, repr((count, dict(story.found), trouble[-3000:])).encode())
        os._exit(0)
    os.close(writing)
    with os.fdopen(reading, "rb") as pipe:
        said = pipe.read()
    os.waitpid(process, 0)
    shutil.rmtree(folder)
    count, found, trouble = eval(said)  # our own words
    return count, Counter(found), trouble


def fill_up(folder: Path, points: int, words: str | None) -> tuple[int, Counter[str]]:
    """Tell the story with a disk that is full at so many places over its writes, closer together at its beginning; 0 is all of them."""
    blank = folder.parent / "blank.coproduce"
    WorkspaceFile.create(blank, passphrase=words).close()
    code = None if words is None else key_of(blank, words).recovery_code
    total, _found, trouble = tell_in_a_process(folder / "whole", blank, code, 0)
    assert not trouble, trouble
    every = range(1, total + 1)
    at = every if not points or points >= total else sorted({every[place * place * total // points**2] for place in range(points)})
    found: Counter[str] = Counter()
    for number in at:
        _count, of_one, trouble = tell_in_a_process(folder / str(number), blank, code, number)
        found.update(of_one)
        found["points"] += 1
        if trouble:
            found["lost or not in words"] += 1
            print(f"full at write {number} of {total}:\n{trouble}", file=sys.stderr)
    blank.unlink()
    return total, found


def main(points: int) -> int:
    """0 where nothing was lost and everything was said in words."""
    started, bad = time.perf_counter(), 0
    for name, words in (("not protected", None), ("protected", WORDS)):
        with tempfile.TemporaryDirectory(prefix="coproduce-full-") as here:
            library = build(Path(here))
            disk = Path(here, "disk")
            disk.mkdir()
            command = [sys.executable, "-m", "tests.long.full_disk", "tell", str(disk), str(points), words or ""]
            bad += subprocess.run(command, cwd=ROOT, env=environment(library, disk), check=False).returncode
            print(f"({name})", flush=True)
    print(f"{time.perf_counter() - started:.0f} s")
    return 1 if bad else 0


def told(folder: Path, points: int, words: str | None) -> int:
    """The same within a program that was started with such a disk."""
    total, found = fill_up(folder, points, words)
    troubles = {trouble: found[trouble] for trouble in ("lost or not in words", "left half made")}
    figures = {name: n for name, n in found.items() if name not in troubles}
    print(f"{total} writes: " + ", ".join(f"{name} {n:,}" for name, n in {**figures, **troubles}.items()), flush=True)
    return int(any(troubles.values()))


if __name__ == "__main__":
    if sys.argv[1:2] == ["tell"]:
        sys.exit(told(Path(sys.argv[2]), int(sys.argv[3]), sys.argv[4] or None))
    sys.exit(main(int(sys.argv[1]) if len(sys.argv) > 1 else 100))
