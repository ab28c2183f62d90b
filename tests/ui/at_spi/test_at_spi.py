"""The window as a real screen reader meets it, over AT-SPI on a screen of its own."""

from __future__ import annotations

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


@pytest.fixture(autouse=True)
def screen_reader() -> None:
    if reason := stage.why_not():
        pytest.skip(reason)


def test_the_whole_story_is_told_by_a_screen_reader(tmp_path):
    done = stage.play("story.py", tmp_path)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-3000:]}"
    with WorkspaceFile.open(tmp_path / "Ours.coproduce") as file, file.read() as reading:
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
    done = stage.play("timeline.py", tmp_path)
    assert done.returncode == 0, f"{done.stdout}\n{done.stderr[-3000:]}"
