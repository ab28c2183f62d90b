"""The honesty page in easy words. It is in every Easy Read copy too, says as much as the other, and stays."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.evidence.honesty import Honesty, NotShown, WhoWasMissing, Why
from coproduce.domain.evidence.indicator import ShareResult
from coproduce.domain.wording import label
from coproduce.exports.document import Block, Heading
from coproduce.exports.pictures import Picture
from coproduce.exports.sections.easy.idea import idea
from coproduce.exports.sections.easy.questions import easy_question, picture_of
from coproduce.exports.sections.material import Material
from coproduce.exports.wording import full_stop, given, in_quotes, one_line
from coproduce.i18n import _, ngettext


def honesty_in_easy_words(material: Material) -> Iterator[Block]:
    """What we did not manage, what we do not know, who was not there, and what was decided elsewhere."""
    yield idea(Picture.WORDS, _("This part is in every copy."), _("It says what did not go well."), _("It says what we do not know."))
    if material.left_out:
        yield idea(
            Picture.PRIVATE,
            _("Some parts are not in this copy:"),
            *(full_stop(title) for title in material.left_out),
            _("You can ask for them."),
        )
    page = material.evidence.honesty
    yield from _not_managed(page.not_met)
    yield from _not_shown(material, page.not_shown)
    yield from _who_was_missing(material, page.who_was_missing)
    yield from _elsewhere(page)
    if others := list(_other(material, page)):
        yield Heading(3, _("Also good to know"))
        yield from others


def _not_managed(shares: tuple[ShareResult, ...]) -> Iterator[Block]:
    yield Heading(3, _("What did not go well"))
    if not shares:
        yield idea(Picture.YES, _("No question has a no for an answer."))
    for share in shares:
        noes = _("For {n} of {all} the answer was no.").format(n=f"{share.no:,}", all=f"{share.eligible:,}")
        yield idea(picture_of(share), easy_question(share), noes)


def _not_shown(material: Material, results: tuple[NotShown, ...]) -> Iterator[Block]:
    yield Heading(3, _("What we do not know"))
    if not results:
        yield idea(Picture.YES, _("We can answer every question."))
        return
    nothing = [one for one in results if one.why is Why.NOTHING_TO_MEASURE]
    for one in results:
        if one.why is not Why.NOTHING_TO_MEASURE:
            yield idea(Picture.QUESTION, easy_question(one.result), _WHY[one.why]())
    if nothing and not material.scene.held:
        yield idea(Picture.QUESTION, _("There was no meeting yet."), _("So there is nothing else to count."))
    elif nothing:
        yield idea(Picture.QUESTION, _("There is nothing to count yet for this:"), *(easy_question(one.result) for one in nothing))


_WHY = {
    Why.TOO_MUCH_NOT_RECORDED: lambda: _("Too much is not written down."),
    Why.TOO_LITTLE_TO_MEASURE: lambda: _("There is too little to count."),
}


def _who_was_missing(material: Material, missing: WhoWasMissing) -> Iterator[Block]:
    yield Heading(3, _("Who was not there"))
    if not material.scene.taken:
        yield idea(Picture.LIST, _("Nobody kept a list of who came."), _("So we do not know."))
        return
    found = list(_missing(material, missing))
    yield from found or [idea(Picture.YES, _("Everybody on our lists came each time."))]


def _missing(material: Material, missing: WhoWasMissing) -> Iterator[Block]:
    if missing.never_there:
        yield idea(Picture.TAKING_PART, _("Nobody came as one of these:"), *map(label, missing.never_there))
    if missing.without_participants:
        titles = (full_stop(one_line(material.scene.workshops[each].title)) for each in missing.without_participants)
        yield idea(Picture.TAKING_PART, _("Only staff came to this:"), *titles)
    if count := len(missing.apologies):
        yield idea(
            Picture.PHONE, _said_times(count, _("Somebody said they could not come."), _("People said they could not come.")), _times(count)
        )
    if count := len(missing.absent):
        yield idea(Picture.QUESTION, _said_times(count, _("Somebody did not come."), _("People did not come.")), _times(count))
    if count := len(missing.never_came):
        words = ngettext("One person was asked and never came.", "{n} people were asked and never came.", count)
        yield idea(Picture.NO, words.format(n=count))


def _said_times(count: int, one: str, many: str) -> str:
    return one if count == 1 else many


def _times(count: int) -> str:
    return ngettext("It was one time.", "It was {n} times.", count).format(n=count)


def _elsewhere(page: Honesty) -> Iterator[Block]:
    if not page.decided_elsewhere:
        return
    yield Heading(3, _("What others decided"))
    for each in page.decided_elsewhere:
        reason = full_stop(given(each.reason) or _("Nobody wrote down why"))
        yield idea(
            Picture.VOTE, in_quotes(one_line(each.question)), _("People who took part did not decide it."), _("This is why:"), reason
        )


def _other(material: Material, page: Honesty) -> Iterator[Block]:
    """Money and records, told as on the other page."""
    if count := len(page.declined_for_benefits):
        words = ngettext("One person took no money because of benefits.", "{n} people took no money because of benefits.", count)
        yield idea(Picture.MONEY, words.format(n=count), _("That is not a free choice."))
    if count := len(page.cancelled_lines):
        yield idea(Picture.MONEY, ngettext("One payment was stopped.", "{n} payments were stopped.", count).format(n=count))
    if count := len(page.failed_lines):
        words = ngettext("One payment went wrong.", "{n} payments went wrong.", count)
        yield idea(Picture.MONEY, words.format(n=count), _("The money has not come since."))
    if count := len(page.checked_by_one):
        words = ngettext("One payment was seen by one person alone.", "{n} payments were seen by one person alone.", count)
        yield idea(Picture.RECEIPT, words.format(n=count))
    if not material.facts.project.stages_run:
        yield idea(Picture.LIST, _("Nobody wrote down which parts of the work we do together."))
    elif page.stages_left_out:
        yield idea(Picture.LIST, _("We do not do these parts together:"), *map(label, page.stages_left_out))
    if not material.is_empty:
        yield _late(material, page)


def _late(material: Material, page: Honesty) -> Block:
    if not material.facts.entered_on:
        return idea(Picture.CLOCK, _("We do not know if things were written down late."))
    if not page.late_entries:
        return idea(Picture.CLOCK, _("Nothing was written down late."))
    words = ngettext("One thing was written down late.", "{n} things were written down late.", len(page.late_entries))
    return idea(Picture.CLOCK, words.format(n=f"{len(page.late_entries):,}"))
