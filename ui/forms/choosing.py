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


def everybody(file: WorkspaceFile) -> list[Choice]:
    """Everybody. Those who have left come last and say so: what they did before may still have to be written down."""
    left = [Choice(key, _("{name} (has left)").format(name=name)) for key, name in named.names_of_leavers(file)]
    return [*(Choice(key, name) for key, name in people.names(file)), *left]


def people_of(file: WorkspaceFile, listed: Mapping[str, str], *also: str | None) -> list[Choice]:
    """The people on a list, by id and name; then everybody else where they are few, and whoever is named in `also`."""
    others, shown = everybody(file), [Choice(key, name) for key, name in listed.items()]
    if len(others) <= MANY:
        return shown + [choice for choice in others if choice.value not in listed]
    missing = [key for key in also if key and key not in listed and key != "organiser"]
    return shown + [Choice(key, name) for key, name in named.person_names(file, missing).items()]


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
