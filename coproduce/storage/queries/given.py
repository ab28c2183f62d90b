"""What was given out, with the names of whom it was for as they are now."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from itertools import chain

from coproduce.domain.decisions import Dissent
from coproduce.domain.given import For, Given, GivenFile
from coproduce.domain.issued import IssuedReport
from coproduce.domain.people import Person
from coproduce.domain.room import Contribution
from coproduce.storage.queries.restricted import shown
from coproduce.storage.work import Reading
from coproduce.storage.workspace_file import WorkspaceFile


@dataclass(frozen=True, slots=True)
class Left:
    """One file that left. `names` are those it was written to or is about; `issued` is what a report said, where that was kept.

    `withdrawn` are the words quoted in it that may be quoted no more.
    """

    given: GivenFile
    names: tuple[str, ...] = ()
    issued: IssuedReport | None = None
    withdrawn: tuple[str, ...] = ()

    @property
    def id(self) -> str:
        """The report's own, where it is one: that is what other pages know it by."""
        return self.issued.id if self.issued else self.given.id


def what_left(workspace: WorkspaceFile) -> list[Left]:
    """Everything, newest first; reports kept before this list was are among it."""
    with workspace.read() as reading:
        reports = {one.id: one for one in reading.issued()}
        given = reading.given()
        known = {one.report_id for one in given}
        older = [_from_report(one) for one in reports.values() if one.id not in known]
        every = sorted((*given, *older), key=lambda one: one.made_on, reverse=True)
        people = _people(reading, chain.from_iterable(one.people for one in every))
        withdrawn = _withdrawn(reading, sorted({quote for one in every for quote in one.quotes}))
        return [
            Left(
                one,
                tuple(shown(people[person]) for person in one.people if person in people),
                reports.get(one.report_id),
                tuple(withdrawn[quote] for quote in one.quotes if quote in withdrawn),
            )
            for one in every
        ]


def _from_report(one: IssuedReport) -> GivenFile:
    whom = For(one.audience)
    return GivenFile(Given.REPORT, whom, one.form, one.made_on, one.report, one.project_id, one.project, report_id=one.id, id=one.id)


def _people(reading: Reading, ids: Iterable[str]) -> dict[str, Person]:
    return {str(person.id): person for person in reading.among(Person, sorted(set(ids)))}


def _withdrawn(reading: Reading, quotes: list[str]) -> dict[str, str]:
    """Of these words, by id, those whose person agrees to it no more, or whose record is not to be used."""
    said: list[Contribution | Dissent] = [*reading.among(Contribution, quotes), *reading.among(Dissent, quotes)]
    people = _people(reading, (str(one.person_id) for one in said if one.person_id))
    return {str(one.id): one.words for one in said if one.person_id and people[str(one.person_id)].may_not_be_quoted}
