"""What can be asked for, and with which words."""

from __future__ import annotations

import argparse
from collections.abc import Callable
from datetime import date
from pathlib import Path
from typing import TypeAlias

from coproduce.i18n import _

Run = Callable[[argparse.Namespace], int]
Commands: TypeAlias = "argparse._SubParsersAction[argparse.ArgumentParser]"


def make_parser() -> argparse.ArgumentParser:
    """The whole command line. Each command's work is loaded only when it is asked for."""
    about = _("Plan co-production workshops, look after the people who come, and show honestly how equal it was.")
    parser = argparse.ArgumentParser(prog="coproduce", description=about, epilog=_("Without a command, the window opens."))
    commands = parser.add_subparsers(title=_("commands"), metavar=_("COMMAND"), required=True)
    _files(commands)
    _safety(commands)
    _sheets(commands)
    _results(commands)
    return parser


def _command(commands: Commands, name: str, about: str, run: Run, *, protects: bool = True) -> argparse.ArgumentParser:
    parser = commands.add_parser(name, help=about, description=about)
    parser.set_defaults(run=run)
    if protects:
        words = _("a file whose first line is the passphrase; or set COPRODUCE_PASSPHRASE")
        parser.add_argument("--passphrase-file", type=Path, metavar="F", help=words)
    return parser


def _workspace(parser: argparse.ArgumentParser) -> None:
    parser.add_argument("file", type=Path, metavar="FILE", help=_("the workspace, such as ours.coproduce"))


def _files(commands: Commands) -> None:
    def new(options: argparse.Namespace) -> int:
        from coproduce.cli import files

        return files.new(options)

    def sample(options: argparse.Namespace) -> int:
        from coproduce.cli import files

        return files.sample(options)

    def check(options: argparse.Namespace) -> int:
        from coproduce.cli import files

        return files.check(options)

    def backup(options: argparse.Namespace) -> int:
        from coproduce.cli import files

        return files.backup(options)

    command = _command(commands, "new", _("make an empty workspace"), new)
    _workspace(command)
    command.add_argument("--organisation", default="", metavar="NAME", help=_("what your organisation is called"))
    command.add_argument("--no-passphrase", action="store_true", help=_("anybody with the file can read it"))
    _workspace(_command(commands, "sample", _("make a workspace with an invented project in it"), sample))
    _workspace(_command(commands, "check", _("look whether a workspace is whole"), check))
    command = _command(commands, "backup", _("make a verified copy of a workspace"), backup)
    _workspace(command)
    command.add_argument("folder", type=Path, nargs="?", metavar="DIR", help=_("where to put it; else in a folder beside the workspace"))


def _safety(commands: Commands) -> None:
    def restore(options: argparse.Namespace) -> int:
        from coproduce.cli import files

        return files.restore(options)

    def rescue(options: argparse.Namespace) -> int:
        from coproduce.cli import files

        return files.rescue(options)

    def protect(options: argparse.Namespace) -> int:
        from coproduce.cli import files

        return files.protect(options)

    command = _command(commands, "restore", _("put a backup in the place of a workspace; what was there is kept"), restore)
    _workspace(command)
    command.add_argument("backup", type=Path, metavar="BACKUP", help=_("the backup"))
    command = _command(commands, "rescue", _("write what can be read of a damaged workspace into a new one"), rescue)
    _workspace(command)
    command.add_argument("to", type=Path, metavar="TO", help=_("the new workspace; a list of what was lost is written beside it"))
    command.add_argument("--backups", type=Path, metavar="DIR", help=_("where its backups are, if they are not beside it"))
    command = _command(commands, "protect", _("give a workspace another passphrase, a first one, or none"), protect)
    _workspace(command)
    words = _("a file whose first line is the new passphrase")
    command.add_argument("--new-passphrase-file", type=Path, metavar="F", help=words)
    command.add_argument("--no-passphrase", action="store_true", help=_("anybody with the file can read it from then on"))


def _sheets(commands: Commands) -> None:
    def template(options: argparse.Namespace) -> int:
        from coproduce.cli import sheets

        return sheets.template(options)

    def bring_in(options: argparse.Namespace) -> int:
        from coproduce.cli import sheets

        return sheets.bring_in(options)

    def export(options: argparse.Namespace) -> int:
        from coproduce.cli import sheets

        return sheets.export(options)

    command = _command(commands, "template", _("write an empty workbook to fill in"), template, protects=False)
    command.add_argument("out", type=Path, metavar="OUT.xlsx", help=_("where to write it"))
    command = _command(commands, "import", _("bring a workbook into a workspace"), bring_in)
    _workspace(command)
    command.add_argument("source", type=Path, metavar="SRC", help=_("an .xlsx workbook, or a folder of CSV files"))
    words = _("bring in the rows that are right, and write the others here with what is wrong with them")
    command.add_argument("--partial", type=Path, metavar="ERRORS.xlsx", help=words)
    command = _command(commands, "export", _("write everything in a workspace as a workbook"), export)
    _workspace(command)
    command.add_argument("out", type=Path, metavar="OUT.xlsx|DIR", help=_("an .xlsx workbook, or a folder for CSV files"))
    _made_by(command)


def _results(commands: Commands) -> None:
    def evidence(options: argparse.Namespace) -> int:
        from coproduce.cli import results

        return results.evidence(options)

    def report(options: argparse.Namespace) -> int:
        from coproduce.cli import results

        return results.report(options)

    def verify(options: argparse.Namespace) -> int:
        from coproduce.cli import checking

        return checking.verify(options)

    command = _command(commands, "verify", _("check a report that somebody holds, or the history of a workspace"), verify)
    words = _("the report as PDF, or a picture of the page with its square code; or a workspace, to look through its history")
    command.add_argument("report", type=Path, metavar="FILE", help=words)
    command.add_argument("workspace", type=Path, nargs="?", metavar="WORKSPACE", help=_("the workspace whose records it is set against"))
    words = _("a code from the foot of a page, such as “Record 1,234 · 7F3A-19C2”, to set against the history of the workspace")
    command.add_argument("--code", metavar="CODE", help=words)
    command = _command(commands, "evidence", _("say how equal taking part was, indicator by indicator"), evidence)
    _project(command)
    command.add_argument("--json", action="store_true", help=_("for other programs: a list of objects with the records behind each count"))
    _report(_command(commands, "report", _("write a report"), report))


def _report(command: argparse.ArgumentParser) -> None:
    _project(command, of_several=True)
    command.add_argument("--workshop", metavar="ID", help=_("only about one workshop, such as W-1"))
    command.add_argument("--from", dest="first", type=_day, metavar="DATE", help=_("only from this day on, such as the first of a year"))
    command.add_argument("--to", dest="last", type=_day, metavar="DATE", help=_("only up to and with this day"))
    reports = ["outcome", "participation", "decisions", "resourcing", "projects"]
    command.add_argument("--report", required=True, choices=reports, help=_("which report"))
    forms = ["pdf", "html", "docx", "xlsx", "zip"]
    command.add_argument("--format", required=True, choices=forms, help=_("as what; xlsx and zip (of CSV files) hold its tables"))
    command.add_argument("--out", required=True, type=Path, metavar="OUT", help=_("where to write it"))
    audiences = ["public", "funder", "participants", "finance"]
    command.add_argument("--audience", default="public", choices=audiences, help=_("who will read it (public)"))
    command.add_argument("--large-print", action="store_true", help=_("18 point and larger"))
    easy = _("short sentences with a picture beside each idea, in large print; there is one of the outcome summary")
    command.add_argument("--easy-read", action="store_true", help=easy)
    _made_by(command)


def _made_by(command: argparse.ArgumentParser) -> None:
    command.add_argument("--by", default="", metavar="NAME", help=_("who makes it, for the list of what was given out"))


def _project(parser: argparse.ArgumentParser, *, of_several: bool = False) -> None:
    _workspace(parser)
    words = _("which project, such as P-01")
    if of_several:
        words = _("which project, such as P-01; give it once more for each project to stand beside it")
    parser.add_argument("--project", required=True, action="append" if of_several else "store", metavar="ID", help=words)
    parser.add_argument("--as-of", type=_day, metavar="DATE", help=_("as things stood on that day (today)"))


def _day(written: str) -> date:
    from coproduce.domain.dates import parse_date
    from coproduce.errors import Refused

    try:
        return parse_date(written)
    except Refused as refused:
        raise argparse.ArgumentTypeError(str(refused)) from refused
