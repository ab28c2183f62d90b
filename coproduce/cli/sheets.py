"""The commands about the workbook: template, import, export."""

from __future__ import annotations

import argparse

from coproduce.cli.given import list_as_given
from coproduce.cli.passphrases import passphrase_of
from coproduce.cli.speaking import say, tell
from coproduce.cli.usage import NotUnderstood
from coproduce.i18n import _, ngettext


def template(options: argparse.Namespace) -> int:
    """Write the empty workbook."""
    from coproduce.exports.workbook import write_template

    if options.out.suffix.lower() != ".xlsx":
        raise NotUnderstood(_("the template is a workbook, so its name ends in .xlsx."))
    write_template(options.out)
    say(str(options.out))
    return 0


def bring_in(options: argparse.Namespace) -> int:
    """Read, check against the workspace, and bring in: all of it, or with `--partial` what is right."""
    from coproduce.imports.left_out import write_left_out
    from coproduce.imports.planning import plan_import
    from coproduce.imports.workbook import read_workbook
    from coproduce.operations.interchange import bring_in as put_in
    from coproduce.storage.workspace_file import WorkspaceFile

    if options.partial is not None and options.partial.suffix.lower() != ".xlsx":
        raise NotUnderstood(_("the copy of the rows left out is a workbook, so its name ends in .xlsx."))
    with WorkspaceFile.open(options.file, passphrase=passphrase_of(options)) as workspace:
        read = read_workbook(options.source)
        plan = plan_import(workspace, read, partial=options.partial is not None)
        for note in plan.notes:
            tell(note)
        for warning in plan.warnings:
            tell(_("Please check: {warning}").format(warning=warning))
        left_out = write_left_out(plan, options.partial) if plan.partial and plan.reasons else 0
        result = put_in(workspace, plan)
    for count in result.counts:
        say(str(count))
    say(_("In all: {summary}").format(summary=result.summary))
    for problem in result.left_out:
        tell(str(problem))
    if left_out:
        words = ngettext("{count} row was left out. It is in {file}.", "{count} rows were left out. They are in {file}.", left_out)
        tell(words.format(count=left_out, file=options.partial))
    return 1 if result.left_out else 0


def export(options: argparse.Namespace) -> int:
    """Write everything as a workbook, or as CSV files in a folder."""
    from datetime import datetime

    from coproduce.domain.given import For, Given, GivenFile
    from coproduce.exports.csv import write_csv_folder
    from coproduce.exports.workbook import write_workbook
    from coproduce.storage.queries.facts import load_all_nouns
    from coproduce.storage.workspace_file import WorkspaceFile

    is_workbook = options.out.suffix.lower() == ".xlsx"
    if not is_workbook and (options.out.is_file() or (options.out.suffix and not options.out.is_dir())):
        raise NotUnderstood(_("write to a workbook whose name ends in .xlsx, or to a folder for CSV files."))
    with WorkspaceFile.open(options.file, passphrase=passphrase_of(options), read_only=True) as workspace:
        nouns = load_all_nouns(workspace)
    if is_workbook:
        write_workbook(nouns, options.out)
    else:
        write_csv_folder(nouns, options.out)
    say(str(options.out))
    form = ".xlsx" if is_workbook else ".csv"
    given = GivenFile(Given.WORKBOOK, For.TEAM, form, datetime.now().astimezone().date(), made_by=options.by)
    list_as_given(options, _("Saved a workbook on the command line"), given)
    return 0
