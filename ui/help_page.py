"""Help: what the program keeps to, and every keyboard shortcut. It works without a network."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from coproduce.i18n import _
from ui.actions import Actions, shortcut_words
from ui.kit.dialogs import MessageDialog
from ui.kit.layout import card, row
from ui.kit.page import Page
from ui.kit.words import Icon, label
from ui.theme.sizes import space

_MORE = (
    ("↑ ↓", "Choose a row in a table"),
    ("Enter", "Open the row chosen"),
    ("Ctrl+C", "Copy the row chosen"),
    ("Tab", "Go to the next thing on the page"),
    ("Esc", "Close a dialog, or clear a search"),
)


class HelpPage(Page):
    """Promises first, then shortcuts, in the words of the menus."""

    def __init__(self, actions: Actions) -> None:
        super().__init__(_("Help"), _("What Coproduce keeps to, and how to work it from the keyboard."))
        promises = card(
            label(_("Good to know"), "h2"),
            *(_promise(icon_name, words) for icon_name, words in _promises()),
            None,
            gap=12,
        )
        self.shortcuts = card(label(_("Keyboard shortcuts"), "h2"), _shortcuts(actions), gap=12)
        sides = row(promises, self.shortcuts, gap=16)
        sides.setStretch(0, 1)
        sides.setStretch(1, 1)
        self.add_folding(sides)
        self.body.addStretch(1)


def open_about(parent: QWidget) -> MessageDialog:
    """Say what the program is and which version."""
    from coproduce import __version__

    dialog = MessageDialog(
        parent,
        "handshake",
        _("Coproduce {version}").format(version=__version__),
        _(
            "Plan co-production workshops, look after the people who come, and show honestly how equal it was.\n\n"
            "Free software under the MIT licence. Your data stays in your own file on this computer."
        ),
    )
    dialog.add_button(_("Close"), primary=True)
    dialog.open()
    return dialog


def _promises() -> tuple[tuple[str, str], ...]:
    return (
        ("save", _("Every change is saved as you make it. There is nothing to save by hand.")),
        ("undo-2", _("Nearly everything can be undone, also after you closed the program.")),
        ("circle-help", _("What nobody wrote down is shown as “not recorded”: never as a no, never as zero.")),
        ("shield", _("Everything stays in one file on this computer. Nothing is sent anywhere.")),
        ("users", _("All you need to add a person is a name they choose.")),
        ("upload", _("Drop an Excel workbook on the window to bring it in. Nothing is half brought in.")),
    )


def _promise(icon_name: str, words: str) -> QWidget:
    made = QWidget()
    made.setLayout(row(Icon(icon_name, 18, "accent"), label(words, wrap=True), gap=12))
    return made


def _shortcuts(actions: Actions) -> QWidget:
    grid = QGridLayout()
    space(grid, (0, 0, 0, 0), 8)
    said = [(shortcut_words(action), made.text()) for action, made in actions.said() if action.shortcuts]
    for line, (keys, words) in enumerate([*said, *((keys, _(words)) for keys, words in _MORE)]):
        grid.addWidget(label(words, wrap=True), line, 0)
        grid.addWidget(label(keys, "key"), line, 1, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeft)
    grid.setColumnStretch(0, 1)
    holder = QWidget()
    holder.setLayout(grid)
    return holder
