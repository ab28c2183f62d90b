"""What the window does for its screens: say, attempt, ask, open a form, run long work, go to a page."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any

from coproduce.i18n import _
from ui.kit.cells import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from PySide6.QtWidgets import QWidget

    from ui.kit.fields import Field
    from ui.kit.form_dialog import FormDialog
    from ui.kit.letters import Letters
    from ui.kit.many_acts import ManyAct
    from ui.kit.screen import Progress
    from ui.main_window import MainWindow


class ShellServices:
    """The `Shell` of `ui.kit.screen`, for one window."""

    def __init__(self, window: MainWindow) -> None:
        self._window = window

    @property
    def my_name(self) -> str:
        """Who sits at this computer."""
        return self._window.preferences.my_name

    def call_me(self, name: str) -> None:
        """Remember who sits at this computer."""
        self._window.look.call_me(name)

    @property
    def project_id(self) -> str | None:
        """The project chosen in the sidebar."""
        return self._window.project_id

    def say(self, words: str, *, tone: Tone = Tone.OK, undo: bool = False) -> None:
        """Put a sentence in the message bar."""
        bar = getattr(self._front(), "message_bar", None) or self._window.message_bar
        bar.say(words, tone, undo=undo)

    def attempt(self, act: Callable[[], Any], *, say: bool = True) -> bool:
        """Do something that may be refused, and say what came of it."""
        from coproduce.errors import CoproduceError

        before = self._window.steps
        try:
            act()
        except CoproduceError as error:
            self.failed(error)
            return False
        if say and self._window.steps != before:
            self.say_done()
        return True

    def run_work(
        self,
        label: str,
        act: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        *,
        records: int,
        failed: Callable[[], None] | None = None,
    ) -> bool:
        """Change many records: at once where they are few, and on a worker with progress and Cancel where that would be felt."""
        from ui.long_work import run_work

        return run_work(self._window, label, act, done or (lambda _result: self.say_done()), failed, records=records)

    def say_done(self) -> None:
        """Say the name of the step just done, and offer to undo it."""
        workspace = self._window.workspace
        step = workspace.undo_label if workspace else None
        if step:
            self.say(_("Done: {step}").format(step=step), undo=True)

    def failed(self, error: Exception) -> None:
        """Show an error by its kind: a rule in the message bar, the file or the disk in a dialog, a fault as a fault."""
        from coproduce.errors import Cancelled, Refused, WorkspaceError
        from ui.error_dialog import CrashDialog, show_problem

        if isinstance(error, Cancelled):
            self.say(_("Stopped. Nothing was changed."), tone=Tone.INFO)
        elif isinstance(error, Refused):
            self.say(str(error), tone=Tone.BAD)
        elif isinstance(error, WorkspaceError):
            show_problem(self._window, _("That did not work"), str(error))
        else:
            CrashDialog(self._window, error).open()

    def ask(self, question: str, yes: str, then: Callable[[], None], *, detail: str = "", listed: Sequence[str] = ()) -> None:
        """Ask before something that undo cannot mend."""
        from ui.kit.dialogs import ask

        ask(self._window, question, yes, then, detail=detail, listed=listed)

    @property
    def backup_folder(self) -> Path | None:
        """Where automatic copies go on this computer; None is beside the workspace."""
        workspace = self._window.workspace
        return None if workspace is None else self._window.preferences.backup_folder(workspace.path)

    def keep_backups_in(self, folder: Path) -> None:
        """Automatic copies go there from now on."""
        if self._window.workspace is not None:
            self._window.preferences.keep_backup_folder(self._window.workspace.path, folder)

    def go_back_to_copy(self, copy: Path) -> None:
        """Ask, then put a copy of the workspace in its place."""
        from ui.kept_moments import go_back_to_copy

        go_back_to_copy(self._window, copy)

    def open_form(
        self,
        title: str,
        fields: Sequence[Field],
        submit: Callable[[dict[str, Any]], Any],
        *,
        ok: str = "",
        again: str = "",
        help_line: str = "",
    ) -> None:
        """Open a form; it closes when `submit` succeeds, unless it is begun `again`."""
        from ui.kit.form_dialog import FormDialog

        before = self._window.steps

        def done() -> None:
            if self._window.steps != before:
                self.say_done()

        shown = FormDialog(self._front(), title, fields, submit, done=done, failed=self.failed, ok=ok, again=again, help_line=help_line)
        shown.open()
        self._put_back(shown)

    def _put_back(self, shown: FormDialog) -> None:
        from ui.half_typed import put_back

        put_back(self._window, shown)

    def open_many(self, act: ManyAct, ids: Sequence[str]) -> None:
        """Open the form of an act on many records; it closes when the act is done."""
        from ui.doing_many import open_many

        open_many(self._window, act, ids)

    def open_letters(self, letters: Letters) -> None:
        """Show letters to read, copy and save."""
        from ui.kit.letters_dialog import LettersDialog

        if self._window.workspace is not None:
            LettersDialog(self._window, self, self._window.workspace.workspace, letters).open()

    def run_job(
        self, label: str, work: Callable[[Progress], Any], done: Callable[[Any], None], *, failed: Callable[[Exception], None] | None = None
    ) -> None:
        """Do long work on a worker thread."""
        self._window.jobs.start(label, work, done, failed)

    def go_to(self, key: str, record_id: str | None = None, *, only: str | None = None) -> None:
        """Show another page, and a record or one of its filters on it."""
        self._window.go(key)
        page = self._window.stack.page(key)
        show = getattr(page, "show_record", None)
        if record_id is not None and show is not None:
            show(record_id)
        show_only = getattr(page, "show_only", None)
        if only is not None and show_only is not None:
            show_only(only)

    def choose_project(self, project_id: str) -> None:
        """Work on another project."""
        self._window.choose_project(project_id)

    def open_day(self, key: str, workshop_id: str | None = None) -> None:
        """Open one of the windows of a workshop's day."""
        from ui.day.opening import open_day

        open_day(self._window, key, workshop_id, parent=self._front())

    def _front(self) -> QWidget:
        """The window of a workshop's day that is open in front of the window, or the window."""
        from PySide6.QtWidgets import QApplication

        from ui.day.day_window import DayWindow

        front = QApplication.activeModalWidget()
        return front if isinstance(front, DayWindow) and front.isVisible() else self._window

    def do(self, key: str) -> None:
        """Run one of the window's commands."""
        self._window.actions_by_key[key].trigger()
