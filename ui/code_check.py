"""Checking a code somebody holds, such as `Record 1,234 · 7F3A-19C2`, or the whole history where nobody has one at hand."""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from coproduce.domain.history_check import Altered
from coproduce.domain.record_code import read_code
from coproduce.i18n import _, ngettext
from ui.kit.dialogs import MessageDialog

if TYPE_CHECKING:
    from coproduce.domain.history_check import CheckedCode
    from ui.kit.screen import Progress
    from ui.main_window import MainWindow

MOST_NAMED = 50
"""So many altered records are named; the rest are counted."""


def ask_for_code(window: MainWindow) -> None:
    """Ask for the code, then look through the history."""
    from ui.kit.fields import TextField

    if window.workspace is None:
        return

    def submit(values: dict[str, Any]) -> None:
        words = (values["code"] or "").strip()
        if words:
            read_code(words)  # refused in the form, where it can be mended
        check(window, words)

    hint = _(
        "It stands at the foot of every page that leaves Coproduce, such as Record 1,234 · 7F3A-19C2. "
        "Leave it blank to check the history against itself."
    )
    window.services.open_form(_("Check a code"), [TextField("code", _("Code"), hint)], submit, ok=_("Check"))


def check(window: MainWindow, words: str) -> None:
    """Look through the history on a worker, and show what was found."""
    workspace = window.workspace
    if workspace is None:
        return
    file = workspace.workspace

    def work(_progress: Progress) -> CheckedCode:
        from coproduce.storage.queries.record_code import check_code

        return check_code(file, words)

    def done(checked: CheckedCode) -> None:
        show_checked(window, checked)

    window.services.run_job(_("Checking the history"), work, done)


def show_checked(window: MainWindow, checked: CheckedCode) -> MessageDialog:
    """The answer first, then what it rests on, then the records that were changed outside the program."""
    icon, tone = ("circle-check", "ok") if checked.agrees else ("circle-alert", "warn")
    dialog = MessageDialog(window, icon, checked.headline, "\n".join(checked.lines), tone=tone, width=620)
    if checked.history.altered:
        dialog.add(_altered(window, checked))
    dialog.add_button(_("History"), partial(window.go, "history"))
    dialog.add_button(_("Close"), primary=True)
    dialog.open()
    return dialog


def _altered(window: MainWindow, checked: CheckedCode) -> Any:
    from coproduce.storage.queries.named import named
    from ui.kit.detail_parts import Heading, Note, Part
    from ui.kit.part_list import PartList
    from ui.report_check import in_a_frame
    from ui.screens.history.records import name_words

    assert window.workspace is not None
    found = checked.history.altered
    told = {
        Altered.CHANGED: _("Changed outside the program"),
        Altered.ADDED: _("Put in outside the program"),
        Altered.REMOVED: _("Taken out outside the program"),
    }
    names = named(window.workspace.workspace, ((each.kind, each.record_id) for each in found[:MOST_NAMED]))
    parts: list[Part] = [Heading(_("Records changed outside the program"))]
    for each in found[:MOST_NAMED]:
        words = name_words(each.kind, each.record_id, names.get((each.kind, each.record_id)))
        parts += [Note(f"{words}\n{told[each.how]}")]
    more = len(found) - MOST_NAMED
    if more > 0:
        parts.append(Note(ngettext("and {n} more record", "and {n} more records", more).format(n=f"{more:,}"), quiet=True))
    listed = PartList()
    listed.show_parts(parts)
    return in_a_frame(listed, _("Records changed outside the program"))
