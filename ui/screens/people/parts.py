"""What the pane says about one person."""

from __future__ import annotations

from coproduce.domain.access import Arrangement
from coproduce.domain.codes import AccessAsked, AttendanceState, YesNo
from coproduce.domain.resourcing import PaymentState
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _
from coproduce.storage.queries.people import PaymentLine, PersonDetail, Session
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Fact, Going, Heading, Item, Note, Part, State, Title
from ui.kit.screen import Shell
from ui.kit.written import as_written


def person_parts(found: PersonDetail, currency: str, shell: Shell) -> list[Part]:
    """The pane, top to bottom."""
    person = found.person
    under = " · ".join(part for part in (person.group, label(found.row.capacity) if found.row.capacity else "") if part)
    parts: list[Part] = [Title(person.name, under, is_person=True)]
    if person.left_on:
        parts.append(State(PillCell(_("Left"), Tone.PLAIN, "log-out"), day_words(person.left_on)))
    parts.append(Fact("accessibility", _("ACCESS AND SUPPORT"), _access_words(found)))
    parts.append(Fact("wallet", _("OWED"), found.row.owed.words(currency) if found.row.owed else _("Nothing")))
    if person.reply_format:
        parts.append(Fact("mail", _("LIKES TO HEAR FROM YOU BY"), person.reply_format))
    if person.named_contact:
        parts.append(Fact("user", _("CAN TURN TO"), person.named_contact))
    parts.append(Fact("heart", _("WELCOMED IN"), _welcome_words(found)))
    if person.under_18 is YesNo.YES:
        agreed = day_words(person.guardian_consent_on) if person.guardian_consent_on else _("not recorded")
        parts.append(Fact("shield", _("UNDER 18"), _("Parent or guardian agreed: {day}").format(day=agreed)))
    if person.retain_until:
        parts.append(Fact("calendar-clock", _("KEEP THEIR RECORD UNTIL"), day_words(person.retain_until)))
    parts.append(Heading(_("Workshops")))
    parts += [_session(session, shell) for session in found.sessions] or [Note(_("On the list of no workshop yet."), quiet=True)]
    if found.payments:
        parts.append(Heading(_("Money")))
        parts += [_payment(line, currency, shell) for line in found.payments]
    if found.said:
        parts.append(Heading(_("What they said")))
        for said in found.said:
            answer = label(said.answer) if said.answer else _("No answer yet")
            parts.append(Item(f"said {said.id}", said.words, answer, Going(shell, "decisions", said.id)))
    return parts


def _access_words(found: PersonDetail) -> str:
    """The needs in their own words, the latest of each; else how far asking has got."""
    latest: dict[str, Arrangement] = {}
    for need, _title in found.arrangements:
        latest.setdefault(need.need, need)
    if latest:
        return "; ".join(f"{as_written(need.need)} ({need.words})" if need.words else as_written(need.need) for need in latest.values())
    asked = found.person.access_asked
    return _("Not asked yet") if asked in (None, AccessAsked.NOT_ASKED) else label(asked)


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

