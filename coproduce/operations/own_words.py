"""What the organisation says about its own figures."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.ids import ProjectId, RowId
from coproduce.domain.own_words import OwnWords, Topic
from coproduce.domain.projects import Project
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile


def say_in_own_words(
    workspace: WorkspaceFile, project_id: ProjectId, about: Topic, *, words: str, on: date, by: str | None = None
) -> RowId:
    """Write what the organisation says about a figure. A second writing takes the place of the first."""
    with workspace.work(_("Write own words")) as work:
        work.get(Project, project_id)
        found = work.all(OwnWords, project_id=project_id, about=about)
        said = found[0] if found else OwnWords(project_id, about, words, on)
        said.words, said.written_on, said.written_by = words.strip(), on, (by or "").strip() or None
        said.check()
        if not found:
            work.add(said)
    return said.id


def delete_own_words(workspace: WorkspaceFile, own_words_id: RowId) -> None:
    """Take the organisation's words away. The figure stays as it is."""
    with workspace.work(_("Delete own words")) as work:
        work.delete(work.get(OwnWords, own_words_id))
