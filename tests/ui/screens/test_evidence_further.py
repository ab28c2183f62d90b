"""The evidence page further: lenses, the organisation's own words, workshop by workshop, and two figures side by side."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from PySide6.QtCore import Qt

from coproduce.domain.codes import LevelFramework
from coproduce.domain.evidence import INDICATORS, measure_all
from coproduce.domain.evidence.indicator import ShareResult
from coproduce.domain.evidence.lenses import LENSES
from coproduce.domain.own_words import HONESTY_TOPICS, OwnWords, Topic
from coproduce.domain.part import OneWorkshop
from coproduce.operations import contributions, own_words, projects, workshops
from coproduce.storage.queries.facts import load_facts
from tests.operations.story import DAY, LATER
from tests.ui.keyboard import Keyboard
from tests.ui.screens.conftest import fill
from ui.kit.spans_chart import SpansChart
from ui.preferences import Preferences
from ui.sample import sample_workspace
from ui.screens.evidence import trend, viewmodel

AS_OF = date(2026, 9, 1)


@pytest.fixture
def sample(open_window, tmp_path):
    """The sample in a window, on a day on which all its promises have fallen due."""
    Preferences().evidence_lens = ""
    made = open_window()
    made.take(sample_workspace(tmp_path))
    made.go("evidence")
    page = made.stack.page("evidence")
    page.viewmodel.look_at(AS_OF)
    yield page
    Preferences().evidence_lens = ""


@pytest.fixture
def page(go, story):
    """The small story, looked at after everything in it."""
    shown = go("evidence")
    shown.viewmodel.look_at(date(2025, 7, 1))
    return shown


# -- lenses


@pytest.mark.parametrize("lens", LENSES, ids=lambda lens: lens.key.value)
def test_a_lens_puts_the_same_tiles_under_other_headings(sample, lens):
    before = {key: tile.line for key, tile in sample.tiles.items()}
    results = sample.viewmodel.evidence.results
    sample.viewmodel.look_through(lens.key.value)
    assert {key: tile.line for key, tile in sample.tiles.items()} == before
    assert all(now is then for now, then in zip(sample.viewmodel.evidence.results, results, strict=True))
    headings = [group.heading for group in sample.viewmodel.groups]
    assert headings[: len(lens.parts)] == [part.words for part in lens.parts]
    assert sample._lens_credit.text() == lens.credit
    assert sample._lens_credit.isVisible()


def test_a_heading_nothing_speaks_to_stays_in_sight_until_something_is_looked_for(sample):
    sample.viewmodel.look_through("tlap")
    notes = {group.heading: group.note for group in sample.viewmodel.groups}
    assert notes["Coercion"] == "Nothing recorded here speaks to this."
    sample.viewmodel.show_filter("met")
    assert all(group.lines for group in sample.viewmodel.groups)


def test_the_lens_is_chosen_in_its_box_and_remembered(sample):
    box = sample.choosers.lens.box
    box.setCurrentIndex(box.findData("lundy"))
    box.activated.emit(box.currentIndex())
    assert [group.heading for group in sample.viewmodel.groups][:4] == ["Space", "Voice", "Audience", "Influence"]
    assert Preferences().evidence_lens == "lundy"
    box.activated.emit(0)
    assert Preferences().evidence_lens == ""
    assert not sample._lens_credit.isVisible()


def test_the_level_is_said_in_the_words_of_the_framework_the_project_chose(page, story):
    projects.edit_project(story.file, story.project, level_framework=LevelFramework.IAP2, intended_level="collaborate")
    assert page.viewmodel.ladder.elsewhere == ""
    contributions.tell_people(story.file, [story.answered], on=LATER)
    assert page.viewmodel.ladder.elsewhere == "IAP2 spectrum: Inform"
    assert "IAP2 spectrum: Inform." in page._level.text()
    projects.edit_project(story.file, story.project, level_framework=LevelFramework.TLAP)
    assert page.viewmodel.ladder.elsewhere == ""


# -- own words


def test_own_words_are_written_changed_and_taken_away_from_the_pane(page, story, form, press):
    page.viewmodel.choose("T19")
    press(page.pane.buttons()["say"])
    fill(form(), words="We lost a note book", written_on=DAY, written_by="Nia")
    form().press_ok()
    assert "We lost a note book" in page.pane.words()
    assert "by Nia" in page.pane.words()
    assert said(story)[0].about is Topic.T19
    press(page.pane.buttons()["say"])
    fill(form(), words="We found it again")
    form().press_ok()
    assert [one.words for one in said(story)] == ["We found it again"]
    press(page.pane.buttons()["unsay"])
    assert said(story) == []
    story.file.undo()
    assert [one.words for one in said(story)] == ["We found it again"]


def said(story):
    with story.file.read() as reading:
        return [one for one in reading.all(OwnWords) if one.id != story.own_words]


def test_words_with_nothing_in_them_are_refused_at_the_field(page, form, press):
    page.viewmodel.choose("T19")
    press(page.pane.buttons()["say"])
    fill(form(), words="   ")
    form().press_ok()
    assert form().isVisible()


def test_on_a_day_before_they_were_written_the_words_are_not_there(page, story):
    page.viewmodel.choose("T3")
    assert "The offers went by telephone" in page.pane.words()
    page.viewmodel.look_at(DAY - timedelta(days=1))
    assert "The offers went by telephone" not in page.pane.words()
    assert "Words were written later" in page.pane.words()


@pytest.mark.parametrize("topic", HONESTY_TOPICS)
def test_each_part_of_the_honesty_page_can_be_written_about(page, story, topic):
    page.viewmodel.choose(topic.value)
    own_words.say_in_own_words(story.file, story.project, topic, words="We know", on=DAY)
    assert "We know" in page.pane.words()
    assert page.tiles[topic.value].line.pill.word == "Own words"
    assert sum(line.pill.word == "Own words" for group in page.viewmodel.groups for line in group.lines) == 1


def test_history_goes_to_the_words(go, story, window):
    own_words.say_in_own_words(story.file, story.project, Topic.T5, words="The bank was shut", on=DAY)
    [written] = said(story)
    window.services.go_to("evidence", str(written.id))
    assert window.stack.page("evidence").viewmodel.chosen == "T5"


def test_own_words_are_written_with_the_keyboard_alone(page, story, window, qtbot):
    window.activateWindow()
    hands = Keyboard(window, qtbot)
    page.tiles["T19"].setFocus(Qt.FocusReason.TabFocusReason)
    hands.press(Qt.Key.Key_Space)
    hands.press_button("Write something")
    hands.dialog("In the organisation’s own words")
    hands.fill("What you say about it", "We lost a note book")
    hands.press(Qt.Key.Key_Return, Qt.KeyboardModifier.ControlModifier)
    hands.no_dialog()
    assert [one.words for one in said(story)] == ["We lost a note book"]


# -- workshop by workshop


def test_nothing_is_worked_out_for_each_workshop_until_somebody_asks(page, monkeypatch):
    def never(*_given):
        raise AssertionError

    monkeypatch.setattr(trend, "over_workshops", never)
    for indicator in INDICATORS:
        page.viewmodel.choose(indicator.id)
        assert "Workshop by workshop" in page.pane.words()


def test_each_workshop_has_the_figure_of_that_workshop_alone(sample, press):
    facts = sample.viewmodel._facts
    held = sorted((each for each in facts.workshops if each.was_held and each.date <= AS_OF), key=lambda each: (each.date, each.id))
    alone = [measure_all(facts, AS_OF, OneWorkshop(each.id)) for each in held]
    sample.viewmodel.choose("T3")
    press(sample.pane.buttons()["trend"])
    for indicator in INDICATORS:
        points = trend.points_of(indicator, facts, AS_OF)
        if indicator.id == "T26":
            continue
        assert [point.workshop_id for point in points] == [each.id for each in held]
        for point, evidence in zip(points, alone, strict=True):
            if indicator.id not in ("T7b", "T23b", "T24"):  # these look at the whole project, as a part of it does
                result = evidence[indicator.id]
                low = result.low if isinstance(result, ShareResult) else result.number
                assert point.low is None or point.low == pytest.approx(float(low))


def test_chart_and_list_hold_the_same(sample, press):
    sample.viewmodel.choose("T24")
    press(sample.pane.buttons()["trend"])
    [chart] = sample.pane.findChildren(SpansChart)
    drawn = [part.words for part in chart.parts]
    assert all(words in chart.accessibleDescription() for words in drawn)
    sample.viewmodel.trend.show("list")
    listed = [part.title for part in sample.viewmodel.parts if getattr(part, "key", "").startswith("trend ")]
    assert listed == drawn
    assert "nothing to measure" in drawn


def test_a_gap_is_never_nought(story, page):
    workshops.edit_workshop(story.file, story.ahead, date=LATER)
    workshops.mark_held(story.file, story.ahead, today=LATER)
    facts = load_facts(story.file, story.project)
    [t2] = [each for each in INDICATORS if each.id == "T2"]
    first, second = trend.points_of(t2, facts, date(2025, 7, 1))
    assert (first.low, second.low) == (1.0, None)
    assert second.words == "not recorded"
    [t3] = [each for each in INDICATORS if each.id == "T3"]
    assert trend.points_of(t3, facts, date(2025, 7, 1))[1].words == "nothing to measure"


def test_many_workshops_are_counted_on_a_worker(page, qtbot, monkeypatch, press):
    monkeypatch.setattr(trend, "MANY_WORKSHOPS", 1)
    page.viewmodel.choose("T1")
    press(page.pane.buttons()["trend"])
    assert "Counting …" in page.pane.words()
    qtbot.waitUntil(lambda: bool(page.pane.findChildren(SpansChart)), timeout=30_000)


def test_of_a_large_project_nothing_is_counted_on_the_window_s_own_thread(page, window, qtbot, monkeypatch, press):
    monkeypatch.setattr(trend, "MANY_WORKSHOPS", 1)
    monkeypatch.setattr(viewmodel, "MANY_WORKSHOPS", 1)
    page.viewmodel.choose("T1")
    press(page.pane.buttons()["trend"])
    page.viewmodel.choose("T19")
    page.viewmodel.compare_with("day")
    page.viewmodel.look_at(date(2025, 6, 1))
    qtbot.waitUntil(lambda: window.jobs.current is None and bool(page.pane.findChildren(SpansChart)), timeout=30_000)
    [chart] = page.pane.findChildren(SpansChart)
    assert chart.accessibleName().startswith("Was what people said answered?")
    assert page.viewmodel.compared is not None


# -- side by side


def test_another_day_stands_beside_each_figure(sample):
    sample.viewmodel.compare_with("day")
    sample.viewmodel.compare_day(date(2026, 4, 1))
    then = measure_all(sample.viewmodel._facts, date(2026, 4, 1))
    for result in then.results:
        line = sample.tiles[result.id].line
        assert line.beside.startswith("1 April 2026: ")
        assert line.beside in sample.tiles[result.id].accessibleName()
        if isinstance(result, ShareResult) and result.eligible:
            assert result.words in line.beside


def answers_of(result):
    return {record: name for name in ("yes", "no", "not_recorded") for record in getattr(result.records, name)}


def test_records_that_are_new_gone_or_answered_differently_are_named(sample):
    sample.viewmodel.compare_with("day")
    sample.viewmodel.compare_day(date(2026, 4, 1))
    then = sample.viewmodel.compared.evidence
    for now in sample.viewmodel.evidence.results:
        if not isinstance(now, ShareResult):
            continue
        before = then.share(now.id)
        sample.viewmodel.choose(now.id)
        was, is_now = answers_of(before), answers_of(now)
        new, gone = set(is_now) - set(was), set(was) - set(is_now)
        moved = {record for record in set(was) & set(is_now) if was[record] != is_now[record]}
        words = sample.pane.words()
        if new or gone or moved:
            assert f"{len(new)} new, {len(gone)} gone, {len(moved)} answered differently" in words
        else:
            assert "The same records are behind both figures" in words


def test_another_project_stands_beside_without_a_ranking(page, story):
    other = projects.add_project(story.file, title="The garden")
    page.viewmodel.compare_with("project")
    assert page.viewmodel.comparing.other == other
    assert page.tiles["T1"].line.beside == "The garden: none yet (Nothing to measure)"
    page.viewmodel.choose("T1")
    words = page.pane.words()
    assert "Compared with The garden" in words
    assert "Neither is ranked." in words
    assert "new," not in words


def test_a_project_is_never_compared_with_itself(page, story, window):
    other = projects.add_project(story.file, title="The garden")
    page.viewmodel.compare_with("project")
    window.services.choose_project(other)
    assert page.viewmodel.compared.name == "Booking line redesign"
    window.services.choose_project(story.project)
    projects.delete_project(story.file, other)
    assert page.viewmodel.compared is None
    assert page.choosers.against.box.currentData() == "nothing"


def test_with_one_project_no_other_is_offered(page, story):
    offered = [page.choosers.against.box.itemData(place) for place in range(page.choosers.against.box.count())]
    assert offered == ["nothing", "day"]
    projects.add_project(story.file, title="The garden")
    offered = [page.choosers.against.box.itemData(place) for place in range(page.choosers.against.box.count())]
    assert offered == ["nothing", "day", "project"]


def test_no_word_of_the_comparison_calls_one_better(sample):
    sample.viewmodel.compare_with("day")
    for indicator in INDICATORS:
        sample.viewmodel.choose(indicator.id)
        compared = sample.pane.words().partition("Compared with")[2].partition("What would change this")[0].lower()
        assert not {"better", "worse", "improved", "rank", "↑", "↓"} & set(compared.split())


def test_a_day_before_anything_happened_has_nothing_and_all_is_new_since(page):
    page.viewmodel.compare_with("day")
    page.viewmodel.compare_day(DAY - timedelta(days=1))
    page.viewmodel.choose("T1")
    assert "1 new, 0 gone" in page.pane.words()
