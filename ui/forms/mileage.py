"""Miles driven for an expense: what they come to by the dated rates, beside the question and beside what was claimed. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from coproduce.domain.mileage import Mileage, mileage
from coproduce.domain.resourcing import Payment
from coproduce.i18n import _, ngettext
from coproduce.storage.queries import organisation
from coproduce.storage.workspace_file import WorkspaceFile
from ui.kit.detail_parts import Fact, Part
from ui.kit.fields import CountField, Field, Further, Sum
from ui.kit.noun_form import Line


def miles_line(group: Further | None = None) -> Line:
    """Asks how far they drove."""
    return Line("miles", _("Miles driven"), _("There and back. Leave blank where they did not drive."), group=group)


def with_sums(fields: Sequence[Field], file: WorkspaceFile, day: date) -> list[Field]:
    """The same fields; what the miles come to by the rates of `day` stands under them and can be taken as what is claimed."""

    def sums(miles: int) -> list[Sum]:
        found = worked_out(file, miles, day)
        return [*(Sum(each.words, each.amount) for each in found.sums), *(Sum(doubt) for doubt in found.doubts)]

    return [
        replace(field, sums=sums, into="claimed") if isinstance(field, CountField) and field.name == "miles" else field for field in fields
    ]


def mileage_parts(file: WorkspaceFile, payment: Payment, day: date) -> list[Part]:
    """What the pane of a line says about its miles: the sum, what was claimed where it differs, and what is doubtful."""
    if payment.miles is None:
        return []
    found = worked_out(file, payment.miles, day)
    driven = ngettext("{n} mile", "{n} miles", payment.miles).format(n=f"{payment.miles:,}")
    words = [each.words for each in found.sums] or [driven]
    parts: list[Part] = [Fact("map-pin", _("MILES, THERE AND BACK"), each) for each in words]
    differs = found.beside(payment.claimed, organisation.settings(file).currency)
    if differs:
        parts.append(Fact("info", _("CLAIMED, BESIDE THE SUM"), differs))
    return [*parts, *(Fact("circle-alert", _("PLEASE LOOK"), doubt) for doubt in found.doubts)]


def worked_out(file: WorkspaceFile, miles: int, day: date) -> Mileage:
    """What miles come to for a workshop on that day, by the rates of the workspace."""
    settings = organisation.settings(file)
    return mileage(organisation.rates(file), miles, day=day, region=settings.region, currency=settings.currency)
