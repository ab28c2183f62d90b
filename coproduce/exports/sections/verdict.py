"""What people thought of it: participants' verdict beside organisers', from the same anonymous sheet."""

from __future__ import annotations

from collections.abc import Iterator
from fractions import Fraction

from coproduce.domain.codes import GivenBy, YesPartlyNo
from coproduce.domain.evidence.indicator import Means, VerdictMeans
from coproduce.domain.room import Verdict
from coproduce.domain.wording import label
from coproduce.exports.document import Block, Chart, ChartKind, ChartRow, Heading, Paragraph, Quote
from coproduce.exports.privacy import Audience
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import counted, given, score_words, sentence_case
from coproduce.i18n import _, ngettext


def what_people_thought(material: Material) -> Iterator[Block]:
    """How many sheets came back, the four scores side by side, access and influence, and words from the sheets."""
    sheets = _sheets(material)
    theirs = [sheet for sheet in sheets if sheet.given_by is GivenBy.PARTICIPANT]
    means = material.evidence.measure("T27").value
    if not isinstance(means, VerdictMeans):
        yield Paragraph(_("No participant has given back a sheet, so what they thought cannot be shown."))
        return
    yield Paragraph(_response(means, len(sheets) - len(theirs)))
    yield _scores(means)
    yield from _influence(theirs, [sheet for sheet in sheets if sheet.given_by is GivenBy.ORGANISER])
    yield from _words(material, sheets)


def _sheets(material: Material) -> list[Verdict]:
    return [sheet for sheet in material.facts.verdicts if sheet.workshop_id in material.scene.sittings]


def _response(means: VerdictMeans, organisers: int) -> str:
    sheets = counted(means.sheets, _("anonymous sheet"), _("anonymous sheets"))
    words = _("Participants gave back {sheets}. Participants came {sessions} times in all, so {sessions} sheets could have come back.")
    theirs = words.format(sheets=sheets, sessions=means.person_sessions)
    return f"{theirs} {_('Organisers filled in {sheets} of their own.').format(sheets=counted(organisers, _('sheet'), _('sheets')))}"


def aspects(means: Means) -> tuple[tuple[str, Fraction | None], ...]:
    """The four scores with their words, in the order of the sheet."""
    return (
        (_("Being heard"), means.voice),
        (_("Ways to take part"), means.ways),
        (_("Whose agenda it was"), means.agenda),
        (_("Readiness to change"), means.change),
    )


def _scores(means: VerdictMeans) -> Chart:
    rows = []
    for (aspect, ours), (_same, organisers) in zip(aspects(means.participants), aspects(means.organisers), strict=True):
        values = tuple(None if score is None else float(score) for score in (ours, organisers))
        rows.append(ChartRow(aspect, values, (score_words(ours), score_words(organisers))))
    return Chart(
        _("Scores from 0 to 10, participants beside organisers"),
        finding(means),
        ChartKind.PAIRS,
        (_("Participants"), _("Organisers")),
        tuple(rows),
        _("Asked about"),
    )


def finding(means: VerdictMeans) -> str:
    """The widest gap between the two sides, in a sentence; without organisers' sheets, the lowest and highest score."""
    ours = {aspect: score for aspect, score in aspects(means.participants) if score is not None}
    theirs = {aspect: score for aspect, score in aspects(means.organisers) if score is not None}
    both = [aspect for aspect in ours if aspect in theirs]
    if not ours:
        return _("The sheets hold no scores.")
    if not both:
        low, high = min(ours, key=lambda each: ours[each]), max(ours, key=lambda each: ours[each])
        words = _("Participants scored “{high}” highest ({most}) and “{low}” lowest ({least}). No organiser scored the same questions.")
        return words.format(high=high, most=score_words(ours[high]), low=low, least=score_words(ours[low]))
    widest = max(both, key=lambda aspect: abs(ours[aspect] - theirs[aspect]))
    gap = (score_words(ours[widest]), score_words(theirs[widest]))
    if gap[0] == gap[1]:
        return _("Participants and organisers gave the same scores.")
    words = _("The two differ most on “{aspect}”: participants gave {ours}, organisers {theirs}.")
    return words.format(aspect=widest, ours=gap[0], theirs=gap[1])


def _influence(participants: list[Verdict], organisers: list[Verdict]) -> Iterator[Block]:
    """Both yes/partly/no questions of the sheet, for both sides; nothing where no sheet answers them."""
    rows = tuple(
        _answers(_("{question} {who}").format(question=question, who=who), answers)
        for question, name in ((_("Access worked:"), "access_worked"), (_("Had influence:"), "had_influence"))
        for who, sheets in ((_("participants"), participants), (_("organisers"), organisers))
        if any(answers := [getattr(sheet, name) for sheet in sheets])
    )
    if not rows:
        yield Paragraph(_("No sheet answers whether access worked, or whether people had influence."))
        return
    series = (label(YesPartlyNo.YES), label(YesPartlyNo.PARTLY), label(YesPartlyNo.NO), _("Not answered"))
    title = _("Did access work, and did people have influence?")
    yield Chart(title, _influence_words(participants), ChartKind.SHARES, series, rows, _("Question"))


def _influence_words(participants: list[Verdict]) -> str:
    """Every answer of participants about influence, the blank ones too: a sheet that does not say is not a no."""
    given_answers = [sheet.had_influence for sheet in participants if sheet.had_influence]
    if not given_answers:
        return _("No participant’s sheet answers whether they had influence.")
    words = _("Asked whether they had influence, {yes} of {all} participants’ sheets say yes, {partly} say partly and {no} say no.")
    counts = {answer: given_answers.count(answer) for answer in YesPartlyNo}
    said = words.format(all=len(participants), yes=counts[YesPartlyNo.YES], partly=counts[YesPartlyNo.PARTLY], no=counts[YesPartlyNo.NO])
    blank = len(participants) - len(given_answers)
    return f"{said} {ngettext('{count} does not answer.', '{count} do not answer.', blank).format(count=blank)}" if blank else said


def _answers(question: str, answers: list[YesPartlyNo | None]) -> ChartRow:
    counts = [answers.count(answer) for answer in (*YesPartlyNo, None)]
    return ChartRow(question, tuple(map(float, counts)), tuple(map(str, counts)))


def _words(material: Material, sheets: list[Verdict]) -> Iterator[Block]:
    """Written to the organisers, so a public copy says only how many there are."""
    written = [sheet for sheet in sheets if given(sheet.words)]
    if written and material.audience is Audience.PUBLIC:
        words = _("{sheets} also hold words. They were written to the organisers, and are not in this public copy.")
        if len(written) == 1:
            words = _("{sheets} also holds words. They were written to the organisers, and are not in this public copy.")
        yield Paragraph(words.format(sheets=sentence_case(counted(len(written), _("sheet"), _("sheets")))))
        return
    if written:
        yield Heading(3, _("In their own words"))
    for sheet in written:
        yield Quote((sheet.words or "").strip(), sentence_case(_SIGNED[sheet.given_by]()))


_SIGNED = {
    GivenBy.PARTICIPANT: lambda: _("from a participant’s sheet"),
    GivenBy.ORGANISER: lambda: _("from an organiser’s sheet"),
}
