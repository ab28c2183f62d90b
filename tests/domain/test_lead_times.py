"""By when an access need has to be arranged: one rule, worked out and never stored."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.lead_times import ArrangeBy, LeadTime, Notice, notice_from
from coproduce.domain.suppliers import Supplier
from coproduce.errors import Refused

DAY = date(2026, 3, 23)


def need(what="BSL interpreter", **more):
    return Arrangement("A", "P", "W", what, **more)


def notice(*lead_times, suppliers=()):
    return notice_from([LeadTime(what, days) for what, days in lead_times], suppliers)


def test_a_need_has_to_be_arranged_its_days_before_the_workshop():
    assert notice(("bsl_interpreter", 20)).arrange_by(need(), DAY) == ArrangeBy(date(2026, 3, 3), 20)


def test_a_need_in_own_words_has_days_of_its_own():
    assert notice(("Two chairs", 2)).arrange_by(need("two chairs"), DAY) == ArrangeBy(date(2026, 3, 21), 2)


def test_a_day_written_down_counts_more_than_one_worked_out():
    assert notice(("bsl_interpreter", 20)).arrange_by(need(needed_by=DAY), DAY) == ArrangeBy(DAY)


def test_a_supplier_who_asks_for_more_days_gets_them():
    asking = notice(("bsl_interpreter", 20), suppliers=[Supplier("Sign Wales", notice_days=30)])
    assert asking.arrange_by(need(supplier="sign-wales"), DAY) == ArrangeBy(date(2026, 2, 21), 30, "Sign Wales")
    assert asking.arrange_by(need(supplier="Somebody else"), DAY) == ArrangeBy(date(2026, 3, 3), 20)


def test_a_supplier_who_asks_for_fewer_days_changes_nothing():
    asking = notice(("bsl_interpreter", 20), suppliers=[Supplier("Sign Wales", notice_days=3)])
    assert asking.arrange_by(need(supplier="Sign Wales"), DAY) == ArrangeBy(date(2026, 3, 3), 20)


def test_the_notice_of_a_supplier_counts_where_the_need_has_no_days():
    asking = notice(suppliers=[Supplier("Sign Wales", notice_days=3)])
    assert asking.arrange_by(need(supplier="Sign Wales"), DAY) == ArrangeBy(date(2026, 3, 20), 3, "Sign Wales")


def test_nothing_known_is_no_day():
    assert Notice().arrange_by(need(), DAY) is None
    assert notice(("Captions", 9)).arrange_by(need(), DAY) is None


def test_no_days_before_is_the_day_itself():
    assert notice(("bsl_interpreter", 0)).arrange_by(need(), DAY) == ArrangeBy(DAY, 0)


def test_the_longest_is_over_needs_and_suppliers():
    assert Notice().longest == 0
    assert notice(("Captions", 9), suppliers=[Supplier("Sign Wales", notice_days=30)]).longest == 30


@pytest.mark.parametrize(("lead_time", "field"), [(LeadTime(" ", 3), "need"), (LeadTime("Captions", 400), "days")])
def test_a_lead_time_needs_a_need_and_sensible_days(lead_time, field):
    with pytest.raises(Refused) as refused:
        lead_time.check()
    assert refused.value.field == field
