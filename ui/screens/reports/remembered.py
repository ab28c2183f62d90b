"""What was chosen last for each report, as this computer keeps it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from enum import StrEnum
from typing import NamedTuple

from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS


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
    """For one report: whom it is for, how large, and the sections left out."""

    audience: Audience = Audience.FUNDER
    print: Print = Print.ORDINARY
    left_out: frozenset[str] = frozenset()


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
        size = self._kept.get(f"{report}.print", "")
        known = {each.value for each in prints_of(report)}
        sections = {section.key for each in REPORTS if each.key == report for section in each.sections if not section.stays}
        return Chosen(
            Audience(audience) if audience in set(Audience) else Audience.FUNDER,
            Print(size) if size in known else Print.ORDINARY,
            frozenset(self._kept.get(f"{report}.left_out", "").split(";")) & sections,
        )

    def remember(self, report: str, chosen: Chosen) -> None:
        """Keep what is chosen now."""
        self._kept |= {
            "report": report,
            f"{report}.audience": chosen.audience.value,
            f"{report}.print": chosen.print.value,
            f"{report}.left_out": ";".join(sorted(chosen.left_out)),
        }
        self._keep(self._kept)
