"""A report somebody holds, checked: whole or changed, ours or not, and which figures moved since. Real PDFs, and a picture of a page."""

from __future__ import annotations

import json
from dataclasses import replace
from datetime import date
from functools import partial

import pikepdf
import pypdfium2
import pytest

from coproduce.domain.codes import PaymentKind
from coproduce.domain.money import Money
from coproduce.domain.resourcing import Payment
from coproduce.errors import Refused
from coproduce.exports.checked import check_code, check_report
from coproduce.exports.fingerprint import FILE_NAME, fingerprint, fingerprint_in
from coproduce.exports.pdf import render
from coproduce.exports.privacy import Audience
from coproduce.exports.report import REPORTS, ReportChoices, build_report, issued_copy
from coproduce.storage.queries.facts import load_facts
from coproduce.storage.queries.issued import facts_of, issued_reports, issued_with
from coproduce.storage.workspace_file import WorkspaceFile
from tests.operations.story import DAY, tell

AS_OF = date(2030, 1, 1)


@pytest.fixture
def story(tmp_path):
    with WorkspaceFile.create(tmp_path / "story.coproduce", organisation="Valley Care") as file:
        yield tell(file)


@pytest.fixture
def issue(story, tmp_path):
    """A report of the story, saved and listed."""

    def issue(report="participation", audience=Audience.FUNDER, as_of=AS_OF):
        choices = ReportChoices(report, audience, as_of=as_of)
        facts = load_facts(story.file, story.project)
        document = build_report(facts, choices)
        path = tmp_path / f"{report}-{audience.value}.pdf"
        render(document, path)
        story.file.note("Saved a report as PDF", "export", issued=issued_copy(document, facts, choices, form=".pdf"))
        return path

    return issue


def check(story, path):
    return check_report(path, partial(issued_with, story.file), partial(facts_of, story.file))


def pay(story):
    """Something that moves a figure of days gone by."""
    with story.file.work("Pay") as work:
        work.add(Payment("late", story.held, story.ana, PaymentKind.FEE, offered=Money(7500), offered_on=date(2024, 1, 1)))


@pytest.mark.parametrize(("report", "audience"), [(report.key, audience) for report in REPORTS for audience in report.audiences])
def test_a_report_that_nobody_touched_agrees(story, issue, report, audience):
    checked = check(story, issue(report, audience))
    assert (checked.agrees, checked.is_whole, checked.moved, checked.altered) == (True, True, (), ())
    assert checked.headline == "It agrees"
    assert checked.issued is not None


def test_what_was_recorded_since_is_named_figure_by_figure(story, issue):
    path = issue()
    pay(story)
    checked = check(story, path)
    assert checked.is_whole
    assert not checked.agrees
    [offered] = [each for each in checked.moved if each.id == "T3"]
    assert (offered.was, offered.now) == ("0 yes, 1 no, 0 not recorded", "1 yes, 0 no, 0 not recorded")
    assert offered.question == "Was pay offered before the day?"
    assert "different now" in checked.headline


def test_one_changed_figure_in_the_file_inside_is_named(story, issue, tmp_path):
    path = issue()
    forged = tmp_path / "forged.pdf"
    with pikepdf.open(path) as pdf:
        whole = json.loads(pdf.attachments[FILE_NAME].get_file().read_bytes())
        [offered] = [each for each in whole["evidence"] if each["id"] == "T3"]
        offered["yes"], offered["no"] = 1, 0
        content = (json.dumps(whole, sort_keys=True, ensure_ascii=False, separators=(",", ":")) + "\n").encode()
        pdf.attachments[FILE_NAME] = pikepdf.AttachedFileSpec(pdf, content, filename=FILE_NAME)
        pdf.save(forged)
    checked = check(story, forged)
    assert checked.is_whole is False
    assert [each.id for each in checked.altered] == ["T3"]
    assert checked.altered[0].now == "1 yes, 0 no, 0 not recorded"
    assert checked.headline == "This report was changed after it was made"


def test_a_fingerprint_that_was_printed_wrong_is_noticed(story, issue, tmp_path):
    facts, choices = load_facts(story.file, story.project), ReportChoices("participation", Audience.FUNDER, as_of=AS_OF)
    document = build_report(facts, choices)
    other = replace(document, attachments=(replace(document.attachments[0], content=document.attachments[0].content + b" "),))
    render(other, tmp_path / "other.pdf")
    checked = check(story, tmp_path / "other.pdf")
    assert checked.is_whole is False
    assert not checked.agrees


def test_the_code_on_a_picture_of_the_page_leads_to_what_the_report_said(story, issue, tmp_path):
    path = issue()
    with pypdfium2.PdfDocument(path) as pdf:
        for number in range(len(pdf)):
            if fingerprint_in(pdf[number].get_textpage().get_text_range()):
                pdf[number].render(scale=1.6).to_pil().rotate(3, expand=True, fillcolor="white").save(tmp_path / "page.png")
    checked = check(story, tmp_path / "page.png")
    assert checked.is_whole is None
    assert checked.moved == ()
    pay(story)
    assert "T3" in [each.id for each in check(story, tmp_path / "page.png").moved]


def test_a_fingerprint_typed_from_paper_is_found_however_it_is_broken_up(story, issue):
    issue()
    [issued] = issued_reports(story.file)
    typed = fingerprint_in(f"the code: {issued.fingerprint.replace(' ', '').upper()}.")
    assert typed == issued.fingerprint
    assert check_code(typed, partial(issued_with, story.file), partial(facts_of, story.file)).agrees
    with pytest.raises(Refused, match="No report with this code"):
        check_code("0" * 8, partial(issued_with, story.file), partial(facts_of, story.file))


def test_a_report_without_its_workspace_can_only_be_whole(issue):
    checked = check_report(issue(), lambda _code: None, lambda _project: None)
    assert (checked.is_whole, checked.moved, checked.issued) == (True, None, None)
    assert checked.headline == "It is whole"


@pytest.mark.parametrize(
    ("name", "content", "says"),
    [
        ("letter.pdf", b"Dear all", "cannot be read as a PDF"),
        ("page.png", b"Dear all", "cannot be read as a picture"),
        ("nothing.pdf", None, "cannot be read as a PDF"),
    ],
)
def test_what_is_no_report_is_refused_by_name(story, tmp_path, name, content, says):
    path = tmp_path / name
    if content is not None:
        path.write_bytes(content)
    with pytest.raises(Refused, match=says) as refused:
        check(story, path)
    assert name in str(refused.value)


def test_a_pdf_of_somebody_else_is_not_ours(story, tmp_path):
    with pikepdf.new() as pdf:
        pdf.add_blank_page()
        pdf.save(tmp_path / "theirs.pdf")
    with pytest.raises(Refused, match="carries no evidence of Coproduce’s"):
        check(story, tmp_path / "theirs.pdf")


def test_a_picture_without_a_code_says_how_to_take_one(story, tmp_path):
    from PIL import Image

    Image.new("RGB", (300, 300), "white").save(tmp_path / "blank.png")
    with pytest.raises(Refused, match="no square code"):
        check(story, tmp_path / "blank.png")


def test_what_was_issued_stays_listed_after_undo_and_says_what_it_said(story, issue):
    issue("outcome", Audience.PUBLIC)
    pay(story)
    story.file.undo()
    [issued] = issued_reports(story.file)
    assert (issued.report, issued.audience, issued.form, issued.as_of) == ("outcome", "public", ".pdf", AS_OF)
    assert fingerprint(issued.evidence.encode()) == issued.fingerprint
    assert "Ana" not in issued.evidence
    assert DAY < AS_OF
