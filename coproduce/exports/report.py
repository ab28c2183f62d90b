"""Reports: which there are, what somebody chooses about a copy, and the document that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, replace
from datetime import date

from coproduce import __version__
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.issued import IssuedReport
from coproduce.domain.wording import day_words, list_words
from coproduce.errors import Refused
from coproduce.exports.document import DATA, Attachment, Block, Callout, Document, Heading, PageBreak, Paragraph, Tone
from coproduce.exports.fingerprint import FILE_NAME, fingerprint
from coproduce.exports.privacy import Audience
from coproduce.exports.sections import OUTCOME_SECTIONS, PARTICIPATION_SECTIONS
from coproduce.exports.sections.material import Material, Section
from coproduce.exports.wording import one_line
from coproduce.i18n import _


@dataclass(frozen=True, slots=True)
class Report:
    """A kind of report. `title` and `subtitle` are read when wanted, so that they come in the language in use."""

    key: str
    title: Callable[[], str]
    subtitle: Callable[[], str]
    sections: tuple[Section, ...]
    new_pages: frozenset[str] = frozenset()
    """Sections that start a new page in print."""


REPORTS: tuple[Report, ...] = (
    Report(
        "outcome",
        lambda: _("Outcome summary"),
        lambda: _("Outcome summary: what was said, what was decided, and what came of it"),
        OUTCOME_SECTIONS,
        frozenset({"honesty"}),
    ),
    Report(
        "participation",
        lambda: _("Equal participation statement"),
        lambda: _("Equal participation statement: how equal taking part was, and what the records cannot show"),
        PARTICIPATION_SECTIONS,
        frozenset({"honesty", "method"}),
    ),
)


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What somebody chose for one copy. `left_out` are keys of sections; `made_on` blank is the day the data runs up to.

    `large_print` is the renderer's: the words are the same.
    """

    report: str
    audience: Audience
    as_of: date
    made_on: date | None = None
    large_print: bool = False
    left_out: frozenset[str] = frozenset()


def report_called(key: str) -> Report:
    """The report of that key. Raises `Refused` where there is none, naming those there are."""
    for report in REPORTS:
        if report.key == key:
            return report
    keys = list_words(report.key for report in REPORTS)
    raise Refused(_("There is no report called “{key}”. There are: {keys}.").format(key=key, keys=keys))


def sections_of(facts: ProjectFacts, choices: ReportChoices) -> list[tuple[str, str]]:
    """Key and title of each section that may be left out of a report, in order."""
    report = report_called(choices.report)
    material = Material.of(facts, choices.audience, choices.as_of, report.key)
    return [(section.key, section.title(material)) for section in report.sections if not section.stays]


def build_report(facts: ProjectFacts, choices: ReportChoices) -> Document:
    """The document of one project for one audience: filtered first, measured once, the same bytes from the same facts.

    Raises `Refused` for an unknown report, and for leaving out a section that stays.
    """
    report = report_called(choices.report)
    _check_left_out(report, choices.left_out)
    whole = Material.of(facts, choices.audience, choices.as_of, report.key)
    titles = tuple(section.title(whole) for section in report.sections if section.key in choices.left_out)
    material = replace(whole, left_out=titles)
    return Document(
        title=one_line(material.facts.project.title),
        subtitle=report.subtitle(),
        organisation=one_line(material.facts.settings.organisation),
        details=tuple(_details(material, choices)),
        blocks=tuple(_blocks(report, material, choices)),
        footer=_footer(choices),
        attachments=(_evidence(material),),
    )


def _check_left_out(report: Report, left_out: frozenset[str]) -> None:
    keys = {section.key: section for section in report.sections}
    for key in sorted(left_out):
        if key not in keys:
            raise Refused(_("This report has no section called “{key}”.").format(key=key))
        if keys[key].stays:
            raise Refused(_("The section “{key}” is part of every copy and cannot be left out.").format(key=key))


def _details(material: Material, choices: ReportChoices) -> Iterator[tuple[str, str]]:
    yield _("Made for"), choices.audience.words
    yield _("Data up to"), day_words(choices.as_of)
    yield _("Made on"), day_words(choices.made_on or choices.as_of)
    yield _("Made with"), _("Coproduce {version}").format(version=__version__)
    if material.left_out:
        yield _("Left out of this copy"), list_words(material.left_out)


def _blocks(report: Report, material: Material, choices: ReportChoices) -> Iterator[Block]:
    if material.is_empty:
        words = _(
            "No workshop of this project has been held, and nothing has been said or decided."
        )
        yield Callout(Tone.MISSING, _("There is nothing to show yet"), (Paragraph(words),))
    for section in report.sections:
        if section.key in choices.left_out:
            continue
        if section.key in report.new_pages and not material.is_empty:
            yield PageBreak()
        yield Heading(2, section.title(material))
        yield from section.build(material)


def _footer(choices: ReportChoices) -> str:
    up_to = day_words(choices.as_of)
    if choices.made_on in (None, choices.as_of):
        return _("Data up to {day} · Coproduce {version}").format(day=up_to, version=__version__)
    words = _("Data up to {day} · made on {made} · Coproduce {version}")
    return words.format(made=day_words(choices.made_on), day=up_to, version=__version__)


def _evidence(material: Material) -> Attachment:
    return Attachment(FILE_NAME, DATA, material.evidence_file, _("Every count behind this report"))


def issued_copy(document: Document, facts: ProjectFacts, choices: ReportChoices, *, form: str) -> IssuedReport:
    """What is kept of a copy that leaves the program; `form` is the ending of its file, such as `.pdf`."""
    [carried] = document.attachments
    return IssuedReport(
        report=choices.report,
        project_id=str(facts.project.id),
        project=facts.project.title,
        audience=choices.audience.value,
        as_of=choices.as_of,
        made_on=choices.made_on or choices.as_of,
        form=form,
        fingerprint=fingerprint(carried.content),
        evidence=carried.content.decode(),
    )
