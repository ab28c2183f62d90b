"""Reports: which there are, what somebody chooses about a copy, and the document that comes of it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from datetime import date

from coproduce import __version__
from coproduce.domain.evidence.disclosure import counts_by_cell
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.given import For, Given, GivenFile, read_as
from coproduce.domain.issued import IssuedReport
from coproduce.domain.part import OneWorkshop, Part
from coproduce.domain.wording import day_words, list_words
from coproduce.errors import Refused
from coproduce.exports.about_part import part_in_short, part_words
from coproduce.exports.document import DATA, Attachment, Block, Callout, Document, Heading, PageBreak, Paragraph, Tone
from coproduce.exports.fingerprint import FILE_NAME, fingerprint
from coproduce.exports.house_look import look_of
from coproduce.exports.privacy import Audience
from coproduce.exports.quoted import quotes_in
from coproduce.exports.sections import (
    DECISIONS_SECTIONS,
    OUTCOME_SECTIONS,
    PARTICIPATION_SECTIONS,
    RESOURCING_SECTIONS,
    SEVERAL_SECTIONS,
)
from coproduce.exports.sections.easy import EASY_OUTCOME_SECTIONS
from coproduce.exports.sections.material import RESOURCING, Material, Section
from coproduce.exports.wording import full_stop, one_line
from coproduce.i18n import _

FOR_ALL = (Audience.PUBLIC, Audience.FUNDER, Audience.PARTICIPANTS)
"""Whom a report is for, unless it says otherwise."""


@dataclass(frozen=True, slots=True)
class Report:
    """A kind of report. `title` and `subtitle` are read when wanted, so that they come in the language in use."""

    key: str
    title: Callable[[], str]
    subtitle: Callable[[], str]
    sections: tuple[Section, ...]
    new_pages: frozenset[str] = frozenset()
    """Sections that start a new page in print."""
    audiences: tuple[Audience, ...] = FOR_ALL
    of_several: bool = False
    """It sets several projects side by side."""
    easy: tuple[Section, ...] = ()
    """The sections of its Easy Read form, under the same keys; none where there is no such form."""

    def sections_for(self, audience: Audience, *, easy_read: bool = False) -> tuple[Section, ...]:
        """The sections a copy for this audience has. Raises `Refused` where Easy Read is wanted and there is none."""
        if easy_read and not self.easy:
            raise Refused(_("There is no Easy Read form of this report: {title}.").format(title=self.title()))
        return tuple(section for section in (self.easy if easy_read else self.sections) if section.is_for(audience))


REPORTS: tuple[Report, ...] = (
    Report(
        "outcome",
        lambda: _("Outcome summary"),
        lambda: _("Outcome summary: what was said, what was decided, and what came of it"),
        OUTCOME_SECTIONS,
        frozenset({"honesty"}),
        easy=EASY_OUTCOME_SECTIONS,
    ),
    Report(
        "participation",
        lambda: _("Equal participation statement"),
        lambda: _("Equal participation statement: how equal taking part was, and what the records cannot show"),
        PARTICIPATION_SECTIONS,
        frozenset({"honesty", "method"}),
    ),
    Report(
        "decisions",
        lambda: _("Decision log"),
        lambda: _("Decision log: what was asked, who decided and how, and what came of it"),
        DECISIONS_SECTIONS,
        frozenset({"honesty"}),
    ),
    Report(
        RESOURCING,
        lambda: _("Resourcing report"),
        lambda: _("Resourcing report: what people were offered and paid, how long it took, and the budget"),
        RESOURCING_SECTIONS,
        frozenset({"payments", "honesty"}),
        (*FOR_ALL, Audience.FINANCE),
    ),
    Report(
        "projects",
        lambda: _("Several projects side by side"),
        lambda: _("Every question with each project’s own figure, without a ranking"),
        SEVERAL_SECTIONS,
        frozenset({"honesty"}),
        of_several=True,
    ),
)


@dataclass(frozen=True, slots=True)
class ReportChoices:
    """What somebody chose for one copy. `left_out` are keys of sections; `made_on` blank is the day the data runs up to; `part` blank is
    the whole project.

    `large_print` is the renderer's: the words are the same.
    """

    report: str
    audience: Audience
    as_of: date
    made_on: date | None = None
    large_print: bool = False
    left_out: frozenset[str] = frozenset()
    part: Part | None = None
    easy_read: bool = False

    @property
    def is_large(self) -> bool:
        """Printed at 18 point: Easy Read is always so."""
        return self.large_print or self.easy_read


def report_called(key: str) -> Report:
    """The report of that key. Raises `Refused` where there is none, naming those there are."""
    for report in REPORTS:
        if report.key == key:
            return report
    keys = list_words(report.key for report in REPORTS)
    raise Refused(_("There is no report called “{key}”. There are: {keys}.").format(key=key, keys=keys))


def sections_of(facts: ProjectFacts, choices: ReportChoices) -> list[tuple[str, str]]:
    """Key and title of each section that may be left out of a report, in order."""
    report = _report_for(choices)
    material = Material.of(facts, choices.audience, choices.as_of, report.key, choices.part)
    sections = report.sections_for(choices.audience, easy_read=choices.easy_read)
    return [(section.key, section.title(material)) for section in sections if not section.stays]


def build_report(facts: ProjectFacts, choices: ReportChoices, others: Sequence[ProjectFacts] = ()) -> Document:
    """The document of one project for one audience: filtered first, measured once, the same bytes from the same facts.

    `others` are projects that stand beside it, in whatever order. Raises `Refused` for an unknown report, for an audience it is not made
    for, for one without Easy Read where that is wanted, for leaving out a section that stays, and for several projects, or one workshop,
    where the report is not about that.
    """
    report = _report_for(choices)
    _check_left_out(report, choices.left_out)
    first, *beside = in_order(facts, others)
    _check_what_about(report, choices.part, is_several=bool(beside))
    sections = report.sections_for(choices.audience, easy_read=choices.easy_read)
    whole = _material_of(first, choices)
    whole = replace(whole, beside=tuple(_material_of(each, choices) for each in beside))
    titles = tuple(section.title(whole) for section in sections if section.key in choices.left_out)
    material = replace(whole, left_out=titles)
    return Document(
        title=title_of(report, material),
        subtitle=_("{title}, in Easy Read").format(title=report.title()) if choices.easy_read else report.subtitle(),
        organisation=one_line(material.facts.settings.organisation),
        details=tuple(_details(material, choices)),
        blocks=tuple(_blocks(report, material, choices)),
        footer=_footer(material, choices),
        attachments=(_evidence(material),),
        look=look_of(material.facts.settings),
    )


def _report_for(choices: ReportChoices) -> Report:
    report = report_called(choices.report)
    if choices.audience not in report.audiences:
        words = _("“{report}” is not made for this audience: {audience}. It is made for: {list}.")
        made_for = "; ".join(audience.words for audience in report.audiences)
        raise Refused(words.format(report=report.title(), audience=choices.audience.words, list=made_for), field="audience")
    return report


def in_order(facts: ProjectFacts, others: Sequence[ProjectFacts]) -> list[ProjectFacts]:
    """The projects in the order of their names; a project named twice stands once."""
    known = {each.project.id: each for each in (facts, *others)}
    return sorted(known.values(), key=lambda each: (each.project.title.casefold(), each.project.id))


def _material_of(facts: ProjectFacts, choices: ReportChoices) -> Material:
    return Material.of(facts, choices.audience, choices.as_of, choices.report, choices.part)


def _check_what_about(report: Report, part: Part | None, *, is_several: bool) -> None:
    if is_several and not report.of_several:
        raise Refused(_("“{report}” is about one project. Choose one.").format(report=report.title()), field="project")
    if is_several and isinstance(part, OneWorkshop):
        raise Refused(_("A workshop belongs to one project. Choose days, or whole projects."), field="part")


def _check_left_out(report: Report, left_out: frozenset[str]) -> None:
    keys = {section.key: section for section in report.sections}
    for key in sorted(left_out):
        if key not in keys:
            raise Refused(_("This report has no section called “{key}”.").format(key=key))
        if keys[key].stays:
            raise Refused(_("The section “{key}” is part of every copy and cannot be left out.").format(key=key))


def title_of(report: Report, material: Material) -> str:
    """What the copy is about: the project, and which part of it; with several projects, that it is about several."""
    project = report.title() if material.beside else one_line(material.facts.project.title)
    return _("{project} · {part}").format(project=project, part=material.part_words) if material.part else project


def _details(material: Material, choices: ReportChoices) -> Iterator[tuple[str, str]]:
    if material.beside:
        yield _("Projects"), list_words(one_line(each.facts.project.title) for each in material.all)
    if material.part:
        words = _("A part of each project. {part}") if material.beside else _("A part of the project. {part}")
        yield _("About"), words.format(part=full_stop(material.part_words))
    yield _("Made for"), choices.audience.words
    yield _("Data up to"), day_words(choices.as_of)
    yield _("Made on"), day_words(choices.made_on or choices.as_of)
    yield _("Made with"), _("Coproduce {version}").format(version=__version__)
    if material.left_out:
        yield _("Left out of this copy"), list_words(material.left_out)


def _blocks(report: Report, material: Material, choices: ReportChoices) -> Iterator[Block]:
    is_empty = all(each.is_empty for each in material.all)
    if is_empty and not choices.easy_read:
        words = _("No workshop of this project has been held, and nothing has been said or decided.")
        if material.part:
            words = _("In this part of the project no workshop has been held, and nothing has been said or decided.")
        yield Callout(Tone.MISSING, _("There is nothing to show yet"), (Paragraph(words),))
    for section in report.sections_for(choices.audience, easy_read=choices.easy_read):
        if section.key in choices.left_out:
            continue
        if section.key in report.new_pages and not is_empty:
            yield PageBreak()
        yield Heading(2, section.title(material))
        yield from section.build(material)


def _footer(material: Material, choices: ReportChoices) -> str:
    words = _footer_words(choices)
    if material.part is None:
        return words
    return _("{part} · {words}").format(part=part_in_short(material.part, material.planned), words=words)


def _footer_words(choices: ReportChoices) -> str:
    up_to = day_words(choices.as_of)
    if choices.made_on in (None, choices.as_of):
        return _("Data up to {day} · Coproduce {version}").format(day=up_to, version=__version__)
    words = _("Data up to {day} · made on {made} · Coproduce {version}")
    return words.format(made=day_words(choices.made_on), day=up_to, version=__version__)


def _evidence(material: Material) -> Attachment:
    return Attachment(FILE_NAME, DATA, material.evidence_file, _("Every count behind this report"))


def issued_copy(
    document: Document, facts: ProjectFacts, choices: ReportChoices, *, form: str, others: Sequence[ProjectFacts] = ()
) -> IssuedReport:
    """What is kept of a copy that leaves the program; `form` is the ending of its file, such as `.pdf`."""
    [carried] = document.attachments
    projects = in_order(facts, others)
    return IssuedReport(
        report=choices.report,
        project_id=str(projects[0].project.id),
        project=_project_words(projects, choices.part),
        audience=choices.audience.value,
        as_of=choices.as_of,
        made_on=choices.made_on or choices.as_of,
        form=form,
        fingerprint=fingerprint(carried.content),
        evidence=carried.content.decode(),
        equality=_equality_of(facts, choices),
    )


def given_copy(
    document: Document, facts: ProjectFacts, choices: ReportChoices, *, form: str, made_by: str, others: Sequence[ProjectFacts] = ()
) -> GivenFile:
    """The copy as the list of what was given out tells of it: for whom, in what form, by whom, and whose words it quotes."""
    projects = in_order(facts, others)
    return GivenFile(
        what=Given.REPORT,
        for_whom=For(choices.audience.value),
        form=form,
        made_on=choices.made_on or choices.as_of,
        title=choices.report,
        project_id=str(projects[0].project.id),
        project=list_words(each.project.title for each in projects),
        part=part_words(choices.part, projects[0]) if choices.part else "",
        reading=read_as(large=choices.large_print, easy=choices.easy_read),
        made_by=made_by,
        quotes=quotes_in(document, projects),
    )


def shows_equality(choices: ReportChoices) -> bool:
    """Whether a copy has the section with equality tables: only the whole project has any."""
    sections = report_called(choices.report).sections
    return choices.part is None and any(each.key == "equality" and each.key not in choices.left_out for each in sections)


def _equality_of(facts: ProjectFacts, choices: ReportChoices) -> tuple[tuple[str, str, int], ...] | None:
    if not (facts.equality and shows_equality(choices)):
        return None
    return tuple((question, answer, count) for (question, answer), count in counts_by_cell(facts.equality).items())


def _project_words(projects: Sequence[ProjectFacts], part: Part | None) -> str:
    title = list_words(each.project.title for each in projects)
    return _("{project} – {part}").format(project=title, part=part_words(part, projects[0])) if part else title
