"""Letters to several people, one each: what a list of them is, and how it is saved. No Qt.

A page says whom it writes to and what; the window lets somebody read each letter, copy it, or save it. Nothing is sent from here.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.domain.given import For, Given, GivenFile, read_as
from coproduce.i18n import _, ngettext
from coproduce.storage.queries.record_code import record_code
from ui.kit.record_list import local_today
from ui.kit.saved_file import fit_for_a_name, folder_words, saved_words

if TYPE_CHECKING:
    from coproduce.exports.document import Document
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Progress, Shell


@dataclass(frozen=True, slots=True)
class Letter:
    """One letter. `state` says what became of it; `missing` are sentences about what it cannot say; `large` is large print.

    `person_id` is whom it is to or about, and `quotes` whose words it holds (`domain.given.GivenFile`); `easy` is Easy Read.
    """

    key: str
    name: str
    state: str
    document: Document = field(repr=False)
    missing: tuple[str, ...] = ()
    large: bool = False
    person_id: str = ""
    easy: bool = False
    quotes: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Letters:
    """A kind of letter to everybody it concerns. `read` gives them as they are now, after each change as well.

    `about` is what they are about, for the names of files. `note_sent`, where there is one, records that those of these keys went out, and
    gives False where there was nothing to note;
    `note_all_words` word the same for all of them, offered once they are saved and never done by itself. `what` and `for_whom` are how
    the list of what was given out tells of them.
    """

    title: str
    kind: str
    about: str
    read: Callable[[], Sequence[Letter]]
    help_line: str = ""
    note_sent: Callable[[Sequence[str]], object] | None = None
    note_words: str = ""
    note_all_words: str = ""
    what: Given = Given.LETTER
    for_whom: For = For.PERSON
    project_id: str = ""


Then = Callable[[], object]
"""What follows once something is saved."""


def _nothing() -> None:
    """Nothing follows."""


def file_name(letters: Letters, letter: Letter, ending: str) -> str:
    """`Invitation – Siân Vaughan – Where the line begins.pdf`, without what a file name may not hold."""
    words = " – ".join(part for part in (letters.kind, letter.name, letters.about) if part)
    return fit_for_a_name("".join(filter(str.isprintable, words)), 110).strip(" .") + ending


def save_letter(shell: Shell, file: WorkspaceFile, letters: Letters, letter: Letter, path: Path, then: Then = _nothing) -> None:
    """Write one letter: as a web page for an e-mail or a screen reader, for Word, or as PDF, by the ending of its name."""

    def work(progress: Progress) -> None:
        from coproduce.exports.writing import write_as

        document = letter.document.made_at(record_code(file))
        write_as(path.suffix, document, path, large_print=letter.large, cancelled=lambda: progress.is_cancelled)

    _run(shell, file, work, path, given_letters(shell, letters, [letter], path.suffix), then)


def save_together(shell: Shell, file: WorkspaceFile, letters: Letters, path: Path, then: Then = _nothing) -> None:
    """Write every letter into one file, each on pages of its own: PDF, Word or a web page by the ending of its name.

    All are in large print where one has to be.
    """
    wanted = tuple(letters.read())

    def work(progress: Progress) -> None:
        from coproduce.exports.letters.together import together
        from coproduce.exports.writing import write_as

        whole = together(letters.title, [letter.document for letter in wanted]).made_at(record_code(file))
        large = any(letter.large for letter in wanted)
        write_as(path.suffix, whole, path, large_print=large, cancelled=lambda: progress.is_cancelled)

    _run(shell, file, work, path, given_letters(shell, letters, wanted, path.suffix), then)


def save_all(shell: Shell, file: WorkspaceFile, letters: Letters, folder: Path, then: Then = _nothing) -> None:
    """Write every letter as a PDF of its own into a folder. A file that is there already keeps its name; ours gets a number."""
    wanted = tuple(letters.read())

    def work(progress: Progress) -> int:
        from coproduce.exports.pdf import render

        record = record_code(file)
        for number, letter in enumerate(wanted):
            progress(number, len(wanted))
            render(letter.document.made_at(record), _free(folder / file_name(letters, letter, ".pdf")), large_print=letter.large)
        return len(wanted)

    def done(count: int) -> None:
        given = [given_letters(shell, letters, [letter], ".pdf") for letter in wanted]
        shell.attempt(lambda: file.note(_("Saved letters as PDF"), "export", given=given), say=False)
        words = ngettext("Saved {n} letter in {folder}", "Saved {n} letters in {folder}", count)
        shell.say(words.format(n=count, folder=folder_words(folder)))
        then()

    shell.run_job(_("Saving letters"), work, done)


def given_letters(shell: Shell, letters: Letters, wanted: Sequence[Letter], ending: str) -> GivenFile:
    """One file with these letters in it, as the list of what was given out tells of it."""
    return GivenFile(
        what=letters.what,
        for_whom=letters.for_whom,
        form=ending.lower(),
        made_on=local_today(),
        title=letters.kind,
        project_id=letters.project_id,
        part=letters.about,
        reading=read_as(large=any(one.large for one in wanted), easy=any(one.easy for one in wanted)),
        made_by=shell.my_name,
        people=tuple(dict.fromkeys(one.person_id for one in wanted if one.person_id)),
        quotes=tuple(dict.fromkeys(quote for one in wanted for quote in one.quotes)),
    )


def _run(shell: Shell, file: WorkspaceFile, work: Callable[[Progress], None], path: Path, given: GivenFile, then: Then) -> None:
    def done(_nothing: None) -> None:
        shell.attempt(lambda: file.note(_("Saved a letter"), "export", given=given), say=False)
        shell.say(saved_words(path))
        then()

    shell.run_job(_("Saving {name}").format(name=path.name), work, done)


def _free(path: Path) -> Path:
    """The path, or one with a number where there is a file of that name."""
    free, number = path, 2
    while free.exists():
        free = path.with_stem(f"{path.stem} ({number})")
        number += 1
    return free
