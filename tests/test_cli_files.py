"""The commands about the file itself: backup, restore, protect, check, and reading what somebody else has open."""

from __future__ import annotations

from pathlib import Path

from coproduce.domain.people import Person
from coproduce.operations.erasing import erase_person
from coproduce.storage.workspace_file import WorkspaceFile
from tests.cli_shell import CASE_1, Shell, faulty


def test_backup_and_restore_bring_back_what_was_there(shell: Shell, case_1: Path) -> None:
    made = shell("backup", case_1, shell.path("copies"))
    assert made.code == 0
    backup = Path(made.out.strip())
    assert backup.parent == shell.path("copies")
    before = shell("export", case_1, "before.xlsx")
    shell("import", case_1, faulty(shell), "--partial", "errors.xlsx")
    said = shell("restore", case_1, backup)
    assert (said.code, said.out) == (0, f"{case_1}\n")
    assert "kept" in said.err
    assert before.code == shell("export", case_1, "after.xlsx").code == 0
    assert shell.path("before.xlsx").read_bytes() == shell.path("after.xlsx").read_bytes()


def test_restoring_brings_nobody_back_who_was_erased_since(shell: Shell, case_1: Path) -> None:
    backup = Path(shell("backup", case_1).out.strip())
    with WorkspaceFile.open(case_1) as workspace, workspace.read() as reading:
        person_id = next(person.id for person in reading.all(Person))
        erase_person(workspace, person_id)
    said = shell("restore", case_1, backup)
    assert "erased again: 1" in said.err
    with WorkspaceFile.open(case_1) as workspace, workspace.read() as reading:
        assert reading.get(Person, person_id).name == "Erased person"


def test_a_workspace_is_protected_and_opened_again_by_whoever_knows_the_words(shell: Shell, case_1: Path) -> None:
    shell.path("new.txt").write_text("acorn bagel cactus dimple ember fossil\n", encoding="utf-8")
    assert shell("protect", case_1).code == 2, "which of the two is never guessed"
    said = shell("protect", case_1, "--new-passphrase-file", "new.txt")
    assert (said.code, said.out) == (0, f"{case_1}\n")
    assert shell("evidence", case_1, "--project", "P-01").code == 1
    assert shell("evidence", case_1, "--project", "P-01", "--passphrase-file", "new.txt").code == 0
    assert shell("protect", case_1, "--no-passphrase", "--passphrase-file", "new.txt").code == 0
    assert shell("evidence", case_1, "--project", "P-01").code == 0


def test_check_says_what_is_in_order_and_refuses_what_is_not(shell: Shell, case_1: Path) -> None:
    said = shell("check", case_1)
    assert (said.code, said.err) == (0, "")
    assert len(said.out.splitlines()) >= 3
    shell.path("broken.coproduce").write_bytes(case_1.read_bytes()[:9000])
    broken = shell("check", "broken.coproduce")
    assert (broken.code, broken.out) == (1, "")


def test_reading_goes_on_while_somebody_else_has_the_file_open(shell: Shell, case_1: Path) -> None:
    with WorkspaceFile.open(case_1):
        assert shell("evidence", case_1, "--project", "P-01").code == 0
        assert shell("export", case_1, "out.xlsx").code == 0
        assert shell("backup", case_1).code == 0
        assert shell("import", case_1, CASE_1).code == 1


def test_what_can_be_read_of_a_damaged_workspace_is_rescued(shell: Shell, case_1: Path) -> None:
    whole = case_1.read_bytes()
    with WorkspaceFile.open(case_1) as workspace, workspace.read() as reading:
        people = len(reading.all(Person))
    middle = len(whole) // 8192 * 4096
    case_1.write_bytes(whole[:middle] + bytes(20480) + whole[middle + 20480 :])
    assert "damaged" in shell("check", case_1).err
    said = shell("rescue", case_1, "new.coproduce")
    assert (said.code, said.out) == (0, f"{shell.path('new.coproduce')}\n")
    assert f"- People: {people}\n" in said.err
    assert "This list is also in new what was lost.txt." in said.err
    assert shell("check", "new.coproduce").code == 0
    assert case_1.read_bytes() == whole[:middle] + bytes(20480) + whole[middle + 20480 :]
    assert shell("rescue", case_1, "new.coproduce").code == 1, "what is there is not written over"
