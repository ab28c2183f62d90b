"""What somebody needs is in no paper that leaves the program but their own letter and the workbook: a canary in every field of access."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.batches import Batch
from coproduce.domain.codes import OrganiserSays
from coproduce.exports import docx, html, text
from coproduce.exports.finance import batch_cover, write_finance_csv
from coproduce.exports.ics import calendar_text
from coproduce.exports.letters import money
from coproduce.exports.letters.easy_money import easy_offer, easy_reminder, easy_slip, easy_statement
from coproduce.exports.letters.invitation import invitation
from coproduce.exports.prints import PRINTS, PrintChoices, build_print
from coproduce.exports.report import REPORTS, ReportChoices, build_report
from coproduce.operations import batches, resourcing
from coproduce.storage.queries.batches import batches as all_batches
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.queries.inviting import invited, workshop_day
from coproduce.storage.queries.paying import payees_of_workshop
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import DAY, tell
from ui.screens.batches.saving import finance_lines

OWN_WORDS = {
    Requirement: ("words",),
    Arrangement: ("words", "not_possible_reason", "alternative", "owner", "supplier"),
}
"""Everything people or the team write about a need. What is needed itself may stand on a day sheet, which is for the team."""


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        told = tell(file)
        with file.work("Canaries") as work:
            for kind, names in OWN_WORDS.items():
                for record in work.all(kind):
                    for name in names:
                        setattr(record, name, f"canary-{kind.__name__}-{name}")
            for record in work.all(Arrangement):
                record.organiser_says = OrganiserSays.NOT_POSSIBLE
        resourcing.approve(file, told.offered, on=DAY)
        batches.begin_batch(file, title="March", on=DAY, own_id="B-1")
        batches.put_in_batch_many(batch_id="B-1").do(file, [told.offered])
        yield told


def papers(story, tmp_path) -> Iterator[tuple[str, str]]:
    """Every paper that leaves, by what it is, as all the words in it."""
    facts = load_facts(story.file, story.project)
    for report in REPORTS:
        for audience in report.audiences:
            for easy in (False, True) if report.easy else (False,):
                made = build_report(facts, ReportChoices(report.key, audience, as_of=date(2030, 1, 1), easy_read=easy))
                yield f"{report.key} for {audience}, easy {easy}", text.render(made) + html.render(made)
    day = workshop_day(story.file, story.held)
    for kind in PRINTS:
        for size in kind.sizes:
            yield f"print {kind.key} {size}", text.render(build_print(day, kind.key, PrintChoices(size)))
    for payee in payees_of_workshop(story.file, story.held):
        plain, easy = (money.offer_letter, money.reminder, money.payment_slip), (easy_offer, easy_reminder, easy_slip)
        for make in (*plain, *easy):
            yield make.__name__, text.render(make(payee))
        for state in (money.statement, easy_statement):
            yield state.__name__, text.render(state(payee, date(2020, 1, 1), date(2030, 1, 1)))
    [found] = all_batches(story.file)
    assert isinstance(found.batch, Batch)
    yield "cover", text.render(batch_cover(found.batch, finance_lines(found), organisation="", currency="GBP"))
    write_finance_csv(finance_lines(found), tmp_path / "list.csv")
    yield "finance list", (tmp_path / "list.csv").read_text(encoding="utf-8-sig")
    yield "calendar", calendar_text(day.occasion.workshop, day.occasion.blocks, organisation="Valley Care")


def test_no_paper_holds_what_somebody_wrote_about_a_need(story, tmp_path):
    seen = 0
    for what, words in papers(story, tmp_path):
        assert "canary" not in words, what
        seen += 1
    assert seen > 20


def test_their_own_letter_may_say_why_something_was_not_possible(story):
    [ana] = [one for one in invited(story.file, story.held) if one.person.id == story.ana]
    said = text.render(invitation(ana))
    assert "canary-Arrangement-not_possible_reason" in said
    assert "canary-Arrangement-owner" not in said
    assert "canary-Requirement" not in said
    [ben] = [one for one in invited(story.file, story.held) if one.person.id == story.ben]
    assert "canary" not in text.render(invitation(ben))
    assert b"canary-Requirement" not in docx.render(invitation(ben))
