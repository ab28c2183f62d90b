"""What the organisation decides once for all its projects."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING

from coproduce.domain.workspace import SETTING_NAMES, Setting, check_setting
from coproduce.errors import Refused
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


def change_settings(workspace: WorkspaceFile, values: Mapping[str, str]) -> None:
    """Change settings by name; a blank value goes back to the default. Refused where a number is wanted and none is given."""
    checked = {}
    for name, value in values.items():
        if name not in SETTING_NAMES:
            raise Refused(_("There is no setting called {name}.").format(name=name), field=name)
        checked[name] = check_setting(name, value)
    with workspace.work(_("Change settings")) as work:
        for name, value in checked.items():
            setting = work.find(Setting, name)
            if setting is None and value:
                work.add(Setting(id=name, value=value))
            elif setting is not None and value:
                setting.value = value
            elif setting is not None:
                work.delete(setting)
