"""Choosing one of very many by typing."""

from __future__ import annotations

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from coproduce.domain.people import Person
from coproduce.errors import Refused
from coproduce.operations.people import add_person
from tests.ui.accessible_walk import unnamed_focusables
from ui.forms.choosing import MANY, everybody, proposers
from ui.kit.fields import ChoiceField, Findable
from ui.kit.find_editor import FindEditor
from ui.kit.form import Form


@pytest.fixture
def many(new_workspace):
    """More people than a list to pick from would hold, two of the same name, one of them in a group."""
    with new_workspace.work("Fill") as work:
        work.add_all([Person(f"{number:04}", f"Person {number:04}") for number in range(MANY)])
    add_person(new_workspace, name="Siân Williams", group="Garden Trust")
    add_person(new_workspace, name="Siân Williams")
    return new_workspace


@pytest.fixture
def form(many, qtbot):
    made = Form([ChoiceField("person_id", "Person", choices=everybody(many))])
    qtbot.addWidget(made)
    made.show()
    qtbot.waitExposed(made)
    return made


@pytest.fixture
def editor(form):
    return form.findChild(FindEditor)


def lines(editor):
    return [editor.popup.model().index(row, 0).data() for row in range(editor.popup.model().rowCount())]


def test_few_people_are_a_list_and_many_are_found(new_workspace, many):
    assert isinstance(everybody(many), Findable)
    many.undo()
    many.undo()
    many.undo()
    assert not isinstance(everybody(new_workspace), Findable)


def test_letters_find_names_and_groups_tell_them_apart(editor, form):
    QTest.keyClicks(editor.box, "sian")
    assert editor.popup.isVisible()
    first, second = lines(editor)
    assert first != second
    assert "Siân Williams · Garden Trust" in (first, second)


def test_the_arrow_keys_and_enter_pick(editor, form, many):
    QTest.keyClicks(editor.box, "person 0042")
    QTest.keyClick(editor.popup, Qt.Key.Key_Down)
    QTest.keyClick(editor.popup, Qt.Key.Key_Return)
    assert editor.box.text() == "Person 0042"
    assert form.values() == {"person_id": "0042"}


def test_down_lists_the_first_few_before_anything_is_typed(editor, form):
    QTest.keyClick(editor.box, Qt.Key.Key_Down)
    assert lines(editor)[0] == "Person 0000"
    assert len(lines(editor)) == 12


def test_a_blank_line_is_not_recorded(editor, form):
    assert form.values() == {"person_id": None}
    editor.put("0007")
    assert (editor.box.text(), form.values()) == ("Person 0007", {"person_id": "0007"})
    editor.box.clear()
    assert form.values() == {"person_id": None}


def test_a_name_typed_in_full_counts_where_it_is_one_person_s(editor, form):
    QTest.keyClicks(editor.box, "person 0042")
    assert form.values() == {"person_id": "0042"}
    editor.box.clear()
    editor.box.setText("Siân Williams")
    with pytest.raises(Refused, match="More than one is called “Siân Williams”"):
        form.values()


def test_somebody_unknown_is_said_beside_the_box(editor, form):
    QTest.keyClicks(editor.box, "Nobody at all")
    with pytest.raises(Refused, match="Nobody here is called “Nobody at all”"):
        form.values()
    assert not editor.popup.isVisible()


def test_the_organiser_can_be_picked_among_very_many(many, qtbot):
    made = Form([ChoiceField("proposed_by", "Proposed by", choices=proposers(everybody(many)), value="organiser")])
    qtbot.addWidget(made)
    assert made.values() == {"proposed_by": "organiser"}


def test_every_part_has_a_name(form, editor):
    assert unnamed_focusables(form) == []
    assert editor.box.accessibleName().startswith("Person")
    assert editor.popup.accessibleName() == "Names that fit"
