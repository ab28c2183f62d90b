"""What an organisation says, in its own words, beside a figure or a part of the honesty page. It never stands instead of the figure."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from enum import StrEnum

from coproduce.domain.ids import ProjectId, RowId, new_row_id
from coproduce.errors import Refused
from coproduce.i18n import _


class Topic(StrEnum):
    """What the words are about: an indicator by its id, or a part of the honesty page."""

    T1 = "T1"
    T2 = "T2"
    T3 = "T3"
    T4 = "T4"
    T5 = "T5"
    T6 = "T6"
    T7 = "T7"
    T7B = "T7b"
    T8 = "T8"
    T9 = "T9"
    T10 = "T10"
    T11 = "T11"
    T11O = "T11o"
    T12 = "T12"
    T13 = "T13"
    T14 = "T14"
    T15 = "T15"
    T16 = "T16"
    T17 = "T17"
    T18 = "T18"
    T19 = "T19"
    T20 = "T20"
    T21 = "T21"
    T22 = "T22"
    T23 = "T23"
    T23B = "T23b"
    T24 = "T24"
    T25 = "T25"
    T25G = "T25g"
    T26 = "T26"
    T27 = "T27"
    T28 = "T28"
    T29 = "T29"
    NOT_MET = "not_met"
    NOT_SHOWN = "not_shown"
    WHO_WAS_MISSING = "who_was_missing"
    DECIDED_ELSEWHERE = "decided_elsewhere"
    DECLINED_FOR_BENEFITS = "declined_for_benefits"
    CANCELLED_LINES = "cancelled_lines"
    FAILED_LINES = "failed_lines"
    CHECKED_BY_ONE = "checked_by_one"
    STAGES_LEFT_OUT = "stages_left_out"
    LATE_ENTRIES = "late_entries"


HONESTY_TOPICS = tuple(topic for topic in Topic if not topic.value.startswith("T"))
"""The parts of the honesty page, in the order they are printed. Each is called as in `evidence.honesty.Honesty`."""


def heading_of(topic: Topic) -> str:
    """What a part of the honesty page is called; the id itself for an indicator."""
    match topic:
        case Topic.NOT_MET:
            return _("What was not managed")
        case Topic.NOT_SHOWN:
            return _("What cannot be shown, and why")
        case Topic.WHO_WAS_MISSING:
            return _("Who was missing")
        case Topic.DECIDED_ELSEWHERE:
            return _("What was decided elsewhere")
        case Topic.DECLINED_FOR_BENEFITS:
            return _("Fees turned down because of benefits")
        case Topic.CANCELLED_LINES:
            return _("Payments cancelled")
        case Topic.FAILED_LINES:
            return _("Payments that failed")
        case Topic.CHECKED_BY_ONE:
            return _("Payments entered and approved by one person")
        case Topic.STAGES_LEFT_OUT:
            return _("Parts of the work left out")
        case Topic.LATE_ENTRIES:
            return _("Records typed late")
        case _:
            return topic.value


@dataclass(eq=False)
class OwnWords:
    """What the organisation says about one topic of a project, the day it was written, and who wrote it.

    One for each topic. Before `written_on` it is not there: a report of an earlier day does not hold it.
    """

    project_id: ProjectId
    about: Topic
    words: str
    written_on: date
    written_by: str | None = None
    id: RowId = field(default_factory=new_row_id)

    def check(self) -> None:
        """Raises `Refused` where nothing is written."""
        if not self.words.strip():
            raise Refused(_("Write a few words, or take them away altogether."), field="words")
