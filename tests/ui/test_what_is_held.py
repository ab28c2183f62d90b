"""File, What we hold about people: read in the window, from the menu, before it is saved."""

from __future__ import annotations

from coproduce.imports.sample import make_sample
from coproduce.storage.workspace_file import WorkspaceFile
from ui.kit.letters_dialog import LettersDialog


def test_the_page_is_made_from_the_menu_and_read_before_it_is_saved(open_window, tmp_path):
    make_sample(tmp_path / "s.coproduce").close()
    window = open_window()
    window.take(WorkspaceFile.open(tmp_path / "s.coproduce"))
    window.actions_by_key["file.holding"].trigger()
    [dialog] = [one for one in window.findChildren(LettersDialog) if one.isVisible()]
    assert "Why, and how long" in dialog.words.toPlainText()
    assert "So that people can take part as equals" in dialog.words.toPlainText()
    dialog.close()
