"""A report as it was made: of which records and choices, its pages, and what is kept of it when it leaves the program. No Qt."""

from __future__ import annotations

import io
from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.exports.pdf import PdfResult, render
from coproduce.exports.pdf.watch import Watch
from coproduce.exports.report import ReportChoices, build_report, given_copy, issued_copy
from coproduce.exports.target import replacing
from coproduce.exports.writing import write_as
from coproduce.storage.many_objects import many_objects
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.queries.record_code import record_code

if TYPE_CHECKING:
    from coproduce.domain.facts import ProjectFacts
    from coproduce.domain.given import GivenFile
    from coproduce.domain.issued import IssuedReport
    from coproduce.exports.document import Document
    from coproduce.storage.workspace_file import WorkspaceFile

PDF = ".pdf"


@dataclass(frozen=True, slots=True)
class Kept:
    """What the file keeps of a copy that leaves."""

    issued: IssuedReport
    given: GivenFile

    def by(self, name: str) -> Kept:
        """The same, saved by somebody of that name."""
        return replace(self, given=replace(self.given, made_by=name))


@dataclass(frozen=True, slots=True)
class Source:
    """What a report is made of: the choices, the projects in order, and the code of the records as they were."""

    choices: ReportChoices
    project_ids: tuple[str, ...]
    record: str


@dataclass(frozen=True, slots=True)
class Built:
    """A report as blocks, and the facts that are in it."""

    source: Source
    document: Document
    facts: ProjectFacts
    others: Sequence[ProjectFacts]

    def kept(self, form: str, made_by: str = "") -> Kept:
        """What is kept of a copy in that form, such as `.pdf`."""
        choices = self.source.choices
        issued = issued_copy(self.document, self.facts, choices, form=form, others=self.others)
        return Kept(issued, given_copy(self.document, self.facts, choices, form=form, made_by=made_by, others=self.others))


@dataclass(frozen=True, slots=True)
class Pages:
    """A report as it would be printed: the whole file, what was checked of it, and what is kept of it should it leave."""

    source: Source
    pdf: bytes
    result: PdfResult
    kept: Kept


def build(file: WorkspaceFile, choices: ReportChoices, project_ids: tuple[str, ...]) -> Built:
    """Read the records and make the report of them. Raises `Refused` where there is nothing to make it of."""
    with many_objects():
        source = Source(choices, project_ids, record_code(file))
        facts, *others = [load_facts(file, project_id) for project_id in project_ids]
        return Built(source, build_report(facts, choices, others).made_at(source.record), facts, others)


def pages_of(built: Built, told: Callable[[int], None], cancelled: Callable[[], bool]) -> Pages:
    """Draw it as PDF and check it. Raises `Cancelled`."""
    whole, is_large = io.BytesIO(), built.source.choices.is_large
    result = render(built.document, whole, large_print=is_large, progress=told, cancelled=cancelled)
    return Pages(built.source, whole.getvalue(), result, built.kept(PDF))


def save(
    file: WorkspaceFile,
    path: Path,
    choices: ReportChoices,
    project_ids: tuple[str, ...],
    *,
    seen: Pages | None,
    made_by: str,
    told: Callable[[int], None],
    cancelled: Callable[[], bool],
) -> tuple[PdfResult | None, Kept]:
    """Write the report in the form of the path's ending: an old file stays unless the new one is whole.

    A PDF whose pages were `seen`, made of the same choices and records, is that very file. Raises `Cancelled` and `DiskTrouble`.
    """
    form = path.suffix.lower()
    if form == PDF and seen is not None and seen.source == Source(choices, project_ids, record_code(file)):
        with replacing(path) as stream:
            stream.write(seen.pdf)
            Watch(cancelled=cancelled).check()
        return seen.result, seen.kept.by(made_by)
    built = build(file, choices, project_ids)
    result = write_as(
        form, built.document, path, large_print=choices.is_large, made_on=choices.as_of, progress=told, cancelled=cancelled
    )  # fmt: skip
    return result, built.kept(form, made_by)
