"""What is printed for a day: the print chosen, its size, its pages, and saving it. No Qt."""

from __future__ import annotations

import io
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.domain.given import For, Given, GivenFile, read_as
from coproduce.domain.wording import N_
from coproduce.errors import Cancelled, Refused
from coproduce.exports.document import Document
from coproduce.exports.pdf import PdfResult, render
from coproduce.exports.prints import PRINTS, PrintChoices, PrintKind, Size, build_print, print_called
from coproduce.exports.prints.facilitators import SHOWN
from coproduce.exports.writing import write_as
from coproduce.i18n import _, gettext
from coproduce.storage.queries.inviting import workshop_day
from coproduce.storage.queries.record_code import record_code
from ui.day.day_model import DayModel
from ui.kit.cells import Tone
from ui.kit.record_list import local_today
from ui.kit.saved_file import fit_for_a_name, pages_words, say_saved

if TYPE_CHECKING:
    from coproduce.domain.ids import WorkshopId
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Progress, Shell
    from ui.preferences import Preferences

SIZES = {Size.ORDINARY: N_("Ordinary"), Size.LARGE: N_("Large print, 18 point"), Size.EASY: N_("Easy Read, with pictures")}
PARTS = {"goal": N_("Goals"), "materials": N_("Materials"), "notes": N_("Notes")}


class PrintsModel(DayModel):
    """The last choices come back. A choice that changes makes the pages anew on a worker; `pdf` is None until they are made."""

    def __init__(self, file: WorkspaceFile, shell: Shell, workshop_id: WorkshopId, kept: Preferences) -> None:
        self._kept = kept
        remembered = kept.print_choices
        self.kind: PrintKind = print_called(remembered.get("kind", ""))
        self.shown = frozenset(remembered.get("shown", " ".join(SHOWN)).split()) & frozenset(SHOWN)
        self.changed: Callable[[], None] = lambda: None
        self.pdf: bytes | None = None
        self.pages = 0
        self.passes = True
        self.is_making = False
        self._turn = 0
        super().__init__(file, shell, workshop_id)

    @property
    def size(self) -> Size:
        """How the print chosen is set: as it was last, or as it is by itself."""
        remembered = self._kept.print_choices.get(self.kind.key)
        return next((size for size in self.kind.sizes if size == remembered), self.kind.sizes[0])

    @property
    def choices(self) -> PrintChoices:
        """What was chosen, for `build_print`."""
        return PrintChoices(self.size, self.shown)

    @property
    def kinds(self) -> list[tuple[str, str]]:
        """Key and title of every print."""
        return [(kind.key, kind.title) for kind in PRINTS]

    @property
    def sizes(self) -> list[tuple[str, str]]:
        """Key and words of the sizes of the print chosen."""
        return [(size.value, gettext(SIZES[size])) for size in self.kind.sizes]

    @property
    def parts(self) -> list[tuple[str, str]]:
        """What a facilitator sheet can say of each part; nothing for other prints."""
        return [(key, gettext(words)) for key, words in PARTS.items()] if self.kind.key == "facilitators" else []

    @property
    def state(self) -> str:
        """How many pages it has, and what was checked."""
        if self.is_making:
            return _("Making the pages …")
        if self.pdf is None:
            return _("The pages were stopped before they were made.")
        return pages_words(self.pages, passes=self.passes)

    def choose(self, key: str) -> None:
        """Another print."""
        self.kind = print_called(key)
        self._remember(kind=key)

    def choose_size(self, size: str) -> None:
        """Another size of it."""
        self._remember(**{self.kind.key: size})

    def toggle(self, part: str) -> None:
        """Say something of each part, or leave it out."""
        self.shown ^= {part}
        self._remember(shown=" ".join(sorted(self.shown)))

    def _remember(self, **choices: str) -> None:
        self._kept.print_choices = {**self._kept.print_choices, **choices}
        self.make()

    def make(self) -> None:
        """Make the pages on a worker."""
        self._turn += 1
        turn, large = self._turn, self.choices.is_large
        self.is_making = True
        self.changed()

        def work(progress: Progress) -> tuple[bytes, PdfResult]:
            whole = io.BytesIO()
            result = render(self.document(), whole, large_print=large, cancelled=lambda: progress.is_cancelled or turn != self._turn)
            return whole.getvalue(), result

        self.shell.run_job(
            _("Making the pages"), work, lambda made: self._made(turn, *made), failed=lambda error: self._stopped(turn, error)
        )

    def leave(self) -> None:
        """Nobody looks any more: pages still being made are stopped, and nothing is drawn."""
        self._turn += 1
        self.changed = lambda: None

    def document(self) -> Document:
        """The print as a document. Refused where the workshop has gone."""
        day = workshop_day(self.file, self.workshop_id)
        if day is None:
            raise Refused(_("This workshop has gone. It may have been removed."))
        return build_print(day, self.kind.key, self.choices).made_at(record_code(self.file))

    def _made(self, turn: int, pdf: bytes, result: PdfResult) -> None:
        if turn == self._turn:
            self.pdf, self.pages, self.passes, self.is_making = pdf, result.pages, result.verdict.passes, False
            self.changed()

    def _stopped(self, turn: int, error: Exception) -> None:
        if turn != self._turn:
            return
        self.pdf, self.is_making = None, False
        self.changed()
        if not isinstance(error, Cancelled | Refused):
            raise error
        self.shell.say(_("The preview was stopped.") if isinstance(error, Cancelled) else str(error), tone=Tone.INFO)

    # -- saving

    def file_name(self, ending: str) -> str:
        """`Day sheet – Where the line begins – 2026-03-03.pdf`."""
        return fit_for_a_name(" – ".join(self._name()), 110).strip(" .") + ending

    def _name(self) -> Iterator[str]:
        yield self.kind.title
        if self.detail is not None:
            yield self.detail.workshop.title
            yield self.detail.workshop.date.isoformat()

    def save(self, path: Path) -> None:
        """Write the print: PDF, web page or Word, by the ending of its name."""
        large = self.choices.is_large

        def work(progress: Progress) -> PdfResult | None:
            return write_as(path.suffix, self.document(), path, large_print=large, cancelled=lambda: progress.is_cancelled)

        self.shell.run_job(_("Saving {name}").format(name=path.name), work, lambda result: self._saved(path, result))

    def _given(self, path: Path) -> GivenFile:
        """As the list of what was given out tells of it."""
        workshop = self.detail.workshop if self.detail else None
        return GivenFile(
            what=Given.PRINT,
            for_whom=For.TEAM,
            form=path.suffix.lower(),
            made_on=local_today(),
            title=self.kind.title,
            project_id=str(workshop.project_id) if workshop else "",
            part=workshop.title if workshop else "",
            reading=read_as(large=self.choices.is_large, easy=False),
            made_by=self.shell.my_name,
        )

    def _saved(self, path: Path, result: PdfResult | None) -> None:
        self.shell.attempt(lambda: self.file.note(_("Saved a print for the day"), "export", given=self._given(path)), say=False)
        say_saved(self.shell, path, result)
