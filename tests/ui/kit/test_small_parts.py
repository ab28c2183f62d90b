"""Chips, search, message bar, pages, pills, charts, dialogs, command list: each in a real window."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from tests.ui.accessible_walk import name_of, unnamed_focusables
from ui.kit.buttons import button
from ui.kit.cells import PillCell, Tone
from ui.kit.charts import Bars, Part, Shares, Stacks
from ui.kit.chips import Chip, Chips
from ui.kit.command_palette import CommandPalette
from ui.kit.dialogs import ask
from ui.kit.empty_state import EmptyState
from ui.kit.key_figure import KeyFigure
from ui.kit.layout import row
from ui.kit.message_bar import MessageBar
from ui.kit.page import Page
from ui.kit.pills import Pill
from ui.kit.search_field import SearchField
from ui.kit.words import OneLine, initials_of
from ui.kit.words_table import WordsTable

GROUPS = (Part("Parent carers", 18, "18 of 16", 16), Part("Deaf-led group", 6, "6 of 8", 8), Part("Young people", 0, "none of 3", 3))


@pytest.fixture
def shown(qtbot):
    """Show a widget at a size."""

    def show(widget, width=700, height=400):
        qtbot.addWidget(widget)
        widget.resize(width, height)
        with qtbot.waitExposed(widget):
            widget.show()
        return widget

    return show


# -- chips


def test_a_chip_shows_how_many_records_are_behind_it_and_tells_its_key(shown, qtbot):
    chosen = []
    chips = shown(Chips("Show", chosen.append))
    chips.show_chips([Chip("all", "All", 1280), Chip("late", "Late", 3), Chip("mine", "Mine")], "all")
    assert [chips.button(key).text() for key in ("all", "late", "mine")] == ["All 1,280", "Late 3", "Mine"]
    qtbot.mouseClick(chips.button("late"), Qt.MouseButton.LeftButton)
    assert chosen == ["late"]


def test_new_figures_leave_the_chips_and_their_focus_alone(shown, qtbot):
    chips = shown(Chips("Show", lambda _key: None))
    chips.show_chips([Chip("all", "All", 2), Chip("late", "Late", 1)], "all")
    before = chips.button("all")
    before.setFocus()
    qtbot.waitUntil(before.hasFocus)
    chips.show_chips([Chip("all", "All", 3), Chip("late", "Late", 1)], "late")
    assert chips.button("all") is before
    assert chips.button("late").isChecked()
    assert before.hasFocus()


def test_chips_go_on_to_a_second_line_when_the_first_is_full(shown, qtbot):
    chips = shown(Chips("Show", lambda _key: None), width=260)
    chips.show_chips([Chip(str(place), f"Filter number {place}", 12) for place in range(4)], "0")
    qtbot.waitUntil(lambda: chips.button("3").y() > chips.button("0").y())


# -- search


def test_searching_waits_for_a_pause_and_clearing_does_not(shown, qtbot):
    searched = []
    field = shown(SearchField("Search people", "Search people", searched.append), height=40)
    qtbot.keyClicks(field, "carys")
    assert searched == []
    qtbot.waitUntil(lambda: searched == ["carys"])
    qtbot.keyClick(field, Qt.Key.Key_Escape)
    assert searched == ["carys", ""]
    assert field.text() == ""


def test_the_search_icon_grows_with_the_text(shown, use_look):
    field = shown(SearchField("Search people", "Search people", lambda _words: None), height=40)
    before = field.textMargins().left()
    use_look("light", 2.0)
    assert field.textMargins().left() == 2 * before


# -- message bar


@pytest.fixture
def bar(shown):
    undone = []
    made = shown(MessageBar(lambda: undone.append(True)), height=60)
    made.undone = undone
    return made


def test_good_news_offers_undo(bar):
    bar.say("Done: Mark as paid", undo=True)
    assert bar.isVisible()
    assert bar.offers_undo
    bar.press_undo()
    assert bar.undone == [True]


def test_a_refusal_stays_and_offers_no_undo(bar):
    bar.say("Two workshops cannot have one name.", Tone.BAD)
    assert not bar.offers_undo
    assert not bar._timer.isActive()
    assert bar.words == "Two workshops cannot have one name."


def test_good_news_goes_away_but_never_from_under_the_keyboard(bar, qtbot):
    bar.say("Done: Add person", undo=True)
    bar._undo.setFocus()
    qtbot.waitUntil(bar._undo.hasFocus)
    bar._go()
    assert bar.isVisible()
    bar._undo.clearFocus()
    bar._go()
    assert not bar.isVisible()


def test_every_tone_can_be_read_in_every_appearance(bar, use_look):
    for appearance in ("light", "dark", "contrast"):
        use_look(appearance)
        for tone in Tone:
            bar.say("Words", tone, undo=True)
            assert unnamed_focusables(bar) == []


# -- pages


def test_a_page_header_holds_at_most_three_buttons(shown):
    page = shown(Page("People", "Everybody who takes part"))
    for number in range(3):
        page.add_button(button(f"Act {number}", lambda: None))
    with pytest.raises(ValueError, match="three"):
        page.add_button(button("One too many", lambda: None))


def test_rows_become_columns_when_the_page_is_narrow_for_its_text(shown, use_look):
    page = shown(Page("People"), width=1100)
    both = row(QLabel("one"), QLabel("two"))
    page.add_folding(both)
    assert both.direction() == QBoxLayout.Direction.LeftToRight
    use_look("light", 2.0)
    assert both.direction() == QBoxLayout.Direction.TopToBottom
    use_look("light", 1.0)
    assert both.direction() == QBoxLayout.Direction.LeftToRight
    page.resize(600, 400)
    assert both.direction() == QBoxLayout.Direction.TopToBottom


def test_words_are_never_read_as_html(shown):
    page = shown(Page("<b>People</b>", "5 < 6"))
    assert page.title.textFormat() == Qt.TextFormat.PlainText
    assert page.title.text() == "<b>People</b>"


# -- pills, figures, charts


def test_a_pill_is_as_wide_as_its_word_and_says_it(shown, use_look):
    pill = shown(Pill(PillCell("Confirmed", Tone.OK, "circle-check")))
    before = pill.sizeHint().width()
    assert name_of(pill) == "Confirmed"
    pill.show_cell(PillCell("To confirm with them", Tone.WARN, "clock"))
    assert pill.sizeHint().width() > before
    assert name_of(pill) == "To confirm with them"


def test_a_key_figure_reads_as_one_sentence(shown):
    figure = shown(KeyFigure("users", "Came", "21", "of 28 people"))
    assert name_of(figure) == "Came: 21 of 28 people"
    figure.show_figure("22", "of 28 people")
    assert name_of(figure) == "Came: 22 of 28 people"


@pytest.mark.parametrize("kind", [Bars, Stacks, Shares])
@pytest.mark.parametrize("appearance", ["light", "dark", "contrast"])
def test_a_chart_says_its_figures_in_words(shown, use_look, kind, appearance):
    use_look(appearance)
    chart = shown(kind("Who is in the room", GROUPS))
    chart.setFocus()
    assert name_of(chart) == "Who is in the room"
    assert chart.accessibleDescription() == "Parent carers: 18 of 16; Deaf-led group: 6 of 8; Young people: none of 3"
    assert not chart.grab().isNull()


@pytest.mark.parametrize("kind", [Bars, Stacks, Shares])
def test_a_chart_without_figures_is_empty_and_not_a_fault(shown, kind):
    chart = shown(kind("Nothing yet"))
    assert not chart.grab().isNull()
    chart.show_parts([Part("None", 0, "none")])
    assert not chart.grab().isNull()


def test_an_empty_state_says_what_goes_here(shown):
    state = shown(EmptyState("vote", "No decisions yet", "A decision says what was chosen.", button("Record one", lambda: None)))
    assert unnamed_focusables(state) == []
    state.say("Nothing found", "Try fewer words.")
    assert state.title.text() == "Nothing found"


def test_a_long_title_is_cut_with_dots_and_kept_whole_for_those_who_ask(shown):
    title = shown(OneLine("An invented example: opening hours and who decides"), width=120, height=30)
    assert title.text().endswith("…")
    assert title.toolTip() == title.whole == name_of(title)


@pytest.mark.parametrize(("name", "initials"), [("Carys Llewelyn", "CL"), ("Femi", "F"), ("Mary Ann de Souza", "MS"), ("", "")])
def test_initials_are_those_of_the_first_and_last_word(name, initials):
    assert initials_of(name) == initials


# -- dialogs


def test_a_question_does_nothing_unless_it_is_answered_with_yes(shown, qtbot):
    done = []
    window = shown(QWidget())
    dialog = ask(window, "Delete this person?", "Delete", lambda: done.append(True), detail="It cannot be undone.")
    assert unnamed_focusables(dialog) == []
    qtbot.keyClick(dialog, Qt.Key.Key_Escape)
    assert done == []
    dialog = ask(window, "Delete this person?", "Delete", lambda: done.append(True))
    qtbot.keyClick(dialog, Qt.Key.Key_Return)
    assert done == [True]


def test_the_command_list_finds_by_part_of_the_name_and_leaves_out_what_cannot_be_done(shown, qtbot):
    ran = []
    window = shown(QWidget())
    commands = [QAction(words, window) for words in ("Import a workbook…", "Export a workbook…", "Undo")]
    commands[1].triggered.connect(lambda: ran.append("export"))
    commands[2].setEnabled(False)
    palette = CommandPalette(window, commands)
    palette.open()
    assert palette.found.count() == 2
    qtbot.keyClicks(palette.search, "workb exp")
    assert palette.found.count() == 1
    assert unnamed_focusables(palette) == []
    qtbot.keyClick(palette.search, Qt.Key.Key_Return)
    assert ran == ["export"]


def test_words_begin_on_the_side_the_window_is_read_from(qapp, qtbot):
    from PySide6.QtCore import Qt

    from ui.kit.words import label

    made = label("Workshops")
    qtbot.addWidget(made)
    assert made.alignment() & Qt.AlignmentFlag.AlignLeft
    made.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    assert made.alignment() & Qt.AlignmentFlag.AlignRight
    assert made.alignment() & Qt.AlignmentFlag.AlignVCenter


def test_the_most_wanted_button_shows_its_focus_inside_too(qapp, qtbot):
    from PySide6.QtWidgets import QVBoxLayout, QWidget

    from ui.kit.buttons import button

    page = QWidget()
    layout = QVBoxLayout(page)
    pressed, other = button("Save", lambda: None, primary=True), button("Cancel", lambda: None)
    layout.addWidget(pressed)
    layout.addWidget(other)
    qtbot.addWidget(page)
    with qtbot.waitActive(page):
        page.show()
        page.activateWindow()
    other.setFocus()
    before = pressed.grab().toImage().pixelColor(pressed.width() // 2, 4).name()
    pressed.setFocus()
    after = pressed.grab().toImage().pixelColor(pressed.width() // 2, 4).name()
    assert (before, after) == ("#0b6b6b", "#ffffff")


@pytest.mark.parametrize("scale", [1.0, 2.0])
def test_a_table_of_words_is_as_tall_as_its_words_at_whatever_width_it_gets(shown, use_look, qtbot, scale):
    use_look("light", scale)
    table = WordsTable("What is published", ["What", "What it says"], whole=True)
    table.show_rows([("Permitted work", "Up to £195.50 a week, after tax\nThese figures were for 2025 to 2026. Look for newer ones.")])
    shown(table, width=900)
    line = table.fontMetrics().lineSpacing()
    qtbot.waitUntil(lambda: table.rowHeight(0) >= 2 * line)
    wide = table.rowHeight(0)
    table.resize(420, table.height())
    qtbot.waitUntil(lambda: table.rowHeight(0) >= wide + line)
    table.resize(900, table.height())
    qtbot.waitUntil(lambda: table.rowHeight(0) == wide)
    assert table.item(0, 1).data(Qt.ItemDataRole.AccessibleTextRole).startswith("Up to £195.50 a week, after tax. These")
