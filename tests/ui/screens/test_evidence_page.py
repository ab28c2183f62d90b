"""The evidence page: every indicator, what it rests on, and the records behind each count."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.codes import AttendanceState
from coproduce.domain.evidence import INDICATORS, measure_all
from coproduce.domain.evidence.indicator import Finding, ShareResult
from coproduce.domain.own_words import HONESTY_TOPICS
from coproduce.operations import room
from coproduce.storage.queries.facts import load_facts
from ui.sample import sample_workspace


@pytest.fixture
def sample(open_window, tmp_path):
    """The sample in a window, on a day on which all its promises have fallen due."""
    made = open_window()
    made.take(sample_workspace(tmp_path))
    made.go("evidence")
    page = made.stack.page("evidence")
    page.viewmodel.look_at(date(2026, 9, 1))
    return page


def test_every_indicator_is_shown_with_the_figure_of_the_evidence_itself(sample):
    evidence = sample.viewmodel.evidence
    assert set(sample.tiles) == {indicator.id for indicator in INDICATORS} | set(HONESTY_TOPICS)
    for result in evidence.results:
        if isinstance(result, ShareResult) and result.eligible:
            assert sample.tiles[result.id].line.figure == result.words
            assert sample.tiles[result.id].line.shares == (result.yes, result.no, result.not_recorded)


def test_a_screen_reader_hears_question_headline_figure_and_what_is_not_recorded(sample):
    result = sample.viewmodel.evidence.share("T24")
    said = sample.tiles["T24"].accessibleName()
    assert "Cannot be shown" in said
    assert f"{result.not_recorded} not recorded" in said


def test_show_me_which_lists_as_many_records_as_the_count_says(sample):
    for result in sample.viewmodel.evidence.results:
        sample.viewmodel.choose(result.id)
        if not isinstance(result, ShareResult) or result.id == "T26":  # the stages of a project have no page of their own
            continue
        for which in (Finding.YES, Finding.NO, Finding.NOT_RECORDED):
            sample.viewmodel.show_which(which.value)
            shown = [key.removeprefix("record ") for key in sample.pane.buttons() if key.startswith("record ")]
            assert shown == list(getattr(result.records, which.value)), result.id


def test_no_record_is_shown_only_by_its_id(sample):
    for indicator in INDICATORS:
        sample.viewmodel.choose(indicator.id)
        result = sample.viewmodel.evidence[indicator.id]
        if isinstance(result, ShareResult):
            for which in ("yes", "no", "not_recorded"):
                sample.viewmodel.show_which(which)
                for key, button in sample.pane.buttons().items():
                    if key.startswith("record "):
                        assert not button.accessibleName().startswith(key.removeprefix("record ")), indicator.id


def test_a_record_behind_a_count_is_one_press_away(go, story, window, press):
    page = go("evidence")
    page.viewmodel.choose("T19")
    press(page.pane.buttons()[f"record {story.unanswered}"])
    assert window.stack.key == "decisions"
    assert "The phone menu is too long" in window.stack.page("decisions").part.pane.words()


def test_what_is_recorded_on_another_page_moves_the_figure(go, story, window):
    page = go("evidence")
    before = page.viewmodel.evidence.share("T1")
    assert before.no == 1
    window.go("workshops")
    room.set_attendance(story.file, story.held, story.ben, AttendanceState.APOLOGIES)
    assert page.viewmodel.evidence.share("T1") is before
    window.go("evidence")
    facts = load_facts(story.file, story.project)
    assert page.viewmodel.evidence.results == measure_all(facts, page.viewmodel.as_of).results
    assert page.viewmodel.evidence.share("T1") is not before


def test_the_day_can_be_typed_and_a_day_that_is_none_says_so(go, qtbot):
    page = go("evidence")
    page.day.editor.box.setText("01/02/2025")
    assert page.viewmodel.as_of == date(2025, 2, 1)
    assert page.viewmodel.evidence.share("T1").eligible == 0
    page.day.editor.box.setText("31/02/2025")
    page.day.editor.box.editingFinished.emit()
    assert page.day.wrong.text() == "There is no such day in the calendar."
    assert page.viewmodel.as_of == date(2025, 2, 1)


def test_the_level_says_what_the_records_show_and_what_is_missing_first(sample):
    ladder = sample.viewmodel.ladder
    assert ladder.rungs[ladder.reached - 1] == ladder.shown
    assert ladder.intended
    assert ladder.missing
    assert "Think Local Act Personal" in ladder.credit


def test_a_filter_leaves_the_indicators_it_names(sample, press):
    press(sample.chips.button("not_shown"))
    assert set(sample.tiles) == {shown.result.id for shown in sample.viewmodel.evidence.honesty.not_shown}
