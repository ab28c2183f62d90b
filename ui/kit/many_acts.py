"""What can be done to many records at once, said without Qt: a button, what it asks, and the summary before it is done."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from coproduce.i18n import _, ngettext
from ui.kit.detail_parts import Act, doing

if TYPE_CHECKING:
    from coproduce.domain.many import SortedOut
    from coproduce.operations.many import Many
    from ui.kit.fields import Field
    from ui.kit.record_list import RecordList

Answers = dict[str, Any]


@dataclass(frozen=True)
class ManyAct:
    """One act on many records.

    `title` stands over the form, `words` on its button. `plan` makes the act from the answers of the form; `will` says from the same
    answers what it does to those it fits, such as "8 payments will be marked as paid, £420.00".
    """

    title: str
    words: str
    plan: Callable[[Answers], Many[Any]]
    will: Callable[[Sequence[Any], Answers], str]
    fields: Sequence[Field] = ()


def many_act(model: RecordList[Any, Any], key: str, words: str, icon: str, make: Callable[[Any], ManyAct]) -> Act:
    """A button of the pane that opens the form of an act on all records chosen; `make` makes the act from the view-model."""
    return Act(f"many_{key}", words, doing(_open, model, make), icon)


def _open(model: RecordList[Any, Any], make: Callable[[Any], ManyAct]) -> None:
    model.shell.open_many(make(model), tuple(model.chosen_ids))


def counted(words: Callable[[int], str]) -> Callable[[Sequence[Any], Answers], str]:
    """What is done to those it fits, in words that hold their number as `{n}`."""
    return lambda fits, _answers: words(len(fits)).format(n=f"{len(fits):,}")


def summary(found: SortedOut[Any], will: Callable[[Sequence[Any]], str]) -> str:
    """“8 payments will be marked as paid, £420.00. 4 are left out: declined 3, already paid 1.”"""
    fits = _("{what}.").format(what=will(found.fits)) if found.fits else _("This fits none of those chosen.")
    return " ".join(part for part in (fits, left_out_words(found)) if part)


def left_out_words(found: SortedOut[Any]) -> str:
    """How many are left out and why; nothing where everybody fits."""
    count = len(found.left_out)
    if not count:
        return ""
    reasons = ", ".join(_reason(why, number) for why, number in found.reasons.items()).rstrip(".")
    return ngettext("{n} is left out: {reasons}.", "{n} are left out: {reasons}.", count).format(n=f"{count:,}", reasons=reasons)


def _reason(why: str, number: int) -> str:
    """A few words get their number; a whole sentence says enough."""
    return why if why.endswith(".") else f"{why} {number:,}"
