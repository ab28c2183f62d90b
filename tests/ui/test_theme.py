"""Colours, text size and typefaces."""

from __future__ import annotations

import re

import pytest
from PySide6.QtGui import QFontInfo, QFontMetricsF, QImage
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from ui import theme as look
from ui.theme import icon, theme
from ui.theme.places import ASSETS
from ui.theme.sizes import fix_width, icon_size
from ui.theme.stylesheet import stylesheet
from ui.tokens import APPEARANCES, PAIRS, contrast_ratio, least_contrast


@pytest.mark.parametrize("appearance", APPEARANCES)
def test_every_pair_of_tokens_is_far_enough_apart(appearance):
    colours = APPEARANCES[appearance]
    too_near = [
        f"{ink} on {paper}: {contrast_ratio(colours[ink], colours[paper]):.2f}"
        for kind, ink, paper in PAIRS
        if contrast_ratio(colours[ink], colours[paper]) < least_contrast(kind, appearance)
    ]
    assert too_near == []


def test_contrast_is_worked_out_as_wcag_says():
    assert contrast_ratio("#000000", "#FFFFFF") == pytest.approx(21)
    assert contrast_ratio("#767676", "#FFFFFF") == pytest.approx(4.54, abs=0.01)


def test_the_appearances_have_the_same_tokens():
    light, *others = (set(colours) for colours in APPEARANCES.values())
    assert all(other == light for other in others)


@pytest.mark.parametrize("appearance", APPEARANCES)
@pytest.mark.parametrize("scale", [0.8, 1.0, 2.0])
def test_the_stylesheet_is_filled_in_completely(qapp, appearance, scale):
    look.apply(qapp, appearance, scale)
    rules = stylesheet()
    assert not re.search(r"\$|@|\{\d+(-1)?\}", rules)
    assert theme.hex("accent") in rules


def test_no_radius_is_more_than_half_the_height_of_what_it_rounds():
    chips = re.search(r'QPushButton\[look="chip"\] \{[^}]*\}', stylesheet())
    assert chips
    radius, height = (int(re.search(rf"{name}: (\d+)px", chips[0])[1]) for name in ("border-radius", "min-height"))
    assert radius * 2 <= height


def test_text_grows_to_twice_its_size(qapp, qtbot):
    label = QLabel("Workshops")
    qtbot.addWidget(label)
    label.show()
    before = QFontMetricsF(label.font()).horizontalAdvance("Workshops")
    look.apply(qapp, "light", 2.0)
    assert QFontMetricsF(label.font()).horizontalAdvance("Workshops") == pytest.approx(2 * before, rel=0.06)


def test_text_size_stays_between_80_and_200_per_cent(qapp):
    look.apply(qapp, "light", 5.0)
    assert theme.scale == 2.0
    look.apply(qapp, "light", 0.1)
    assert theme.scale == 0.8


def test_widths_and_icons_follow_the_text_size(qapp, qtbot):
    button = QPushButton("Add")
    qtbot.addWidget(button)
    fix_width(button, 100)
    icon_size(button, 16, gap=6)
    look.apply(qapp, "light", 1.5)
    assert button.width() == 150
    assert (button.iconSize().width(), button.iconSize().height()) == (33, 24)


def test_widgets_are_told_of_a_new_look(qapp, qtbot):
    class Told(QWidget):
        seen = ""

        def retheme(self):
            self.seen = theme.appearance

    told = Told()
    qtbot.addWidget(told)
    look.apply(qapp, "dark")
    assert told.seen == "dark"


@pytest.mark.parametrize("family", [look.INTER, look.ATKINSON])
def test_both_typefaces_come_with_the_program(qapp, family):
    look.apply(qapp, "light", 1.0, family)
    assert QFontInfo(theme.font()).family() == family


def test_tabular_figures_are_all_as_wide(qapp):
    metrics = QFontMetricsF(theme.font(tabular=True))
    assert len({metrics.horizontalAdvance(figure * 4) for figure in "0123456789"}) == 1


def test_an_icon_takes_the_colour_of_the_moment(qapp):
    mail = icon("mail", "accent")
    assert _colours(mail.pixmap(32, 32).toImage()) == {theme.colour("accent").rgb()}
    look.apply(qapp, "dark")
    assert _colours(mail.pixmap(32, 32).toImage()) == {theme.colour("accent").rgb()}


def test_every_icon_that_is_asked_for_is_there():
    named = re.compile(r'(?:icon_name=|icon\(|Icon\(|icon_button\(|show_icon\()"([a-z0-9-]+)"')
    asked = set()
    for source in (ASSETS.parent / "ui").rglob("*.py"):
        asked |= set(named.findall(source.read_text(encoding="utf-8")))
    there = {path.stem for path in (ASSETS / "icons").glob("*.svg")}
    assert asked
    assert asked <= there


def test_the_look_follows_the_computer_when_asked_to(qapp: QApplication):
    look.apply(qapp, look.FOLLOW_SYSTEM)
    assert theme.appearance == look.system_appearance()


def _colours(image: QImage) -> set[int]:
    """The colours of the pixels that are drawn full on."""
    pixels = (image.pixelColor(x, y) for x in range(image.width()) for y in range(image.height()))
    return {pixel.rgb() for pixel in pixels if pixel.alpha() == 255}


def test_icons_that_point_are_turned_round_where_the_window_is(qapp):
    from PySide6.QtCore import Qt

    def drawn(name):
        return icon(name).pixmap(32, 32).toImage()

    straight = {name: drawn(name) for name in ("arrow-right", "clock")}
    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    turned = {name: drawn(name) for name in straight}
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    assert turned["clock"] == straight["clock"]
    assert turned["arrow-right"] != straight["arrow-right"]


def test_margins_are_mirrored_with_the_window(qapp, qtbot):
    from PySide6.QtCore import Qt

    from ui.kit.layout import column, holding

    qapp.setLayoutDirection(Qt.LayoutDirection.RightToLeft)
    made = holding(column(margins=(30, 1, 10, 2)))
    qapp.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
    qtbot.addWidget(made)
    margins = made.layout().contentsMargins()
    assert (margins.left(), margins.right()) == (10, 30)
