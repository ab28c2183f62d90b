"""The pane of the evidence page: one indicator in full, or one part of the honesty page. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from coproduce.domain.evidence import Evidence
from coproduce.domain.evidence.indicator import Result, Share, ShareResult
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.own_words import Topic, heading_of
from coproduce.exports.sections.about import ABOUT
from coproduce.exports.sections.results import answer_words, figure_words, question_words
from coproduce.i18n import _, ngettext
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Act, Acts, Choose, Going, Heading, Item, Note, Option, Part, Title
from ui.kit.detail_parts import State as StatePart
from ui.screens.evidence.lines import honesty_figure, pill_of
from ui.screens.evidence.which import WhichRecords

if TYPE_CHECKING:
    from ui.kit.screen import Shell

MOST_SHOWN = 150
"""So many records are listed behind a count at once."""


def head_parts(result: Result) -> list[Part]:
    """The question, its headline and its figure in sentences."""
    return [
        Title(question_words(result), f"{result.id} · {result.indicator.theme.words}", icon="file-check-2"),
        StatePart(pill_of(result), figure_words(result)),
        Note(answer_words(result)),
    ]


def about_parts(result: Result, facts: ProjectFacts) -> list[Part]:
    """What counts, what it rests on, how it could flatter, and its sources."""
    about = ABOUT[result.id]
    parts: list[Part] = [
        Heading(_("What counts")),
        Note(about.definition(facts.settings)),
        Note(_("It rests on: {records}").format(records=about.rests_on_words[:1].lower() + about.rests_on_words[1:]), quiet=True),
        Heading(_("How it could flatter, and what stands against that")),
        Note(result.indicator.how_it_can_be_gamed),
        Note(result.indicator.counter),
    ]
    if isinstance(result.indicator, Share) and result.indicator.never_by_name:
        parts.append(Note(_("Never printed for a named person: what people are paid is theirs to tell."), quiet=True))
    return [*parts, Note(_("Source: {sources}").format(sources="; ".join(result.indicator.sources)), quiet=True)]


def which_parts(result: Result, which: str, choose: Callable[[str], None], records: WhichRecords, shell: Shell) -> list[Part]:
    """The records behind a count, each with the page it is on."""
    if isinstance(result, ShareResult):
        options = (
            Option("yes", _("Yes"), result.yes),
            Option("no", _("No"), result.no),
            Option("not_recorded", _("Not recorded"), result.not_recorded),
        )
        ids: tuple[str, ...] = getattr(result.records, which)
        choice: list[Part] = [Choose("which", _("Which records"), options, which, choose)]
    else:
        ids, choice = result.records, []
    if not ids and not choice:
        return []
    return [Heading(_("Show me which")), *choice, *_items(result, ids, records, shell)]


def _items(result: Result, ids: tuple[str, ...], records: WhichRecords, shell: Shell) -> list[Part]:
    missing = set(result.missing) if isinstance(result, ShareResult) else set()
    unwritten = PillCell(_("Nothing recorded"), Tone.WARN, "circle-help")
    parts: list[Part] = []
    for which in records.of(result.indicator.record, ids[:MOST_SHOWN]):
        pill = unwritten if which.record in missing else None
        if which.page:
            there = Going(shell, which.page, which.page_id, which.section)
            parts.append(Item(f"record {which.record}", which.title, which.under, there, pill))
        else:
            parts.append(Note(which.title))
    if len(ids) > MOST_SHOWN:
        more = len(ids) - MOST_SHOWN
        parts.append(Note(ngettext("And {n} more.", "And {n} more.", more).format(n=f"{more:,}"), quiet=True))
    if not ids:
        parts.append(Note(_("None."), quiet=True))
    return parts


def honesty_parts(topic: str, evidence: Evidence, shell: Shell) -> list[Part]:
    """A part of the honesty page: how much stands there, and where it is printed."""
    return [
        Title(heading_of(Topic(topic)), _("A part of the honesty page"), icon="file-text"),
        Note(honesty_figure(evidence, topic)),
        Note(_("Every report has this page, and it cannot be left out."), quiet=True),
        Acts((Act("reports", _("Go to reports"), Going(shell, "reports"), "file-text"),)),
    ]
