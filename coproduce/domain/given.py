"""A file that left the program: what it was, who made it, for whom, and whose words it quoted, so that it can be asked for back."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from coproduce.domain.wording import N_
from coproduce.i18n import gettext


class Given(StrEnum):
    """What kind of file it was."""

    REPORT = "report"
    LETTER = "letter"
    RECORD = "record"
    HOLDING = "holding"
    PRINT = "print"
    WORKBOOK = "workbook"
    CALENDAR = "calendar"
    FINANCE = "finance"
    BANK = "bank"
    COPY = "copy"
    SHEET = "recovery_sheet"
    LIST = "list"

    @property
    def words(self) -> str:
        """Such as "Letter"."""
        return gettext(_WORDS[self])


_WORDS = {
    Given.REPORT: N_("Report"),
    Given.LETTER: N_("Letter"),
    Given.RECORD: N_("Everything held about a person"),
    Given.HOLDING: N_("What we hold about people"),
    Given.PRINT: N_("Print for the day"),
    Given.WORKBOOK: N_("Workbook with everything"),
    Given.CALENDAR: N_("Calendar file"),
    Given.FINANCE: N_("List for finance"),
    Given.BANK: N_("File for the bank"),
    Given.COPY: N_("Copy of the whole workspace"),
    Given.SHEET: N_("Recovery sheet"),
    Given.LIST: N_("List of what was given out"),
}


class For(StrEnum):
    """Whom it was for. The first four are the audiences of reports."""

    PUBLIC = "public"
    FUNDER = "funder"
    PARTICIPANTS = "participants"
    FINANCE = "finance"
    PERSON = "person"
    TEAM = "team"

    @property
    def words(self) -> str:
        """Such as "Funders"."""
        return gettext(_FOR[self])


_FOR = {
    For.PUBLIC: N_("Public"),
    For.FUNDER: N_("Funders"),
    For.PARTICIPANTS: N_("People who took part"),
    For.FINANCE: N_("Finance"),
    For.PERSON: N_("One person each"),
    For.TEAM: N_("The team"),
}


class Read(StrEnum):
    """How it is to be read."""

    ORDINARY = "ordinary"
    LARGE = "large"
    EASY = "easy"

    @property
    def words(self) -> str:
        """Such as "Easy Read"."""
        return gettext(_READ[self])


_READ = {Read.ORDINARY: N_("ordinary"), Read.LARGE: N_("large print"), Read.EASY: N_("Easy Read")}


def read_as(*, large: bool, easy: bool) -> Read:
    """Easy Read is in large print too."""
    return Read.EASY if easy else Read.LARGE if large else Read.ORDINARY


@dataclass(frozen=True, slots=True)
class GivenFile:
    """One file. `form` is the ending of its name; `made_by` the name of whoever sat there, empty where nobody said.

    `people` are the ids of those it was written to or is about, `quotes` those of contributions and disagreements whose words stand in
    it: ids only, so that nothing of an erased person is left here. `report_id` is its line among the reports issued.
    """

    what: Given
    for_whom: For
    form: str
    made_on: date
    title: str = ""
    project_id: str = ""
    project: str = ""
    part: str = ""
    reading: Read = Read.ORDINARY
    made_by: str = ""
    people: tuple[str, ...] = ()
    quotes: tuple[str, ...] = ()
    report_id: str = ""
    id: str = ""
