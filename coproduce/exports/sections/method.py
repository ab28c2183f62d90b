"""How the figures were made and how to check them: rules, definitions, sources, credits, and the fingerprint."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.evidence.indicator import Theme
from coproduce.domain.evidence.level import CREDIT, CREDIT_URL
from coproduce.domain.part import OneWorkshop
from coproduce.domain.wording import day_words
from coproduce.exports.document import Block, Bold, Bullets, Heading, Link, Paragraph, Pictured
from coproduce.exports.fingerprint import FILE_NAME, fingerprint, square_code
from coproduce.exports.privacy import Audience
from coproduce.exports.sections.about import ABOUT
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.results import question_words
from coproduce.exports.square_code import SquareCode
from coproduce.i18n import _


def method(material: Material) -> Iterator[Block]:
    """The whole method, for the statement."""
    yield from short_method(material)
    yield Heading(3, _("What counts as a yes"))
    yield Paragraph(
        _("A participant is somebody with lived experience, from the community, or a carer. Interpreters and supporters are left out.")
    )
    for theme in Theme:
        yield from _definitions(material, theme)
    yield Heading(3, _("The ladder"))
    words = _("The level is worked out from the records. A level counts only when all below it do. The names are those of the ladder by ")
    yield Paragraph((words, Link(CREDIT, CREDIT_URL), _("; the rules for reaching each one are Coproduce’s own.")))
    yield Heading(3, _("Sources"))
    yield Bullets(tuple(dict.fromkeys(source for result in material.evidence.results for source in result.indicator.sources)))


def short_method(material: Material) -> Iterator[Block]:
    """What every report says of itself."""
    part = ((Bold(_("The part. ")), _about_the_part(material)),) if material.part else ()
    yield Bullets(
        (
            *part,
            (Bold(_("The day. ")), _counted_up_to(material)),
            (Bold(_("Not recorded. ")), _not_recorded()),
            (Bold(_("Few or many. ")), _("Below ten, figures are in words, such as 7 of 8. From ten on they are whole percentages.")),
            (Bold(_("Names. ")), _names(material.audience)),
            (Bold(_("This document. ")), _this_document()),
        )
    )
    yield Heading(3, _("Check the figures"))
    printed = fingerprint(material.evidence_file)
    words = _("The PDF carries a file, {name}, with every count behind this report. Its fingerprint (SHA-256) is:")
    said = _("In Coproduce, choose File, then Check a report, and show it the PDF, or a photograph of this square code.")
    means = _("If the fingerprints agree, the figures are the ones this report was made from. It does not show who made them.")
    blocks = (Paragraph(words.format(name=FILE_NAME)), Paragraph((Bold(printed),)), Paragraph(said), Paragraph(means))
    yield Pictured(SquareCode(square_code(printed)), blocks)


def _about_the_part(material: Material) -> str:
    if isinstance(material.part, OneWorkshop):
        about = _("This copy is about one workshop, with what was said and decided there, and no more.")
    else:
        about = _("This copy is about the workshops between two days, both counted, and what was decided or asked between them.")
    whole = _("Two things are asked of a whole project only, and left out here: the stages of the work, and equality counts.")
    further = _("Two are looked up in the whole project: who is new, and who was ever asked if they need money first.")
    return f"{about} {whole} {further}"


def _counted_up_to(material: Material) -> str:
    words = _("Everything is counted up to {day}. What happened later is treated as not having happened yet.")
    return words.format(day=day_words(material.as_of))


def _not_recorded() -> str:
    return _(
        "What nobody wrote down is never a yes. Where more than a fifth is not recorded, the answer is “cannot be shown”. A range such as "
        "33% to 70% runs from “none of the unknown is a yes” to “all of it is”. Some questions count a missing record as a no, and say so."
    )


def _names(audience: Audience) -> str:
    rule = _(
        "A filter runs before anything is counted or printed. People are named only beside their own words, and only if they chose to be."
    )
    kept = _("Nothing about anybody’s access needs, payments or reasons is passed on, but in counts.")
    if audience is Audience.FINANCE:
        named = _("A filter runs before anything is counted or printed. This copy is for finance: it names who is paid, with references.")
        return f"{named} {_('It holds nothing of anybody’s access needs, of their reasons, or of who said what.')}"
    if audience is Audience.PARTICIPANTS:
        return f"{rule} {kept}"
    return f"{rule} {_('Nobody under 18 is named.')} {kept}"


def _this_document() -> str:
    rules = _("The PDF meets the machine-checkable rules of PDF/UA-1, and of PDF/A-3a for archives.")
    return f"{rules} {_('If it does not work for you, please ask for another form.')}"


def _definitions(material: Material, theme: Theme) -> Iterator[Block]:
    yield Heading(4, theme.words)
    settings = material.facts.settings
    results = [result for result in material.evidence.results if result.indicator.theme is theme]
    yield Bullets(tuple((Bold(f"{question_words(each)} "), f"{ABOUT[each.id].definition(settings)} ({each.id})") for each in results))
