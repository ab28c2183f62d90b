"""What the pane says about one person."""

from __future__ import annotations

from typing import TYPE_CHECKING

from coproduce.domain.access import Arrangement, Requirement
from coproduce.domain.asking import is_long_ago, may_be_asked_again
from coproduce.domain.codes import AccessAsked, AttendanceState, YesNo
from coproduce.domain.needs import same_need
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.people import Person
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _
from coproduce.storage.queries.people import PaymentLine, PersonDetail, Session
from ui.forms.reference import reference_part
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Act, Acts, Choose, Fact, Going, Heading, Item, Note, Option, Part, State, Title, doing
from ui.kit.screen import Shell
from ui.kit.written import as_written, need_written
from ui.screens.people.held import OPEN, held_parts

if TYPE_CHECKING:
    from ui.screens.people.viewmodel import PeopleModel


def person_parts(found: PersonDetail, model: PeopleModel) -> list[Part]:
    """The pane, top to bottom: what they need first, then how to reach and pay them, then what they took part in."""
    person, shell = found.person, model.shell
    capacity = label(found.row.capacity) if found.row.capacity else ""
    under = " · ".join(part for part in (person.pronouns, person.group, capacity) if part)
    parts: list[Part] = [Title(person.name, under, is_person=True)]
    parts += _restricted(person)
    if person.left_on:
        parts.append(State(PillCell(_("Left"), Tone.PLAIN, "log-out"), day_words(person.left_on)))
    parts += _needs(found, model)
    parts += _about(found, model.currency)
    parts.append(Heading(_("Workshops")))
    parts += [_session(session, shell) for session in found.sessions] or [Note(_("On the list of no workshop yet."), quiet=True)]
    if found.payments:
        parts.append(Heading(_("Money")))
        parts += [_payment(line, model.currency, shell) for line in found.payments]
    if found.said:
        parts.append(Heading(_("What they said")))
        for said in found.said:
            answer = label(said.answer) if said.answer else _("No answer yet")
            parts.append(Item(f"said {said.id}", said.words, answer, Going(shell, "decisions", said.id)))
    return [*parts, *_kept(person, model)]


def _restricted(person: Person) -> list[Part]:
    if person.restricted_on is None:
        return []
    what = _("They are left out of invitations, letters and lists to ask, and no report quotes them. Counts keep them.")
    since = _("Since {day}").format(day=day_words(person.restricted_on))
    return [State(PillCell(_("Kept, not used"), Tone.WARN, "lock"), since), Note(person.restricted_reason or ""), Note(what, quiet=True)]


def _needs(found: PersonDetail, model: PeopleModel) -> list[Part]:
    """How far asking has got, their own list, and what was arranged at workshops beyond it."""
    person = found.person
    words = {
        AccessAsked.NOT_ASKED: _("Not asked"),
        AccessAsked.ASKED_NO_ANSWER: _("No answer yet"),
        AccessAsked.ASKED_NONE_NEEDED: _("Nothing needed"),
        AccessAsked.ASKED_NEEDS_GIVEN: _("Needs given"),
        AccessAsked.PREFERS_NOT_TO_SAY: _("Prefers not to say"),
    }
    options = tuple(Option(asked, words[asked]) for asked in AccessAsked)
    name, title = _("Have they been asked what they need?"), _("What they need")
    parts: list[Part] = [Choose("asked", name, options, person.access_asked or "", model.note_asked, title, _asked_words(found))]
    parts += _to_ask_again(found, model)
    for one in found.requirements:
        key = f"requirement {one.id}"
        parts.append(Item(key, need_written(one.need), one.words or "", doing(model.toggle, key), icon="accessibility"))
        if model.opened == key:
            parts += [Note(_requirement_words(one), quiet=True), _requirement_acts(one, model), reference_part(one.id)]
    parts.append(Acts((Act("add_requirement", _("Add what they need"), model.add_requirement, "plus"),)))
    elsewhere = _arranged_words(found)
    return [*parts, Fact("accessibility", _("ALSO ASKED FOR AT WORKSHOPS"), elsewhere)] if elsewhere else parts


def _asked_words(found: PersonDetail) -> str:
    """The first day they were asked, and the last."""
    first, last = found.person.access_first_asked_on, found.last_asked_on
    words = _("First asked on {day}").format(day=day_words(first)) if first else _("When they were first asked is not recorded")
    if last is None or last == first:
        return words
    return " · ".join((words, _("last asked on {day}").format(day=day_words(last))))


def _to_ask_again(found: PersonDetail, model: PeopleModel) -> list[Part]:
    """What is old or due, and the buttons for it. Nobody who prefers not to say is asked again."""
    person, today = found.person, model.today()
    if not may_be_asked_again(person):
        return []
    due = [one for one in found.requirements if one.review_on is not None and one.review_on <= today]
    parts: list[Part] = []
    if is_long_ago(found.last_asked_on, today):
        parts.append(State(PillCell(_("Asked over a year ago"), Tone.WARN, "history"), _("What people need changes.")))
    if due:
        what = ", ".join(need_written(one.need) for one in due)
        parts.append(State(PillCell(_("Look at again"), Tone.WARN, "calendar-clock"), what))
    acts = []
    if person.was_ever_asked:
        acts.append(Act("ask_again", _("Ask again…"), model.ask_again, "message-circle"))
    if due:
        acts.append(Act("still_holds", _("It still holds"), model.needs_still_hold, "check"))
    return [*parts, Acts(tuple(acts))] if acts else parts


def _requirement_words(one: Requirement) -> str:
    seen = label(one.seen_by).lower() if one.seen_by else _("only the organisers")
    keep = {YesNo.YES: _("Keep it for next time"), YesNo.NO: _("Not to be kept"), None: _("Keeping it: not recorded")}[one.keep]
    again = _("Ask again on {day}").format(day=day_words(one.review_on)) if one.review_on else ""
    return " · ".join(part for part in (_("Seen by: {who}").format(who=seen), keep, again) if part)


def _requirement_acts(one: Requirement, model: PeopleModel) -> Acts:
    return Acts(
        (
            Act("requirement_edit", _("Edit need"), doing(model.edit_requirement, one.id), "pencil"),
            Act("requirement_delete", _("Delete need"), doing(model.delete_requirement, one.id), "trash-2"),
        )
    )


def _arranged_words(found: PersonDetail) -> str:
    """What they asked for at workshops and is not on their own list, in their own words, the latest of each."""
    latest: dict[str, Arrangement] = {}
    for need, _title in found.arrangements:
        if not any(same_need(need.need, known.need) for known in found.requirements):
            latest.setdefault(need.need, need)
    written = [(need_written(need.need), need.words) for need in latest.values()]
    return "; ".join(f"{need} ({words})" if words else need for need, words in written)


def _about(found: PersonDetail, currency: str) -> list[Part]:
    person = found.person
    known = [
        Fact("wallet", _("OWED"), found.row.owed.words(currency) if found.row.owed else _("Nothing")),
        Fact("phone", _("REACH THEM BY"), person.contact_route or ""),
        Fact("mail", _("FORMAT THEY LIKE"), person.reply_format or ""),
        Fact("user", _("CAN TURN TO"), person.named_contact or ""),
        Fact("heart", _("WELCOMED IN"), _welcome_words(found)),
    ]
    if person.under_18 is YesNo.YES:
        known.append(Fact("shield", _("UNDER 18"), _young_words(person)))
    return [Heading(_("About them")), *(fact for fact in known if fact.words)]


def _young_words(person: Person) -> str:
    guardian, own = person.guardian_consent_on, person.assent_on
    words = [
        _("Parent or guardian agreed: {day}").format(day=day_words(guardian) if guardian else _("not recorded")),
        _("They said yes themselves: {day}").format(day=day_words(own) if own else _("not recorded")),
    ]
    return "\n".join(words)


def _kept(person: Person, model: PeopleModel) -> list[Part]:
    """What they agreed to, how long the record is kept, its number, and what they may ask of us."""
    parts: list[Part] = [Heading(_("Their record")), Fact("shield-check", _("AGREED TO"), _agreed_words(person))]
    if person.retain_until:
        parts.append(Fact("calendar-clock", _("KEEP IT UNTIL"), day_words(person.retain_until)))
    if person.equality_stopped_on is not None:
        parts.append(Fact("users", _("ABOUT EQUALITY"), _("Not asked since {day}").format(day=day_words(person.equality_stopped_on))))
    rights = Acts(
        (
            Act("record", _("Show all we hold"), model.show_record_of, "scroll-text"),
            _putting_right(model),
            _using(person, model),
            _equality(person, model),
            Act("erase", _("Erase…"), model.erase, "eye-off"),
        )
    )
    held = held_parts(model, person.id) if model.opened == OPEN else []
    return [*parts, reference_part(person.id), rights, *held]


def _putting_right(model: PeopleModel) -> Act:
    if model.opened == OPEN:
        return Act("held", _("Hide what we hold"), model.show_held, "x")
    return Act("held", _("Put something right"), model.show_held, "pencil")


def _using(person: Person, model: PeopleModel) -> Act:
    if person.is_restricted:
        return Act("use_again", _("Use it again"), model.use_again, "check")
    return Act("restrict", _("Keep, but do not use…"), model.restrict, "lock")


def _equality(person: Person, model: PeopleModel) -> Act:
    if person.equality_stopped_on is not None:
        return Act("equality_again", _("May be asked about equality"), model.equality_again, "check")
    return Act("stop_equality", _("Stop keeping equality answers…"), model.stop_equality, "users")


def _agreed_words(person: Person) -> str:
    asked = {
        _("Photographs"): person.photo_consent,
        _("Words printed"): person.quote_consent,
        _("Name beside them"): person.name_consent,
        _("Needs kept for next time"): person.keep_needs_consent,
    }
    lines = [_("{what}: {answer}").format(what=what, answer=label(answer).lower()) for what, answer in asked.items() if answer]
    missing = [what for what, answer in asked.items() if answer is None]
    if missing:
        lines.append(_("Not recorded: {list}").format(list=", ".join(what.lower() for what in missing)))
    if person.consents_asked_on:
        lines.append(_("Asked on {day}").format(day=day_words(person.consents_asked_on)))
    return "\n".join(lines)


def _welcome_words(found: PersonDetail) -> str:
    person = found.person
    if person.inducted_on is None:
        return _("Not recorded")
    confirmed = {YesNo.YES: _("they said it was enough"), YesNo.NO: _("they said it was not enough")}
    said = confirmed[person.induction_confirmed] if person.induction_confirmed else _("they were not asked whether it was enough")
    return f"{day_words(person.inducted_on)}; {said}"


_ATTENDANCE_TONES = {
    AttendanceState.HERE: (Tone.OK, "circle-check"),
    AttendanceState.UNEXPECTED: (Tone.OK, "circle-check"),
    AttendanceState.LEFT_EARLY: (Tone.WARN, "log-out"),
    AttendanceState.APOLOGIES: (Tone.PLAIN, "mail"),
    AttendanceState.ABSENT: (Tone.PLAIN, "circle-x"),
}


def _session(session: Session, shell: Shell) -> Part:
    state = session.attendance.state
    pill = None
    if state is not None:
        tone, icon = _ATTENDANCE_TONES[state]
        pill = PillCell(label(state), tone, icon)
    there = Going(shell, "workshops", session.workshop_id)
    return Item(f"workshop {session.workshop_id}", session.title, day_words(session.date), there, pill)


def _payment(line: PaymentLine, currency: str, shell: Shell) -> Part:
    payment = line.payment
    amounts = (payment.paid, payment.approved, payment.claimed, payment.offered)
    amount = next((amount.words(currency) for amount in amounts if amount is not None), _("No amount yet"))
    tone = {PaymentState.PAID: Tone.OK, PaymentState.DECLINED: Tone.PLAIN, PaymentState.CANCELLED: Tone.PLAIN}.get(line.state, Tone.INFO)
    under = " · ".join(part for part in (label(payment.kind), as_written(payment.category or ""), line.workshop) if part)
    pill = PillCell(label(line.state), tone, "banknote")
    return Item(f"payment {payment.id}", amount, under, Going(shell, "resourcing", payment.id), pill)
