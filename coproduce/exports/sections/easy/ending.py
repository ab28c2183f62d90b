"""What people thought, who to ask, and how the numbers can be checked, in easy words."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.codes import GivenBy, YesPartlyNo
from coproduce.domain.evidence.indicator import VerdictMeans
from coproduce.domain.wording import N_, day_words
from coproduce.exports.document import Block, Bold, Heading, Paragraph, Pictured
from coproduce.exports.fingerprint import fingerprint, square_code
from coproduce.exports.pictures import Picture, credit
from coproduce.exports.sections.easy.idea import idea
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.verdict import aspects
from coproduce.exports.square_code import SquareCode
from coproduce.exports.wording import given, score_words
from coproduce.i18n import _, ngettext

_ASPECTS = (
    N_("Were people heard?"),
    N_("Were there good ways to join in?"),
    N_("Was it about what matters to people?"),
    N_("Would things change?"),
)
"""The four questions of the sheet, in its order."""


def verdict_in_easy_words(material: Material) -> Iterator[Block]:
    """How many sheets came back, the four marks side by side, and the two questions with yes, partly or no."""
    means = material.evidence.measure("T27").value
    if not isinstance(means, VerdictMeans):
        yield idea(Picture.WRITING, _("Nobody gave us a sheet back."), _("So we cannot show what people thought."))
        return
    came = ngettext("We got one sheet back.", "We got {n} sheets back.", means.sheets).format(n=means.sheets)
    could = ngettext("It could have been one.", "It could have been {n}.", means.person_sessions).format(n=means.person_sessions)
    yield idea(Picture.WRITING, came, could, _("People gave marks from 0 to 10."), _("10 is best."))
    for question, (_same, theirs), (_aspect, ours) in zip(_ASPECTS, aspects(means.participants), aspects(means.organisers), strict=True):
        people = _("People who took part: {mark}.").format(mark=score_words(theirs))
        staff = _("People who ran it: {mark}.").format(mark=score_words(ours))
        yield idea(Picture.NUMBERS, _(question), people, staff)
    yield from _answers(material)


def _answers(material: Material) -> Iterator[Block]:
    theirs = [
        sheet for sheet in material.facts.verdicts if sheet.workshop_id in material.scene.sittings and sheet.given_by is GivenBy.PARTICIPANT
    ]
    for question, answers in (
        (_("Could people take part well?"), [sheet.access_worked for sheet in theirs]),
        (_("Did people change something?"), [sheet.had_influence for sheet in theirs]),
    ):
        if any(answers):
            yes, partly, no, blank = (answers.count(answer) for answer in (*YesPartlyNo, None))
            words = _("Yes: {yes}. Partly: {partly}. No: {no}.").format(yes=yes, partly=partly, no=no)
            yield idea(Picture.VOTE, question, words, _("Did not say: {count}.").format(count=blank) if blank else "")
        else:
            yield idea(Picture.VOTE, question, _("Nobody said."))


def method_in_easy_words(material: Material) -> Iterator[Block]:
    """Who answers questions, up to which day it holds, and the code that shows whether the numbers are whole."""
    organisation = given(material.facts.settings.organisation)
    ask = _("Ask {organisation}.").format(organisation=organisation) if organisation else _("Ask the person who gave you this.")
    yield idea(Picture.TALKING, _("Do you have a question?"), ask)
    yield idea(Picture.WORDS, _("There is a longer paper too."), _("You can ask for it."))
    yield idea(Picture.CALENDAR, _("This is what we knew on {day}.").format(day=day_words(material.as_of)))
    yield idea(Picture.PRIVATE, _("We only name people who want it."))
    yield Heading(3, _("Check the numbers"))
    printed = fingerprint(material.evidence_file)
    said = (
        Paragraph(_("This code goes with the numbers.")),
        Paragraph(_("Somebody can check them with it.")),
        Paragraph(_("They need the program Coproduce.")),
        Paragraph((Bold(printed),)),
    )
    yield Pictured(SquareCode(square_code(printed)), said)
    yield Paragraph(credit())
