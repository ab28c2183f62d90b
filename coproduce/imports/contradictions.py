"""What cannot be true within one record, and what probably is not.

A contradiction keeps a row out. A doubt is listed and the row comes in all the same.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from typing import Any

from coproduce.domain.codes import YesNo
from coproduce.domain.decisions import Deciders
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Turns
from coproduce.domain.workshops import Workshop
from coproduce.errors import Refused
from coproduce.i18n import _

Values = Mapping[str, Any]
Found = tuple[str, tuple[str, ...], str]
"""The field at fault, all the fields the rule looked at, and what should be there instead."""

_LAST_YEAR = 2199


def contradictions(noun: type[Any], values: Values, unreadable: frozenset[str]) -> Iterator[tuple[str, str]]:
    """Field and sentence of everything in one record that cannot be true; fields that could not be read are left aside."""
    for field, looked_at, sentence in _RULES[noun](values):
        if unreadable.isdisjoint(looked_at):
            yield field, sentence


def has_rules(noun: type[Any]) -> bool:
    """Whether records of this kind can contradict themselves."""
    return noun in _RULES


def refusal(noun: Any) -> tuple[str | None, str] | None:
    """The field and sentence with which the record itself says no, where it does."""
    check: Callable[[], None] | None = getattr(noun, "check", None)
    if check is None:
        return None
    try:
        check()
    except Refused as refused:
        return refused.field, str(refused)
    return None


def _payment(values: Values) -> Iterator[Found]:
    paid, paid_on = values.get("paid"), values.get("paid_on")
    if paid and paid_on is None:
        yield "paid_on", ("paid", "paid_on"), _("Money was paid, so say on which day.")
    if paid_on is not None and not paid:
        yield "paid", ("paid", "paid_on"), _("There is a day of payment, so say how much was paid.")
    if values.get("cancelled_reason") is not None and paid:
        words = _("Money went out on this line, so it cannot be cancelled. Clear this cell; put money that came back on a line of its own.")
        yield "cancelled_reason", ("cancelled_reason", "paid"), words


def _project(values: Values) -> Iterator[Found]:
    if _is_before(values.get("ends_on"), values.get("starts_on")):
        yield "ends_on", ("starts_on", "ends_on"), _("The project ends before it starts. Change one of the two dates.")


def _rate(values: Values) -> Iterator[Found]:
    if _is_before(values.get("valid_to"), values.get("valid_from")):
        yield "valid_to", ("valid_from", "valid_to"), _("The rate ends before it starts. Change one of the two dates.")


def _workshop(values: Values) -> Iterator[Found]:
    day = values.get("date")
    if day is not None and day.year > _LAST_YEAR:
        yield "date", ("date",), _("That year is too far away to be right.")


def _deciders(values: Values) -> Iterator[Found]:
    took_part, could = values.get("took_part"), values.get("could_decide")
    if took_part is not None and could is not None and took_part > could:
        yield "took_part", ("took_part", "could_decide"), _("More people took part than could decide. Change one of the two counts.")


def _turns(values: Values) -> Iterator[Found]:
    if values.get("person_id") is None and values.get("capacity") is None and values.get("runs_it") is not YesNo.YES:
        words = _("Say whose turns these are: a person_id, the capacity of a group, or yes in runs_it for those who run the day.")
        yield "person_id", ("person_id", "capacity", "runs_it"), words


def _is_before(later: Any, earlier: Any) -> bool:
    return later is not None and earlier is not None and later < earlier


_RULES: dict[type[Any], Callable[[Values], Iterator[Found]]] = {
    Payment: _payment,
    Project: _project,
    Rate: _rate,
    Workshop: _workshop,
    Deciders: _deciders,
    Turns: _turns,
}

