"""What people need is seen by leads only, whichever way it is asked for, and each right changes only what is its own."""

from __future__ import annotations

import pytest
import sqlalchemy as sa

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.codes import WITHHELD, OrganiserSays, Right, SeenBy
from coproduce.domain.inviting import not_yet_said
from coproduce.domain.people import Person
from coproduce.errors import Refused
from coproduce.exports import text
from coproduce.exports.letters.invitation import invitation
from coproduce.operations import access, batches, people, requirements, resourcing, team
from coproduce.storage.queries.facts import load_all_nouns, load_facts
from coproduce.storage.queries.inviting import invited
from coproduce.storage.queries.team import team as team_of
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import DAY, tell

NOT_LEADS = [Right.ORGANISER, Right.FINANCE, Right.READER]


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        told = tell(file)
        with file.work("Words") as work:
            need = work.get(Arrangement, told.need)
            need.words, need.supplier, need.alternative, need.not_possible_reason = ("canary",) * 4
            need.organiser_says = OrganiserSays.NOT_POSSIBLE
            work.get(Requirement, told.rider).words = "canary"
        yield told


def seen(file):
    with file.read() as reading:
        by_hand = reading.rows(sa.text("SELECT * FROM arrangements"))
        ways = [reading.all(Arrangement), reading.bare(Arrangement), reading.all(Requirement), reading.bare(Requirement)]
        return [vars(record) for found in ways for record in found], by_hand


@pytest.mark.parametrize("right", NOT_LEADS)
def test_nobody_but_a_lead_reads_what_somebody_needs(story, right):
    assert "canary" in str(seen(story.file))
    story.file.work_as(right)
    found = str(seen(story.file))
    assert "canary" not in found
    assert "BSL" not in found
    assert "large_print" not in found
    assert WITHHELD in found
    story.file.work_as(Right.LEAD)
    assert "canary" in str(seen(story.file))


def test_that_there_is_a_need_and_how_far_it_is_stays_in_sight_and_every_figure_is_the_same(story):
    before = load_facts(story.file, story.project)
    story.file.work_as(Right.ORGANISER)
    after = load_facts(story.file, story.project)
    [known], [veiled] = before.arrangements, after.arrangements
    assert (veiled.id, veiled.state, veiled.person_id, veiled.cost) == (known.id, known.state, known.person_id, known.cost)


def test_what_somebody_wants_everybody_to_know_is_not_kept_back(story):
    requirements.edit_requirement(story.file, story.rider, seen_by=SeenBy.EVERYONE)
    story.file.work_as(Right.ORGANISER)
    with story.file.read() as reading:
        assert reading.get(Requirement, story.rider).words == "canary"


def test_what_was_deleted_does_not_tell_in_the_bin(story):
    access.delete_arrangement(story.file, story.need)
    story.file.work_as(Right.ORGANISER)
    with story.file.read() as reading:
        assert [entry.title for entry in reading.bin_entries()] == [""]


def test_an_organiser_changes_everything_but_needs_and_the_team(story):
    file = story.file
    team.add_team_member(file, name="Nia", right=Right.LEAD)
    file.work_as(Right.ORGANISER)
    people.edit_person(file, story.ana, group="North")
    with pytest.raises(Refused, match="with the leads"):
        access.edit_arrangement(file, story.need, words="x")
    with pytest.raises(Refused, match="Only a lead"):
        team.add_team_member(file, name="Joe", right=Right.LEAD)
    with file.read() as reading:
        assert reading.get(Person, story.ana).group == "North"
    assert [member.name for member in team_of(file)] == ["Nia"]


def test_an_organiser_may_remove_a_person_with_their_needs_and_take_that_back(story):
    requirements.add_requirement(story.file, story.ben, need="breaks")
    story.file.work_as(Right.ORGANISER)
    people.delete_person(story.file, story.ben)
    story.file.undo()
    story.file.work_as(Right.LEAD)
    with story.file.read() as reading:
        assert [record.need for record in reading.all(Requirement, person_id=story.ben)] == ["breaks"]


def test_undo_is_no_way_round_a_right(story):
    access.edit_arrangement(story.file, story.need, words="other")
    story.file.work_as(Right.ORGANISER)
    with pytest.raises(Refused, match="with the leads"):
        story.file.undo()
    with pytest.raises(Refused, match="with the leads"):
        story.file.undo_alone(story.file.steps()[0].number)
    story.file.work_as(Right.LEAD)
    with story.file.read() as reading:
        assert reading.get(Arrangement, story.need).words == "other"


def test_finance_changes_money_and_nothing_else(story):
    story.file.work_as(Right.FINANCE)
    resourcing.approve(story.file, story.offered, on=DAY)
    batches.begin_batch(story.file, title="March", on=DAY)
    with pytest.raises(Refused, match="here for finance"):
        people.edit_person(story.file, story.ana, group="North")


def test_somebody_who_looks_only_changes_nothing(story):
    story.file.work_as(Right.READER)
    assert not story.file.may_write
    with pytest.raises(Refused, match="look only"):
        resourcing.approve(story.file, story.offered, on=DAY)
    with pytest.raises(Refused, match="look only"):
        story.file.undo()


def test_a_team_has_a_lead_and_no_name_twice(story):
    file = story.file
    with pytest.raises(Refused, match="has to lead"):
        team.add_team_member(file, name="Joe", right=Right.FINANCE)
    nia = team.add_team_member(file, name="Nia", right=Right.LEAD)
    joe = team.add_team_member(file, name="Joe", right=Right.FINANCE)
    with pytest.raises(Refused, match="that name"):
        team.add_team_member(file, name=" nia ", right=Right.READER)
    with pytest.raises(Refused, match="has to lead"):
        team.edit_team_member(file, nia, right=Right.READER)
    with pytest.raises(Refused, match="has to lead"):
        team.delete_team_member(file, nia)
    team.delete_team_member(file, joe)
    team.delete_team_member(file, nia)
    assert team_of(file) == []


def test_a_workbook_written_by_somebody_else_holds_no_needs_and_so_takes_none_away(story):
    story.file.work_as(Right.ORGANISER)
    nouns = load_all_nouns(story.file)
    assert (nouns[Arrangement], nouns[Requirement]) == ([], [])
    assert nouns[Person]


def test_a_row_copied_without_its_need_is_no_need(story):
    with pytest.raises(Refused, match="copied by somebody"):
        requirements.add_requirement(story.file, story.ana, need=WITHHELD)


def test_a_letter_written_by_somebody_else_says_nothing_of_needs_and_they_are_told(story):
    story.file.work_as(Right.ORGANISER)
    [ana] = [one for one in invited(story.file, story.held) if one.person.id == story.ana]
    words = text.render(invitation(ana))
    assert "You have told us what you need." in words
    assert "only the leads" not in words
    assert any("only leads see it" in gap for gap in not_yet_said(ana))
