"""What this workspace holds about people, why, and how long: to print, to put on a website, or to show to an inspector."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterator

from coproduce.domain.codes import Right
from coproduce.domain.holding import WHY, Holding, sheets_about_people
from coproduce.domain.sheets import Privacy, Sheet
from coproduce.domain.wording import day_words, label, list_words, number_words
from coproduce.exports.document import Align, Block, Bullets, Callout, Column, Document, Heading, Paragraph, Table, Tone
from coproduce.exports.house_look import look_of
from coproduce.exports.wording import people, sentence_case
from coproduce.i18n import _, gettext


def what_is_held(held: Holding) -> Document:
    """A table of kinds with why and how long, then each kind's fields, then who sees it and what people can ask for."""
    return Document(
        title=_("What we hold about people"),
        subtitle=_("What it is, why we hold it, how long, and what people can ask of us"),
        organisation=held.settings.organisation,
        look=look_of(held.settings),
        details=((_("Made on"), day_words(held.as_of)),),
        blocks=tuple(_blocks(held)),
    )


def _blocks(held: Holding) -> Iterator[Block]:
    count = _("We hold records about {people}.").format(people=people(held.people))
    yield Paragraph(f"{count} {_('Nothing is compulsory but a name they choose.')}")
    yield from _days(held)
    yield Heading(2, _("Why, and how long"))
    columns = (Column(_("What")), Column(_("Records"), 1, Align.RIGHT), Column(_("Why"), 3), Column(_("How long"), 3))
    sheets = sheets_about_people()
    rows = tuple((sheet.name, f"{held.counts[sheet.name]:,}", *(gettext(words) for words in WHY[sheet.name])) for sheet in sheets)
    if rules := list(_rules(held)):
        yield Bullets(tuple(rules))
    yield Table(_("Kinds of record that say something about people"), columns, rows)
    yield Heading(2, _("What is written down"))
    yield Paragraph(_("“Special” is about health, belief, origin and the like, or what tells of them. The law protects it more."))
    for sheet in sheets:
        yield _fields(sheet)
    yield Heading(2, _("What we never hold"))
    yield Paragraph(_("A diagnosis, a bank account, a National Insurance number, a kind of benefit, or somebody’s right to stay."))
    yield from _who(held)
    yield Heading(2, _("What people can ask of us"))
    yield Bullets(
        (
            _("A copy of all we hold about them, in words and as data, within one month."),
            _("To put right what is wrong."),
            _("That it is kept but not used for now, such as while something in it is disputed."),
            _("To be erased. What was paid stays in the accounts, and counts stay, without them."),
            _("That their words are not printed, or not with their name: at any time, for every copy made from then on."),
        )
    )


def _rules(held: Holding) -> Iterator[str]:
    settings = held.settings
    rules = (
        (settings.keep_people_days, _("People are erased {n} days after their last workshop, or after they left.")),
        (settings.keep_needs_days, _("What people need is deleted {n} days after their last workshop, unless they want it kept.")),
        (settings.keep_contact_days, _("How to reach people is deleted {n} days after they left.")),
    )
    for days, rule in rules:
        if days:
            yield rule.format(n=days)


def _days(held: Holding) -> Iterator[Block]:
    missing, late = held.without_day, held.past_their_day
    said = [
        _("{number} with no day set until which we keep their record").format(number=number_words(missing)) if missing else "",
        _("{number} whose day has come and who have not been erased").format(number=number_words(late)) if late else "",
    ]
    gaps = [sentence_case(words) for words in said if words]
    if gaps:
        yield Callout(Tone.MISSING, _("What we have still to do"), (Bullets(tuple(gaps)),))
    if held.restricted:
        words = _("Kept without being used, because they asked: {people}. They are written to by nobody, and no report quotes them.")
        yield Paragraph(words.format(people=people(held.restricted)))
    if held.erased:
        yield Paragraph(_("Erased so far: {people}.").format(people=people(held.erased)))


def _fields(sheet: Sheet) -> Block:
    kinds = {Privacy.PERSONAL: _("Personal"), Privacy.SPECIAL: _("Special")}
    rows = tuple((column.help, kinds[column.privacy]) for column in sheet.columns if column.privacy in kinds)
    return Table(sheet.name, (Column(_("Field"), 4), Column(_("What kind"))), rows)


def _who(held: Holding) -> Iterator[Block]:
    yield Heading(2, _("Who sees it"))
    if held.team:
        counted = Counter(member.right for member in held.team)
        yield Bullets(tuple(f"{label(right)}: {counted[right]}" for right in Right if counted[right]))
    else:
        yield Paragraph(_("Everybody who works with the file."))
    words = (
        _("The file is protected by a passphrase, and so are its backups.")
        if held.is_protected
        else _("The file is not protected: anybody who gets it can read it.")
    )
    yield Paragraph(words)
    out = (_("finance"), _("the person themselves"), _("whoever provides access"))
    yield Paragraph(_("Outside the team it goes to {list}, and to nobody else by name.").format(list=list_words(out)))
