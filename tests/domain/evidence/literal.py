"""A second reading of the definitions: slow, without an index, each sentence of the rules as one line where that can be.

It shares nothing with `coproduce.domain.evidence` but the nouns, so that a slip in one shows against the other.
"""

from __future__ import annotations

from datetime import timedelta
from fractions import Fraction
from statistics import mean, median

from coproduce.domain.codes import fold

PARTICIPANT = ("lived_experience", "community", "carer")
ORGANISATION = ("employed", "representing")
CAME = ("here", "left_early", "unexpected")
CHAIRS = ("facilitator", "chair", "co_chair")


class Reading:
    """One project on one day; every question walks through all records again."""

    def __init__(self, facts, as_of):
        self.f = facts
        self.as_of = as_of
        self.s = facts.settings

    # ---- words used below

    def d(self, day):
        """Every date after the day is blank."""
        return day if day is not None and day <= self.as_of else None

    def days(self, day, count):
        return day + timedelta(days=count)

    def workshop(self, name):
        return next((w for w in self.f.workshops if w.id == name and w.project_id == self.f.project.id), None)

    def held(self):
        return [w for w in self.f.workshops if w.project_id == self.f.project.id and w.state in ("held", "closed") and w.date <= self.as_of]

    def is_held(self, name):
        return any(w.id == name for w in self.held())

    def rows(self, w):
        return [a for a in self.f.attendances if a.workshop_id == w.id]

    def row(self, workshop, person):
        return next((a for a in self.f.attendances if (a.workshop_id, a.person_id) == (workshop, person)), None)

    def taken(self):
        return sorted((w for w in self.held() if any(a.state for a in self.rows(w))), key=lambda w: (w.date, w.id))

    def came(self, a):
        return a.state in CAME

    def staffed(self, a):
        return a.role in ("interpreter", "supporter")

    def in_room(self, a):
        return self.came(a) and not self.staffed(a)

    def participant(self, a):
        return a.capacity in PARTICIPANT and not self.staffed(a)

    def room(self, w):
        return [a for a in self.rows(w) if self.in_room(a)]

    def live(self):
        return [p for p in self.f.payments if self.workshop(p.workshop_id) and not (p.cancelled_reason or "").strip()]

    def out(self, p):
        """Money out by the day."""
        return p.paid is not None and p.paid.pence > 0 and self.d(p.paid_on) is not None

    def fees(self, workshop, person):
        return [p for p in self.live() if p.kind == "fee" and (p.workshop_id, p.person_id) == (workshop, person)]

    def paid(self, workshop, person):
        return [p for p in self.fees(workshop, person) if self.out(p)]

    def due(self, w):
        return self.days(w.date, self.s.payment_promise_days)

    def matured(self, w):
        return self.due(w) < self.as_of

    def promise(self, w):
        return w.feedback_promised_by or self.days(w.date, self.s.feedback_promise_days)

    def pay_units(self):
        return [
            (w, a)
            for w in self.held()
            for a in self.rows(w)
            if not self.staffed(a) and a.capacity not in ORGANISATION and (self.came(a) or a.state is None)
        ]

    def blank_unit(self, a):
        return a.capacity is None or a.state is None

    def decisions(self):
        return [c for c in self.f.decisions if c.project_id == self.f.project.id]

    def decided(self):
        return [c for c in self.decisions() if self.d(c.decided_on) and (c.workshop_id is None or self.is_held(c.workshop_id))]

    def said(self):
        return [(self.workshop(c.workshop_id), c) for c in self.f.contributions if self.is_held(c.workshop_id)]

    def answered(self, c):
        return c.answer is not None and self.d(c.answered_on) is not None

    def person(self, name):
        return self.f.people.get(name)

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

    def needs(self):
        return [(self.workshop(x.workshop_id), x) for x in self.f.arrangements if self.is_held(x.workshop_id)]

    def T11(self):
        for _w, x in self.needs():
            yield x.id, "not_recorded" if x.person_says is None else "yes" if x.person_says == "worked" else "no"

    def T11o(self):
        for _w, x in self.needs():
            yield x.id, "not_recorded" if x.organiser_says is None else "yes" if x.organiser_says == "worked" else "no"

    def T12(self):
        for w, x in self.needs():
            if self.d(x.asked_on) is None or x.asked_on < w.date:
                confirmed = self.d(x.confirmed_on)
                yield x.id, "missing" if confirmed is None else "yes" if confirmed < w.date else "no"

    def T13(self):
        for p in self.f.papers:
            if not self.is_held(p.workshop_id):
                continue
            in_time = self.d(p.sent_on) and p.sent_on <= self.days(self.workshop(p.workshop_id).date, -self.s.papers_promise_days)
            name = f"{p.workshop_id}/{p.person_id}/{p.paper}"
            if in_time and not (p.format_needed or "").strip():
                yield name, "not_recorded"
            elif in_time and (fold(p.format_needed) == "none" or fold(p.format_needed) == fold(p.format_sent)):
                yield name, "yes"
            else:
                yield name, "no"

    def T14(self):
        for c in self.decisions():
            if c.workshop_id is None or self.is_held(c.workshop_id):
                yield c.id, "not_recorded" if c.at_invitation is None else "yes" if c.at_invitation == "open" else "no"

    def T15(self):
        for b in self.f.blocks:
            if not self.is_held(b.workshop_id) or b.category in ("break", "welcome", "reflection"):
                continue
            name = f"{b.workshop_id}/{b.order}" + (f"/{b.lane}" if b.lane else "")
            a = self.row(b.workshop_id, b.proposed_by)
            if not b.proposed_by:
                yield name, "not_recorded"
            elif a is not None and self.participant(a):
                yield name, "yes"
            else:
                yield name, "not_recorded" if a is not None and a.capacity is None else "no"

    def T16(self):
        for w in self.taken():
            led = [name for b in self.f.blocks if b.workshop_id == w.id for name in b.led_by]
            chairs = [a for a in self.room(w) if a.role in CHAIRS]
            ours = [a for a in chairs if self.participant(a)]
            if any((a.minutes_chaired or 0) > 0 or a.person_id in led for a in ours):
                yield w.id, "yes"
            elif any(a.capacity is None for a in chairs) or any(a.minutes_chaired is None for a in ours):
                yield w.id, "not_recorded"
            else:
                yield w.id, "no"

    def T17(self):
        for c in self.decided():
            rows = [r for r in self.f.deciders if r.decision_id == c.id]
            ours = [r for r in rows if r.capacity in PARTICIPANT]
            if any((r.took_part or 0) > 0 for r in ours):
                yield c.id, "yes"
            elif not rows or (ours and all(r.took_part is None for r in ours)):
                yield c.id, "not_recorded"
            else:
                yield c.id, "no"

    def capacity_of_words(self, said):
        if said.capacity is not None:
            return said.capacity
        rows = [*self.f.attendances, *self.f.linked_attendances]
        return next((a.capacity for a in rows if (a.workshop_id, a.person_id) == (said.workshop_id, said.person_id)), None)

    def T18(self):
        every = [*self.f.contributions, *self.f.linked_contributions]
        for c in self.decided():
            if c.workshop_id is None or not any(x.workshop_id == c.workshop_id for x in self.f.contributions):
                continue
            rows = [x for x in self.f.changes if x.decision_id == c.id]
            real = [x for x in rows if x.before.strip() != x.after.strip()]
            causes = [y for x in real for y in every if y.id == x.contribution_id]
            if any(self.capacity_of_words(y) not in ORGANISATION for y in causes):
                yield c.id, "yes"
            else:
                yield c.id, "no" if rows else "missing"

    def T19(self):
        for w, c in self.said():
            if self.answered(c) or self.promise(w) < self.as_of:
                yield c.id, "yes" if self.answered(c) else "missing"

    def T20(self):
        for _w, c in self.said():
            if self.answered(c) and c.answer in ("not_adopted", "part"):
                yield c.id, "yes" if (c.reason or "").strip() else "missing"

    def T21(self):
        for w, c in self.said():
            told = self.d(c.told_on)
            if told or self.promise(w) < self.as_of:
                if told and told > self.promise(w):
                    yield c.id, "no"
                else:
                    yield c.id, "yes" if told and self.answered(c) else "missing"

    def T22(self):
        for c in self.decided():
            yield c.id, "not_recorded" if c.dissent_asked is None else "yes" if c.dissent_asked == "yes" else "no"

    def person_sessions(self):
        return [a for w in self.held() for a in self.rows(w) if self.participant(a) and self.came(a)]

    def T23(self):
        sessions = [a.person_id for a in self.person_sessions()]
        most = sorted((sessions.count(name) for name in set(sessions)), reverse=True)[:3]
        return (sum(most) / len(sessions) if len(sessions) >= 10 else None), len(sessions)

    def T23b(self):
        taken = self.taken()
        for number in range(1, len(taken)):
            before = {a.person_id for w in taken[:number] for a in self.rows(w) if self.came(a)}
            ours = {a.person_id for a in self.rows(taken[number]) if self.participant(a) and self.came(a)}
            yield taken[number].id, "yes" if ours - before else "no"

    def T24(self):
        for name in {a.person_id for a in self.f.attendances}:
            first = next(
                (
                    (w, a)
                    for w in self.taken()
                    for a in self.rows(w)
                    if a.person_id == name and self.participant(a) and a.state in ("here", "left_early")
                ),
                None,
            )
            if first is None:
                continue
            w, a = first
            person = self.person(name)
            inducted = person is not None and self.d(person.inducted_on) and person.inducted_on <= w.date
            if not inducted or not (person.named_contact or "").strip():
                yield self.at(a), "no"
            elif person.induction_confirmed is None:
                yield self.at(a), "not_recorded"
            else:
                yield self.at(a), "yes" if person.induction_confirmed == "yes" else "no"

    def could_speak(self):
        """Note 2: the held workshops with a tally, and at least four people in the room who are not running it."""
        for w in self.held():
            tally = [t for t in self.f.turns if t.workshop_id == w.id]
            people = [a for a in self.room(w) if a.role not in ("facilitator", "chair", "co_chair", "note_taker")]
            if tally and len(people) >= 4:
                yield tally, people

    def T25(self):
        ours = all_turns = participants = counted = n = 0
        for tally, people in self.could_speak():
            n += 1
            capacities = {a.person_id: a.capacity for a in people}
            for t in tally:
                capacity = capacities.get(t.person_id) if t.person_id is not None else t.capacity
                if capacity is not None:
                    all_turns += t.turns
                    ours += t.turns if capacity in PARTICIPANT else 0
            participants += sum(a.capacity in PARTICIPANT for a in people)
            counted += sum(a.capacity is not None for a in people)
        if 0 in (all_turns, participants, counted):
            return None, n
        return float(Fraction(ours, all_turns) / Fraction(participants, counted)), n

    def T25g(self):
        found = []
        for tally, people in self.could_speak():
            x = sorted(sum(t.turns for t in tally if t.person_id == a.person_id) for a in people)
            n, total = len(x), sum(x)
            if all(t.person_id is not None for t in tally) and total > 0:
                by_place = sum(i * x[i - 1] for i in range(1, n + 1))
                found.append(((Fraction(2 * by_place, n * total) - Fraction(n + 1, n)) * Fraction(n, n - 1), n))
        return (float(sum(g * n for g, n in found) / sum(n for _g, n in found)) if found else None), len(found)

    def T26(self):
        for stage in set(self.f.project.stages_run):
            met = any(stage in w.stages and any(self.participant(a) and self.came(a) for a in self.rows(w)) for w in self.taken())
            yield str(stage), "yes" if met else "no"

    def T27(self):
        at_held = [v for v in self.f.verdicts if self.is_held(v.workshop_id)]
        sheets = {who: [v for v in at_held if v.given_by == who] for who in ("participant", "organiser")}

        def four(marks):
            means = {}
            for name in ("voice", "ways", "agenda", "change"):
                given = [getattr(v, name) for v in marks if getattr(v, name) is not None]
                means[name] = float(mean(map(Fraction, given))) if given else None
            return means

        n = len(sheets["participant"])
        response = f"{n}/{len(self.person_sessions())}"
        return ({**four(sheets["participant"]), "response": response, "organisers": four(sheets["organiser"])} if n else None), n

    def T28(self):
        ours = {a.person_id for a in self.f.attendances if self.participant(a) and self.workshop(a.workshop_id)}
        for person in self.f.people.values():
            if self.d(person.left_on) and person.id in ours:
                yield person.id, "missing" if person.left_reason_asked is None else "yes" if person.left_reason_asked == "yes" else "no"

    def T29(self):
        for w in self.held():
            for a in self.room(w) if self.matured(w) else ():
                if a.capacity is None:
                    yield self.at(a), "not_recorded"
                else:
                    yield self.at(a), "yes" if a.capacity == "employed" else self.judge(w, a)

    # ---- the level

    def level(self, shares):
        yes = {name: share["yes"] for name, share in shares.items()}
        state = {name: share["state"] for name, share in shares.items()}
        sent = any(self.d(p.sent_on) for p in self.f.papers) or any(self.d(c.told_on) for c in self.f.contributions)
        was_open = any(c.at_invitation == "open" for c in self.decisions())
        ours = {a.person_id for a in self.f.attendances if self.participant(a) and self.workshop(a.workshop_id)}
        option = any(o.proposed_by in ours and any(c.id == o.decision_id for c in self.decisions()) for o in self.f.options)
        rungs = {
            "informing": sent,
            "consultation": len(self.f.contributions) > 0 and was_open,
            "engagement": state["T19"] == "met" and state["T20"] in ("met", "nothing_to_measure"),
            "co_design": (yes["T15"] > 0 or option) and yes["T18"] > 0,
            "co_production": yes["T16"] > 0 and yes["T17"] > 0 and state["T3"] == "met",
        }
        reached = "none"
        for rung, is_met in rungs.items():
            if not is_met:
                break
            reached = rung
        return reached

    def at(self, a):
        return f"{a.workshop_id}/{a.person_id}"


SHARES = (
    *("T1", "T2", "T3", "T4", "T5", "T7", "T7b", "T8", "T9", "T10", "T11", "T11o", "T12", "T13", "T14", "T15", "T16", "T17", "T18"),
    *("T19", "T20", "T21", "T22", "T23b", "T24", "T26", "T28", "T29"),
)
MEASURES = ("T6", "T23", "T25", "T25g", "T27")


def share(units):
    """Counting, as "Answering a question" says."""
    units = list(units)
    ids = {answer: sorted(name for name, given in units if given == answer) for answer in ("yes", "no", "missing", "not_recorded")}
    yes, not_recorded, eligible = len(ids["yes"]), len(ids["not_recorded"]), len(units)
    if eligible == 0:
        state = "nothing_to_measure"
    elif not_recorded / eligible > 0.2:
        state = "cannot_be_shown"
    else:
        state = "met" if yes == eligible else "not_met" if yes == 0 else "partly"

    def words(part):
        return f"{Fraction(part, eligible).numerator}/{Fraction(part, eligible).denominator}" if eligible else None

    return {
        "yes": yes,
        "no": len(ids["no"]) + len(ids["missing"]),
        "not_recorded": not_recorded,
        "eligible": eligible,
        "low": words(yes),
        "high": words(yes + not_recorded),
        "state": state,
        "records": {"yes": ids["yes"], "no": sorted(ids["no"] + ids["missing"]), "not_recorded": ids["not_recorded"]},
        "missing": ids["missing"],
    }


def read_all(facts, as_of):
    """Every figure by id, as it stands in the JSON (without questions, units and what the level says comes next)."""
    reading = Reading(facts, as_of)
    found = {name: share(getattr(reading, name)()) for name in SHARES}
    level = reading.level(found)
    for name in MEASURES:
        value, n = getattr(reading, name)()
        found[name] = {"value": value, "n": n, "state": "not_measured" if value is None else "measured"}
    found["level"] = {"value": level, "intended": facts.project.intended_level}
    return found
