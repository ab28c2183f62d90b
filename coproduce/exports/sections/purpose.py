"""What the project was about, and what was open to change."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.evidence.indicator import ShareResult
from coproduce.domain.wording import day_words, in_sentence, list_words
from coproduce.exports.document import Block, Bold, KeyFigure, KeyFigures, Paragraph
from coproduce.exports.sections.about import ABOUT
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.results import none_yet
from coproduce.exports.wording import full_stop, given
from coproduce.i18n import _, ngettext


def purpose(material: Material) -> Iterator[Block]:
    """The purpose in the project's own words, the room for change said at the start, and the figures worth seeing first."""
    project = material.facts.project
    yield Paragraph(full_stop(given(project.purpose) or _("Nobody has written down what this project is for yet.")))
    yield Paragraph((Bold(_("Open to change: ")), full_stop(given(project.open_to_change) or _("nobody wrote this down"))))
    yield Paragraph((Bold(_("Not open: ")), full_stop(given(project.not_open) or _("nobody wrote this down"))))
    if partners := _partners(project.partners):
        yield Paragraph((Bold(_("Who runs it: ")), full_stop(partners)))
    if project.stages_run:
        stages = list_words(in_sentence(stage) for stage in project.stages_run)
        yield Paragraph((Bold(_("Parts of the work: ")), full_stop(stages)))
    if dates := _dates(material):
        yield Paragraph((Bold(_("When: ")), dates))
    if not material.is_empty:
        yield at_a_glance(material)


def _partners(partners: str | None) -> str:
    return list_words(part.strip() for part in (partners or "").split(";") if part.strip())


def _dates(material: Material) -> str | None:
    project = material.planned.project
    if project.starts_on and project.ends_on:
        return _("{first} to {last}.").format(first=day_words(project.starts_on), last=day_words(project.ends_on))
    return _("From {first}.").format(first=day_words(project.starts_on)) if project.starts_on else None


def at_a_glance(material: Material) -> KeyFigures:
    """Workshops, participants, answers and changes: four numbers with what they rest on."""
    scene = material.scene
    held = scene.held
    participants = {seat.row.person_id for sitting in held for seat in sitting.room if seat.participant}
    answered = material.evidence.share("T19")
    changed = material.evidence.share("T18")
    days = _("{first} to {last}").format(first=day_words(held[0].day), last=day_words(held[-1].day)) if held else _("none held yet")
    if held and held[0].day == held[-1].day:
        days = day_words(held[0].day)
    return KeyFigures(
        (
            KeyFigure(str(len(held)), ngettext("workshop held", "workshops held", len(held)), days),
            KeyFigure(str(len(participants)), _("took part as participants"), _("with lived experience, as carers, or from the community")),
            KeyFigure(_figure(answered), _("things said that were answered"), _unanswered(material)),
            KeyFigure(_figure(changed), _("decisions changed by what people said"), _changes(changed)),
        )
    )


def _figure(share: ShareResult) -> str:
    return share.words if share.eligible else none_yet()


def _changes(changed: ShareResult) -> str:
    return _("each change is linked to the words behind it") if changed.eligible else _("no decision is recorded that could have been")


def _unanswered(material: Material) -> str:
    answered = material.evidence.share("T19")
    if not answered.eligible:
        return _("no answer is due yet")
    if not answered.no:
        return _("of {things}").format(things=ABOUT["T19"].units(answered.eligible))
    return ngettext("one has no answer yet", "{count} have no answer yet", answered.no).format(count=answered.no)
