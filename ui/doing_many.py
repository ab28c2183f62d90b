"""An act on many records, from the form to the message bar."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING, Any

from coproduce.i18n import _
from ui.half_typed import put_back
from ui.kit.many_acts import ManyAct, left_out_words, summary
from ui.kit.many_dialog import ManyDialog
from ui.long_work import MANY

if TYPE_CHECKING:
    from coproduce.domain.many import SortedOut
    from coproduce.operations.many import Many
    from ui.main_window import MainWindow


def open_many(window: MainWindow, act: ManyAct, ids: Sequence[str]) -> None:
    """Open the form. Its summary and its OK ask the same plan, so that what is said is what is done."""
    workspace = window.workspace
    if workspace is None:
        return
    file = workspace.workspace

    def said(answers: dict[str, Any]) -> str:
        return summary(act.plan(answers).who_fits(file, ids), lambda fits: act.will(fits, answers))

    def do(answers: dict[str, Any]) -> None:
        plan = act.plan(answers)
        if len(ids) < MANY:
            say(plan, plan.do(file, ids))
        else:
            window.services.run_work(plan.label, partial(plan.do, file, ids), partial(say, plan), records=len(ids))

    def say(plan: Many[Any], found: SortedOut[Any]) -> None:
        words = [_("Done: {step}").format(step=plan.label), f"({len(found.fits):,}).", left_out_words(found)]
        window.services.say(" ".join(word for word in words if word), undo=True)

    shown = ManyDialog(window, act.title, act.fields, do, summary=said, failed=window.services.failed, ok=act.words)
    shown.open()
    put_back(window, shown)
