"""The commands that show what came of it: evidence, report."""

from __future__ import annotations

import argparse
import json
from datetime import date, datetime
from typing import TYPE_CHECKING

from coproduce.cli.given import list_as_given
from coproduce.cli.passphrases import passphrase_of
from coproduce.cli.speaking import say
from coproduce.errors import Refused
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.domain.evidence import Evidence
    from coproduce.domain.evidence.indicator import Result
    from coproduce.domain.facts import ProjectFacts
    from coproduce.domain.part import Part


def evidence(options: argparse.Namespace) -> int:
    """Print every indicator, as a table for people or as JSON."""
    from coproduce.domain.evidence import measure_all, to_json
    from coproduce.storage.many_objects import many_objects

    [facts], _record = _facts_of(options, [options.project])
    with many_objects():
        found = measure_all(facts, _as_of(options))
    if options.json:
        say(json.dumps(to_json(found), ensure_ascii=False, indent=1))
    else:
        _print_table(facts, found)
    return 0


def report(options: argparse.Namespace) -> int:
    """Write a report as PDF, as a web page or as a Word document, or its tables for a spreadsheet.

    It is about a project, a part of one, or several side by side.
    """
    from coproduce.exports.privacy import Audience
    from coproduce.exports.report import ReportChoices, build_report, given_copy, issued_copy
    from coproduce.exports.writing import write_as
    from coproduce.storage.many_objects import many_objects

    choices = ReportChoices(
        report=options.report,
        audience=Audience(options.audience),
        as_of=_as_of(options),
        made_on=_today(),
        large_print=options.large_print,
        easy_read=options.easy_read,
        part=_part(options),
    )
    (facts, *others), record = _facts_of(options, options.project)
    with many_objects():
        document = build_report(facts, choices, others).made_at(record)
    form = f".{options.format}"
    write_as(form, document, options.out, large_print=choices.is_large, made_on=_today())
    say(str(options.out))
    list_as_given(
        options,
        _("Saved a report on the command line"),
        given_copy(document, facts, choices, form=form, made_by=options.by, others=others),
        issued_copy(document, facts, choices, form=form, others=others),
    )
    return 0


def _part(options: argparse.Namespace) -> Part | None:
    """One workshop, or the days from the first to the last. Raises `Refused` where it is both, or only half of the days is given."""
    from coproduce.domain.ids import WorkshopId
    from coproduce.domain.part import Days, OneWorkshop

    if options.workshop and (options.first or options.last):
        raise Refused(_("Give --workshop, or --from and --to, and not both."))
    if options.workshop:
        return OneWorkshop(WorkshopId(options.workshop))
    if options.first or options.last:
        if not (options.first and options.last):
            raise Refused(_("Give both --from and --to."))
        return Days(options.first, options.last)
    return None


def _facts_of(options: argparse.Namespace, wanted: list[str]) -> tuple[list[ProjectFacts], str]:
    """The projects asked for, and the code of the history they are read from."""
    from coproduce.domain.projects import Project
    from coproduce.storage.queries.facts import load_facts
    from coproduce.storage.queries.record_code import record_code
    from coproduce.storage.workspace_file import WorkspaceFile

    with WorkspaceFile.open(options.file, passphrase=passphrase_of(options), read_only=True) as workspace:
        with workspace.read() as reading:
            projects = [project.id for project in reading.all(Project)]
        missing = [project for project in wanted if project not in projects]
        if not missing:
            record = record_code(workspace)
            return [load_facts(workspace, project) for project in wanted], record
    if not projects:
        raise Refused(_("There is no project in this workspace yet. Import a workbook, or make a project in the window."))
    words = _("There is no project “{id}” in this workspace. There are: {projects}.")
    raise Refused(words.format(id=missing[0], projects=", ".join(projects)))


def _as_of(options: argparse.Namespace) -> date:
    return options.as_of or _today()


def _today() -> date:
    return datetime.now().astimezone().date()


def _print_table(facts: ProjectFacts, found: Evidence) -> None:
    from coproduce.domain.evidence.indicator import Theme
    from coproduce.domain.wording import day_words, state_words

    say(_("{title} ({id}), as of {day}").format(title=facts.project.title, id=facts.project.id, day=day_words(found.as_of)))
    say(_("Level the records show: {level}").format(level=found.level.value.words))
    if found.level.intended:
        say(_("Level intended: {level}").format(level=found.level.intended))
    if found.level.next:
        say(_("Next: {words}").format(words=found.level.next))
    lines = [(result, _value(result), state_words(result.state.value)) for result in found.results]
    widths = [max(len(value) for _result, value, _state in lines), max(len(state) for _result, _value, state in lines)]
    for theme in Theme:
        say("")
        say(theme.words)
        for result, value, state in lines:
            if result.indicator.theme is theme:
                say(f"  {result.id:<5} {value:>{widths[0]}}  {state:<{widths[1]}}  {result.question}")


def _value(result: Result) -> str:
    from coproduce.domain.evidence.indicator import ShareResult, VerdictMeans

    if isinstance(result, ShareResult):
        return result.words
    if isinstance(result.value, VerdictMeans):
        return _("{response} sheets").format(response=result.value.response)
    return "–" if result.number is None else f"{result.number:.2f}".rstrip("0").rstrip(".")
