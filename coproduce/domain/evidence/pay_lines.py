"""Pay, seen from the money: each unit is one live payment line."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction
from statistics import median

from coproduce.domain.codes import WorkshopState
from coproduce.domain.evidence.gaming import GAMING
from coproduce.domain.evidence.indicator import Finding, Measure, Measured, RecordKind, Share, Theme, Unit
from coproduce.domain.evidence.scene import Scene
from coproduce.domain.wording import N_

NOT_GOING_AHEAD = frozenset({WorkshopState.CANCELLED, WorkshopState.DRAFT})


def paid_by_the_promised_day(scene: Scene) -> Iterator[Unit]:
    """Lines paid by the promised day, of all lines whose promised day has passed; unpaid and overdue is late.

    Range 0 to 1. The day runs from the workshop, not from when the line was typed. Unpaid counts against and is missing.
    Worked: 77 lines, 8 paid in time, 40 late, 29 not yet: 8 of 77.
    Source: NIHR and NETSCC, payments to public contributors.
    """
    for sitting, line in scene.owed_lines:
        if not line.is_paid or line.paid_on is None:
            yield line.id, Finding.MISSING
        else:
            yield line.id, Finding.YES if line.paid_on <= sitting.due else Finding.NO


def days_to_money(scene: Scene) -> Measured:
    """The median of days from workshop to money, over the same lines; an unpaid one has waited until today.

    In days, any number; of an even count the mean of the middle two; not measured without lines.
    Worked: paid after 10, 20 and 36 days and one unpaid for 90: (20 + 36) / 2 is 28.
    Source: NIHR, payments to public contributors; unpaid lines stay in by rule.
    """
    owed = scene.owed_lines
    days = [((line.paid_on if line.is_paid and line.paid_on else scene.as_of) - sitting.day).days for sitting, line in owed]
    value = Fraction(median(days)) if days else None
    return Measured(value, len(days), tuple(line.id for _sitting, line in owed))


def up_front_money_in_time(scene: Scene) -> Iterator[Unit]:
    """Lines asked for in advance and paid by the day they were needed, of all such lines whose day has passed.

    Range 0 to 1. Needed by the day given, else by the workshop. Unpaid counts against and is missing. Workshops that are
    drafts or cancelled are left out; planned ones are not.
    Worked: 4 advances asked for, one paid the day before, one the day after, two unpaid: 1 of 4.
    Source: Family Rights Group; HELM, University of Nottingham: nobody should be out of pocket.
    """
    for line in scene.live_lines:
        workshop = scene.workshops[line.workshop_id]
        needed_by = line.needed_by or workshop.date
        if line.advance_asked_on is None or workshop.state in NOT_GOING_AHEAD or needed_by >= scene.as_of:
            continue
        if not line.is_paid or line.paid_on is None:
            yield line.id, Finding.MISSING
        else:
            yield line.id, Finding.YES if line.paid_on <= needed_by else Finding.NO


T5 = Share(
    id="T5",
    asks=N_("Was money paid by the promised date?"),
    theme=Theme.PAY,
    record=RecordKind.PAYMENT,
    ask=paid_by_the_promised_day,
    gaming=GAMING["T5"],
    sources=("NIHR, Payment to public contributors", "NETSCC"),
    counts_against=True,
)
T6 = Measure(
    id="T6",
    asks=N_("Days from workshop to money"),
    theme=Theme.PAY,
    record=RecordKind.PAYMENT,
    take=days_to_money,
    unit=N_("days"),
    gaming=GAMING["T6"],
    sources=("NIHR, Payment to public contributors",),
)
T7 = Share(
    id="T7",
    asks=N_("Was money needed up front there in time?"),
    theme=Theme.PAY,
    record=RecordKind.PAYMENT,
    ask=up_front_money_in_time,
    gaming=GAMING["T7"],
    sources=("Family Rights Group", "HELM, University of Nottingham"),
    counts_against=True,
)
