"""The id-window model: rows on demand, and no more said to the table than what differs."""

from __future__ import annotations

import random
from typing import NamedTuple

import pytest
from PySide6.QtCore import QPersistentModelIndex, Qt

from ui.kit.cells import Figure, PillCell, Text, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.rows_model import PAGE, IdWindowModel


class Row(NamedTuple):
    name: str
    group: str
    owed: str | None


COLUMNS = (
    Column("Name", lambda row: TwoLines(row.name, row.group), sort="name"),
    Column("State", lambda row: PillCell("Confirmed", Tone.OK, "circle-check")),
    Column("Group", lambda row: Text(row.group)),
    Column("Owed", lambda row: Figure(row.owed), right=True),
)


class Store:
    """Rows as a query would give them, counting how often it is asked."""

    def __init__(self, count: int) -> None:
        self.rows = {f"P{number:04}": Row(f"Person {number}", "Youth council", None) for number in range(count)}
        self.asked: list[int] = []

    def fetch(self, ids):
        self.asked.append(len(ids))
        return {one: self.rows[one] for one in ids if one in self.rows}


@pytest.fixture
def store():
    return Store(1_000)


@pytest.fixture
def model(qapp, store):
    made = IdWindowModel(COLUMNS, store.fetch)
    made.show_ids(list(store.rows))
    return made


def heard(model):
    """What the model tells its table, as words."""
    told = []
    model.rowsInserted.connect(lambda _parent, first, last: told.append(f"in {first}-{last}"))
    model.rowsRemoved.connect(lambda _parent, first, last: told.append(f"out {first}-{last}"))
    model.layoutChanged.connect(lambda: told.append("order"))
    model.modelReset.connect(lambda: told.append("reset"))
    model.dataChanged.connect(lambda first, last: told.append(f"rows {first.row()}-{last.row()}"))
    return told


def test_it_keeps_to_the_rules_of_qt(qtmodeltester, model):
    qtmodeltester.check(model)


def test_only_the_page_looked_at_is_fetched(model, store):
    assert model.data(model.index(5 * PAGE, 0)) == f"Person {5 * PAGE}, Youth council"
    assert model.data(model.index(6 * PAGE - 1, 0)) == f"Person {6 * PAGE - 1}, Youth council"
    assert store.asked == [PAGE]


def test_pages_not_looked_at_for_long_are_let_go(qapp):
    store = Store(30 * PAGE)
    model = IdWindowModel(COLUMNS, store.fetch)
    model.show_ids(list(store.rows))
    for page in range(30):
        model.row(page * PAGE)
    model.row(0)
    assert len(store.asked) == 31


def test_the_same_ids_again_say_only_that_contents_changed(model, store):
    told = heard(model)
    store.rows["P0003"] = Row("Carys Llewelyn", "Deaf-led group", "£75.00")
    model.show_ids(list(store.rows))
    assert told == ["rows 0-999"]
    assert model.data(model.index(3, 0)) == "Carys Llewelyn, Deaf-led group"


def test_a_new_record_is_put_in_where_it_belongs(model, store):
    told = heard(model)
    ids = list(store.rows)
    store.rows["P9999"] = Row("New", "", None)
    model.show_ids([*ids[:5], "P9999", *ids[5:]])
    assert told[0] == "in 5-5"
    assert model.row_of("P9999") == 5


def test_a_record_that_goes_is_taken_out(model, store):
    told = heard(model)
    ids = list(store.rows)
    model.show_ids([*ids[:7], *ids[9:]])
    assert told[0] == "out 7-8"
    assert model.rowCount() == 998


def test_another_order_keeps_hold_of_records_by_id(model, store):
    held = QPersistentModelIndex(model.index(10, 1))
    told = heard(model)
    model.show_ids(list(reversed(store.rows)))
    assert told == ["order"]
    assert model.ids[held.row()] == "P0010"
    assert held.column() == 1


def test_a_different_list_is_a_reset(model, store):
    told = heard(model)
    model.show_ids(["P0999", "P0001", "P0500"])
    assert told == ["reset"]


def test_any_list_can_follow_any_other(qtmodeltester, model, store):
    chance = random.Random(7)
    known = list(store.rows)
    for _turn in range(60):
        wanted = chance.sample(known, chance.randrange(0, 40))
        if chance.random() < 0.4:
            wanted.sort()
        model.show_ids(wanted)
        assert list(model.ids) == wanted
        assert [model.row_of(one) for one in wanted] == list(range(len(wanted)))
    qtmodeltester.check(model)


def test_a_screen_reader_hears_the_heading_with_each_cell(model):
    role = Qt.ItemDataRole.AccessibleTextRole
    assert model.data(model.index(0, 1), role) == "State: Confirmed"
    assert model.data(model.index(0, 3), role) == "Owed: —"


def test_a_record_that_has_gone_meanwhile_shows_as_nothing(model, store):
    del store.rows["P0000"]
    assert model.data(model.index(0, 0)) is None


def test_an_empty_list_has_no_rows(qapp, store):
    model = IdWindowModel(COLUMNS, store.fetch)
    assert model.rowCount() == 0
    model.show_ids([])
    assert model.rowCount() == 0
    assert store.asked == []
