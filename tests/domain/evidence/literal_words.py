"""The words of the definitions, read literally: the ground under `literal.py`."""

from __future__ import annotations

from datetime import timedelta

PARTICIPANT = ("lived_experience", "community", "carer")
ORGANISATION = ("employed", "representing")
CAME = ("here", "left_early", "unexpected")


class Words:
    """The words of the definitions, of one project on one day; every question walks through all records again."""

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

    def at(self, a):
        return f"{a.workshop_id}/{a.person_id}"
