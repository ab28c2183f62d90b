"""Every public verb: do it, take it back, do it again. The whole database is compared each time."""

from __future__ import annotations

import importlib
import inspect
import pkgutil
from collections.abc import Callable, Iterator
from datetime import date, time
from pathlib import Path

import pytest

import coproduce.operations
from coproduce.domain.codes import (
    AccessAsked,
    Answer,
    AttendanceState,
    Capacity,
    DecisionState,
    DeclineReason,
    GivenBy,
    OfferResponse,
    PaymentKind,
    PersonSays,
    RateShape,
    ReviewResult,
    Role,
    SeenBy,
    WorkshopState,
    YesNo,
)
from coproduce.domain.money import Money
from coproduce.imports.library import published_lead_times
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations import (
    access,
    agenda,
    contributions,
    counting,
    deciding,
    decisions,
    equality_stopping,
    interchange,
    lead_times,
    many_contributions,
    many_decisions,
    many_payments,
    many_people,
    many_workshops,
    papers,
    people,
    projects,
    rates,
    requirements,
    resourcing,
    restricting,
    retention,
    room,
    settings,
    suppliers,
    turns,
    workshops,
)
from coproduce.operations.bin import put_back
from coproduce.operations.counting import CountOf, Tally
from coproduce.storage.queries.record_code import check_code
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.loop_scenarios import LOOP_BEFOREHAND, LOOP_SCENARIOS
from tests.operations.payment_scenarios import PAYMENT_BEFOREHAND, PAYMENT_SCENARIOS
from tests.operations.plan_scenarios import PLAN_BEFOREHAND, PLAN_SCENARIOS
from tests.operations.story import DAY, LATER, Story, snapshot, tell
from tests.operations.team_scenarios import TEAM_BEFOREHAND, TEAM_SCENARIOS

CASE_1 = Path(__file__).resolve().parent.parent / "files" / "case-1.xlsx"

Act = Callable[[Story], object]

SCENARIOS: dict[str, Act] = {
    "access.add_arrangement": lambda s: access.add_arrangement(s.file, s.ahead, s.ana, need="Captions", needed_by=DAY),
    "access.confirm_arrangement": lambda s: access.confirm_arrangement(s.file, s.need, on=DAY),
    "access.delete_arrangement": lambda s: access.delete_arrangement(s.file, s.need),
    "access.edit_arrangement": lambda s: access.edit_arrangement(s.file, s.need, words="Two, so that they can swap"),
    "access.say_how_it_worked": lambda s: access.say_how_it_worked(s.file, s.need, person_says=PersonSays.PARTLY),
    "suppliers.add_supplier": lambda s: suppliers.add_supplier(s.file, name="Type Well", does="Captions", notice_days=14),
    "suppliers.edit_supplier": lambda s: suppliers.edit_supplier(s.file, s.supplier, name="Sign Cymru", area="Cardiff"),
    "suppliers.delete_supplier": lambda s: suppliers.delete_supplier(s.file, s.supplier),
    "suppliers.keep_suppliers_in_use": lambda s: suppliers.keep_suppliers_in_use(s.file),
    "lead_times.add_lead_time": lambda s: lead_times.add_lead_time(s.file, need="Captions", days=14),
    "lead_times.add_published_lead_times": lambda s: lead_times.add_published_lead_times(s.file, [published_lead_times()[1][1]]),
    "lead_times.edit_lead_time": lambda s: lead_times.edit_lead_time(s.file, s.lead_time, days=28),
    "lead_times.delete_lead_time": lambda s: lead_times.delete_lead_time(s.file, s.lead_time),
    "agenda.add_block": lambda s: agenda.add_block(s.file, s.held, title="Close", minutes=10, led_by=(s.ana,), pinned_start=time(12)),
    "papers.add_paper": lambda s: papers.add_paper(s.file, s.held, s.ana, paper="Agenda", format_needed="large print"),
    "agenda.delete_block": lambda s: agenda.delete_block(s.file, s.block),
    "papers.delete_paper": lambda s: papers.delete_paper(s.file, s.paper),
    "agenda.edit_block": lambda s: agenda.edit_block(s.file, s.block, minutes=45),
    "papers.edit_paper": lambda s: papers.edit_paper(s.file, s.paper, format_needed="none"),
    "papers.mark_paper_sent": lambda s: papers.mark_paper_sent(s.file, s.paper, on=DAY),
    "bin.put_back": lambda s: put_back(s.file, 1),
    "contributions.answer_contribution": lambda s: contributions.answer_contribution(s.file, s.unanswered, answer=Answer.ADOPTED, on=LATER),
    "contributions.delete_contribution": lambda s: contributions.delete_contribution(s.file, s.answered),
    "contributions.edit_contribution": lambda s: contributions.edit_contribution(s.file, s.answered, theme="Travel"),
    "contributions.record_contribution": lambda s: contributions.record_contribution(s.file, workshop_id=s.held, words="More seats"),
    "contributions.tell_people": lambda s: contributions.tell_people(s.file, [s.answered], on=LATER, how="Letter"),
    "counting.count_ballots": lambda s: counting.count_ballots(s.file, s.decision, number=2, ranking="Short"),
    "counting.count_votes": lambda s: counting.count_votes(
        s.file, s.decision, CountOf(Capacity.CARER), [Tally("Short", None, 5), Tally("Long", None, 0)]
    ),
    "counting.delete_ballots": lambda s: counting.delete_ballots(s.file, s.ballots),
    "counting.delete_votes": lambda s: counting.delete_votes(s.file, s.decision, CountOf(Capacity.CARER)),
    "counting.edit_ballots": lambda s: counting.edit_ballots(s.file, s.ballots, number=4, ranking=None),
    "deciding.add_action": lambda s: deciding.add_action(s.file, s.decision, what="Test it", owner="Cai", due_on=LATER),
    "deciding.decide_again": lambda s: deciding.decide_again(s.file, s.undone),
    "deciding.delete_action": lambda s: deciding.delete_action(s.file, s.action),
    "deciding.delete_advice": lambda s: deciding.delete_advice(s.file, s.asked),
    "deciding.delete_objection": lambda s: deciding.delete_objection(s.file, s.objection),
    "deciding.delete_version": lambda s: deciding.delete_version(s.file, s.version),
    "deciding.edit_action": lambda s: deciding.edit_action(s.file, s.action, owner="Bethan", note="By ear"),
    "deciding.edit_advice": lambda s: deciding.edit_advice(s.file, s.asked, said="Ask the callers"),
    "deciding.edit_objection": lambda s: deciding.edit_objection(s.file, s.objection, integrated=YesNo.YES, how="Two steps"),
    "deciding.finish_action": lambda s: deciding.finish_action(s.file, s.action, on=LATER),
    "deciding.record_advice": lambda s: deciding.record_advice(s.file, s.decision, who="The switchboard", asked_on=DAY),
    "deciding.record_objection": lambda s: deciding.record_objection(s.file, s.decision, words="It shuts out deaf callers", round=2),
    "decisions.add_option": lambda s: decisions.add_option(s.file, s.decision, option="Keep it", proposed_by="organiser"),
    "decisions.count_deciders": lambda s: decisions.count_deciders(s.file, s.decision, Capacity.CARER, could_decide=4, took_part=3),
    "decisions.decide": lambda s: decisions.decide(s.file, s.open_question, outcome="Yes", on=LATER, dissent_asked=YesNo.YES),
    "decisions.delete_deciders": lambda s: decisions.delete_deciders(s.file, s.deciders),
    "decisions.delete_decision": lambda s: decisions.delete_decision(s.file, s.decision),
    "decisions.delete_dissent": lambda s: decisions.delete_dissent(s.file, s.dissent),
    "decisions.delete_option": lambda s: decisions.delete_option(s.file, s.option),
    "decisions.edit_change": lambda s: decisions.edit_change(s.file, s.change, after="A text the day before"),
    "decisions.edit_deciders": lambda s: decisions.edit_deciders(s.file, s.deciders, capacity=Capacity.COMMUNITY, object=1),
    "decisions.edit_decision": lambda s: decisions.edit_decision(s.file, s.decision, owner="Bethan", state=DecisionState.DONE),
    "decisions.edit_dissent": lambda s: decisions.edit_dissent(s.file, s.dissent, words="Much too short", person_id=None),
    "decisions.edit_option": lambda s: decisions.edit_option(s.file, s.option, meaning="Two steps", proposed_by="organiser"),
    "decisions.link_change": lambda s: decisions.link_change(s.file, s.decision, s.unanswered, before="Phone only", after="Phone and text"),
    "decisions.record_decision": lambda s: decisions.record_decision(s.file, project_id=s.project, question="When?", workshop_id=s.held),
    "decisions.record_dissent": lambda s: decisions.record_dissent(s.file, s.decision, words="Too early", person_id=s.ana),
    "decisions.review_decision": lambda s: decisions.review_decision(s.file, s.decision, result=ReviewResult.KEPT, on=LATER),
    "decisions.unlink_change": lambda s: decisions.unlink_change(s.file, s.change),
    "interchange.bring_in": lambda s: interchange.bring_in(s.file, plan_import(s.file, read_workbook(CASE_1))),
    "many_contributions.answer_many": lambda s: many_contributions.answer_many(answer=Answer.PARKED, on=LATER).do(s.file, [s.unanswered]),
    "many_contributions.delete_many_contributions": lambda s: many_contributions.delete_many_contributions().do(
        s.file, [s.unanswered, s.answered]
    ),
    "many_contributions.put_many_under_theme": lambda s: many_contributions.put_many_under_theme(theme="Calls").do(s.file, [s.unanswered]),
    "many_contributions.tell_many": lambda s: many_contributions.tell_many(on=LATER, how="Letter").do(s.file, [s.unanswered, s.answered]),
    "many_decisions.delete_many_decisions": lambda s: many_decisions.delete_many_decisions().do(s.file, [s.decision, s.open_question]),
    "many_decisions.give_many_a_day": lambda s: many_decisions.give_many_a_day(due_on=LATER).do(s.file, [s.decision, s.open_question]),
    "many_decisions.give_many_an_owner": lambda s: many_decisions.give_many_an_owner(owner="Cai").do(s.file, [s.decision]),
    "many_decisions.set_many_states": lambda s: many_decisions.set_many_states(state=DecisionState.DONE).do(
        s.file, [s.decision, s.open_question]
    ),
    "many_payments.approve_many": lambda s: many_payments.approve_many(on=LATER).do(s.file, [s.draft, s.offered]),
    "many_payments.cancel_many": lambda s: many_payments.cancel_many(reason="Typed twice").do(s.file, [s.draft, s.offered]),
    "many_payments.delete_many_payments": lambda s: many_payments.delete_many_payments().do(s.file, [s.draft, s.offered]),
    "many_payments.mark_many_paid": lambda s: many_payments.mark_many_paid(on=LATER, reference="BACS 8").do(s.file, [s.draft, s.offered]),
    "many_payments.offer_many": lambda s: many_payments.offer_many(amount=Money(900), on=LATER).do(s.file, [s.draft, s.offered]),
    "many_people.add_many_to_workshop": lambda s: many_people.add_many_to_workshop(workshop_id=s.ahead).do(s.file, [s.ana, s.ben]),
    "many_people.delete_many_people": lambda s: many_people.delete_many_people().do(s.file, [s.ana, s.ben]),
    "many_people.give_many_a_contact": lambda s: many_people.give_many_a_contact(named_contact="Cai").do(s.file, [s.ana, s.ben]),
    "many_people.put_many_in_group": lambda s: many_people.put_many_in_group(group="Deaf club").do(s.file, [s.ana, s.ben]),
    "many_people.ask_many": lambda s: many_people.ask_many(on=LATER, workshop_id=s.held).do(s.file, [s.ana, s.ben]),
    "requirements.needs_still_hold": lambda s: requirements.needs_still_hold(s.file, s.ana, on=LATER),
    "many_people.record_many_asked": lambda s: many_people.record_many_asked(on=LATER).do(s.file, [s.ana, s.ben]),
    "many_people.welcome_many": lambda s: many_people.welcome_many(on=LATER).do(s.file, [s.ana, s.ben]),
    "many_workshops.close_many": lambda s: many_workshops.close_many().do(s.file, [s.held, s.ahead]),
    "many_workshops.delete_many_workshops": lambda s: many_workshops.delete_many_workshops().do(s.file, [s.held, s.ahead]),
    "many_workshops.mark_many_held": lambda s: many_workshops.mark_many_held(today=date(2030, 1, 1)).do(s.file, [s.held, s.ahead]),
    "people.add_person": lambda s: people.add_person(s.file, name="Siân", group="Deaf-led group"),
    "people.delete_person": lambda s: people.delete_person(s.file, s.ana),
    "people.note_access_asked": lambda s: people.note_access_asked(s.file, s.ben, AccessAsked.ASKED_NO_ANSWER, on=DAY),
    "people.edit_person": lambda s: people.edit_person(s.file, s.ana, name="Ana P.", left_on=LATER),
    "projects.add_equality_count": lambda s: projects.add_equality_count(s.file, s.project, question="Age", answer="65 or over", count=4),
    "projects.add_project": lambda s: projects.add_project(s.file, title="Another"),
    "projects.delete_equality_count": lambda s: projects.delete_equality_count(s.file, s.equality),
    "projects.delete_project": lambda s: projects.delete_project(s.file, s.project),
    "projects.edit_equality_count": lambda s: projects.edit_equality_count(s.file, s.equality, count=13),
    "projects.edit_project": lambda s: projects.edit_project(s.file, s.project, purpose="So that everybody can book"),
    "rates.add_rate": lambda s: rates.add_rate(s.file, label="Day", shape=RateShape.BAND, amount=Money(15000), valid_from=DAY),
    "rates.delete_rate": lambda s: rates.delete_rate(s.file, s.rate),
    "rates.edit_rate": lambda s: rates.edit_rate(s.file, s.rate, valid_to=LATER),
    "requirements.add_requirement": lambda s: requirements.add_requirement(s.file, s.ben, need="hearing_loop", seen_by=SeenBy.HELPERS),
    "requirements.bring_over_requirements": lambda s: requirements.bring_over_requirements(s.file, s.held),
    "requirements.delete_requirement": lambda s: requirements.delete_requirement(s.file, s.rider),
    "requirements.edit_requirement": lambda s: requirements.edit_requirement(s.file, s.rider, need="lipspeaker", keep=YesNo.YES),
    "resourcing.accept": lambda s: resourcing.accept(s.file, s.offered, on=LATER, response=OfferResponse.VOUCHER),
    "resourcing.add_payment": lambda s: resourcing.add_payment(s.file, s.held, s.ana, kind=PaymentKind.EXPENSE, category="Taxi"),
    "resourcing.approve": lambda s: resourcing.approve(s.file, s.offered, on=LATER),
    "resourcing.cancel": lambda s: resourcing.cancel(s.file, s.offered, reason="Typed twice"),
    "resourcing.claim": lambda s: resourcing.claim(s.file, s.offered, amount=Money(1250), on=LATER),
    "resourcing.decline": lambda s: resourcing.decline(s.file, s.offered, on=LATER, reason=DeclineReason.BENEFITS),
    "resourcing.delete_payment": lambda s: resourcing.delete_payment(s.file, s.offered),
    "resourcing.edit_payment": lambda s: resourcing.edit_payment(s.file, s.offered, how_told="By phone"),
    "resourcing.mark_paid": lambda s: resourcing.mark_paid(s.file, s.offered, on=LATER, reference="BACS 7"),
    "resourcing.offer": lambda s: resourcing.offer(s.file, s.draft, amount=Money(5000), on=DAY, how_told="Letter"),
    "room.add_to_workshop": lambda s: room.add_to_workshop(s.file, s.ahead, [s.ana, s.ben], capacity=Capacity.COMMUNITY),
    "turns.write_turns": lambda s: turns.write_turns(s.file, s.held, turns=12, capacity=Capacity.EMPLOYED),
    "turns.delete_turns": lambda s: turns.delete_turns(s.file, s.turns),
    "room.delete_verdict": lambda s: room.delete_verdict(s.file, s.verdict),
    "room.edit_attendance": lambda s: room.edit_attendance(s.file, s.seat, role=Role.CO_CHAIR, minutes_chaired=20),
    "turns.edit_turns": lambda s: turns.edit_turns(s.file, s.turns, turns=8, person_id=s.ben),
    "room.edit_verdict": lambda s: room.edit_verdict(s.file, s.verdict, voice=None, words="Too hot in there"),
    "room.record_verdict": lambda s: room.record_verdict(s.file, s.held, given_by=GivenBy.ORGANISER, voice=9, agenda=0),
    "room.remove_from_workshop": lambda s: room.remove_from_workshop(s.file, s.seat),
    "room.set_attendance": lambda s: room.set_attendance(s.file, s.held, s.ana, AttendanceState.LEFT_EARLY),
    "restricting.restrict_person": lambda s: restricting.restrict_person(s.file, s.ana, on=DAY, reason="They dispute it"),
    "restricting.lift_restriction": lambda s: restricting.lift_restriction(s.file, s.ana),
    "retention.clear_what_is_due": lambda s: retention.clear_what_is_due(s.file, today=LATER),
    "equality_stopping.stop_equality": lambda s: equality_stopping.stop_equality(s.file, s.ana, on=DAY),
    "equality_stopping.ask_about_equality_again": lambda s: equality_stopping.ask_about_equality_again(s.file, s.ana),
    "settings.change_settings": lambda s: settings.change_settings(s.file, {"region": "Wales", "payment_promise_days": "14"}),
    "workshops.add_workshop": lambda s: workshops.add_workshop(s.file, project_id=s.project, title="Four", date=LATER),
    "workshops.cancel_workshop": lambda s: workshops.cancel_workshop(s.file, s.ahead, reason="No interpreter could come"),
    "workshops.close_workshop": lambda s: workshops.close_workshop(s.file, s.held),
    "workshops.delete_workshop": lambda s: workshops.delete_workshop(s.file, s.held),
    "workshops.edit_workshop": lambda s: workshops.edit_workshop(s.file, s.held, venue="Library", state=WorkshopState.CLOSED),
    "workshops.mark_held": lambda s: workshops.mark_held(s.file, s.ahead, today=date(2030, 1, 1)),
    "workshops.reinstate_workshop": lambda s: workshops.reinstate_workshop(s.file, s.ahead),
    "workshops.reopen_workshop": lambda s: workshops.reopen_workshop(s.file, s.held),
    "workshops.repeat_workshop": lambda s: workshops.repeat_workshop(s.file, s.held, title="One, again", date=LATER),
    **LOOP_SCENARIOS,
    **PLAN_SCENARIOS,
    **PAYMENT_SCENARIOS,
    **TEAM_SCENARIOS,
}

BEFOREHAND: dict[str, Act] = {
    "requirements.needs_still_hold": lambda s: requirements.edit_requirement(s.file, s.rider, review_on=DAY),
    "suppliers.keep_suppliers_in_use": lambda s: access.edit_arrangement(s.file, s.need, supplier="Nobody known"),
    "restricting.lift_restriction": lambda s: restricting.restrict_person(s.file, s.ana, on=DAY, reason="They dispute it"),
    "retention.clear_what_is_due": lambda s: people.edit_person(s.file, s.ben, retain_until=DAY),
    "equality_stopping.ask_about_equality_again": lambda s: equality_stopping.stop_equality(s.file, s.ana, on=DAY),
    "bin.put_back": lambda s: people.delete_person(s.file, s.ana),
    "workshops.reinstate_workshop": lambda s: workshops.cancel_workshop(s.file, s.ahead, reason="Snow"),
    "workshops.reopen_workshop": lambda s: workshops.close_workshop(s.file, s.held),
    **LOOP_BEFOREHAND,
    **PLAN_BEFOREHAND,
    **PAYMENT_BEFOREHAND,
    **TEAM_BEFOREHAND,
}
"""What has to be done first where the story does not go so far."""


def public_verbs() -> Iterator[str]:
    """`noun.verb` of every function in operations that takes a workspace, or that says what to do to many records."""
    for module in pkgutil.iter_modules(coproduce.operations.__path__):
        found = importlib.import_module(f"coproduce.operations.{module.name}")
        for name, function in inspect.getmembers(found, inspect.isfunction):
            own = function.__module__ == found.__name__ and not name.startswith("_")
            said = inspect.signature(function)
            if own and (next(iter(said.parameters), "") == "workspace" or str(said.return_annotation).startswith("Many[")):
                yield f"{module.name}.{name}"


@pytest.fixture
def story(tmp_path: Path) -> Iterator[Story]:
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        yield tell(file)


NEVER_UNDONE = {
    *("erasing.erase_person", "erasing.erase_again", "erasing.what_erasing_does"),
    *("retention.clear_again", "equality_stopping.take_out_answers"),
}
"""What forgets a person for good, and what only says what that would do."""


def test_every_public_verb_has_an_undo_scenario() -> None:
    assert sorted(public_verbs()) == sorted(SCENARIOS.keys() | NEVER_UNDONE)


@pytest.mark.parametrize("verb", sorted(SCENARIOS))
def test_a_verb_can_be_undone_and_redone(verb: str, story: Story) -> None:
    BEFOREHAND.get(verb, str)(story)
    before = snapshot(story.file)
    SCENARIOS[verb](story)
    after = snapshot(story.file)
    assert after != before
    name = story.file.undo_label
    assert name

    assert story.file.undo().label == name
    assert snapshot(story.file) == before
    assert story.file.redo_label == name

    assert story.file.redo().label == name
    assert snapshot(story.file) == after
    assert check_code(story.file, "").agrees, "each of the three is a line of the chain"
