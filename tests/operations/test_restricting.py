"""A record that is kept and not used: nothing new is written down about its person, nobody writes to them, and every count stays."""

from __future__ import annotations

from datetime import date

import pytest

from coproduce.domain.asking import is_to_ask, may_be_asked_again
from coproduce.domain.codes import AccessAsked, Capacity, PaymentKind, SaidAs, YesNo
from coproduce.domain.evidence import measure_all, to_json
from coproduce.domain.money import Money
from coproduce.domain.people import Person
from coproduce.domain.room import Attendance, Contribution
from coproduce.errors import Refused
from coproduce.exports.privacy import KEPT_BACK, Audience, for_audience
from coproduce.exports.workbook import write_workbook
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations import agenda, contributions, decisions, people, resourcing, room, workshops
from coproduce.operations import bin as the_bin
from coproduce.operations.interchange import bring_in
from coproduce.operations.many_payments import offer_to_those_listed
from coproduce.operations.many_people import add_many_to_workshop, ask_many
from coproduce.operations.requirements import bring_over_requirements
from coproduce.operations.restricting import lift_restriction, restrict_person
from coproduce.storage.first_look import first_look
from coproduce.storage.queries import finding, hearing_back, inviting, paying, today
from coproduce.storage.queries import people as queries
from coproduce.storage.queries.facts import load_all_nouns, load_facts
from coproduce.storage.queries.my_record import my_record
from coproduce.storage.queries.restricted import left_out
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import tell

DAY = date(2025, 5, 1)
WHY = "They say that it is not right"


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        told = tell(file)
        room.add_to_workshop(file, told.ahead, [told.ana, told.ben], capacity=Capacity.COMMUNITY)
        told.third = workshops.add_workshop(file, project_id=told.project, title="Three", date=date(2025, 9, 1))
        yield told


@pytest.fixture
def kept(story):
    restrict_person(story.file, story.ana, on=DAY, reason=WHY)
    return story


def person(story):
    with story.file.read() as reading:
        return reading.get(Person, story.ana)


def test_it_takes_a_reason_and_is_lifted_and_undone(story):
    with pytest.raises(Refused, match="Write down why"):
        restrict_person(story.file, story.ana, on=DAY, reason=" ")
    restrict_person(story.file, story.ana, on=DAY, reason=WHY)
    assert (person(story).restricted_on, person(story).restricted_reason) == (DAY, WHY)
    with pytest.raises(Refused, match="already"):
        restrict_person(story.file, story.ana, on=DAY, reason=WHY)
    lift_restriction(story.file, story.ana)
    assert not person(story).is_restricted
    story.file.undo()
    assert person(story).is_restricted
    story.file.undo()
    assert not person(story).is_restricted


def test_no_figure_moves(story):
    before = to_json(measure_all(load_facts(story.file, story.project), DAY))
    restrict_person(story.file, story.ana, on=DAY, reason=WHY)
    assert to_json(measure_all(load_facts(story.file, story.project), DAY)) == before


def test_nobody_writes_to_them_and_it_is_said_who_is_left_out(story):
    def written_to():
        return [
            {one.person.id for one in inviting.invited(story.file, story.ahead)},
            {one.person.id for one in inviting.workshop_day(story.file, story.ahead).invited},
            {one.person.id for one in paying.payees_of_workshop(story.file, story.held)},
            {one.person.id for one in hearing_back.at_workshop(story.file, story.held)},
            {one.person.id for one in hearing_back.of_these(story.file, [story.unanswered])},
        ]

    assert all(story.ana in each for each in written_to())
    restrict_person(story.file, story.ana, on=DAY, reason=WHY)
    assert not any(story.ana in each for each in written_to())
    assert left_out(story.file, Attendance, workshop_id=story.ahead) == ["Ana"]
    assert left_out(story.file, Contribution, id=[story.unanswered, story.answered]) == ["Ana"]
    lift_restriction(story.file, story.ana)
    assert all(story.ana in each for each in written_to())
    assert left_out(story.file, Attendance, workshop_id=story.ahead) == []


def test_they_are_on_no_list_of_whom_to_ask(story):
    soon = date(2025, 6, 1)

    def listed():
        figures = today.figures(story.file, today=soon, project_id=None)
        assert figures.to_ask == first_look(story.file.path, today=soon).to_ask
        return figures.to_ask, queries.ids(story.file, today=soon, group=queries.Group.ASK_NOW)

    people.edit_person(story.file, story.ana, access_asked=AccessAsked.NOT_ASKED)
    before, who = listed()
    assert story.ana in who
    restrict_person(story.file, story.ana, on=DAY, reason=WHY)
    after, who = listed()
    assert story.ana not in who
    assert after == before - 1
    assert not may_be_asked_again(person(story))
    assert not is_to_ask(person(story), Attendance(story.ahead, story.ana))


def test_no_chooser_offers_them_and_the_search_of_everything_marks_them(kept):
    assert [name for _id, name in queries.names(kept.file, most=9)] == ["Ben"]
    assert finding.find_people(kept.file, "an") == []
    [found] = finding.find_anything(kept.file, "ana")[:1]
    assert "kept, not used" in found.about


def test_their_words_are_quoted_and_their_name_told_in_no_copy_whatever_the_day_of_its_data(story):
    people.edit_person(story.file, story.ana, quote_consent=YesNo.YES, name_consent=YesNo.YES)
    contributions.edit_contribution(story.file, story.unanswered, said_as=SaidAs.NAMED)
    facts = load_facts(story.file, story.project)
    assert "The phone menu is too long" in str(for_audience(facts, Audience.FUNDER).contributions)
    restrict_person(story.file, story.ana, on=date(2030, 1, 1), reason=WHY)
    facts = load_facts(story.file, story.project)
    for audience in Audience:
        safe = for_audience(facts, audience)
        assert "phone menu" not in str(safe)
        assert "Ana" not in {one.name for one in safe.people.values()}
    assert KEPT_BACK in {one.words for one in for_audience(facts, Audience.FUNDER).contributions}


def test_nothing_new_is_written_down_about_them_whichever_verb_asks(kept):
    file, ana = kept.file, kept.ana
    for verb in (
        lambda: resourcing.add_payment(file, kept.ahead, ana, kind=PaymentKind.FEE),
        lambda: contributions.record_contribution(file, workshop_id=kept.held, words="More", person_id=ana),
        lambda: contributions.edit_contribution(file, kept.answered, person_id=ana),
        lambda: decisions.record_dissent(file, kept.decision, words="No", person_id=ana),
        lambda: agenda.add_block(file, kept.ahead, title="Close", minutes=10, led_by=(kept.ben, ana)),
    ):
        with pytest.raises(Refused, match="The record of Ana is kept, but is not to be used"):
            verb()


def test_what_is_held_already_may_be_put_right_and_what_is_owed_may_be_paid(kept):
    people.edit_person(kept.file, kept.ana, name="Anna")
    contributions.edit_contribution(kept.file, kept.unanswered, words="The phone menu is far too long")
    resourcing.mark_paid(kept.file, kept.offered, on=DAY)
    contributions.delete_contribution(kept.file, kept.unanswered)
    with kept.file.read() as reading:
        entry = reading.bin_entries()[0].number
    the_bin.put_back(kept.file, entry)


def test_steps_for_many_leave_them_out_and_say_why(kept):
    for many, ids in (
        (add_many_to_workshop(workshop_id=kept.third), [kept.ana]),
        (ask_many(on=DAY), [kept.ana]),
        (offer_to_those_listed(amount=Money(2000), on=DAY), [kept.seat]),
    ):
        found = many.who_fits(kept.file, ids)
        assert not found.fits
        assert "kept, not used" in str(found)
    with pytest.raises(Refused, match="Nobody on the list"):
        bring_over_requirements(kept.file, kept.ahead)


def test_it_goes_through_the_workbook_and_older_workbooks_still_come_in(kept, tmp_path):
    path = tmp_path / "all.xlsx"
    write_workbook(load_all_nouns(kept.file), path)
    with WorkspaceFile.create(tmp_path / "other.coproduce") as other:
        bring_in(other, plan_import(other, read_workbook(path)))
        with other.read() as reading:
            came = reading.get(Person, kept.ana)
            assert (came.restricted_on, came.restricted_reason) == (DAY, WHY)
            assert reading.all(Contribution, person_id=kept.ana), "what is held about them comes with them"


def test_their_own_copy_says_so(kept):
    record = my_record(kept.file, kept.ana)
    [own] = [held.record for held in record.held if held.sheet.name == "People"]
    assert own.restricted_reason == WHY
