"""Forgetting a person: what is about them goes, what was paid and what is counted stays without them. Nothing can bring it back."""

from __future__ import annotations

import re
from collections import Counter
from typing import TYPE_CHECKING

from coproduce.domain.erasing import GOES, Erasure, erase_fields, without_name
from coproduce.domain.ids import PersonId
from coproduce.domain.my_record import is_about, names_of
from coproduce.domain.people import Person
from coproduce.domain.sheets import SHEETS
from coproduce.i18n import _
from coproduce.storage.erased import Holds, code_of, noted_beside
from coproduce.storage.queries.erasing import backups_beside, owed_to, people_erased
from coproduce.storage.queries.my_record import check_may_give, my_record

if TYPE_CHECKING:
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile


def what_erasing_does(workspace: WorkspaceFile, person_id: PersonId) -> Erasure:
    """What would go and what would stay. Raises `Refused` for whoever does not see all of it."""
    record = my_record(workspace, person_id)
    goes = Counter(held.sheet.noun.__name__ for held in record.held if held.sheet.noun in GOES)
    stays = Counter(held.sheet.noun.__name__ for held in record.held if held.sheet.noun not in GOES)
    owed = owed_to(held.record for held in record.held)
    return Erasure(record.person.name, person_id, goes, stays, len(record.named_in), owed, backups_beside(workspace.path))


def erase_person(workspace: WorkspaceFile, person_id: PersonId) -> None:
    """Erase somebody from the records, the bin, the undo steps and the search. Copies made before hold them until they go.

    Raises `Refused` where there is no such person, or for somebody who does not lead.
    """
    check_may_give(workspace)
    with workspace.read() as reading:
        names = names_of(reading.get(Person, person_id))
    with workspace.erasing(_("Erase a person"), _holding(person_id, [names]), people=[person_id]) as work:
        take_out(work, person_id, names)


def erase_again(workspace: WorkspaceFile) -> int:
    """Erase those whom an older copy brought back, among the records or in its bin and undo steps; says how many.

    Nothing is done in a file nobody may change.
    """
    codes = noted_beside(workspace.path) if workspace.may_write else frozenset()
    if not codes:
        return 0
    with workspace.read() as reading:
        known = people_erased(workspace)
        back = [person.id for person in reading.all(Person) if code_of(person.id) in codes and person.id not in known]
        hidden = reading.hidden_people(codes)
    for person_id in back:
        erase_person(workspace, person_id)
    for hidden_id, as_they_were in hidden.items():
        _erase_hidden(workspace, hidden_id, list(map(names_of, as_they_were)))
    return len(back) + len(hidden)


def _erase_hidden(workspace: WorkspaceFile, person_id: str, names: list[re.Pattern[str]]) -> None:
    """Somebody who could be put back from the bin, or by undoing, and is no record now."""
    with workspace.erasing(_("Erase a person"), _holding(person_id, names)) as work:
        for each in names:
            take_out(work, person_id, each)


def _holding(person_id: str, names: list[re.Pattern[str]]) -> Holds:
    """Whether a text is their id, or holds one of their names."""
    return lambda words: words == person_id or any(each.search(words) for each in names)


def take_out(work: Work, person_id: str, names: re.Pattern[str]) -> None:
    """Take a person out of everything that is about them or names them, as part of some work."""
    for sheet in SHEETS:
        for record in work.all(sheet.noun):
            if is_about(sheet, record, person_id):
                if sheet.noun in GOES:
                    work.delete(record)
                    continue
                erase_fields(record)
            for field, words in without_name(sheet, record, names):
                setattr(record, field, words)
