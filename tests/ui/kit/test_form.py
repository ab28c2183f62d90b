"""Forms: what they ask, how answers come back, and how a refusal is shown beside its field."""

from __future__ import annotations

from datetime import date, time

import pytest

from coproduce.domain.money import Money
from coproduce.errors import Refused
from tests.ui.accessible_walk import unnamed_focusables
from ui.kit.fields import (
    Choice,
    ChoiceField,
    CountField,
    DateField,
    DayOffer,
    LongTextField,
    MinutesField,
    MoneyField,
    SeveralField,
    SuggestedField,
    TextField,
    TimeField,
    YesNoField,
)
from ui.kit.form import Form

STAGES = (Choice("why", "Why do it"), Choice("plan", "Planning"), Choice("design", "Design"))
FIELDS = (
    TextField("name", "Name they choose", required=True),
    LongTextField("notes", "Notes", "Only what is needed."),
    DateField("left_on", "Left on"),
    TimeField("start", "Start"),
    MoneyField("offered", "Amount offered"),
    MinutesField("minutes", "How long"),
    CountField("people", "How many"),
    ChoiceField("stage", "Stage", choices=STAGES),
    YesNoField("under_18", "Under 18"),
    SeveralField("stages", "Stages", choices=STAGES),
)
"""One of each kind."""


@pytest.fixture
def form(qtbot):
    made = Form(FIELDS)
    qtbot.addWidget(made)
    made.show()
    return made


def test_an_untouched_form_answers_not_recorded(form):
    form.editor("name").put("Carys")
    values = form.values()
    assert values == {
        "name": "Carys",
        "notes": "",
        "left_on": None,
        "start": None,
        "offered": None,
        "minutes": None,
        "people": None,
        "stage": None,
        "under_18": None,
        "stages": frozenset(),
    }


def test_answers_come_back_as_values(form):
    given = {
        "name": "Carys",
        "notes": "Two\nlines",
        "left_on": date(2026, 12, 8),
        "start": time(9, 30),
        "offered": Money(7500),
        "minutes": 90,
        "people": 0,
        "stage": "plan",
        "under_18": "no",
        "stages": frozenset({"why", "design"}),
    }
    for name, value in given.items():
        form.editor(name).put(value)
    assert form.values() == given


def test_every_wrong_answer_is_shown_beside_its_field_at_once(form):
    form.editor("left_on").box.setText("31/02/2026")
    form.editor("offered").box.setText("-5")
    with pytest.raises(Refused) as refused:
        form.values()
    assert refused.value.field == "name"
    assert form.wrong_words("name") == "This is needed."
    assert form.wrong_words("left_on") == "There is no such day in the calendar."
    assert "amount" in form.wrong_words("offered")
    assert form.editor("left_on").box.text() == "31/02/2026"


def test_a_refusal_is_shown_beside_the_field_it_names(form, qtbot):
    form.show_refused(Refused("Somebody has that name already.", field="name"))
    assert form.wrong_words("name") == "Somebody has that name already."
    assert form.editor("name").box.accessibleDescription() == "Somebody has that name already."
    form.show_refused(Refused("Not today."))
    assert form.wrong_words("name") == ""
    assert form.general.text() == "Not today."
    assert form.general.isVisible()


def test_a_form_knows_whether_it_was_touched(form):
    assert not form.is_changed
    form.editor("name").put("A")
    assert form.is_changed


def test_every_box_can_be_named_by_a_screen_reader(form, use_look):
    for appearance in ("light", "dark", "contrast"):
        use_look(appearance)
        assert unnamed_focusables(form) == []


def test_yes_and_no_are_named_with_their_question(form):
    assert form.editor("under_18").button("yes").accessibleName() == "Under 18: Yes"


def test_a_choice_that_is_needed_asks_to_choose_and_chooses_nothing_for_you(qtbot):
    form = Form([ChoiceField("stage", "Stage", required=True, choices=STAGES)])
    qtbot.addWidget(form)
    assert form.editor("stage").box.itemText(0) == "Choose one"
    with pytest.raises(Refused):
        form.values()
    assert form.wrong_words("stage") == "This is needed."
    form.editor("stage").put("why")
    assert form.values() == {"stage": "why"}


def test_a_choice_that_is_needed_and_made_does_not_offer_not_recorded(qtbot):
    form = Form([ChoiceField("stage", "Stage", required=True, choices=STAGES, value="why")])
    qtbot.addWidget(form)
    assert form.editor("stage").box.count() == 3
    assert form.values() == {"stage": "why"}


def test_long_text_grows_with_what_is_written(form):
    box = form.editor("notes").box
    before = box.height()
    box.setPlainText("\n".join("line" for _ in range(6)))
    assert box.height() > before


# -- offers and suggestions


def test_a_day_on_offer_is_written_only_when_it_is_pressed(qtbot):
    today = date(2026, 11, 25)
    offers = [DayOffer("Two years from today", date(2028, 11, 25)), DayOffer("Today", today)]
    form = Form([DateField("retain_until", "Keep until", offers=offers)])
    qtbot.addWidget(form)
    assert form.values() == {"retain_until": None}
    offer = form.editor("retain_until").offers["Two years from today"]
    assert offer.accessibleName() == "Keep until: Two years from today"
    offer.click()
    assert form.values() == {"retain_until": date(2028, 11, 25)}


def test_suggested_words_can_be_picked_or_left_for_words_of_ones_own(qtbot):
    form = Form([SuggestedField("need", "What they need", suggestions=["Hearing loop", "Large print"])])
    qtbot.addWidget(form)
    assert form.values() == {"need": ""}
    form.editor("need").box.setCurrentText("A chair by the door ")
    assert form.values() == {"need": "A chair by the door"}
    form.editor("need").box.setCurrentIndex(1)
    assert form.values() == {"need": "Large print"}
    assert unnamed_focusables(form) == []
