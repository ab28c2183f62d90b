"""Several projects side by side: each question with each project's own figure. No ranking, no totals: the order is that of their names."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.evidence.indicator import Result, ShareResult, Theme, VerdictMeans
from coproduce.domain.evidence.level import CREDIT, CREDIT_URL
from coproduce.exports.document import Block, Bold, Bullets, Column, Heading, Link, Paragraph, Table, Words
from coproduce.exports.sections.about import ABOUT
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.results import figure_words, question_words, state_of
from coproduce.exports.sections.verdict import aspects
from coproduce.exports.wording import counted, full_stop, given, one_line, people, score_words, workshops
from coproduce.i18n import _


def which_projects(material: Material) -> Iterator[Block]:
    """What each is for, and how much there is to look at."""
    yield Paragraph(
        _(
            "Projects stand beside each other in the order of their names. Nothing is ranked and nothing is added up: a project that "
            "records more, or asks more of itself, may show more that is not yet right."
        )
    )
    for each in material.all:
        yield Heading(3, one_line(each.facts.project.title))
        purpose = given(each.facts.project.purpose)
        yield Paragraph(full_stop(purpose) if purpose else _("Nobody has written down what this project is for yet."))
        yield Bullets(tuple(_size(each)))


def _size(each: Material) -> Iterator[Words]:
    held = each.scene.held
    participants = {seat.row.person_id for sitting in held for seat in sitting.room if seat.participant}
    yield (Bold(_("Held: ")), full_stop(workshops(len(held))))
    yield (Bold(_("Took part as participants: ")), full_stop(people(len(participants))))
    yield (Bold(_("Decided: ")), full_stop(counted(len(each.decided), _("decision"), _("decisions"))))


def levels_side_by_side(material: Material) -> Iterator[Block]:
    """The level each set out for beside the level its records show, and the first thing missing."""
    rows = []
    for each in material.all:
        level = each.evidence.level
        aim = one_line(level.intended) if level.intended else _("not recorded")
        rows.append((_name(each), aim, level.value.words, level.next or _("nothing we can work out")))
    columns = (
        Column(_("Project"), 1.2),
        Column(_("Set out for"), 1.1),
        Column(_("Shown by the records"), 1.1),
        Column(_("What is missing first for the next level"), 2.0),
    )
    yield Table(_("The level of participation each set out for, and the level its records show"), columns, tuple(rows))
    yield Paragraph((_("The ladder of "), Link(CREDIT, CREDIT_URL), _(" gives the levels their names.")))


def _name(each: Material) -> str:
    return one_line(each.facts.project.title)


def verdicts_side_by_side(material: Material) -> Iterator[Block]:
    """What participants thought of each project, beside its organisers, from the same anonymous sheet."""
    found = [(each, each.evidence.measure("T27").value) for each in material.all]
    yield Bullets(tuple(_came_back(each, value) for each, value in found))
    scored = [(each, value) for each, value in found if isinstance(value, VerdictMeans)]
    if not scored:
        return
    rows = [row for each, value in scored for row in _scores(each, value)]
    headings = [words for words, _score in aspects(scored[0][1].participants)]
    columns = (Column(_("Project"), 1.4), Column(_("Whose sheets"), 1.2), *(Column(heading, 1.0) for heading in headings))
    yield Table(_("Scores from 0 to 10, participants beside organisers"), columns, tuple(rows), row_headings=2)


def _came_back(each: Material, value: object) -> Words:
    name = Bold(_("{project}: ").format(project=_name(each)))
    if not isinstance(value, VerdictMeans):
        return (name, _("no participant has given back a sheet, so what they thought cannot be shown."))
    sheets = counted(value.sheets, _("sheet"), _("sheets"))
    return (name, _("participants gave back {sheets} of {all} that could have come back.").format(sheets=sheets, all=value.person_sessions))


def _scores(each: Material, value: VerdictMeans) -> Iterator[tuple[str, ...]]:
    for who, means in ((_("Participants"), value.participants), (_("Organisers"), value.organisers)):
        yield (_name(each), who, *(score_words(score) for _words, score in aspects(means)))


def questions_side_by_side(material: Material, theme: Theme) -> Iterator[Block]:
    """Each question of a theme with a row for each project."""
    asked = [result for result in material.evidence.results if result.indicator.theme is theme]
    for first in asked:
        yield Heading(3, question_words(first))
        rows = tuple(_row(each, each.evidence[first.id]) for each in material.all)
        columns = (Column(_("Project"), 1.6), Column(_("Figure"), 1.0), Column(_("Headline"), 1.1), Column(_("Counted over"), 1.6))
        yield Table(_("Each project’s own figure"), columns, rows)


def _row(each: Material, result: Result) -> tuple[str, str, str, str]:
    return (_name(each), figure_words(result), state_of(result), _over(result))


def _over(result: Result) -> str:
    """What it was counted over, with what is not recorded."""
    about = ABOUT[result.id]
    if not isinstance(result, ShareResult):
        return about.units(result.n) if result.n else _("nothing yet")
    if not result.eligible:
        return _("nothing yet")
    units = about.units(result.eligible)
    return _("{units}, {count} not recorded").format(units=units, count=result.not_recorded) if result.not_recorded else units
