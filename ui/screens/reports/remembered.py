"""What was chosen last for each report, as this computer keeps it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import NamedTuple

from coproduce.domain.ids import WorkshopId
from coproduce.domain.part import Days, OneWorkshop, Part
from coproduce.errors import Refused
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, report_called


class Print(StrEnum):
    """How it is printed: how large, or in Easy Read where the report has such a form."""

    ORDINARY = "ordinary"
    LARGE = "large"
    EASY = "easy"


def prints_of(report: str) -> list[Print]:
    """The ways a report can be printed."""
    has_easy = any(each.easy for each in REPORTS if each.key == report)
    return [Print.ORDINARY, Print.LARGE, *([Print.EASY] if has_easy else [])]


class Chosen(NamedTuple):
    """For one report: whom it is for, how large, the sections left out, the part it is about and the projects beside it."""

    audience: Audience = Audience.FUNDER
    print: Print = Print.ORDINARY
    left_out: frozenset[str] = frozenset()
    part: Part | None = None
    beside: frozenset[str] = frozenset()


class Remembered:
    """The choices for every report. `keep` is called with all of them whenever one changes."""

    def __init__(self, kept: Mapping[str, str], keep: Callable[[Mapping[str, str]], object]) -> None:
        self._kept, self._keep = dict(kept), keep

    @property
    def report(self) -> str:
        """The report chosen last; the first where none was, or where it is no more."""
        last = self._kept.get("report", "")
        return last if last in {report.key for report in REPORTS} else REPORTS[0].key

    def of(self, report: str) -> Chosen:
        """What was chosen for a report; what nobody chose, or what is no choice any more, is as at first."""
        audience = self._kept.get(f"{report}.audience", "")
        made_for = {audience.value for audience in report_called(report).audiences}
        size = self._kept.get(f"{report}.print", "")
        known = {each.value for each in prints_of(report)}
        sections = {section.key for each in REPORTS if each.key == report for section in each.sections if not section.stays}
        return Chosen(
            Audience(audience) if audience in made_for else Audience.FUNDER,
            Print(size) if size in known else Print.ORDINARY,
            frozenset(self._kept.get(f"{report}.left_out", "").split(";")) & sections,
            _part(self._kept.get(f"{report}.part", "")),
            frozenset(filter(None, self._kept.get(f"{report}.beside", "").split(";"))),
        )

    def remember(self, report: str, chosen: Chosen) -> None:
        """Keep what is chosen now."""
        self._kept |= {
            "report": report,
            f"{report}.audience": chosen.audience.value,
            f"{report}.print": chosen.print.value,
            f"{report}.left_out": ";".join(sorted(chosen.left_out)),
            f"{report}.part": _written(chosen.part),
            f"{report}.beside": ";".join(sorted(chosen.beside)),
        }
        self._keep(self._kept)


def _written(part: Part | None) -> str:
    if isinstance(part, OneWorkshop):
        return f"workshop;{part.workshop_id}"
    return f"days;{part.first.isoformat()};{part.last.isoformat()}" if part is not None else ""


def _part(written: str) -> Part | None:
    """The part as it was kept; nothing where it cannot be read."""
    match written.split(";"):
        case ["workshop", workshop_id]:
            return OneWorkshop(WorkshopId(workshop_id))
        case ["days", first, last]:
            try:
                return Days(date.fromisoformat(first), date.fromisoformat(last))
            except (ValueError, Refused):
                return None
    return None
