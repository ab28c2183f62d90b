"""Every part that can have the focus has a name, with records open in full and forms on screen, light and dark."""

from __future__ import annotations

import pytest

from tests.ui.accessible_walk import unnamed_focusables
from ui.screens.workshops.sections import Section


@pytest.mark.parametrize("appearance", ["light", "dark"])
def test_every_focusable_of_an_open_record_has_a_name(appearance, go, story, window, use_look):
    use_look(appearance)
    unnamed = {}
    for key, record in (("people", story.ana), ("resourcing", story.offered)):
        go(key).show_record(record)
        unnamed[key] = unnamed_focusables(window)
    for record in (story.decision, story.unanswered):
        go("decisions").show_record(record)
        unnamed[record] = unnamed_focusables(window)
    workshops = go("workshops")
    workshops.show_record(story.held)
    for section, opened in (
        (Section.PLAN, "block block"),
        (Section.ACCESS, "need A-1"),
        (Section.PAPERS, "paper paper"),
        *((s, "") for s in Section),
    ):
        workshops.viewmodel.show_section(section)
        workshops.viewmodel.opened = opened
        workshops.show_state()
        unnamed[f"{section} {opened}"] = unnamed_focusables(window)
    go("evidence").viewmodel.choose("T19")
    unnamed["evidence"] = unnamed_focusables(window)
    assert {key: found for key, found in unnamed.items() if found} == {}


def test_every_question_of_every_form_has_a_name(go, window, form):
    unnamed = {}
    decisions = go("decisions").viewmodel
    for key, model in (
        ("people", None),
        ("workshops", None),
        ("resourcing", None),
        ("decided", decisions.decided),
        ("said", decisions.said),
    ):
        (model or go(key).viewmodel).add()
        unnamed[key] = unnamed_focusables(form())
        form().reject()
    assert {key: found for key, found in unnamed.items() if found} == {}
