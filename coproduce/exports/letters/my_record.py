"""The copy of everything held about one person, in plain words and as data, and what to look through before it is handed out."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from datetime import date, time
from typing import Any

from coproduce.domain.codes import ORGANISER, fold
from coproduce.domain.my_record import HeldRecord, MyRecord, points_to_people
from coproduce.domain.sheets import Column as Field
from coproduce.domain.sheets import Kind, Sheet
from coproduce.domain.wording import N_, day_words, label
from coproduce.exports.cell_values import plain_value
from coproduce.exports.document import DATA, Attachment, Bullets, Callout, Column, Document, Heading, Paragraph, Table, Tone
from coproduce.exports.document import Block as Part
from coproduce.exports.house_look import look_of
from coproduce.exports.wording import given, times
from coproduce.i18n import _, gettext, ngettext

FILE_NAME = "my-record.json"

_HEADINGS = {
    "People": N_("About you"),
    "Requirements": N_("What you need to take part"),
    "Attendance": N_("Workshops you were asked to"),
    "Papers": N_("Papers for you"),
    "Access": N_("What was arranged for you"),
    "Payments": N_("Money"),
    "Contributions": N_("What you said"),
    "Dissent": N_("Where you disagreed"),
    "Turns": N_("How often you spoke"),
    "Blocks": N_("Parts of a day you led or asked for"),
    "Options": N_("Options you put forward"),
    "Lanes": N_("Groups you ran"),
    "Lane people": N_("Your place in small groups"),
    "Advice": N_("Advice you were asked for"),
}


def my_record_letter(record: MyRecord, today: date) -> Document:
    """All that is held about them, kind by kind, in words. The same as data is inside the PDF, and can be saved on its own."""
    return Document(
        title=_("What we hold about you"),
        subtitle=_("For {name}: everything in our records on {day}").format(name=record.person.name.strip(), day=day_words(today)),
        organisation=record.settings.organisation,
        look=look_of(record.settings),
        details=((_("Made on"), day_words(today)),),
        blocks=tuple(_parts(record)),
        attachments=(Attachment(FILE_NAME, DATA, as_data(record, today), _("The same as data")),),
    )


def to_look_through(record: MyRecord, today: date) -> Document:
    """Where else their name stands, for whoever hands the record out: it may say something about other people as well."""
    found = record.named_in
    columns = (Column(_("Where"), 2), Column(_("Field")), Column(_("Words"), 3))
    rows = tuple((_where(each.sheet, each.place), _field_words(each.field), each.words.strip()) for each in found)
    said: Part = (
        Table(_("Where their name stands"), columns, rows, row_headings=0)
        if rows
        else Paragraph(_("Their name stands in no other record."))
    )
    words = _(
        "These words are about {name}, so they have a right to them. They may also say something about other people. "
        "Read each before you hand it out, and leave out what would harm somebody else."
    )
    return Document(
        title=_("To look through first"),
        subtitle=_("Where else the name of {name} stands").format(name=record.person.name.strip()),
        organisation=record.settings.organisation,
        look=look_of(record.settings),
        details=((_("Made on"), day_words(today)),),
        blocks=(Callout(Tone.CAREFUL, _("For you, not yet for them"), (Paragraph(words.format(name=record.person.name.strip())),)), said),
    )


def as_data(record: MyRecord, today: date) -> bytes:
    """Every field of every record as JSON: what nobody wrote down is null. Keys are the headings of the workbook."""
    person_id = record.person.id
    whole = {
        "person": person_id,
        "made_on": today.isoformat(),
        "records": {sheet.name: [_cells(each, person_id) for each in held] for sheet, held in record.sheets},
        "deleted": [{"sheet": each.sheet.name, "deleted_at": at.isoformat(), **_cells(each, person_id)} for at, each in record.deleted],
        "named_in": [{"sheet": e.sheet.name, "id": e.record_id, "field": e.field, "words": e.words} for e in record.named_in],
        "history": [{"on": each.on.isoformat(), "what": each.label, "sheet": each.sheet.name} for each in record.done],
    }
    return (json.dumps(whole, ensure_ascii=False, indent=1) + "\n").encode()


def _cells(held: HeldRecord, person_id: str) -> dict[str, Any]:
    found = ((column, plain_value(_without_others(column, getattr(held.record, column.name), person_id))) for column in held.sheet.columns)
    return {column.heading: value.isoformat() if isinstance(value, date | time) else value for column, value in found}


def _without_others(column: Field, value: Any, person_id: str) -> Any:
    """The ids of other people are not theirs to have."""
    if not points_to_people(column) or value is None:
        return value
    kept = (person_id, ORGANISER)
    if isinstance(value, tuple):
        return tuple(each if each in kept else _("another person") for each in value)
    return value if value in kept else _("another person")


def _parts(record: MyRecord) -> Iterator[Part]:
    contact = given(record.person.named_contact)
    ask = _("Please ask {name}.").format(name=contact) if contact else _("Please ask whoever gave you this.")
    yield Paragraph(_("This is all that our records hold about you. Lines that nobody filled in are left out here."))
    yield Paragraph(_("Is something wrong? We will put it right. You can also ask us to stop using it, or to erase it.") + " " + ask)
    for sheet, held in record.sheets:
        yield Heading(2, _heading(sheet))
        for number, each in enumerate(held, start=1):
            yield from _one(record, each, number, of=len(held))
    yield from _deleted(record)
    yield from _done(record)
    yield from _not_in_here(record)


def _one(record: MyRecord, held: HeldRecord, number: int, *, of: int) -> Iterator[Part]:
    rows = tuple(filled_lines(record, held))
    title = held.place or _("What is written down")
    caption = _("{title}, {number} of {count}").format(title=title, number=number, count=of) if of > 1 else title
    if rows:
        yield Table(caption, (Column(_("What"), 2), Column(_("What is written down"), 3)), rows)


def filled_lines(record: MyRecord, held: HeldRecord) -> Iterator[tuple[str, str]]:
    """What is written down in one record, as (field, words); what nobody filled in is left out."""
    for column in held.sheet.columns:
        value = getattr(held.record, column.name)
        if value is not None and value not in ((), ""):
            yield _field_words(column.heading), _words(record, column, value)


def _words(record: MyRecord, column: Field, value: Any) -> str:
    match column.kind:
        case Kind.DATE:
            return day_words(value)
        case Kind.TIME:
            return f"{value:%H:%M}"
        case Kind.MONEY:
            return str(value.words(record.settings.currency))
        case Kind.CODE | Kind.YES_NO:
            return label(value)
        case Kind.CODES:
            return ", ".join(label(each) for each in value)
        case Kind.PARENT | Kind.PARENTS | Kind.PROPOSER:
            return _others(record, column, value if isinstance(value, tuple) else (value,))
    return str(value).strip() or _("only spaces")


def _others(record: MyRecord, column: Field, ids: Iterable[str]) -> str:
    """Other records by their titles; other people are only counted."""
    if not points_to_people(column):
        noun = column.parent.__name__ if column.parent else ""
        return "; ".join(record.titles(noun, each) for each in ids)
    ids = tuple(ids)
    others = len([each for each in ids if each != record.person.id])
    you = _("You") if record.person.id in ids else ""
    rest = ngettext("{n} other person", "{n} other people", others).format(n=others) if others else ""
    return _("{you} and {others}").format(you=you, others=rest) if you and rest else you or rest


def _deleted(record: MyRecord) -> Iterator[Part]:
    if record.deleted:
        yield Heading(2, _("Deleted, but still in the bin"))
        yield Paragraph(_("These can be put back for 30 days after they were deleted. Then they are gone."))
        for at, each in record.deleted:
            rows = tuple(filled_lines(record, each))
            title = _("{what}, deleted on {day}").format(what=_where(each.sheet, each.place), day=day_words(at.astimezone().date()))
            yield Table(title, (Column(_("What"), 2), Column(_("What is written down"), 3)), rows)


def _done(record: MyRecord) -> Iterator[Part]:
    """Lines alike on one day stand once, with how often."""
    counted: dict[tuple[str, str, str], int] = {}
    for each in record.done:
        key = (day_words(each.on), each.label, _heading(each.sheet))
        counted[key] = counted.get(key, 0) + 1
    if counted:
        yield Heading(2, _("What was done with these records"))
        columns = (Column(_("Day")), Column(_("What was done"), 2), Column(_("To which records"), 2), Column(_("How often")))
        rows = tuple((*key, times(count)) for key, count in counted.items())
        yield Table(_("What was done, oldest first"), columns, rows)


def _not_in_here(record: MyRecord) -> Iterator[Part]:
    yield Heading(2, _("What is not in here"))
    count = len(record.named_in)
    named = ngettext(
        "Your name stands in {n} other place. Somebody looks through it first, because it may be about other people too.",
        "Your name stands in {n} other places. Somebody looks through them first, because they may be about other people too.",
        count,
    )
    yield Bullets(
        (
            named.format(n=count) if count else _("Your name stands nowhere else in the records."),
            _("Feedback sheets and answers about equality carry no name, so nobody can tell which are yours."),
            _("Safety copies of the whole file hold the same again, and earlier wordings of it, until they are deleted by their age."),
            _("Letters and lists that were saved, printed or sent are not kept by this program. Ask us about them."),
        )
    )


def _heading(sheet: Sheet) -> str:
    known = {fold(name): words for name, words in _HEADINGS.items()}
    found = known.get(fold(sheet.name))
    return gettext(found) if found else sheet.name


def _where(sheet: Sheet, place: str) -> str:
    return f"{sheet.name}: {place}" if place else sheet.name


def _field_words(heading: str) -> str:
    """`access_asked_on` as people read it: the headings of the workbook, without what only a computer needs."""
    return heading.removesuffix("_id").replace("_", " ").capitalize()
