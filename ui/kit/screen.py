"""What the shell and a screen promise each other.

A screen lives in `ui/screens/<name>/`:

- `__init__.py` says `SCREEN = Screen(key, title, icon, build)` and imports nothing but this module, so that the shell
  can list every page without loading any. `build(workspace, shell)` imports the view and returns it; it is called once,
  when the page is first shown.
- `view.py` holds a QWidget made with `(workspace, shell)`. It has `show_state()`, which draws the whole state
  of the view-model and may be called at any time, any number of times (`render` is taken: it is Qt's own).
- `viewmodel.py` is plain Python without Qt: `changed` (a callable the view sets to its own `show_state`), `wants(touched)`
  (do these records show here?) and `refresh()` (ask the queries again, then call `changed`).

Whatever changes the workspace – this screen's own button, undo, an import – comes back by one road: the shell gets
`Changes`, asks each built page's view-model whether it wants them, and calls `refresh()` on the one in sight. The others
are marked stale and refreshed when they are next shown. A view never updates itself after its own command.

To do something, a view-model calls an operation with `workspace.workspace`, inside `shell.attempt(...)`: that shows the message
bar ("Marked as paid · Undo"), and turns `Refused` into a sentence. A verb for many records goes through `shell.run_work(...)`.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from typing import TYPE_CHECKING, Any, NamedTuple, Protocol

from ui.kit.cells import Tone

if TYPE_CHECKING:
    from pathlib import Path

    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.fields import Field
    from ui.kit.letters import Letters
    from ui.kit.many_acts import ManyAct

Touched = frozenset[tuple[str, str]]
"""The records a change touched, as (kind, id); kind is the class name, such as `Person`."""


class HasWorkspace(Protocol):
    """The open workspace, as a view-model sees it: what queries read and operations write."""

    @property
    def workspace(self) -> WorkspaceFile:
        """The file that is open."""


class ViewModel(Protocol):
    """The state of one screen, without Qt."""

    changed: Callable[[], None]

    def wants(self, touched: Touched) -> bool:
        """Does any of these records show here?"""

    def refresh(self) -> None:
        """Ask the queries again, then call `changed`."""


class Progress(Protocol):
    """How long work says how far it is. Calling it raises `Cancelled` once the person has asked to stop."""

    def __call__(self, done: int, of: int) -> None:
        """Say that `done` parts of `of` are finished; `of` 0 means nobody knows."""

    @property
    def is_cancelled(self) -> bool:
        """The person asked to stop."""


class Shell(Protocol):
    """What the window does for a screen."""

    @property
    def project_id(self) -> str | None:
        """The project chosen in the sidebar; None where the workspace has none yet. A new choice is told by `refresh()`."""

    @property
    def my_name(self) -> str:
        """Who sits at this computer, where they said so in Settings; else empty."""

    def call_me(self, name: str) -> None:
        """Remember who sits at this computer; what they may see and change follows."""

    def say(self, words: str, *, tone: Tone = Tone.OK, undo: bool = False) -> None:
        """Put a sentence in the message bar and tell screen readers. `undo` adds an Undo button for the last change."""

    def attempt(self, act: Callable[[], Any], *, say: bool = True) -> bool:
        """Do something that may be refused. True when done; the message bar then says what was done and offers Undo.

        `Refused` shows its sentence in the message bar; `WorkspaceError` shows the dialog that says what is safe.
        """

    def run_work(
        self,
        label: str,
        act: Callable[[], Any],
        done: Callable[[Any], None] | None = None,
        *,
        records: int,
        failed: Callable[[], None] | None = None,
    ) -> bool:
        """Do one step that writes `records` records. Few are written at once, as `attempt` does; many on a worker with progress and
        Cancel, while every other change is refused in words. `act` must not touch Qt; it runs on either thread.

        `done` gets what `act` returned, on the main thread, after every page has heard of the change; without it the message bar says
        what was done and offers Undo. Where nothing was changed, the reason is shown and `failed` is called. True while a worker is at it.
        """

    def ask(self, question: str, yes: str, then: Callable[[], None], *, detail: str = "", listed: Sequence[str] = ()) -> None:
        """Ask before something that undo cannot mend. `yes` words the button; `then` runs if it is pressed. `listed` is what may be
        long, and scrolls.
        """

    @property
    def backup_folder(self) -> Path | None:
        """Where automatic copies go on this computer; None is beside the workspace."""

    def keep_backups_in(self, folder: Path) -> None:
        """Automatic copies go there from now on."""

    def go_back_to_copy(self, copy: Path) -> None:
        """Ask, then put a copy of the workspace in its place; what is there now is kept beside it."""

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
        """Open a form beside the window. `submit` gets the values by name; if it raises `Refused` the form stays open and
        shows the sentence beside the field it names. When it succeeds the form closes and the message bar offers Undo.
        `again` words a button that submits and begins the same form anew, to enter many quickly.
        """

    def open_many(self, act: ManyAct, ids: Sequence[str]) -> None:
        """Ask what an act on many records needs, say who it fits and who is left out and why, and do it in one step."""

    def open_letters(self, letters: Letters) -> None:
        """Let somebody read, copy and save letters, one to each person."""

    def open_day(self, key: str, workshop_id: str | None = None) -> None:
        """Open one of the windows of a workshop's day, such as `sign_in`; of the workshop in sight where none is named."""

    def run_job(
        self, label: str, work: Callable[[Progress], Any], done: Callable[[Any], None], *, failed: Callable[[Exception], None] | None = None
    ) -> None:
        """Do long work on a worker thread, with progress and Cancel. `work` must not touch Qt or write to the workspace (see `run_work`);
        `done` gets what it returned, on the main thread.
        """

    def go_to(self, key: str, record_id: str | None = None, *, only: str | None = None) -> None:
        """Show another page, and on it a record or what a filter leaves: the page's `show_record(record_id)` or
        `show_only(only)` is called if it has one.
        """

    def choose_project(self, project_id: str) -> None:
        """Work on another project from now on, on every page."""

    def do(self, key: str) -> None:
        """Run one of the window's actions by its key, such as `file.import`."""


class Screen(NamedTuple):
    """One page of the window. `title` is English and translated where shown; `icon` is a file in `assets/icons`.

    `figure` reads the number shown beside the title in the sidebar, given the workspace and the project; None for none. It
    runs after each change that touches one of the `figure_of` kinds, so it must be quick. `build` gets an `OpenWorkspace` and
    gives a QWidget that has `viewmodel` and `show_state()`; neither is named here, so that view-models may import this module
    without Qt. A page may also have `show_record(record_id)`, `focus_search()` and `first_focus()`, and `rows_in_sight()`, which
    names the sheet that pasted rows go to and the fields its place gives; the shell uses them if so.
    """

    key: str
    title: str
    icon: str
    build: Callable[[Any, Shell], Any]
    figure: Callable[[HasWorkspace, str | None], int | None] | None = None
    figure_of: frozenset[str] = frozenset()
