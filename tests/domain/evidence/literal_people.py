"""T1 to T10, read literally: who was there, and what they were paid."""

from __future__ import annotations

from statistics import median

from coproduce.domain.codes import fold
from tests.domain.evidence.literal_words import ORGANISATION, PARTICIPANT, Words


class AboutPeople(Words):
    """Questions about people, their pay and whether they were asked about access."""

    # ---- the indicators: each gives (id, "yes" | "no" | "missing" | "not_recorded")

    def note_1(self, ask):
        for w in self.held():
            if not any(a.state for a in self.rows(w)):
                yield w.id, "not_recorded"
                continue
            room = self.room(w)
            blank = [a for a in self.rows(w) if a.state is None and not self.staffed(a)]
            participants = sum(a.capacity in PARTICIPANT for a in room)
            unknown = sum(a.capacity is None for a in room)
            b = sum(a.capacity in PARTICIPANT for a in blank)
            e = sum(a.capacity in ORGANISATION for a in blank)
            u = sum(a.capacity is None for a in blank)
            worst, best = ask(participants, len(room) + e + u), ask(participants + unknown + b + u, len(room) + b + u)
            yield w.id, ("yes" if worst else "no") if worst == best else "not_recorded"

    def T1(self):
        return self.note_1(lambda participants, room: participants >= 2)

    def T2(self):
        return self.note_1(lambda participants, room: 2 * participants >= room and room > 0)

    def T3(self):
        for w, a in self.pay_units():
            if a.state == "unexpected":
                continue
            lines = self.fees(w.id, a.person_id)
            if self.blank_unit(a):
                yield self.at(a), "not_recorded"
            elif any(p.offered and p.offered.pence > 0 and self.d(p.offered_on) and p.offered_on < w.date for p in lines):
                yield self.at(a), "yes"
            else:
                yield self.at(a), "no" if any(p.offered is not None and self.d(p.offered_on) for p in lines) else "missing"

    def judge(self, w, a):
        """As T4 judges their fee lines."""
        lines = self.fees(w.id, a.person_id)
        if any(self.out(p) for p in lines):
            return "yes"
        if lines and all(p.response == "declined" for p in lines):
            if all(p.decline_reason in ("own_choice", "employer_pays") for p in lines):
                return "yes"
            unsaid = any(p.decline_reason in (None, "other", "prefer_not_to_say") for p in lines)
            if unsaid and not any(p.decline_reason == "benefits" for p in lines):
                return "not_recorded"
        return "no"

    def T4(self):
        for w, a in self.pay_units():
            if self.matured(w):
                yield self.at(a), "not_recorded" if self.blank_unit(a) else self.judge(w, a)

    def lines_of_T5(self):
        for p in self.live():
            if not self.is_held(p.workshop_id) or p.response == "declined":
                continue
            w = self.workshop(p.workshop_id)
            if not self.matured(w) or not any(m is not None and m.pence > 0 for m in (p.offered, p.claimed, p.approved, p.paid)):
                continue
            a = self.row(w.id, p.person_id)
            if p.kind == "fee" and not self.out(p) and a is not None and a.state in ("apologies", "absent"):
                continue
            yield w, p

    def T5(self):
        for w, p in self.lines_of_T5():
            yield p.id, ("yes" if p.paid_on <= self.due(w) else "no") if self.out(p) else "missing"

    def T6(self):
        waits = [((p.paid_on if self.out(p) else self.as_of) - w.date).days for w, p in self.lines_of_T5()]
        return (median(waits) if waits else None), len(waits)

    def T7(self):
        for p in self.live():
            w = self.workshop(p.workshop_id)
            by = p.needed_by if p.needed_by is not None else w.date
            if self.d(p.advance_asked_on) and w.state not in ("cancelled", "draft") and by < self.as_of:
                yield p.id, ("yes" if p.paid_on <= by else "no") if self.out(p) else "missing"

    def T7b(self):
        for name in sorted({a.person_id for _w, a in self.pay_units() if not self.blank_unit(a)}):
            person = self.person(name)
            asked = person is not None and self.d(person.upfront_asked_on)
            advance = any(p.person_id == name and self.d(p.advance_asked_on) for p in self.live())
            yield name, "yes" if asked or advance else "missing"

    def T8(self):
        for w, a in self.pay_units():
            if not self.matured(w) or not a.prep_minutes_asked or a.prep_minutes_asked <= 0:
                continue
            if any(p.response == "declined" for p in self.fees(w.id, a.person_id)):
                continue
            paid = self.paid(w.id, a.person_id)
            if self.blank_unit(a) or (paid and all(p.prep_minutes_paid is None for p in paid)):
                yield self.at(a), "not_recorded"
            else:
                yield self.at(a), "yes" if sum(p.prep_minutes_paid or 0 for p in paid) >= a.prep_minutes_asked else "no"

    def floor(self, day):
        rates = [
            r.amount.pence
            for r in self.f.rates
            if r.shape == "per_hour"
            and r.is_floor == "yes"
            and r.valid_from <= day
            and (r.valid_to is None or day <= r.valid_to)
            and (not (r.region or "").strip() or fold(r.region) == fold(self.s.region))
        ]
        return max(rates) if rates else None

    def T9(self):
        for w, a in self.pay_units():
            paid = self.paid(w.id, a.person_id)
            floor = self.floor(w.date)
            if not paid or floor is None:
                continue
            nothing_known = a.minutes_present is None and all(p.session_minutes_paid is None for p in paid)
            if self.blank_unit(a) or nothing_known:
                yield self.at(a), "not_recorded"
                continue
            session = a.minutes_present if a.minutes_present is not None else sum(p.session_minutes_paid or 0 for p in paid)
            minutes = session + (a.prep_minutes_asked or 0)
            yield self.at(a), "yes" if sum(p.paid.pence for p in paid) * 60 >= floor * minutes else "no"

    def T10(self):
        for w in self.held():
            for a in self.rows(w):
                if self.staffed(a) or a.capacity in ORGANISATION or a.state == "unexpected":
                    continue
                latest, earliest = self.days(w.date, -self.s.ask_access_days), self.days(w.date, -365)
                person = self.person(a.person_id)
                first = self.d(person.access_first_asked_on) if person else None
                asked = self.d(a.access_asked_on)
                if a.capacity is None:
                    yield self.at(a), "not_recorded"
                elif (asked and asked <= latest) or (first and earliest <= first <= latest):
                    yield self.at(a), "yes"
                else:
                    yield self.at(a), "no" if asked or first else "missing"
