"""What was given out, as a table an organisation can print: which file, for whom, by whom, on which day and in what form."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from coproduce.domain.given import Given, GivenFile, Read
from coproduce.domain.wording import day_words, list_words
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.document import Block, Column, Document, Paragraph, Table
from coproduce.exports.house_look import look_of
from coproduce.exports.report import report_called
from coproduce.exports.wording import one_line
from coproduce.i18n import _

FORMS = {
    ".pdf": "PDF",
    ".html": "HTML",
    ".docx": "Word",
    ".xlsx": "Excel",
    ".zip": "CSV",
    ".csv": "CSV",
    ".txt": "TXT",
    ".json": "JSON",
    ".ics": "iCalendar",
}
"""What a file is called by the ending of its name."""


def given_out(files: Sequence[tuple[GivenFile, Sequence[str]]], settings: WorkspaceSettings, today: date) -> Document:
    """One row for each file, with the names of those it was written to or is about. For the organisation itself."""
    columns = (Column(_("Saved")), Column(_("What"), 2), Column(_("About"), 2), Column(_("For"), 2), Column(_("Made by")), Column(_("As")))
    table = Table(_("Files that left the program, newest first"), columns, tuple(_row(given, names) for given, names in files))
    words = _("For the organisation itself: it names people. Copies made before this list was kept are in it where they were reports.")
    empty = Paragraph(_("Nothing was given out yet."))
    blocks: tuple[Block, ...] = (Paragraph(words), table) if files else (empty,)
    return Document(
        title=_("What was given out"),
        subtitle=_("Which files left the program, for whom, and who made them"),
        organisation=one_line(settings.organisation),
        look=look_of(settings),
        details=((_("Made on"), day_words(today)),),
        blocks=blocks,
    )


def _row(given: GivenFile, names: Sequence[str]) -> tuple[str, ...]:
    about = " · ".join(one_line(part) for part in (given.project, given.part) if part) or "–"
    whom = one_line(list_words(list(names))) if names else given.for_whom.words
    return (day_words(given.made_on), one_line(title_words(given)), about, whom, one_line(maker_words(given)), form_words(given))


def title_words(given: GivenFile) -> str:
    """A report by its own title, a letter by its kind, anything else by what it is and what it is called."""
    if given.what is Given.REPORT:
        return report_called(given.title).title()
    if given.what in (Given.LETTER, Given.PRINT) and given.title:
        return given.title
    is_named = given.title and given.title != given.what.words and given.what in (Given.FINANCE, Given.BANK)
    return _("{what}: {title}").format(what=given.what.words, title=given.title) if is_named else given.what.words


def form_words(given: GivenFile) -> str:
    """`PDF`, or `PDF, large print`."""
    form = FORMS.get(given.form, given.form.lstrip(".") or _("File"))
    return form if given.reading is Read.ORDINARY else _("{form}, {reading}").format(form=form, reading=given.reading.words)


def maker_words(given: GivenFile) -> str:
    """Who sat there when it was made, as far as anybody said."""
    return given.made_by or _("Not recorded")
