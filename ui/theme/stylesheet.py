"""The one stylesheet, generated from the tokens and the text size.

Qt turns a radius of more than half the height square, so radii stay well under it. A placeholder takes its
colour only from `placeholder-text-color`. Widgets say what they are with the property `look`.

In the rules `$token` is a colour, `{12}` a length and `@10pt` a type size, all at 100 % text size.
"""

from __future__ import annotations

import re

from ui.theme.state import theme
from ui.tokens import APPEARANCES

_RULES = """
* { outline: 0; }
QToolTip { background: $raised; color: $text; border: 1px solid $inputline; padding: {4}px {8}px; }
QMainWindow, QDialog, QScrollArea, QWidget[look="page"] { background: $bg; border: 0; }
QScrollArea[look="clear"], QWidget[look="clear"] { background: transparent; border: 0; }

QFrame[look="side"] { background: $side; border: 0; border-right: 1px solid $line; }
QLabel[look="brand"] { font-size: @15pt; font-weight: 700; }
QLabel[look="h1"] { font-size: @20pt; font-weight: 700; }
QLabel[look="h2"] { font-size: @13pt; font-weight: 600; }
QLabel[look="h3"] { font-weight: 600; }
QLabel[look="muted"] { color: $muted; }
QLabel[look="caps"] { color: $muted; font-size: @9pt; font-weight: 600; }
QLabel[look="big"] { font-size: @20pt; font-weight: 700; }
QLabel[look="wrong"] { color: $bad; font-weight: 500; }
QFrame[look="card"] { background: $surface; border: 1px solid $line; border-radius: {10}px; }
QFrame[look="rule"] { background: $line; border: 0; min-height: 1px; max-height: 1px; }
QLabel[look="key"] { background: $plainbg; color: $plain; border: 1px solid $line; border-radius: {4}px; padding: {2}px {7}px; }

QFrame[look="side"] QToolButton { border: 2px solid transparent; border-radius: {8}px; padding: {8}px {10}px; color: $muted;
  font-weight: 500; }
QFrame[look="side"] QToolButton[tight="true"] { padding: {3}px {10}px; }
QFrame[look="side"] QToolButton:hover { background: $hover; color: $text; }
QFrame[look="side"] QToolButton:checked { background: $soft; color: $softtext; font-weight: 600; $checkedborder }
QFrame[look="side"] QToolButton:focus { border-color: $focus; }

QPushButton { background: $surface; color: $text; border: 1px solid $inputline; border-radius: {8}px; padding: {6}px {14}px;
  min-height: {22}px; font-weight: 500; }
QPushButton:hover { background: $hover; }
QPushButton:focus { border: 2px solid $focus; padding: {6-1}px {14-1}px; }
QPushButton:disabled { color: $muted; border-color: $line; }
QPushButton[look="primary"] { background: $accent; color: $onaccent; border-color: $accent; font-weight: 600; }
QPushButton[look="primary"]:hover { border: 1px solid $text; }
QPushButton[look="primary"]:focus { border: 2px solid $focus; }
QPushButton[look="primary"]:disabled { background: $hover; color: $muted; border-color: $line; }
QPushButton[look="chip"] { border-radius: {12}px; padding: {2}px {12}px; min-height: {24}px; color: $muted; border-color: $line; }
QPushButton[look="chip"]:checked { background: $soft; color: $softtext; border-color: $accent; font-weight: 600; }
QPushButton[look="chip"]:focus { border: 2px solid $focus; padding: {2-1}px {12-1}px; }
QPushButton[look="link"] { background: transparent; border: 2px solid transparent; color: $accent; padding: {2}px {4}px; min-height: {20}px;
  font-weight: 600; text-align: left; }
QPushButton[look="link"][flush="true"] { padding-left: 0; }
QPushButton[look="link"]:hover { text-decoration: underline; }
QPushButton[look="link"]:focus { border-color: $focus; }
QPushButton[look="fold"] { background: transparent; border: 2px solid transparent; color: $text; padding: {4}px 0; text-align: left;
  font-weight: 600; }
QPushButton[look="fold"]:hover { background: $hover; }
QPushButton[look="fold"]:focus { border-color: $focus; }
QPushButton[look="chooser"] { border: 1px solid $line; border-radius: {10}px; background: $surface; padding: 0; min-height: {52}px; }
QPushButton[look="chooser"]:hover { background: $hover; }
QPushButton[look="chooser"]:focus { border: 2px solid $focus; padding: 0; }
QPushButton[look="tile"] { border: 1px solid $line; border-radius: {10}px; text-align: left; padding: {14}px {16}px; background: $surface; }
QPushButton[look="tile"]:hover { background: $hover; }
QPushButton[look="tile"]:focus { border: 2px solid $focus; padding: {14-1}px {16-1}px; }
QToolButton[look="icon"] { border: 2px solid transparent; border-radius: {8}px; padding: {6}px; background: transparent; }
QToolButton[look="icon"]:hover { background: $hover; }
QToolButton[look="icon"]:focus { border-color: $focus; }

QLineEdit, QPlainTextEdit, QComboBox { background: $surface; color: $text; border: 1px solid $inputline; border-radius: {8}px;
  padding: {6}px {8}px; selection-background-color: $accent; selection-color: $onaccent; }
QLineEdit, QComboBox { min-height: {22}px; }
QLineEdit, QPlainTextEdit { placeholder-text-color: $muted; }
QLineEdit:focus, QPlainTextEdit:focus, QComboBox:focus { border: 2px solid $focus; padding: {6-1}px {8-1}px; }
QLineEdit[wrong="true"], QPlainTextEdit[wrong="true"], QComboBox[wrong="true"] { border: 2px solid $bad; padding: {6-1}px {8-1}px; }
QLineEdit:disabled, QPlainTextEdit:disabled, QComboBox:disabled { color: $muted; border-color: $line; }
QComboBox { padding-right: {28}px; }
QComboBox QLineEdit, QComboBox QLineEdit:focus { border: 0; padding: 0; min-height: 0; background: transparent; }
QComboBox::drop-down { border: 0; width: {28}px; }
QComboBox::down-arrow { image: none; }
QComboBox QAbstractItemView { background: $raised; color: $text; border: 1px solid $inputline; padding: {4}px;
  selection-background-color: $sel; selection-color: $seltext; }
QComboBox QAbstractItemView::item { min-height: {30}px; padding: 0 {8}px; border-radius: {4}px; }

QAbstractItemView { background: $surface; color: $text; border: 0; gridline-color: transparent; selection-background-color: $sel;
  selection-color: $seltext; }
QListWidget[look="topics"] { border: 2px solid transparent; border-radius: {8}px; }
QListWidget[look="topics"]:focus, QTextBrowser[look="reading"]:focus { border-color: $focus; }
QListWidget[look="topics"]::item { padding: {4}px {8}px; border-radius: {6}px; }
QListWidget[look="topics"]::item:selected { background: $sel; color: $seltext; }
QListWidget[look="topics"]::item:disabled { color: $muted; padding-top: {8}px; }
QTextBrowser[look="reading"] { background: $surface; border: 2px solid transparent; border-radius: {8}px;
  selection-background-color: $accent; selection-color: $onaccent; }
QHeaderView { background: $surface; border: 0; }
QHeaderView::section { background: $surface; color: $muted; border: 0; border-bottom: 1px solid $line; padding: {8}px {12}px;
  font-weight: 600; font-size: @9.5pt; }
QTableWidget[look="words"]::item { padding: {8}px {9}px; color: $text; }
QTableWidget[look="words"]::item:selected { background: $sel; color: $seltext; }
QHeaderView::up-arrow, QHeaderView::down-arrow { width: 0; height: 0; }

QScrollBar:vertical { background: transparent; width: {12}px; margin: 2px; }
QScrollBar:horizontal { background: transparent; height: {12}px; margin: 2px; }
QScrollBar::handle { background: $inputline; border-radius: {4}px; min-height: {30}px; min-width: {30}px; }
QScrollBar::handle:hover { background: $muted; }
QScrollBar::add-line, QScrollBar::sub-line { width: 0; height: 0; }
QScrollBar::add-page, QScrollBar::sub-page { background: transparent; }
QAbstractScrollArea::corner { background: transparent; }
QSplitter::handle { background: transparent; }

QMenuBar { background: $side; color: $text; border-bottom: 1px solid $line; padding: {1}px {6}px; }
QMenuBar::item { padding: {4}px {10}px; border-radius: {5}px; background: transparent; }
QMenuBar::item:selected { background: $sel; color: $seltext; }
QMenu { background: $raised; color: $text; border: 1px solid $inputline; padding: {4}px; icon-size: {16}px; menu-scrollable: 1; }
QMenu::item { padding: {5}px {26}px {5}px {28}px; border-radius: {4}px; }
QMenu::item:selected { background: $sel; color: $seltext; }
QMenu::item:disabled { color: $muted; }
QMenu::separator { height: 1px; background: $line; margin: {4}px {8}px; }
QMenu::icon { left: {6}px; }
QMenu::right-arrow { width: {9}px; height: {9}px; }
QMenu::scroller { height: {18}px; }
QStatusBar { background: $side; color: $muted; border-top: 1px solid $line; }
QStatusBar::item { border: 0; }
QStatusBar QLabel { color: $muted; font-size: @9.5pt; }
QStatusBar QPushButton[look="link"] { min-height: {16}px; padding: 0 {4}px; font-size: @9.5pt; }

QFrame[look="message"] { border-radius: {10}px; border: 1px solid $line; background: $raised; }
QFrame[look="message"][tone="ok"] { background: $okbg; border-color: $ok; }
QFrame[look="message"][tone="ok"] QLabel { color: $ok; font-weight: 600; }
QFrame[look="message"][tone="info"] { background: $infobg; border-color: $info; }
QFrame[look="message"][tone="info"] QLabel { color: $info; font-weight: 600; }
QFrame[look="message"][tone="warn"] { background: $warnbg; border-color: $warn; }
QFrame[look="message"][tone="warn"] QLabel { color: $warn; font-weight: 600; }
QFrame[look="message"][tone="bad"] { background: $badbg; border-color: $bad; }
QFrame[look="message"][tone="bad"] QLabel { color: $bad; font-weight: 600; }
QProgressBar { background: $hover; border: 1px solid $line; border-radius: {3}px; min-height: {6}px; max-height: {6}px; }
QProgressBar::chunk { background: $accent; border-radius: {2}px; }
QCalendarWidget QWidget { background: $raised; color: $text; }
QCalendarWidget QAbstractItemView { background: $raised; color: $text; selection-background-color: $accent; selection-color: $onaccent; }
"""


_FILL = re.compile(r"\$(?P<token>[a-z0-9]+)|\{(?P<length>\d+)(?P<less>-1)?\}|@(?P<size>[\d.]+)pt")


def stylesheet() -> str:
    """The rules for the appearance and text size in use."""
    colours = dict(APPEARANCES[theme.appearance])
    colours["checkedborder"] = f"border-color: {colours['accent']};" if theme.is_contrast else ""

    def fill(found: re.Match[str]) -> str:
        if found["token"]:
            return colours[found["token"]]
        if found["length"]:
            return str(theme.px(int(found["length"])) - (1 if found["less"] else 0))
        return f"{theme.points(float(found['size'])):.1f}pt"

    return _FILL.sub(fill, _RULES)
