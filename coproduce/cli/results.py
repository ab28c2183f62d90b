"""The commands that show what came of it: evidence, report."""

from __future__ import annotations

import argparse
import json
from datetime import date, datetime
from typing import TYPE_CHECKING

from coproduce.cli.passphrases import passphrase_of
from coproduce.cli.speaking import say
from coproduce.errors import Refused
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.domain.evidence import Evidence
    from coproduce.domain.evidence.indicator import Result
    from coproduce.domain.facts import ProjectFacts


def evidence(options: argparse.Namespace) -> int:
    """Print every indicator, as a table for people or as JSON."""
    from coproduce.domain.evidence import measure_all, to_json
    from coproduce.storage.many_objects import many_objects

    facts = _facts(options)
    with many_objects():
        found = measure_all(facts, _as_of(options))
    if options.json:
        say(json.dumps(to_json(found), ensure_ascii=False, indent=1))
    else:
        _print_table(facts, found)
    return 0


def report(options: argparse.Namespace) -> int:
    """Write a report as PDF, as a web page or as a Word document."""
    from coproduce.exports.privacy import Audience
    from coproduce.exports.report import ReportChoices, build_report
    from coproduce.exports.writing import write_as
    from coproduce.storage.many_objects import many_objects

    choices = ReportChoices(
        report=options.report,
        audience=Audience(options.audience),
        as_of=_as_of(options),
        made_on=_today(),
        large_print=options.large_print,
    )
    facts = _facts(options)
    with many_objects():
        document = build_report(facts, choices)
    write_as(f".{options.format}", document, options.out, large_print=options.large_print, made_on=_today())
    say(str(options.out))
    return 0


def _facts(options: argparse.Namespace) -> ProjectFacts:
    from coproduce.domain.projects import Project
    from coproduce.storage.queries.facts import load_facts
    from coproduce.storage.workspace_file import WorkspaceFile

    with WorkspaceFile.open(options.file, passphrase=passphrase_of(options), read_only=True) as workspace:
        with workspace.read() as reading:
            projects = [project.id for project in reading.all(Project)]
        if options.project in projects:
            return load_facts(workspace, options.project)
    if not projects:
        raise Refused(_("There is no project in this workspace yet. Import a workbook, or make a project in the window."))
    words = _("There is no project “{id}” in this workspace. There are: {projects}.")
    raise Refused(words.format(id=options.project, projects=", ".join(projects)))


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
