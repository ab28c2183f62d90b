"""The queries behind the pages, on a real file: what is listed, counted and owed is what was recorded."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path

import pytest

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import AccessAsked, AttendanceState, Capacity, PaymentKind
from coproduce.domain.ids import AccessId, PaymentId, PersonId
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.resourcing import Payment
from coproduce.domain.room import Attendance
from coproduce.operations import resourcing
from coproduce.storage.queries import contributions, decisions, organisation, payments, people, today, workshops
from coproduce.storage.queries.contributions import Loop
from coproduce.storage.queries.decisions import Progress
from coproduce.storage.queries.payments import Waiting
from coproduce.storage.queries.people import Group
from coproduce.storage.queries.workshops import When
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import LATER, Story, tell

BEFORE_THE_SECOND = date(2025, 6, 1)


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        yield tell(file)


def lines(story: Story, waiting: Waiting, day: date = LATER) -> list[str]:
    return payments.ids(story.file, today=day, waiting=waiting)


def test_a_line_without_an_offer_waits_on_us_and_an_offer_without_a_reply_waits_on_them(story: Story) -> None:
    assert lines(story, Waiting.US) == [story.draft]
    assert lines(story, Waiting.THEM) == [story.offered]
    resourcing.accept(story.file, story.offered, on=LATER)
    assert set(lines(story, Waiting.US)) == {story.draft, story.offered}


def test_a_declined_line_waits_on_nobody_and_is_not_owed(story: Story) -> None:
    resourcing.decline(story.file, story.offered, on=LATER)
    assert lines(story, Waiting.DECLINED) == [story.offered]
    assert story.offered not in lines(story, Waiting.US) + lines(story, Waiting.THEM) + lines(story, Waiting.LATE, BEFORE_THE_SECOND)
    assert payments.owed(story.file, today=LATER).amount == Money(0)


def test_money_is_late_the_day_after_the_promise(story: Story) -> None:
    last_day = date(2025, 3, 31)
    assert lines(story, Waiting.LATE, last_day) == []
    assert lines(story, Waiting.LATE, date(2025, 4, 1)) == [story.offered]
    assert payments.rows(story.file, [story.offered], today=date(2025, 4, 1))[story.offered].is_late


def test_what_is_owed_agrees_with_each_line(story: Story) -> None:
    with story.file.work("More lines") as work:
        work.add(Payment(PaymentId("PAY-3"), story.held, story.ben, PaymentKind.FEE, claimed=Money(2000), approved=Money(1500)))
        work.add(Payment(PaymentId("PAY-4"), story.held, story.ben, PaymentKind.FEE, approved=Money(1500), paid=Money(500), paid_on=LATER))
        work.add(Payment(PaymentId("PAY-5"), story.held, story.ben, PaymentKind.FEE, offered=Money(900), cancelled_reason="Twice"))
    rows = payments.rows(story.file, payments.ids(story.file, today=LATER), today=LATER)
    owed = payments.owed(story.file, today=LATER, project_id=story.project)
    assert owed.amount.pence == sum(row.owed.pence for row in rows.values()) == 1250 + 1500 + 1000
    assert (owed.people, owed.lines) == (2, 3)


def test_the_counts_on_the_chips_are_the_lengths_of_the_lists(story: Story) -> None:
    day = BEFORE_THE_SECOND
    assert payments.counts(story.file, today=day) == {w: len(lines(story, w, day)) for w in Waiting}
    assert people.counts(story.file, today=day, project_id=story.project) == {
        group: len(people.ids(story.file, today=day, project_id=story.project, group=group)) for group in Group
    }
    assert workshops.counts(story.file, today=day) == {when: len(workshops.ids(story.file, today=day, when=when)) for when in When}
    assert contributions.counts(story.file) == {loop: len(contributions.ids(story.file, loop=loop)) for loop in Loop}
    assert decisions.counts(story.file, today=day) == {step: len(decisions.ids(story.file, today=day, progress=step)) for step in Progress}


@pytest.mark.parametrize("sort", ["date", "person", "workshop", "kind", "amount", "due", "state"])
def test_payments_can_be_sorted_by_every_column(sort: str, story: Story) -> None:
    assert sorted(payments.ids(story.file, today=LATER, sort=sort, descending=False)) == [story.draft, story.offered]


@pytest.mark.parametrize("sort", ["name", "group", "came", "owed"])
@pytest.mark.parametrize("descending", [True, False])
def test_people_can_be_sorted_by_every_column(sort: str, descending: bool, story: Story) -> None:
    assert sorted(people.ids(story.file, today=LATER, sort=sort, descending=descending)) == [story.ana, story.ben]


def test_people_stand_in_the_order_of_what_is_worked_out_about_them_and_who_has_none_last(story: Story) -> None:
    story_people = [("0003", "Cai", 2, Capacity.CARER), ("0004", "Dai", 1, Capacity.EMPLOYED), ("0005", "Eve", 0, None)]
    with story.file.work("More people") as work:
        for person_id, name, came, capacity in story_people:
            work.add(Person(PersonId(person_id), name))
            states = [AttendanceState.HERE] * came + [None] * (2 - came)
            for workshop, state in zip((story.held, story.ahead), states, strict=True):
                work.add(Attendance(workshop, PersonId(person_id), capacity, state=state))
        work.add(Person(PersonId("0006"), "Ffion"))
    listed = people.rows(story.file, people.ids(story.file, today=LATER), today=LATER)
    by_name = sorted(listed.values(), key=lambda row: row.name)
    known = {
        "came": lambda row: row.came if row.invited else None,
        "owed": lambda row: row.owed.pence or None,
        "capacity": lambda row: list(Capacity).index(row.capacity) if row.capacity else None,
    }
    for sort, number in known.items():
        for descending in (False, True):
            expected = sorted((row for row in by_name if number(row) is not None), key=number, reverse=descending)
            expected += [row for row in by_name if number(row) is None]
            found = people.ids(story.file, today=LATER, sort=sort, descending=descending)
            assert found == [row.id for row in expected], (sort, descending)
            assert found[-1] == "0006"


def test_the_latest_workshop_says_in_what_capacity_somebody_takes_part(story: Story) -> None:
    with story.file.work("Two roles") as work:
        work.add_all([Person(PersonId("0003"), "Cai"), Person(PersonId("0004"), "Dai")])
        work.add(Attendance(story.held, PersonId("0003"), Capacity.CARER))
        work.add(Attendance(story.ahead, PersonId("0003"), Capacity.LIVED_EXPERIENCE))
        work.add(Attendance(story.held, PersonId("0004"), Capacity.COMMUNITY))
        work.add(Attendance(story.ahead, PersonId("0004"), None))
    order = [one for one in people.ids(story.file, today=LATER, sort="capacity") if one in ("0003", "0004")]
    expected = sorted([(Capacity.LIVED_EXPERIENCE, "0003"), (Capacity.COMMUNITY, "0004")], key=lambda one: list(Capacity).index(one[0]))
    assert order == [person_id for _capacity, person_id in expected]


def test_workshops_decisions_and_words_can_be_sorted_by_every_column(story: Story) -> None:
    for sort in ("date", "title", "venue", "state"):
        assert len(workshops.ids(story.file, today=LATER, sort=sort)) == 2
    for sort in ("date", "question", "state", "actions_open", "follows_id"):
        assert len(decisions.ids(story.file, today=LATER, sort=sort, descending=False)) == 3
    for sort in ("date", "words", "theme", "answer", "told"):
        assert len(contributions.ids(story.file, sort=sort)) == 2


def test_a_name_is_found_without_its_accents_and_a_percent_sign_is_only_a_sign(story: Story) -> None:
    with story.file.work("Siân") as work:
        work.add(Person(PersonId("0003"), "Siân Vaughan", group="100 % Us"))
    assert people.ids(story.file, today=LATER, search="sian v") == ["0003"]
    assert people.ids(story.file, today=LATER, search="100 %") == ["0003"]
    assert people.ids(story.file, today=LATER, search="%") == ["0003"]
    assert people.ids(story.file, today=LATER, search="nobody") == []


def test_a_need_waits_until_it_is_confirmed_and_only_for_workshops_ahead(story: Story) -> None:
    with story.file.work("A need ahead") as work:
        work.add(Arrangement(AccessId("A-2"), story.ben, story.ahead, "Step-free", needed_by=date(2025, 5, 20)))
    assert people.ids(story.file, today=BEFORE_THE_SECOND, group=Group.TO_ARRANGE) == [story.ben]
    figures = today.figures(story.file, today=BEFORE_THE_SECOND, project_id=story.project)
    assert (figures.needs, figures.needs_late) == (1, 1)
    assert workshops.rows(story.file, [story.ahead], today=BEFORE_THE_SECOND)[story.ahead].unconfirmed == 1
    with story.file.work("Confirm") as work:
        work.get(Arrangement, "A-2").confirmed_on = BEFORE_THE_SECOND
    assert people.ids(story.file, today=BEFORE_THE_SECOND, group=Group.TO_ARRANGE) == []


def test_a_person_row_says_how_often_they_came_and_what_they_are_owed(story: Story) -> None:
    with story.file.work("Apologies") as work:
        work.add(Attendance(story.ahead, story.ana, state=AttendanceState.APOLOGIES))
        work.get(Person, story.ana).access_asked = AccessAsked.ASKED_NEEDS_GIVEN
    row = people.rows(story.file, [story.ana], today=LATER)[story.ana]
    assert (row.came, row.invited, row.owed, row.needs) == (1, 2, Money(1250), ("large_print", "BSL interpreter"))


def test_one_person_in_full_has_everything_of_theirs(story: Story) -> None:
    found = people.detail(story.file, story.ana, today=LATER)
    assert found is not None
    assert [session.title for session in found.sessions] == ["One"]
    assert {line.payment.id for line in found.payments} == {story.draft, story.offered}
    assert [need.need for need, _title in found.arrangements] == ["BSL interpreter"]
    assert [said.id for said in found.said] == [story.unanswered]
    assert people.detail(story.file, "nobody", today=LATER) is None


def test_one_workshop_in_full_has_everything_of_its_own(story: Story) -> None:
    found = workshops.detail(story.file, story.held, today=LATER)
    assert found is not None
    assert [block.title for block in found.blocks] == ["Welcome", "Listening"]
    assert [name for _seat, name in found.people] == ["Ana", "Ben"]
    assert [paper.paper for paper, _name in found.papers] == ["Map"]
    assert len(found.payments) == 2
    assert len(found.said) == 2
    assert [decision.id for decision in found.decisions] == [story.decision]
    assert (found.row.listed, found.row.came, found.row.participants) == (2, 2, 1)
    assert workshops.detail(story.file, "nowhere", today=LATER) is None


def test_one_decision_in_full_has_its_options_counts_dissent_and_changes(story: Story) -> None:
    found = decisions.detail(story.file, story.decision)
    assert found is not None
    assert found.row.took_part == 4
    assert (found.row.dissents, found.row.changes) == (1, 1)
    assert found.names == {story.ana: "Ana", story.ben: "Ben"}
    assert [words for _change, words in found.changes] == ["Send a text"]


def test_words_without_an_answer_are_late_after_the_promise(story: Story) -> None:
    rows = contributions.rows(story.file, [story.unanswered], today=date(2025, 3, 29))
    assert not rows[story.unanswered].is_late
    assert contributions.rows(story.file, [story.unanswered], today=date(2025, 3, 30))[story.unanswered].is_late
    found = contributions.detail(story.file, story.answered, today=LATER)
    assert found is not None
    assert [question for _change, question in found.changes] == ["Which menu?"]


def test_today_counts_what_waits_in_the_project(story: Story) -> None:
    figures = today.figures(story.file, today=date(2025, 7, 1), project_id=story.project)
    assert (figures.to_hold, figures.to_close) == (1, 1)
    assert (figures.unanswered, figures.unanswered_late, figures.untold) == (1, 1, 1)
    assert (figures.came, figures.participants) == (2, 1)
    assert figures.late.amount == Money(1250)
    assert figures.next_workshops == ()
    nothing = today.figures(story.file, today=date(2025, 7, 1), project_id="another")
    assert (nothing.owed.lines, nothing.to_close, nothing.unanswered, nothing.reviews) == (0, 0, 0, 0)


def test_the_workspace_lists_its_projects_rates_and_settings(story: Story) -> None:
    assert [project.id for project in organisation.projects(story.file)] == [story.project]
    assert organisation.workshop_counts(story.file) == {story.project: 2}
    assert [rate.label for rate in organisation.rates(story.file)] == ["Half day"]
    assert organisation.settings(story.file).organisation == "Valley Care"
