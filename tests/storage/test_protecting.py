"""Another passphrase, a first one, none: nothing is lost, nothing is left readable, and the code on the sheet opens the file."""

from __future__ import annotations

import secrets

import pytest

from coproduce.domain.passphrases import check_passphrase, six_words
from coproduce.domain.people import Person
from coproduce.errors import Cancelled, PassphraseNeeded, Refused, WorkspaceError, WorkspaceLocked, WrongPassphrase
from coproduce.operations import people
from coproduce.storage.connection import connect
from coproduce.storage.copies import copies_of
from coproduce.storage.drafts import Draft, draft_path
from coproduce.storage.keys import key_of
from coproduce.storage.protecting import protect_anew
from coproduce.storage.recovery import ALPHABET, code_of, key_in
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import snapshot, tell

FIRST, SECOND = "acorn bagel cactus dimple ember fossil", "gravel hamlet igloo jigsaw kettle ladder"


def made(path, passphrase):
    with WorkspaceFile.create(path, organisation="Canary Care", passphrase=passphrase) as file:
        tell(file)
        people.add_person(file, name="Quetzalcoatl")
        return snapshot(file)


@pytest.mark.parametrize("before, after", [(None, FIRST), (FIRST, SECOND), (FIRST, None)])
def test_everything_is_there_under_the_new_passphrase_and_only_under_it(path, before, after):
    told = made(path, before)
    protect_anew(path, before, after)
    with WorkspaceFile.open(path, passphrase=after) as file:
        assert snapshot(file) == told
        assert file.is_protected == (after is not None)
        assert file.undo_label == "Add person", "the undo steps came along"
        file.undo()
    if before and after:
        with pytest.raises(WrongPassphrase):
            WorkspaceFile.open(path, passphrase=before)


def test_once_protected_no_name_is_left_in_the_folder(path):
    made(path, None)
    assert b"quetzalcoatl" in path.read_bytes().lower()
    protect_anew(path, None, FIRST)
    left = {one.name: one.read_bytes().lower() for one in path.parent.iterdir() if one.is_file()}
    assert [name for name, held in left.items() if b"quetzalcoatl" in held or b"canary" in held] == []
    assert list(left) == [path.name]


@pytest.mark.parametrize("passphrase, kept", [(FIRST, 32_000), (None, 8_000)])
def test_enough_of_a_protected_file_stays_deciphered_for_a_hundred_thousand_people(path, passphrase, kept):
    made(path, passphrase)
    connection = connect(path, None if passphrase is None else key_of(path, passphrase))
    assert connection.execute("PRAGMA cache_size").fetchone() == (-kept,), "in KB; decision 126"
    connection.close()


def test_a_wrong_passphrase_changes_nothing(path):
    made(path, FIRST)
    held = path.read_bytes()
    with pytest.raises(WrongPassphrase):
        protect_anew(path, SECOND, None)
    with pytest.raises(PassphraseNeeded):
        protect_anew(path, None, SECOND)
    assert path.read_bytes() == held


def test_a_workspace_that_is_open_is_left_alone(path):
    with WorkspaceFile.create(path), pytest.raises(WorkspaceLocked):
        protect_anew(path, None, FIRST)


def test_a_disk_that_refuses_leaves_the_file_as_it_was(path):
    told = made(path, None)
    in_the_way = path.parent / f"{path.name}.protecting"
    in_the_way.mkdir()
    with pytest.raises(WorkspaceError):
        protect_anew(path, None, FIRST)
    in_the_way.rmdir()
    with WorkspaceFile.open(path) as file:
        assert snapshot(file) == told


def test_what_a_kill_left_beside_the_file_goes_when_it_is_opened(path):
    made(path, FIRST)
    left = [path.with_name(f"{path.name}{end}") for end in (".protecting", ".before-protecting")]
    for one in left:
        one.write_bytes(b"Quetzalcoatl, in the open")
    WorkspaceFile.open(path, passphrase=FIRST).close()
    assert [one.name for one in left if one.exists()] == []


def test_the_code_opens_the_file_and_its_backups_however_it_is_typed(path):
    with WorkspaceFile.create(path, passphrase=FIRST) as file:
        people.add_person(file, name="Ana")
        code = file.recovery_code
        file.backup()
    for typed in (code, code.lower(), code.replace(" ", ""), code.replace(" ", "-"), code.replace("0", "O").replace("1", "l")):
        WorkspaceFile.open(path, passphrase=typed).close()
    [copy] = copies_of(path)
    WorkspaceFile.open(copy.path, passphrase=code, read_only=True).close()


def test_a_letter_typed_wrong_is_noticed():
    code = code_of("00ff" * 16)
    assert key_in(code) == "00ff" * 16
    for place, letter in enumerate(code):
        if letter != " ":
            other = ALPHABET[(ALPHABET.index(letter) + 1) % 32]
            assert key_in(code[:place] + other + code[place + 1 :]) is None


def test_a_passphrase_is_not_taken_for_a_code():
    assert key_in(FIRST) is None
    assert key_in("") is None


def test_every_code_gives_its_key_back():
    for _time in range(200):
        key = secrets.token_hex(32)
        assert key_in(code_of(key)) == key


def test_six_words_are_six_and_never_the_same():
    drawn = {six_words() for _time in range(50)}
    assert len(drawn) == 50
    assert {len(words.split()) for words in drawn} == {6}


def test_a_short_passphrase_is_refused():
    with pytest.raises(Refused, match="too short"):
        check_passphrase("abc")
    assert check_passphrase(FIRST) == FIRST


def test_without_protection_there_is_no_code(workspace):
    assert workspace.recovery_code is None


def test_what_was_half_typed_goes_over_to_the_new_passphrase(tmp_path):
    path = tmp_path / "Ours.coproduce"
    with WorkspaceFile.create(path, passphrase=FIRST) as file:
        file.keep_drafts([Draft("Add a person", "a form", {"name": "Half-Typed"}, ("Name: Half-Typed",))])
    protect_anew(path, FIRST, SECOND)
    assert b"Half-Typed" not in draft_path(path).read_bytes()
    with WorkspaceFile.open(path, passphrase=SECOND) as file:
        [kept] = file.drafts
        assert kept == Draft("Add a person", "a form", {"name": "Half-Typed"}, ("Name: Half-Typed",))


def test_it_says_how_far_it_is_and_can_be_stopped_until_the_new_file_takes_its_place(tmp_path):
    path = tmp_path / "Ours.coproduce"
    with WorkspaceFile.create(path) as file, file.work("Many") as work:
        work.add_all([Person(f"{n:05}", f"Person {n}", group="x" * 400) for n in range(3_000)])
    before, told = path.read_bytes(), []

    def stop_at(share):
        def progress(done, of):
            told.append((done, of))
            if done >= share:
                raise Cancelled

        return progress

    for share in (0, 30, 65):
        with pytest.raises(Cancelled):
            protect_anew(path, None, FIRST, stop_at(share))
        assert sorted(one.name for one in tmp_path.iterdir() if not one.name.endswith(".lock")) == ["Ours.coproduce"]
    assert path.read_bytes()[:16] == before[:16]
    told.clear()
    protect_anew(path, None, FIRST, stop_at(90))
    shares = [done for done, of in told if of == 100]
    assert shares == sorted(shares)
    assert len(set(shares)) > 4
    assert shares[-1] == 100
    WorkspaceFile.open(path, passphrase=FIRST).close()
