"""The window as a real screen reader meets it, over AT-SPI on a screen of its own."""

from __future__ import annotations

from contextlib import suppress
from pathlib import Path

import pypdfium2
import pytest

from coproduce.domain.codes import Answer, AttendanceState
from coproduce.domain.decisions import Decision
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance, Contribution
from coproduce.storage.workspace_file import WorkspaceFile
from tests.ui.at_spi import stage

pytestmark = pytest.mark.slow

WORDS = "acorn bagel cactus dimple ember fossil"
"""The passphrase that the story writes."""


@pytest.fixture(autouse=True)
def screen_reader() -> None:
    if reason := stage.why_not():
        pytest.skip(reason)


def test_the_whole_story_is_told_by_a_screen_reader(tmp_path):
    played = stage.play("story.py", tmp_path)
    assert played.is_done, played.words[-4000:]
    with WorkspaceFile.open(tmp_path / "Ours.coproduce", passphrase=WORDS) as file, file.read() as reading:
        assert sorted(person.name for person in reading.all(Person)) == ["Ana", "Ben", "Idris", "Meera", "Siân"]
        seats = reading.all(Attendance)
        assert [seat.state for seat in seats].count(AttendanceState.HERE) == 3
        [payment] = reading.all(Payment)
        assert payment.offered.pence == 4500
        [said] = reading.all(Contribution)
        assert (said.words, said.answer) == ("The phone menu is too long", Answer.ADOPTED)
        [decision] = reading.all(Decision)
        assert decision.question == "How many choices may the menu have?"
    pdf = pypdfium2.PdfDocument(tmp_path / "summary.pdf")
    assert "Bryn Community Voice" in pdf[0].get_textpage().get_text_range()
    pdf.close()


def test_the_timeline_and_every_page_speak(tmp_path):
    played = stage.play("timeline.py", tmp_path)
    assert played.is_done, played.words[-4000:]


def test_nothing_stays_behind_where_a_story_fails(tmp_path):
    fails = tmp_path / "fails.py"
    fails.write_text("import time; time.sleep(1); raise SystemExit('not heard')", encoding="utf-8")
    played = stage.play(str(fails), tmp_path, tries=1)
    assert not played.is_done
    assert "not heard" in played.words
    assert running_in(tmp_path) == []


def running_in(folder):
    """The names of what runs with a home in this folder."""
    found = []
    for told in Path("/proc").glob("[0-9]*/environ"):
        with suppress(OSError):
            if str(folder) in told.read_bytes().decode(errors="replace"):
                found.append((told.parent / "comm").read_text().strip())
    return found
