"""The pane of the evidence page: one indicator in full. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.evidence.indicator import Result, Share, ShareResult
from coproduce.domain.evidence.scene import Scene
from coproduce.domain.facts import ProjectFacts
from coproduce.exports.sections.about import ABOUT
from coproduce.exports.sections.results import answer_words, figure_words, question_words
from coproduce.i18n import _, ngettext
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Choose, Going, Heading, Item, Note, Option, Part, Title
from ui.kit.detail_parts import State as StatePart
from ui.screens.evidence.beside import BESIDE, beside_figure
from ui.screens.evidence.lines import pill_of
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


def about_parts(result: Result, facts: ProjectFacts, as_of: date) -> list[Part]:
    """What counts, what it rests on, how it could flatter and what stands beside it against that, and its sources."""
    about = ABOUT[result.id]
    parts: list[Part] = [
        Heading(_("What counts")),
        Note(about.definition(facts.settings)),
        Note(_("It rests on: {records}").format(records=about.rests_on_words[:1].lower() + about.rests_on_words[1:]), quiet=True),
        Heading(_("How it could flatter, and what stands against that")),
        Note(result.indicator.how_it_can_be_gamed),
        Note(result.indicator.counter),
    ]
    if result.id in BESIDE:
        parts += [Note(words) for words in beside_figure(result.id, Scene(facts, as_of))]
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
