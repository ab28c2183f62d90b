"""What is worth mending before a report is printed, in words, each with the page where it is mended."""

from __future__ import annotations

from collections.abc import Mapping
from typing import NamedTuple

from coproduce.domain.codes import WorkshopState
from coproduce.domain.evidence import Evidence
from coproduce.domain.evidence.disclosure import telling_changes
from coproduce.domain.facts import ProjectFacts
from coproduce.i18n import _, ngettext


class Gap(NamedTuple):
    """One gap: what is missing, what it means for the report, and the page (and what of it) to go to."""

    key: str
    words: str
    meaning: str
    page: str
    only: str


def gaps(facts: ProjectFacts, evidence: Evidence) -> list[Gap]:
    """The gaps of a project as the report would show it."""
    return [gap for gap in (*_of_project(facts), *_of_records(facts, evidence)) if gap is not None]


def telling_gaps(facts: ProjectFacts, last_issued: Mapping[tuple[str, str], int] | None) -> list[Gap]:
    """Equality counts that moved by so few since the last copy that whoever has both could tell who joined or left."""
    if last_issued is None:
        return []
    meaning = _("Leave “Who the project reached” out of this copy, or wait until more people have filled in a sheet.")
    found = telling_changes(facts.equality, last_issued)
    return [Gap(f"telling {place}", change.words, meaning, "settings", "") for place, change in enumerate(found)]


def _of_project(facts: ProjectFacts) -> list[Gap | None]:
    project = facts.project
    wanted = [
        (project.purpose, _("the purpose")),
        (project.open_to_change, _("what is open to change")),
        (project.not_open, _("what is not open")),
        (project.intended_level, _("the level aimed for")),
    ]
    missing = [words for value, words in wanted if not (value or "").strip()]
    says = _("Not recorded for the project: {list}.").format(list=", ".join(missing))
    organisation = _("The name of the organisation is not set.")
    return [
        Gap("project", says, _("The report says so where it would stand."), "settings", "") if missing else None,
        Gap("organisation", organisation, _("The report carries no name."), "settings", "") if not facts.settings.organisation else None,
    ]


def _of_records(facts: ProjectFacts, evidence: Evidence) -> list[Gap | None]:
    hidden = len(evidence.honesty.not_shown)
    to_close = sum(workshop.state is WorkshopState.HELD for workshop in facts.workshops)
    unanswered = sum(not said.is_answered for said in facts.contributions)
    untold = sum(said.is_answered and said.told_on is None for said in facts.contributions)
    lines = [
        (
            "hidden",
            hidden,
            ngettext("{n} question cannot be answered from the records.", "{n} questions cannot be answered from the records.", hidden),
            _("They are listed on the honesty page."),
            "evidence",
            "not_shown",
        ),
        (
            "unanswered",
            unanswered,
            ngettext("{n} thing people said has no answer.", "{n} things people said have no answer.", unanswered),
            _("The report says “no reply yet”."),
            "decisions",
            "said:unanswered",
        ),
        (
            "untold",
            untold,
            ngettext("People have not been told {n} answer.", "People have not been told {n} answers.", untold),
            _("They would read it here first."),
            "decisions",
            "said:untold",
        ),
        (
            "to_close",
            to_close,
            ngettext("{n} workshop is not closed.", "{n} workshops are not closed.", to_close),
            _("Something about it may still be missing."),
            "workshops",
            "to_close",
        ),
    ]
    return [Gap(key, words.format(n=count), why, page, only) if count else None for key, count, words, why, page, only in lines]
