"""Everything held about one person in their pane, record by record, each with a way to put it right. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from functools import partial
from typing import TYPE_CHECKING

from coproduce.domain.my_record import HeldRecord, MyRecord
from coproduce.exports.letters.my_record import filled_lines
from coproduce.i18n import _
from coproduce.storage.queries.my_record import my_record
from coproduce.storage.queries.named import NamedRecord, named
from ui.forms.record_place import go_there, place_of
from ui.kit.detail_parts import Act, Acts, Heading, Note, Part, said_of

if TYPE_CHECKING:
    from ui.screens.people.viewmodel import PeopleModel

OPEN = "held"
"""What is opened in the pane while it is shown."""

MOST = 40
"""So many records are shown: whoever has more is asked which page to look at."""


def held_parts(model: PeopleModel, person_id: str) -> list[Part]:
    """A record after the other; what nobody filled in is left out. Raises `Refused` for whoever may not see all of it."""
    record = my_record(model.file, person_id)
    held = [each for _sheet, of_kind in record.sheets for each in of_kind]
    names = named(model.file, [(each.sheet.noun.__name__, str(each.record.id)) for each in held])
    parts: list[Part] = []
    kind = ""
    for each in held[:MOST]:
        if each.sheet.name != kind:
            kind = each.sheet.name
            parts.append(Heading(_("Held: {kind}").format(kind=kind)))
        parts += _one(model, record, each, names)
    if len(held) > MOST:
        parts.append(Note(_("There are {n} more. “Show all we hold” has them all.").format(n=len(held) - MOST), quiet=True))
    return parts


def _one(model: PeopleModel, record: MyRecord, held: HeldRecord, names: dict[tuple[str, str], NamedRecord]) -> list[Part]:
    key = (held.sheet.noun.__name__, str(held.record.id))
    lines = [_("{what}: {words}").format(what=what, words=words) for what, words in filled_lines(record, held)]
    parts: list[Part] = [Note("\n".join([held.place, *lines] if held.place else lines))]
    act = _putting_right(model, key, names.get(key))
    if act is not None:
        about = " · ".join(filter(None, (held.sheet.name, held.place, key[1])))
        parts.append(Acts(said_of(about, (Act(f"right {key[0]} {key[1]}", _("Put right"), act, "pencil"),))))
    return parts


def _putting_right(model: PeopleModel, key: tuple[str, str], found: NamedRecord | None) -> Callable[[], object] | None:
    kind, record_id = key
    if kind == "Person":
        return model.edit
    if kind == "Requirement":
        return partial(model.edit_requirement, record_id)
    place = place_of(kind, record_id, found) if found is not None else None
    return partial(go_there, model.shell, place) if place is not None else None
