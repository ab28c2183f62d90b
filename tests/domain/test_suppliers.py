"""Who provides access: found by the name on an arrangement, and counted in people's own words."""

from __future__ import annotations

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import OrganiserSays, PersonSays
from coproduce.domain.money import Money
from coproduce.domain.suppliers import Supplied, Supplier, offered_suppliers, supplied, supplier_named, written_needs
from coproduce.errors import Refused

SIGN, TYPE, HALL = Supplier("Sign Wales", "bsl_interpreter; Lipspeaker"), Supplier("Type Well", "speech_to_text"), Supplier("Hall")


def job(**more):
    return Arrangement("A", "P", "W", "BSL interpreter", **more)


def test_a_supplier_is_found_by_the_name_however_it_is_spaced():
    assert supplier_named(" sign-wales ", [TYPE, SIGN]) is SIGN
    assert supplier_named("Signs", [SIGN]) is None
    assert supplier_named(None, [SIGN]) is None
    assert supplier_named(" ", [Supplier("-")]) is None


def test_whoever_can_do_it_is_offered_first_and_names_without_a_record_last():
    names = ["Zoe", "hall", "zoe", ""]
    assert offered_suppliers([TYPE, SIGN, HALL], names, "Captions (speech to text)") == ["Type Well", "Hall", "Sign Wales", "zoe"]


def test_needs_are_kept_once_each_by_their_code():
    assert written_needs(["BSL interpreter; lipspeaker", "bsl_interpreter", "A loop in the hall"]) == (
        "bsl_interpreter; lipspeaker; A loop in the hall"
    )
    assert written_needs(["", ";"]) is None
    assert SIGN.can_do("lipspeaker")
    assert not SIGN.can_do("speech_to_text")


def test_answers_are_counted_and_never_added_up_to_a_score():
    jobs = [
        (job(person_says=PersonSays.WORKED, cost=Money(12000)), True),
        (job(person_says=PersonSays.PARTLY, cost=Money(8000)), True),
        (job(person_says=PersonSays.DID_NOT), True),
        (job(organiser_says=OrganiserSays.WORKED), True),
        (job(), False),
        (job(organiser_says=OrganiserSays.NOT_POSSIBLE), True),
    ]
    found = supplied(jobs)
    assert found == Supplied(worked=1, partly=1, did_not=1, not_answered=1, ahead=1, cost=Money(20000), without_cost=3)
    assert found.times == 5


def test_no_figure_is_no_cost_and_never_nothing():
    assert supplied([(job(), True)]).cost is None


@pytest.mark.parametrize(("wrong", "field"), [(Supplier(" "), "name"), (Supplier("Hall", notice_days=367), "notice_days")])
def test_a_supplier_needs_a_name_and_sensible_days(wrong, field):
    with pytest.raises(Refused) as refused:
        wrong.check()
    assert refused.value.field == field
