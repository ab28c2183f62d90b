"""The pane about one part of the honesty page: how much stands there, and each of it. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from typing import TYPE_CHECKING

from coproduce.domain.evidence import Evidence
from coproduce.domain.evidence.honesty import LateEntry
from coproduce.domain.evidence.indicator import RecordKind, Result
from coproduce.domain.own_words import Topic, heading_of
from coproduce.domain.wording import day_words, label
from coproduce.exports.sections.results import figure_words, question_words
from coproduce.i18n import _, ngettext
from ui.kit.detail_parts import Act, Acts, Going, Heading, Item, Note, Part, Title, doing
from ui.screens.evidence.lines import honesty_figure, pill_of
from ui.screens.evidence.which import Which, WhichRecords

if TYPE_CHECKING:
    from ui.kit.screen import Shell

MOST_SHOWN = 150
"""So many records are listed at once."""

_AT_WORKSHOPS = ("Turns", "Verdict")
"""Kinds of late entry that are told by their workshop."""

_KINDS = {
    Topic.WHO_WAS_MISSING: RecordKind.ATTENDANCE,
    Topic.DECIDED_ELSEWHERE: RecordKind.DECISION,
    Topic.CANCELLED_LINES: RecordKind.PAYMENT,
    Topic.FAILED_LINES: RecordKind.PAYMENT,
    Topic.CHECKED_BY_ONE: RecordKind.PAYMENT,
}


def honesty_parts(topic: Topic, evidence: Evidence, records: WhichRecords, shell: Shell, choose: Callable[[str], None]) -> list[Part]:
    """How much stands there, each record or question of it, and where it is printed."""
    listed = [*_listed(topic, evidence, records, shell, choose)]
    parts: list[Part] = [
        Title(heading_of(topic), _("A part of the honesty page"), icon="file-text"),
        Note(honesty_figure(evidence, topic.value)),
        Note(_("Every report has this page, and it cannot be left out."), quiet=True),
        Acts((Act("reports", _("Go to reports"), Going(shell, "reports"), "file-text"),)),
    ]
    if listed:
        parts += [Heading(_("Show me which")), *listed[:MOST_SHOWN]]
    if len(listed) > MOST_SHOWN:
        more = len(listed) - MOST_SHOWN
        parts.append(Note(ngettext("And {n} more.", "And {n} more.", more).format(n=f"{more:,}"), quiet=True))
    return parts


def _listed(topic: Topic, evidence: Evidence, records: WhichRecords, shell: Shell, choose: Callable[[str], None]) -> Iterator[Part]:
    """Nobody is named for turning down a fee because of benefits: that is theirs to tell."""
    page = evidence.honesty
    if topic is Topic.NOT_MET:
        yield from (_question(share, choose) for share in page.not_met)
    elif topic is Topic.NOT_SHOWN:
        yield from (_question(one.result, choose) for one in page.not_shown)
    elif topic is Topic.STAGES_LEFT_OUT:
        yield from (Note(label(stage)) for stage in page.stages_left_out)
    elif topic is Topic.LATE_ENTRIES:
        yield from (_late(entry, records, shell) for entry in page.late_entries)
    elif topic in _KINDS:
        yield from (_record(which, which.under, shell) for which in records.of(_KINDS[topic], _ids(topic, evidence)))


def _ids(topic: Topic, evidence: Evidence) -> tuple[str, ...]:
    page = evidence.honesty
    if topic is Topic.WHO_WAS_MISSING:
        return (*page.who_was_missing.apologies, *page.who_was_missing.absent)
    if topic is Topic.DECIDED_ELSEWHERE:
        return tuple(str(decision.id) for decision in page.decided_elsewhere)
    ids: tuple[str, ...] = getattr(page, topic.value)
    return ids


def _question(result: Result, choose: Callable[[str], None]) -> Item:
    return Item(f"question {result.id}", question_words(result), figure_words(result), doing(choose, result.id), pill_of(result))


def _late(entry: LateEntry, records: WhichRecords, shell: Shell) -> Part:
    kind = RecordKind.WORKSHOP if entry.kind in _AT_WORKSHOPS else RecordKind(entry.kind)
    [which] = records.of(kind, [entry.record])
    words = ngettext("{n} day late, typed on {day}", "{n} days late, typed on {day}", entry.days)
    return _record(which, words.format(n=f"{entry.days:,}", day=day_words(entry.entered_on)), shell, f"{entry.kind} {entry.id}")


def _record(which: Which, under: str, shell: Shell, key: str = "") -> Part:
    if not which.page:
        return Note(which.title)
    return Item(f"record {key or which.record}", which.title, under, Going(shell, which.page, which.page_id, which.section))
