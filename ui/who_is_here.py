"""Who works with the open workspace here: what the team lets them see and change, and asking for their name where nobody knows it."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coproduce.domain.codes import Right
from coproduce.domain.team import is_named, right_of, spelled
from coproduce.domain.wording import in_sentence
from coproduce.i18n import _

if TYPE_CHECKING:
    from ui.main_window import MainWindow

SOMEBODY_ELSE = "somebody else"


def settle_right(window: MainWindow) -> bool:
    """Let whoever sits here see and change what the team lets them. True where that is something else than before."""
    from coproduce.storage.queries.team import team

    if window.workspace is None:
        return False
    file, name = window.workspace.workspace, window.preferences.my_name
    members = team(file)
    right, before = right_of(members, name), file.right
    file.work_as(right, spelled(members, name))
    who = name if is_named(members, name) else _("Not in the team")
    window.status_line.show_who(_("{name}: {right}").format(name=who, right=in_sentence(right)) if members else "")
    return right is not before


def name_changed(window: MainWindow) -> None:
    """Somebody else sits here, or the team is another: every page follows."""
    if settle_right(window):
        window.everything_changed()


def ask_who(window: MainWindow) -> None:
    """Ask who sits here, where the workspace has a team and the name this computer knows is not in it."""
    from coproduce.storage.queries.team import team
    from ui.kit.fields import Choice, ChoiceField

    workspace = window.workspace
    if workspace is None or workspace.workspace.right is not Right.READER:  # whoever is not in a team looks only
        return
    members = team(workspace.workspace)
    if is_named(members, window.preferences.my_name):
        return
    choices = [Choice(member.name, f"{member.name} ({in_sentence(member.right)})") for member in members]
    choices.append(Choice(SOMEBODY_ELSE, _("Somebody else, who looks only")))

    def submit(values: dict[str, Any]) -> None:
        window.preferences.my_name = "" if values["name"] == SOMEBODY_ELSE else values["name"]
        name_changed(window)

    hint = _("It decides what you see and may change. This computer remembers it. You can change it in Settings, under How it looks.")
    field = ChoiceField("name", _("Your name"), hint, required=True, choices=choices)
    window.services.open_form(_("Who are you?"), [field], submit, ok=_("This is me"))
