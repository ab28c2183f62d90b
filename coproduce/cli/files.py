"""The commands about the workspace file itself: new, sample, check, backup, restore, rescue, protect."""

from __future__ import annotations

import argparse

from coproduce.cli.passphrases import VARIABLE, first_line, passphrase_of
from coproduce.cli.speaking import say, tell
from coproduce.cli.usage import NotUnderstood
from coproduce.i18n import _


def new(options: argparse.Namespace) -> int:
    """Make an empty workspace. Whether it is protected is never left to chance."""
    from coproduce.storage.workspace_file import WorkspaceFile

    passphrase = None if options.no_passphrase else passphrase_of(options)
    if passphrase is None and not options.no_passphrase:
        words = _("choose whether the workspace is protected: --passphrase-file F, {variable} in the environment, or --no-passphrase.")
        raise NotUnderstood(words.format(variable=VARIABLE))
    if options.no_passphrase and options.passphrase_file is not None:
        raise NotUnderstood(_("choose either --no-passphrase or --passphrase-file, not both."))
    WorkspaceFile.create(options.file, organisation=options.organisation, passphrase=passphrase).close()
    say(str(options.file))
    return 0


def sample(options: argparse.Namespace) -> int:
    """Make a workspace from the invented workbook that comes with the program."""
    from coproduce.domain.projects import Project
    from coproduce.imports.sample import make_sample

    with make_sample(options.file, passphrase=passphrase_of(options)) as workspace, workspace.read() as reading:
        projects = reading.all(Project)
    say(str(options.file))
    for project in projects:
        tell(_("It holds the project {id}, “{title}”. Everybody in it is invented.").format(id=project.id, title=project.title))
    return 0


def check(options: argparse.Namespace) -> int:
    """Say what was found to be in order; the first trouble is refused in words."""
    from coproduce.storage.checks import check_file

    for sentence in check_file(options.file, passphrase_of(options)):
        say(sentence)
    return 0


def backup(options: argparse.Namespace) -> int:
    """Make a verified copy; works while the workspace is open elsewhere."""
    from coproduce.storage.workspace_file import WorkspaceFile

    with WorkspaceFile.open(options.file, passphrase=passphrase_of(options), read_only=True) as workspace:
        say(str(workspace.backup(options.folder)))
    return 0


def restore(options: argparse.Namespace) -> int:
    """Put a backup in place; what was there is kept."""
    from coproduce.storage.backup import restore as put_back

    kept = put_back(options.file, options.backup, passphrase_of(options))
    say(str(options.file))
    _erase_again(options)
    if kept is not None:
        tell(_("What was there before is kept as {kept}.").format(kept=kept))
    return 0


def rescue(options: argparse.Namespace) -> int:
    """Write what can be read of a damaged workspace into a new one, and say what is lost. The damaged one is only read."""
    from coproduce.storage.history import now
    from coproduce.storage.salvage.rescuing import rescue as bring_to_safety

    backups_in = [None, options.backups] if options.backups else [None]
    rescued = bring_to_safety(options.file, options.to, passphrase_of(options), now(), backups_in)
    say(str(rescued.path))
    for line in rescued.lines:
        tell(line)
    tell(_("This list is also in {name}.").format(name=rescued.words_at.name))
    return 0


def protect(options: argparse.Namespace) -> int:
    """Write the workspace anew with another passphrase, a first one, or none. Which of these is never left to chance."""
    from coproduce.domain.passphrases import check_passphrase
    from coproduce.storage.protecting import protect_anew

    if options.no_passphrase == (options.new_passphrase_file is not None):
        raise NotUnderstood(_("choose either --new-passphrase-file F or --no-passphrase."))
    new = None if options.no_passphrase else check_passphrase(first_line(options.new_passphrase_file))
    protect_anew(options.file, passphrase_of(options), new)
    say(str(options.file))
    tell(_("Backups made before keep what they had: their passphrase, or none."))
    return 0


def _erase_again(options: argparse.Namespace) -> None:
    """Whoever was erased since the backup was made is erased from it too."""
    from coproduce.storage.erased import noted_beside

    if not noted_beside(options.file):
        return
    from coproduce.operations.erasing import erase_again
    from coproduce.operations.retention import clear_again
    from coproduce.storage.workspace_file import WorkspaceFile

    with WorkspaceFile.open(options.file, passphrase=passphrase_of(options)) as workspace:
        count = erase_again(workspace)
        cleared = clear_again(workspace)
    if count:
        tell(_("People erased since the backup was made, erased again: {count}.").format(count=count))
    if cleared:
        tell(_("Past its day and cleared since the backup was made, cleared again: {count}.").format(count=cleared))
