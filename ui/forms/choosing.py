"""People, workshops and projects to choose from. What a record holds already is always among them, so that saving never loses it."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.wording import day_words
from coproduce.i18n import _
from coproduce.storage.queries import named, organisation, people, workshops
from ui.kit.fields import Choice

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile

MANY = 80
"""With more people than this, a form that concerns a workshop offers those on its list; the others are put on the list first."""


def everybody(file: WorkspaceFile, *also: str | None) -> list[Choice]:
    """Everybody who has not left, and whoever is named in `also`."""
    return _with(file, dict(people.names(file)), also)


def people_of(file: WorkspaceFile, listed: Mapping[str, str], *also: str | None) -> list[Choice]:
    """The people on a list, by id and name; then everybody else where they are few, and whoever is named in `also`."""
    others = people.names(file)
    shown = dict(listed) | ({} if len(others) > MANY else {key: name for key, name in others if key not in listed})
    return _with(file, shown, also)


def proposers(persons: Iterable[Choice]) -> list[Choice]:
    """Who may have put something forward: the organiser, or one of these people."""
    return [Choice("organiser", _("The organiser")), *persons]


def workshop_choices(file: WorkspaceFile, project_id: str | None, *also: str | None) -> list[Choice]:
    """The workshops of a project, the latest first, and those named in `also` wherever they belong."""
    found = {key: _workshop_words(title, day) for key, title, day in workshops.titles(file, project_id)}
    if any(key and key not in found for key in also):
        found |= {key: _workshop_words(title, day) for key, title, day in workshops.titles(file) if key in also}
    return [Choice(key, words) for key, words in found.items()]


def project_choices(file: WorkspaceFile) -> list[Choice]:
    """Every project, by title."""
    return [Choice(project.id, project.title) for project in organisation.projects(file)]


def _workshop_words(title: str, day: date) -> str:
    return f"{title}, {day_words(day)}"


def _with(file: WorkspaceFile, shown: dict[str, str], also: Iterable[str | None]) -> list[Choice]:
    missing = [key for key in also if key and key not in shown and key != "organiser"]
    shown |= named.person_names(file, missing) if missing else {}
    return [Choice(key, name) for key, name in shown.items()]
