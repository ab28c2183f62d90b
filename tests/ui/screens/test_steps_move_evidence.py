"""A step with money or access moves its figure on the evidence page at once, and the records behind the figure can be opened."""

from __future__ import annotations

from datetime import timedelta

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import AttendanceState, Capacity, OrganiserSays, PaymentKind, PersonSays, RateShape, WorkshopState, YesNo
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.projects import Project
from coproduce.domain.resourcing import Payment, Rate
from coproduce.domain.room import Attendance
from coproduce.domain.workshops import Workshop
from coproduce.operations import access, people, resourcing, room
from coproduce.storage.workspace_file import WorkspaceFile
from ui.kit.record_list import local_today

DAY = local_today() - timedelta(days=60)
BEFORE, AFTER = DAY - timedelta(days=20), DAY + timedelta(days=10)
STEPS = {
    "T3": lambda file: resourcing.offer(file, "fee", amount=Money(4500), on=BEFORE),
    "T4": lambda file: resourcing.mark_paid(file, "fee", on=AFTER, amount=Money(4500)),
    "T5": lambda file: resourcing.mark_paid(file, "bus", on=AFTER),
    "T6": lambda file: resourcing.mark_paid(file, "bus", on=AFTER),
    "T7": lambda file: resourcing.mark_paid(file, "train", on=BEFORE, amount=Money(900)),
    "T7b": lambda file: people.edit_person(file, "ana", upfront_asked_on=BEFORE),
    "T8": lambda file: resourcing.edit_payment(file, "fee", paid=Money(4500), paid_on=AFTER, prep_minutes_paid=30),
    "T9": lambda file: resourcing.mark_paid(file, "fee", on=AFTER, amount=Money(4500)),
    "T10": lambda file: room.edit_attendance(file, "seat", access_asked_on=BEFORE),
    "T11": lambda file: access.say_how_it_worked(file, "need", person_says=PersonSays.WORKED),
    "T11o": lambda file: access.say_how_it_worked(file, "need", organiser_says=OrganiserSays.WORKED),
    "T12": lambda file: access.confirm_arrangement(file, "need", on=BEFORE),
    "T29": lambda file: resourcing.mark_paid(file, "fee", on=AFTER, amount=Money(4500)),
}


@pytest.fixture
def file(tmp_path):
    made = WorkspaceFile.create(tmp_path / "steps.coproduce", organisation="Valley Care")
    with made.work("Begin") as work:
        work.add_all(
            [
                Rate("Floor", RateShape.PER_HOUR, Money(1200), DAY - timedelta(days=400), is_floor=YesNo.YES),
                Project("P", "Project"),
                Person("ana", "Ana"),
                Workshop("W", "P", "One", DAY, state=WorkshopState.HELD),
                Attendance(
                    "W", "ana", Capacity.COMMUNITY, state=AttendanceState.HERE, prep_minutes_asked=30, minutes_present=120, id="seat"
                ),
                Arrangement("need", "ana", "W", "BSL interpreter"),
                Payment("fee", "W", "ana", PaymentKind.FEE),
                Payment("bus", "W", "ana", PaymentKind.EXPENSE, "Bus", offered=Money(620)),
            ]
        )
    return made


@pytest.mark.parametrize("indicator", STEPS)
def test_a_step_moves_its_figure_at_once(open_window, file, qtbot, indicator):
    if indicator == "T7":
        with file.work("An advance") as work:
            work.add(Payment("train", "W", "ana", PaymentKind.EXPENSE, "Train", advance_asked_on=BEFORE, needed_by=DAY))
    window = open_window()
    window.take(file)
    window.go("evidence")
    page = window.stack.page("evidence")
    before = page.tiles[indicator].line
    STEPS[indicator](file)
    qtbot.waitUntil(lambda: page.tiles[indicator].line != before, timeout=10_000)

    page.viewmodel.choose(indicator)
    record = next(key for key in page.pane.buttons() if key.startswith("record "))
    page.pane.buttons()[record].click()
    assert window.stack.key in {"resourcing", "people", "workshops"}
