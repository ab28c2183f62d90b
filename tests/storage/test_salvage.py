"""Rescuing what can be read of a damaged workspace. The long run is `python -m tests.long.damage 150`."""

from __future__ import annotations

import random
import shutil
from datetime import UTC, date, datetime
from pathlib import Path

import pytest

from coproduce.domain.batches import Batch
from coproduce.domain.codes import PaymentKind
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment
from coproduce.domain.workshops import Workshop
from coproduce.errors import NotAWorkspace, PassphraseNeeded, Refused, WorkspaceDamaged, WrongPassphrase
from coproduce.storage.checks import check_file
from coproduce.storage.connection import SCHEMA_VERSION, connect
from coproduce.storage.erased import note_beside, noted_beside
from coproduce.storage.keys import key_of
from coproduce.storage.queries.record_code import check_code, record_code
from coproduce.storage.salvage.cipher import decrypt_blocks
from coproduce.storage.salvage.pages import PAGE
from coproduce.storage.salvage.rescuing import rescue, words_beside
from coproduce.storage.workspace_file import WorkspaceFile
from tests.long import damage
from tests.storage.chained import Forger
from tests.storage.every_noun import every_noun, stored

WORDS = "six random words for you here"
NOW = datetime(2025, 3, 2, 10, 0, tzinfo=UTC)
FILES = Path(__file__).parent / "files"


def fill(path, passphrase=None, people=300):
    with WorkspaceFile.create(path, organisation="Garden Trust", passphrase=passphrase) as workspace, workspace.work("Fill") as work:
        work.add_all([*every_noun(), *(Person(f"P{n}", f"Person {n} {n * 7919}") for n in range(people))])
    return path


def spoil(path, *pages, beyond=0):
    """Chance over whole pages, numbered from 1; `beyond` leaves so many bytes at the start of the first."""
    content = bytearray(path.read_bytes())
    for page in pages:
        start = (page - 1) * PAGE + (beyond if page == 1 else 0)
        content[start : page * PAGE] = random.Random(page).randbytes(page * PAGE - start)
    path.write_bytes(content)


def pages_of(path, *names):
    """The first page of each tree of these names."""
    connection = connect(path)
    found = [connection.execute("SELECT rootpage FROM sqlite_master WHERE name = ?", (name,)).fetchone()[0] for name in names]
    connection.close()
    return found


def test_the_cipher_is_the_one_of_the_standard():
    """FIPS 197, appendix C.3."""
    key = bytes(range(32))
    block = bytes.fromhex("8ea2b7ca516745bfeafc49904b496089")
    assert decrypt_blocks(key, block * 3) == bytes.fromhex("00112233445566778899aabbccddeeff") * 3


@pytest.mark.parametrize("passphrase", [None, WORDS], ids=["plain", "protected"])
def test_of_a_file_that_is_whole_everything_comes(path, tmp_path, passphrase):
    fill(path, passphrase)
    rescued = rescue(path, tmp_path / "new.coproduce", passphrase, NOW)
    assert rescued.missing == 0
    assert "Nothing is known to be missing." in rescued.lines
    with WorkspaceFile.open(rescued.path, passphrase=passphrase) as workspace:
        assert workspace.is_protected == (passphrase is not None)
        assert [step.label for step in workspace.steps()] == ["Rescued from a damaged file", "Fill", "New workspace"]
        assert workspace.undo_label is None
    if passphrase is None:
        before, after = stored(path), stored(rescued.path)
        for table in set(before) - {"history", "undo_steps"}:
            assert before[table] == after[table], table


@pytest.mark.skipif(not damage.has_dbstat(), reason="the SQLite of this Python cannot say what stands on which page (dbstat)")
@pytest.mark.parametrize("kind", damage.KINDS)
@pytest.mark.parametrize("passphrase", [None, WORDS], ids=["plain", "protected"])
def test_every_row_whose_page_is_whole_comes_back(tmp_path_factory, passphrase, kind):
    folder = tmp_path_factory.mktemp("damage")
    path = damage.make(folder / "garden.coproduce", passphrase, 120)
    twin = damage.look_at(path, None if passphrase is None else key_of(path, passphrase).recovery_code)
    chance, found = random.Random(kind), damage.Counter()
    for _one in range(3):
        found.update(damage.try_one(twin, kind, folder, chance))
    assert found["rescued"] == found["damaged"] == 3
    assert found["rows on whole pages"] > 1000
    assert found["missing"] == found["altered"] == 0
    assert found["noticed"] == found["in words"]
    if passphrase is not None:
        assert found["noticed"] == 3


def test_the_comparison_sees_a_row_that_does_not_come_back(tmp_path):
    """The measure itself: what is taken out of a rescued file is found to be missing, what is changed to be altered."""
    if not damage.has_dbstat():
        pytest.skip("the SQLite of this Python cannot say what stands on which page (dbstat)")
    path = damage.make(tmp_path / "garden.coproduce", None, 120)
    twin = damage.look_at(path, None)
    made = rescue(path, tmp_path / "new.coproduce", None, NOW).path
    connection = connect(made)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM people WHERE id = 'person-7'")
    connection.execute("UPDATE people SET name = 'Nobody' WHERE id = 'person-8'")
    connection.close()
    assert damage.compare(twin, damage.rows_of(made, twin), set(), "by hand") == {
        "missing": 1,
        "altered": 1,
        "rows on whole pages": sum(map(len, twin.rows.values())),
    }


@pytest.mark.parametrize("tables", [["people"], ["people", "sqlite_autoindex_people_1"], ["history"], ["history_records"], ["payments"]])
def test_pages_that_hang_on_nothing_find_their_table_again(path, tmp_path, tables):
    """The top of a tree is lost; what hung on it comes back, told by what fits where."""
    damage.make(path, None, 300)
    whole = stored(path)
    spoil(path, *pages_of(path, *tables))
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    after = stored(rescued.path)
    for table in ("people", "attendances", "contributions", "workshops"):
        assert after[table] == whole[table], table
    assert rescued.missing == 0


def test_when_the_list_of_tables_is_lost_the_rows_are_told_by_what_fits(path, tmp_path):
    damage.make(path, None, 300)
    whole = stored(path)
    spoil(path, 1)
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    after = stored(rescued.path)
    for table in ("people", "attendances", "contributions", "workshops"):
        assert after[table] == whole[table], table


def test_the_damaged_file_is_not_touched_and_a_list_lies_beside_the_new_one(path, tmp_path):
    fill(path)
    spoil(path, *pages_of(path, "people"))
    before = {each.name: each.read_bytes() for each in path.parent.iterdir()}
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    assert {each.name: each.read_bytes() for each in path.parent.iterdir() if each.name in before} == before
    assert rescued.words_at == words_beside(tmp_path / "new.coproduce")
    assert rescued.words_at.read_text("utf-8").splitlines() == list(rescued.lines)


def test_what_is_lost_is_named_by_sheet_and_id(path, tmp_path):
    damage.make(path, None, 120)
    connection = connect(path)
    connection.close()
    spoil(path, *pages_of(path, "workshops"))
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    [line] = [line for line in rescued.lines if line.startswith("- Workshops: 6 (")]
    assert "W-0, W-1" in line
    assert rescued.missing == 6


def test_what_others_need_has_a_stand_in_and_what_they_can_do_without_is_blank(path, tmp_path):
    with WorkspaceFile.create(path) as workspace, workspace.work("Fill") as work:
        work.add_all([Project("P-01", "Gardens"), Person("ann", "Ann"), Batch("b1", "March", date(2025, 3, 1))])
        work.add(Workshop("W-1", "P-01", "First", date(2025, 1, 1)))
        work.add(Payment("pay", "W-1", "ann", PaymentKind.FEE, batch_id="b1"))
    spoil(path, *pages_of(path, "workshops", "batches"))
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    check_file(rescued.path)
    with WorkspaceFile.open(rescued.path) as workspace, workspace.read() as reading:
        payment = reading.get(Payment, "pay")
        assert (payment.workshop_id, payment.batch_id) == ("W-1", None)
        stand_in = reading.get(Workshop, "W-1")
        assert (stand_in.title, stand_in.project_id, stand_in.date) == ("Lost in the damage: W-1", "P-01", NOW.date())
    said = "\n".join(rescued.lines)
    assert "each has a stand-in with the same id" in said
    assert "- Workshops: W-1\n" in said
    assert "Payments: in 1 row “batch_id” pointed to something that is lost. It is blank now." in said


def test_a_lost_line_of_history_is_marked_and_the_history_goes_on(path, tmp_path):
    with WorkspaceFile.create(path) as workspace:
        for n in range(300):
            with workspace.work(f"Add number {n}") as work:
                work.add(Person(f"P{n}", f"Person {n}"))
    connection = connect(path)
    connection.execute("DROP TRIGGER history_is_kept_delete")
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DELETE FROM history WHERE id BETWEEN 100 AND 120")
    connection.close()
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    assert "21 lines of the history could not be read. A line in the place of each says so." in rescued.lines
    with WorkspaceFile.open(rescued.path) as workspace:
        labels = [step.label for step in workspace.steps()]
        assert labels.count("A line that was lost when the file was damaged") == 21
        assert labels[0] == "Rescued from a damaged file"
        with workspace.work("Go on") as work:
            work.add(Person("new", "New"))
        workspace.undo()


def test_codes_that_others_hold_still_agree_after_a_rescue_which_says_what_it_could_not_read(path, tmp_path):
    fill(path)
    with WorkspaceFile.open(path) as workspace:
        for n in range(200):
            with workspace.work(f"Rename {n}") as work:
                work.get(Person, f"P{n}").name = f"Name {n}"
        early = record_code(workspace)
        for n in range(200):
            with workspace.work(f"Rename {n} again") as work:
                work.get(Person, f"P{n}").name = f"Another {n}"
        late = record_code(workspace)
    forger = Forger(path)
    forger.run("DELETE FROM history WHERE id BETWEEN 100 AND 120")
    forger.run("DELETE FROM history_records WHERE history_id IN (130, 131)")
    forger.run("UPDATE payments SET paid_on = NULL")
    forger.run("PRAGMA ignore_check_constraints = ON")
    forger.run("UPDATE people SET left_on = 'yesterday' WHERE id = 'P3'")
    forger.close()
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    with WorkspaceFile.open(rescued.path) as workspace:
        for code in (early, late):
            told = check_code(workspace, code)
            assert told.agrees, told.lines
            assert "23 entries could not be read when this workspace was rescued from a damaged file." in " ".join(told.lines)
        with workspace.work("Go on") as work:
            work.get(Person, "P5").name = "Five"
        assert check_code(workspace, "").agrees


def test_a_line_taken_out_of_a_file_that_was_not_rescued_is_no_damage(path):
    fill(path)
    with WorkspaceFile.open(path) as workspace, workspace.work("More") as work:
        work.add(Person("more", "More"))
    forger = Forger(path)
    forger.run("DELETE FROM history_records WHERE history_id = 2 AND record_id = 'P1'")
    forger.run("UPDATE history SET what = 'lost' WHERE id = 2")
    forger.close()
    with WorkspaceFile.open(path) as workspace:
        told = check_code(workspace, "")
    assert not told.agrees
    assert told.history.broken_at == 2


def test_what_cannot_be_right_is_left_blank_or_out_and_said(path, tmp_path):
    fill(path)
    connection = connect(path)
    connection.execute("PRAGMA ignore_check_constraints = ON")
    connection.execute("UPDATE payments SET paid_on = 'yesterday'")
    connection.execute("UPDATE people SET name = CAST(x'fffe41' AS TEXT) WHERE id = 'P7'")
    connection.execute("UPDATE rates SET shape = 'round'")
    connection.execute("UPDATE projects SET stages_run = '{'")
    connection.close()
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    check_file(rescued.path)
    said = "\n".join(rescued.lines)
    assert "“paid_on” held something that cannot be right. It is blank now." in said
    assert "Projects: in 1 row “stages_run” held something that cannot be right. It is blank now." in said
    assert "1 row has letters that could not be read. They stand as “�”." in said
    assert "Rates: 1 row was read but cannot be right. It was left out." in said
    with WorkspaceFile.open(rescued.path) as workspace, workspace.read() as reading:
        assert reading.get(Person, "P7").name == "��A"


@pytest.mark.parametrize("version", range(1, SCHEMA_VERSION + 1))
def test_an_older_file_is_rescued_into_a_new_one_of_today(tmp_path, version):
    path = tmp_path / "old.coproduce"
    shutil.copyfile(FILES / f"schema-{version}.coproduce", path)
    spoil(path, *pages_of(path, "projects"))
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    with WorkspaceFile.open(rescued.path) as workspace, workspace.read() as reading:
        assert reading.get(Person, "0001").name == "Zoë"
        assert reading.history_of(Person, "0001")[0].label == "Fill"


def test_what_a_crash_left_in_the_log_comes_too(path, tmp_path):
    fill(path)
    with WorkspaceFile.open(path) as workspace:
        with workspace.work("Late") as work:
            work.add(Person("late", "Late"))
        crashed = tmp_path / "crashed.coproduce"
        for ending in ("", "-wal"):
            shutil.copyfile(f"{path}{ending}", f"{crashed}{ending}")
    rescued = rescue(crashed, tmp_path / "new.coproduce", None, NOW)
    with WorkspaceFile.open(rescued.path) as workspace, workspace.read() as reading:
        assert reading.get(Person, "late").name == "Late"


def test_a_damaged_beginning_is_told_from_wrong_words(path, tmp_path):
    fill(path, WORDS)
    spoil(path, 1, beyond=16)
    with pytest.raises(WrongPassphrase):
        WorkspaceFile.open(path, passphrase="six other words")
    with pytest.raises(WorkspaceDamaged, match="rescued into a new file"):
        WorkspaceFile.open(path, passphrase=WORDS)
    with pytest.raises(WrongPassphrase, match="No page"):
        rescue(path, tmp_path / "new.coproduce", "six other words", NOW)
    with pytest.raises(PassphraseNeeded):
        rescue(path, tmp_path / "new.coproduce", None, NOW)
    rescued = rescue(path, tmp_path / "new.coproduce", WORDS, NOW)
    with WorkspaceFile.open(rescued.path, passphrase=WORDS) as workspace, workspace.read() as reading:
        assert len(reading.all(Person)) == 301


def test_a_backup_knows_what_stood_in_the_first_bytes(path, tmp_path, clock):
    fill(path, WORDS)
    elsewhere = tmp_path / "stick"
    with WorkspaceFile.open(path, passphrase=WORDS, clock=clock) as workspace:
        code, copy = workspace.recovery_code, workspace.backup(elsewhere)
    path.write_bytes(random.Random(1).randbytes(16) + path.read_bytes()[16:])
    with pytest.raises(WrongPassphrase):
        WorkspaceFile.open(path, passphrase=WORDS)
    with pytest.raises(WorkspaceDamaged) as told:
        WorkspaceFile.open(path, passphrase=WORDS, backups_in=[None, elsewhere])
    assert told.value.backup == copy
    rescued = rescue(path, tmp_path / "new.coproduce", code, NOW, [elsewhere])
    assert rescued.missing == 0
    with WorkspaceFile.open(rescued.path, passphrase=WORDS) as workspace:  # the sheet and the words both still fit
        assert workspace.recovery_code == code


def test_a_backup_in_the_folder_of_choice_is_found(path, tmp_path, clock):
    fill(path)
    elsewhere = tmp_path / "stick"
    with WorkspaceFile.open(path, clock=clock) as workspace:
        workspace.backup()
        good = workspace.backup(elsewhere)
    path.write_bytes(path.read_bytes()[:20480])
    with pytest.raises(WorkspaceDamaged, match=f"newest backup that is whole is “{good.name}” in “{elsewhere}”") as told:
        WorkspaceFile.open(path, backups_in=[None, elsewhere, tmp_path / "not plugged in"])
    assert told.value.backup == good


def test_what_is_no_workspace_or_holds_nothing_is_refused_and_nothing_is_made(path, tmp_path):
    target = tmp_path / "new.coproduce"
    path.write_bytes(b"")
    with pytest.raises(NotAWorkspace):
        rescue(path, target, None, NOW)
    path.write_bytes(b"Dear all,\nthe minutes of the meeting.\n" * 3000)
    with pytest.raises(WorkspaceDamaged, match="no new file was made"):
        rescue(path, target, None, NOW)
    path.write_bytes(random.Random(1).randbytes(80 * PAGE))
    with pytest.raises(WrongPassphrase):
        rescue(path, target, WORDS, NOW)
    assert list(tmp_path.iterdir()) == [path]


def test_a_file_that_is_there_is_not_written_over(path, tmp_path):
    fill(path, people=1)
    for there in (path, tmp_path / "other.coproduce"):
        there.touch()
        with pytest.raises(Refused, match="already a file"):
            rescue(path, there, None, NOW)


def test_who_was_erased_stays_erased_in_the_new_file(path, tmp_path):
    fill(path, people=1)
    note_beside(path, ["0001"])
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    assert noted_beside(rescued.path) == noted_beside(path)


def test_a_record_whose_line_of_history_cannot_be_is_left_out_and_said(path, tmp_path):
    fill(path, people=5)
    connection = connect(path)
    connection.execute("PRAGMA foreign_keys = OFF")
    connection.execute("DROP TRIGGER history_records_are_kept_update")
    connection.execute("UPDATE history_records SET history_id = 9000000000 WHERE record_id = 'P1'")
    connection.close()
    rescued = rescue(path, tmp_path / "new.coproduce", None, NOW)
    check_file(rescued.path)
    assert "History: which records it touched: 1 row was read but cannot be right. It was left out." in rescued.lines
