"""What the pane says about one workshop, section by section."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Paper
from coproduce.domain.codes import Answer, AttendanceState, OrganiserSays, PersonSays, Role, WorkshopState
from coproduce.domain.room import Attendance, Contribution
from coproduce.domain.wording import day_words, label, list_words
from coproduce.i18n import _, ngettext
from coproduce.storage.queries.workshops import WorkshopDetail, WorkshopRow
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Act, Acts, Choose, Fact, Going, Item, Note, Option, Part, State, Title, doing
from ui.kit.written import as_written
from ui.screens.workshops.plan import starts, total_minutes

if TYPE_CHECKING:
    from ui.screens.workshops.viewmodel import WorkshopsModel


MANY_PEOPLE = 100
"""So many are listed at once, so that a large meeting opens as quickly as a small one."""

SHOW_ALL = "all people"


class Section(StrEnum):
    """The parts of the pane."""

    PEOPLE = "people"
    PLAN = "plan"
    ACCESS = "access"
    PAPERS = "papers"
    MONEY = "money"
    SAID = "said"


_STATE_PILLS = {
    None: (Tone.PLAIN, "circle-help"),
    WorkshopState.DRAFT: (Tone.PLAIN, "pencil"),
    WorkshopState.PLANNED: (Tone.INFO, "calendar-clock"),
    WorkshopState.HELD: (Tone.WARN, "list-checks"),
    WorkshopState.CLOSED: (Tone.OK, "circle-check"),
    WorkshopState.CANCELLED: (Tone.PLAIN, "ban"),
}


def state_pill(row: WorkshopRow) -> PillCell:
    """Where the workshop has got to."""
    tone, icon = _STATE_PILLS[row.state]
    words = {WorkshopState.HELD: _("To close"), WorkshopState.CLOSED: _("Closed")}
    return PillCell(words[row.state] if row.state in words else label(row.state), tone, icon)


def workshop_parts(found: WorkshopDetail, model: WorkshopsModel) -> list[Part]:
    """The pane: its head, the choice of section and that section."""
    workshop = found.workshop
    when = " ".join(part for part in (day_words(workshop.date), f"{workshop.starts_at:%H:%M}" if workshop.starts_at else "") if part)
    under = " · ".join(part for part in (when, workshop.venue or "", label(workshop.format) if workshop.format else "") if part)
    reason = _("Cancelled: {reason}").format(reason=workshop.cancelled_reason) if workshop.cancelled_reason else room_words(found.row)
    options = (
        Option(Section.PEOPLE, _("People"), len(found.people)),
        Option(Section.PLAN, _("Plan"), len(found.blocks)),
        Option(Section.ACCESS, _("Access"), len(found.arrangements)),
        Option(Section.PAPERS, _("Papers"), len(found.papers)),
        Option(Section.MONEY, _("Money"), len(found.payments)),
        Option(Section.SAID, _("Outcomes"), len(found.said) + len(found.decisions)),
    )
    head: list[Part] = [
        Title(workshop.title, under, icon="calendar-days"),
        State(state_pill(found.row), reason),
        Choose("section", _("Section"), options, model.section, model.show_section),
    ]
    return head + _SECTIONS[model.section](found, model)


def room_words(row: WorkshopRow) -> str:
    """`9 came, 6 of them participants`, or how many are on the list."""
    if row.came:
        came = ngettext("{n} person came", "{n} people came", row.came).format(n=row.came)
        return came + ", " + _("{n} of them participants").format(n=row.participants)
    return ngettext("{n} person on the list", "{n} people on the list", row.listed).format(n=row.listed)


def _people(found: WorkshopDetail, model: WorkshopsModel) -> list[Part]:
    parts: list[Part] = [Acts((Act("add_people", _("Add people"), model.add_people, "user-plus"),))]
    if not found.people:
        parts.append(Note(_("Nobody is on the list yet."), quiet=True))
    shown = found.people if model.opened == SHOW_ALL else found.people[:MANY_PEOPLE]
    parts += [_attendance(seat, name, model) for seat, name in shown]
    if len(shown) < len(found.people):
        all_words = _("Show all {n} people").format(n=len(found.people))
        parts.append(Acts((Act("show_all", all_words, doing(model.toggle, SHOW_ALL), "users"),)))
    return parts


_STATES = (AttendanceState.HERE, AttendanceState.LEFT_EARLY, AttendanceState.APOLOGIES, AttendanceState.ABSENT)


def _attendance(seat: Attendance, name: str, model: WorkshopsModel) -> Part:
    words = {
        AttendanceState.HERE: _("Here"),
        AttendanceState.LEFT_EARLY: _("Left early"),
        AttendanceState.APOLOGIES: _("Apologies"),
        AttendanceState.ABSENT: _("Not here"),
    }
    options = [Option(state, words[state]) for state in _STATES]
    if seat.state is AttendanceState.UNEXPECTED:
        options[0] = Option(AttendanceState.UNEXPECTED, _("Here, unexpected"))
    known = [label(code) for code in (seat.capacity, seat.role) if code not in (None, Role.PARTICIPANT)]
    return Choose(
        f"at {seat.id}",
        _("{name} on the day").format(name=name),
        tuple(options),
        seat.state or "",
        doing(model.set_attendance, seat.person_id),
        title=name,
        under=" · ".join(known) or _("Takes part as: not recorded"),
        more=Act(
            f"more {seat.id}",
            _("More about {name} at this workshop").format(name=name),
            doing(model.edit_part, "attendance", seat.id),
            "ellipsis",
        ),
    )


def _plan(found: WorkshopDetail, model: WorkshopsModel) -> list[Part]:
    workshop = found.workshop
    minutes = total_minutes(found.blocks)
    length = _("{h} h {m} min in all").format(h=minutes // 60, m=minutes % 60) if minutes else _("Nothing is planned yet.")
    parts: list[Part] = [Acts((Act("add_block", _("Add a part"), model.add_block, "plus"),)), Note(length, quiet=True)]
    begins = starts(found.blocks, workshop.starts_at)
    for block in found.blocks:
        start = begins[block.id]
        title = f"{start:%H:%M}  {block.title}" if start else block.title
        led = list_words(found.names.get(person, person) for person in block.led_by)
        under = [
            _("{n} min").format(n=block.minutes),
            label(block.category) if block.category else "",
            _("led by {names}").format(names=led) if led else "",
            block.lane or "",
        ]
        words = " · ".join(part for part in under if part)
        parts.append(Item(f"block {block.id}", title, words, doing(model.toggle, f"block {block.id}"), icon="clock"))
        if model.opened == f"block {block.id}":
            parts.append(
                Acts(
                    (
                        Act("block_edit", _("Edit"), doing(model.edit_part, "block", block.id), "pencil"),
                        Act("block_up", _("Earlier"), doing(model.move_block, block.id, -1), "arrow-up"),
                        Act("block_down", _("Later"), doing(model.move_block, block.id, 1), "arrow-down"),
                        Act("block_delete", _("Delete"), doing(model.delete_part, "block", block.id), "trash-2"),
                    )
                )
            )
    promises = [
        ("mail", _("INVITED ON"), workshop.invited_on),
        ("accessibility", _("TELL US WHAT YOU NEED BY"), workshop.adjustments_by),
        ("message-circle", _("ANSWER PROMISED BY"), workshop.feedback_promised_by),
    ]
    return parts + [Fact(icon, caption, day_words(day)) for icon, caption, day in promises if day]


def _access(found: WorkshopDetail, model: WorkshopsModel) -> list[Part]:
    parts: list[Part] = [Acts((Act("add_need", _("Add a need"), model.add_need, "plus"),))]
    if not found.arrangements:
        parts.append(Note(_("Nobody has told us of a need for this workshop."), quiet=True))
    for need, name in found.arrangements:
        key = f"need {need.id}"
        parts.append(Item(key, as_written(need.need), name, doing(model.toggle, key), need_pill(need), "accessibility"))
        if model.opened == key:
            if need.words:
                parts.append(Note(need.words, quoted=True))
            parts += [
                Choose(
                    "works",
                    _("Did it work? Their answer"),
                    _says(),
                    need.person_says or "",
                    doing(model.say_it_worked, need.id),
                    title=_("Did it work for {name}?").format(name=name),
                ),
                Acts(
                    (
                        Act("need_confirm", _("Confirmed today"), doing(model.confirm_need, need.id), "check"),
                        Act("need_edit", _("Edit"), doing(model.edit_part, "need", need.id), "pencil"),
                        Act("need_delete", _("Delete"), doing(model.delete_part, "need", need.id), "trash-2"),
                    )
                ),
            ]
    return parts


def _says() -> tuple[Option, ...]:
    words = {PersonSays.WORKED: _("Yes"), PersonSays.PARTLY: _("Partly"), PersonSays.DID_NOT: _("No")}
    return tuple(Option(said, words[said]) for said in PersonSays)


def need_pill(need: Arrangement) -> PillCell:
    """Whether it worked, in the person's words first; else how far arranging has got."""
    if need.person_says is not None:
        tone = {PersonSays.WORKED: Tone.OK, PersonSays.PARTLY: Tone.WARN, PersonSays.DID_NOT: Tone.BAD}[need.person_says]
        return PillCell(label(need.person_says), tone, "ear")
    if need.organiser_says is OrganiserSays.NOT_POSSIBLE:
        return PillCell(_("Not possible"), Tone.BAD, "ban")
    if need.confirmed_on:
        return PillCell(_("Confirmed"), Tone.OK, "circle-check")
    if need.booked_on:
        return PillCell(_("Booked"), Tone.INFO, "calendar-check")
    return PillCell(_("To arrange"), Tone.WARN, "clock")


def _papers(found: WorkshopDetail, model: WorkshopsModel) -> list[Part]:
    parts: list[Part] = [Acts((Act("add_paper", _("Add a paper"), model.add_paper, "plus"),))]
    if not found.papers:
        parts.append(Note(_("No papers are listed for this workshop."), quiet=True))
    for paper, name in found.papers:
        key = f"paper {paper.id}"
        needed = _("needs {format}").format(format=paper.format_needed) if paper.format_needed else _("format needed not recorded")
        parts.append(Item(key, paper.paper, f"{name} · {needed}", doing(model.toggle, key), paper_pill(paper), "file-text"))
        if model.opened == key:
            parts.append(
                Acts(
                    (
                        Act("paper_sent", _("Sent today"), doing(model.send_paper, paper.id), "check"),
                        Act("paper_edit", _("Edit"), doing(model.edit_part, "paper", paper.id), "pencil"),
                        Act("paper_delete", _("Delete"), doing(model.delete_part, "paper", paper.id), "trash-2"),
                    )
                )
            )
    return parts


def paper_pill(paper: Paper) -> PillCell:
    """Whether it went out, and in the right format."""
    if paper.sent_on is None:
        return PillCell(_("Not sent"), Tone.WARN, "clock")
    if paper.right_format is False:
        return PillCell(_("Wrong format"), Tone.BAD, "circle-x")
    return PillCell(_("Sent {day}").format(day=f"{paper.sent_on.day}/{paper.sent_on.month}"), Tone.OK, "circle-check")


def _money(found: WorkshopDetail, model: WorkshopsModel) -> list[Part]:
    if not found.payments:
        return [Note(_("No payments for this workshop yet. Add them on the Resourcing page."), quiet=True)]
    parts: list[Part] = []
    for payment, name in found.payments:
        amounts = (payment.paid, payment.approved, payment.claimed, payment.offered)
        amount = next((amount.words(model.currency) for amount in amounts if amount is not None), _("no amount yet"))
        what = " · ".join(part for part in (label(payment.kind), as_written(payment.category or ""), amount) if part)
        tone = Tone.OK if payment.is_paid else Tone.INFO if payment.is_live and not payment.is_declined else Tone.PLAIN
        pill = PillCell(label(payment.state), tone, "banknote")
        parts.append(Item(f"payment {payment.id}", name, what, Going(model.shell, "resourcing", payment.id), pill))
    return parts


def _tone_of(said: Contribution) -> Tone:
    if not said.is_answered:
        return Tone.WARN
    return {Answer.ADOPTED: Tone.OK, Answer.PART: Tone.INFO}.get(said.answer or Answer.PARKED, Tone.PLAIN)


def _said(found: WorkshopDetail, model: WorkshopsModel) -> list[Part]:
    parts: list[Part] = []
    for decision in found.decisions:
        pill = PillCell(label(decision.state), Tone.INFO if decision.decided_on else Tone.PLAIN, "vote")
        parts.append(
            Item(f"decision {decision.id}", decision.question, decision.outcome or "", Going(model.shell, "decisions", decision.id), pill)
        )
    for said in found.said:
        tone = _tone_of(said)
        pill = PillCell(label(said.answer) if said.answer else _("No answer yet"), tone, "message-circle")
        parts.append(Item(f"said {said.id}", said.words, said.theme or "", Going(model.shell, "decisions", said.id), pill))
    return parts or [Note(_("Nothing was written down here yet. Add it on the Decisions page."), quiet=True)]


_SECTIONS = {
    Section.PEOPLE: _people,
    Section.PLAN: _plan,
    Section.ACCESS: _access,
    Section.PAPERS: _papers,
    Section.MONEY: _money,
    Section.SAID: _said,
}
