"""By when something has to be arranged, in words, and where that day comes from."""

from __future__ import annotations

from coproduce.domain.lead_times import ArrangeBy
from coproduce.domain.wording import day_words
from coproduce.i18n import _, ngettext
from ui.kit.written import need_written


def arrange_by_words(by: ArrangeBy | None, need: str) -> str:
    """`by 3 March 2025 · 20 days before, for BSL interpreter`; only the day where it was written down; nothing where none is known."""
    if by is None:
        return ""
    day = day_words(by.day)
    if by.days is None:
        return _("by {day}").format(day=day)
    before = ngettext("{n} day before", "{n} days before", by.days).format(n=by.days)
    if by.supplier:
        return _("by {day} · {before}, as {supplier} asks").format(day=day, before=before, supplier=by.supplier)
    return _("by {day} · {before}, for {need}").format(day=day, before=before, need=need_written(need))
