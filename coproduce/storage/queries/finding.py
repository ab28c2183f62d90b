"""Finding any record by how its words begin, for one list of everything."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import date

from sqlalchemy import select

from coproduce.i18n import _
from coproduce.storage import tables
from coproduce.storage.search import SEARCHED, SearchedKind
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile

MOST = 8
"""Records shown of each kind: more is a list, and lists have pages of their own."""

_p, _w, _d, _c, _in = tables.people.c, tables.workshops.c, tables.decisions.c, tables.contributions.c, tables.projects.c


@dataclass(frozen=True, slots=True)
class Found:
    """A record that was found. `about` are short words that tell it from others of its name, and `day` is its day: when
    a person left, when a workshop is held, when a decision was taken, when a thing was said. A person is in no project.
    """

    kind: SearchedKind
    id: str
    name: str
    about: tuple[str, ...] = ()
    day: date | None = None
    project_id: str | None = None
    project: str = ""


def find_anything(workspace: WorkspaceFile, words: str, most: int = MOST) -> list[Found]:
    """People, workshops, decisions and contributions, in this order, in which every word of `words` begins a word.

    At most `most` of each kind, the likeliest first; over all projects. "sian" finds Siân.
    """
    found: list[Found] = []
    with workspace.read() as reading:
        for searched in SEARCHED:
            ids = reading.searched(searched.kind, words, most=most)
            records = _RECORDS[searched.kind](reading, ids) if ids else {}
            found += [records[one] for one in ids if one in records]
    return found


def find_people(workspace: WorkspaceFile, words: str, most: int = MOST) -> list[Found]:
    """At most `most` people in whose name or group every word begins a word, the likeliest first: for choosing somebody.

    Those whose record is not to be used are left out.
    """
    with workspace.read() as reading:
        ids = reading.searched("Person", words, most=most)
        usable = set(reading.ids(select(_p.id).where(_p.id.in_(ids), _p.restricted_on.is_(None))))
        records = _people(reading, [one for one in ids if one in usable])
    return [records[one] for one in ids if one in records]


def _people(reading: Reading, ids: list[str]) -> Mapping[str, Found]:
    rows = reading.rows(select(_p.id, _p.name, _p.full_name, _p.group, _p.left_on, _p.restricted_on).where(_p.id.in_(ids)))
    return {
        record_id: Found("Person", record_id, name, _said(full_name if full_name != name else None, group, _mark(restricted_on)), left_on)
        for record_id, name, full_name, group, left_on, restricted_on in rows
    }


def _mark(restricted_on: date | None) -> str | None:
    return None if restricted_on is None else _("kept, not used")


def _workshops(reading: Reading, ids: list[str]) -> Mapping[str, Found]:
    rows = reading.rows(
        select(_w.id, _w.title, _w.venue, _w.date, _in.id, _in.title)
        .join_from(tables.workshops, tables.projects, _in.id == _w.project_id)
        .where(_w.id.in_(ids))
    )
    return {
        record_id: Found("Workshop", record_id, title, _said(venue), day, project_id, project)
        for record_id, title, venue, day, project_id, project in rows
    }


def _decisions(reading: Reading, ids: list[str]) -> Mapping[str, Found]:
    rows = reading.rows(
        select(_d.id, _d.question, _d.outcome, _d.decided_on, _in.id, _in.title)
        .join_from(tables.decisions, tables.projects, _in.id == _d.project_id)
        .where(_d.id.in_(ids))
    )
    return {
        record_id: Found("Decision", record_id, question, _said(outcome), day, project_id, project)
        for record_id, question, outcome, day, project_id, project in rows
    }


def _contributions(reading: Reading, ids: list[str]) -> Mapping[str, Found]:
    rows = reading.rows(
        select(_c.id, _c.words, _c.theme, _w.title, _w.date, _in.id, _in.title)
        .join_from(tables.contributions, tables.workshops, _w.id == _c.workshop_id)
        .join(tables.projects, _in.id == _w.project_id)
        .where(_c.id.in_(ids))
    )
    return {
        record_id: Found("Contribution", record_id, words, _said(theme, workshop), day, project_id, project)
        for record_id, words, theme, workshop, day, project_id, project in rows
    }


def _said(*words: str | None) -> tuple[str, ...]:
    return tuple(word for word in words if word)


_RECORDS: Mapping[SearchedKind, Callable[[Reading, list[str]], Mapping[str, Found]]] = {
    "Person": _people,
    "Workshop": _workshops,
    "Decision": _decisions,
    "Contribution": _contributions,
}
