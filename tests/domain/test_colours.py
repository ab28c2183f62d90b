"""A colour somebody chose can be read on white, or they are told by how much it cannot, and which tone can."""

from __future__ import annotations

import pytest

from coproduce.domain.colours import checked_colour, contrast, darker, lighter, readable_tone
from coproduce.domain.workspace import Setting, WorkspaceSettings, check_setting, settings_from
from coproduce.errors import Refused


@pytest.mark.parametrize("typed, kept", [("#7a1f5c", "#7A1F5C"), (" 7A1F5C ", "#7A1F5C"), ("#767676", "#767676"), ("", ""), ("  ", "")])
def test_a_colour_that_can_be_read_is_kept_in_one_form(typed, kept):
    assert check_setting("colour", typed) == kept


@pytest.mark.parametrize("typed", ["red", "#7A1F5", "#7A1F5CA", "rgb(1,2,3)", "#GGGGGG", "url(x)", "#000000;}"])
def test_what_is_no_colour_is_refused(typed):
    with pytest.raises(Refused, match="# and six figures"):
        checked_colour(typed)


def test_a_colour_too_light_is_refused_with_its_ratio_and_the_nearest_that_can_be_read():
    with pytest.raises(Refused) as refused:
        checked_colour("#777777")
    assert "#777777 on white is 4.47 to 1." in str(refused.value), "rounded down, never up to what would pass"
    assert f"The nearest darker tone is {readable_tone('#777777')}." in str(refused.value)


@pytest.mark.parametrize("code", ["#FFFF00", "#FF0000", "#00FF00", "#F5A623", "#FFFFFF", "#4EC5BC", "#777777", "#FEFEFE"])
def test_the_tone_offered_can_be_read_and_is_the_nearest_of_its_colour(code):
    tone = readable_tone(code)
    assert 4.5 <= contrast(tone, "#FFFFFF") < 4.75
    assert checked_colour(tone) == tone
    assert readable_tone(tone) == ""


def test_a_tone_is_found_for_tinted_grounds_and_for_dark_ones():
    grounds = ["#FFFFFF", "#E1F1F0", "#FDF0DC"]
    assert all(contrast(darker("#767676", grounds), ground) >= 4.5 for ground in grounds)
    assert contrast(lighter("#000000", ["#11171D"]), "#11171D") >= 4.5
    assert darker("#0B6B6B") == "#0B6B6B"


def test_a_look_that_cannot_be_printed_leaves_the_usual_one():
    rows = [Setting("colour", "#FFFF00"), Setting("logo", "no picture"), Setting("organisation", "Ours")]
    assert settings_from(rows) == WorkspaceSettings(organisation="Ours")
