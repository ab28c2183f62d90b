"""People, workshops and projects to choose from. What a record holds already is always among them, so that saving never loses it."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from datetime import date
from functools import partial
from typing import TYPE_CHECKING

from coproduce.domain.wording import day_words
from coproduce.i18n import _
from coproduce.storage.queries import finding, named, organisation, people, workshops
from coproduce.storage.queries.restricted import marked
from ui.kit.fields import Choice, Findable

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile

MOST_FOUND = 12

MANY = 80
"""With more people than this, somebody is found by typing rather than picked from a list.

A form that concerns a workshop offers those on its list; the others are put on the list first.
"""


def everybody(file: WorkspaceFile, *held: str | None) -> Sequence[Choice]:
    """Everybody; very many are found by typing.

    Those who have left come last and say so: what they did before may still have to be written down. Whoever is in `held` is among
    them, even where their record is not to be used.
    """
    here = people.names(file, most=MANY + 1)
    left = named.names_of_leavers(file) if len(here) <= MANY else []
    if len(here) + len(left) > MANY:
        return Findable((), partial(_found, file), partial(_named, file))
    known = {key for key, _name in (*here, *left)}
    kept = named.person_names(file, [key for key in held if key and key not in known])
    return [
        *(Choice(key, name) for key, name in here),
        *(Choice(key, _left(name)) for key, name in left),
        *(Choice(key, marked(name)) for key, name in kept.items()),
    ]


def _found(file: WorkspaceFile, words: str) -> list[Choice]:
    """The people some letters fit, told apart by their group, and by their id where that is the same too."""
    if not words:
        return [Choice(key, name, name) for key, name in people.names(file, most=MOST_FOUND)]
    found = sorted(finding.find_people(file, words, MOST_FOUND), key=lambda person: person.day is not None)
    said = [" · ".join((person.name if person.day is None else _left(person.name), *person.about)) for person in found]
    return [
        Choice(person.id, line if said.count(line) == 1 else f"{line} · {person.id}", person.name)
        for person, line in zip(found, said, strict=True)
    ]


def _named(file: WorkspaceFile, person_id: str) -> str:
    return named.person_names(file, [person_id]).get(person_id, "")


def _left(name: str) -> str:
    return _("{name} (has left)").format(name=name)


def people_of(file: WorkspaceFile, listed: Mapping[str, str], *also: str | None) -> list[Choice]:
    """The people on a list, by id and name; then everybody else where they are few, and whoever is named in `also`."""
    others, shown = everybody(file, *also), [Choice(key, name) for key, name in listed.items()]
    if not isinstance(others, Findable):
        return shown + [choice for choice in others if choice.value not in listed]
    missing = [key for key in also if key and key not in listed and key != "organiser"]
    return shown + [Choice(key, name) for key, name in named.person_names(file, missing).items()]


def proposers(persons: Sequence[Choice]) -> Sequence[Choice]:
    """Who may have put something forward: the organiser, or one of these people."""
    organiser = Choice("organiser", _("The organiser"), _("The organiser"))
    if not isinstance(persons, Findable):
        return [organiser, *persons]

    def find(words: str) -> list[Choice]:
        fits = organiser.words.casefold().find(words.casefold()) >= 0
        return [*([organiser] if fits else []), *persons.find(words)]

    return Findable((organiser,), find, persons.words_of)


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
