"""A second reading of the definitions: slow, without an index, each sentence of the rules as one line where that can be.

It shares nothing with `coproduce.domain.evidence` but the nouns, so that a slip in one shows against the other.
"""

from __future__ import annotations

from fractions import Fraction
from statistics import mean

from coproduce.domain.codes import fold
from tests.domain.evidence.literal_people import AboutPeople
from tests.domain.evidence.literal_words import ORGANISATION, PARTICIPANT

CHAIRS = ("facilitator", "chair", "co_chair")


class Reading(AboutPeople):
    """T11 to T29 and the level; each question gives (id, "yes" | "no" | "missing" | "not_recorded")."""

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
            tally = [t for t in self.f.turns if t.workshop_id == w.id and not (t.person_id is None and t.runs_it == "yes")]
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
