"""What stands beside the timeline: what the checks found, the part chosen, or who is in which lane. No Qt."""

from __future__ import annotations

from enum import StrEnum
from typing import TYPE_CHECKING

from coproduce.domain.checks import Answered, Spot, ask_all
from coproduce.domain.codes import AtInvitation, YesNo
from coproduce.domain.timetable import clock
from coproduce.domain.wording import day_words, label, list_words
from coproduce.i18n import _, ngettext
from ui.kit.cells import PillCell, Tone
from ui.kit.detail_parts import Act, Acts, Choose, Fact, Heading, Note, Option, Part, State, Title, doing, said_of
from ui.screens.plan.tiles import minutes_words

if TYPE_CHECKING:
    from coproduce.domain.agenda import Block
    from ui.screens.plan.viewmodel import PlanModel


class Side(StrEnum):
    """What can stand beside the timeline."""

    CHECKS = "checks"
    PART = "part"
    METHODS = "methods"


def side_parts(model: PlanModel) -> list[Part]:
    """The pane, top to bottom."""
    if model.detail is None:
        return []
    found = ask_all(model.detail.scene, model.detail.notes)
    open_checks = [answered for answered in found if not answered.is_well and answered.note is None]
    block = model.block
    options = (Option(Side.CHECKS, _("Checks"), len(open_checks)), Option(Side.PART, _("This part")), Option(Side.METHODS, _("Methods")))
    titles = {Side.CHECKS: _("Before people are invited"), Side.METHODS: _("Methods and templates")}
    title = titles.get(model.side) or (block.title if block else _("This part"))
    head: list[Part] = [
        Title(title, icon="list-checks"),
        Choose("side", _("Beside the plan"), options, model.side, model.show_side),
    ]
    if model.side is Side.PART:
        return head + (_part(block, model) if block else [Note(_("Choose a part of the day to see it here."), quiet=True)])
    return head + (model.library.parts() if model.side is Side.METHODS else _checks(found, model))


def side_foot(model: PlanModel) -> list[Act]:
    """The buttons that go with it."""
    block = model.block
    if model.side is Side.PART and block is not None:
        acts = [
            Act("edit", _("Edit"), model.edit, "pencil", is_primary=True),
            Act("earlier", _("Earlier"), doing(model.step, block.id, -1), "arrow-up"),
            Act("later", _("Later"), doing(model.step, block.id, 1), "arrow-down"),
            Act("shorter", _("5 min less"), doing(model.set_length, block.id, max(0, block.minutes - 5)), "minus"),
            Act("longer", _("5 min more"), doing(model.set_length, block.id, block.minutes + 5), "plus"),
        ]
        acts.append(
            Act("unpin", _("Let start follow"), model.unpin, "lock-open")
            if block.pinned_start is not None
            else Act("pin", _("Fix start…"), model.pin, "lock")
        )
        acts.append(
            Act("join", _("Join lanes"), model.join, "arrow-down")
            if block.lane is not None
            else Act("split", _("Split into groups…"), model.split, "users")
        )
        acts.append(Act("keep_method", _("Keep as method"), doing(model.library.keep, block.id), "save"))
        acts.append(Act("day", _("Move to another day…"), model.move_to_day, "calendar-days"))
        acts.append(Act("delete", _("Delete"), doing(model.remove, block.id), "trash-2"))
        return acts
    if model.side is Side.METHODS:
        return [Act("add_method", _("A method of your own…"), model.library.add, "plus")]
    workshop = model.detail.scene.workshop if model.detail else None
    if workshop is not None and workshop.invited_on is None:
        return [Act("invited", _("People were invited today"), model.mark_invited, "mail", is_primary=True)]
    return []


def _checks(found: list[Answered], model: PlanModel) -> list[Part]:
    workshop = model.detail.scene.workshop if model.detail else None
    parts: list[Part] = []
    if workshop is not None and workshop.invited_on is not None:
        parts.append(State(PillCell(_("Invited"), Tone.OK, "mail"), day_words(workshop.invited_on)))
    speaking = [answered for answered in found if not answered.is_well]
    if not speaking and model.blocks:
        parts.append(State(PillCell(_("All well"), Tone.OK, "circle-check"), _("The checks found nothing.")))
    for answered in speaking:
        parts += _check(answered, model)
    well = [answered.check.title() for answered in found if answered.is_well]
    if well and speaking and model.blocks:
        parts += [Heading(_("All well")), Note(list_words(well), quiet=True)]
    return parts


def _check(answered: Answered, model: PlanModel) -> list[Part]:
    check, note = answered.check, answered.note
    if note is not None:
        known = _("We know, because: {words}").format(words=note.because)
        taken = Act(f"ask_again {check.key}", _("Ask again"), doing(model.take_back_note, note.id), "undo-2")
        return [Fact("check", check.title().upper(), known), Acts(said_of(check.title(), (taken,)))]
    first = answered.findings[0]
    words = " ".join(finding.sentence for finding in answered.findings[:4])
    if len(answered.findings) > 4:
        more = len(answered.findings) - 4
        words += " " + ngettext("And {n} more.", "And {n} more.", more).format(n=more)
    go = Act(f"go {check.key}", _go_words(first.spot), doing(model.go_to, first.spot, first.record), "arrow-right")
    know = Act(f"know {check.key}", _("We know, because…"), doing(model.ask_why, check.key), "check")
    return [Fact("triangle-alert", check.title().upper(), words), Acts(said_of(check.title(), (go, know)))]


def _go_words(spot: Spot) -> str:
    words = {
        Spot.PLAN: _("See the plan"),
        Spot.BLOCK: _("See this part"),
        Spot.WORKSHOP: _("Edit the workshop"),
        Spot.PEOPLE: _("See people"),
        Spot.ACCESS: _("See access"),
        Spot.PAPERS: _("See papers"),
        Spot.DECISION: _("See the decision"),
    }
    return words[spot]


def _part(block: Block, model: PlanModel) -> list[Part]:
    """One part of the day in full."""
    timed = model.table.of(block.id)
    start, end = (clock(timed.start), clock(timed.end)) if timed else (None, None)
    when = f"{start:%H:%M}–{end:%H:%M}" if start and end else _("No time yet")
    led = list_words(model.person_name(person) for person in block.led_by)
    parts: list[Part] = [Fact("clock", _("WHEN"), f"{when} · {minutes_words(block.minutes)}")]
    if block.pinned_start is not None:
        parts.append(Fact("lock", _("START FIXED"), f"{block.pinned_start:%H:%M}"))
    parts.append(Fact("user", _("LED BY"), led or _("Nobody yet")))
    for icon, caption, words in (
        ("flag", _("GOAL"), block.goal),
        ("paperclip", _("MATERIALS"), block.materials),
        ("book-open", _("METHOD"), block.method),
        ("message-square", _("FOR PARTICIPANTS"), block.for_participants),
        ("clipboard-list", _("FOR FACILITATORS"), block.for_facilitators),
    ):
        if words:
            parts.append(Fact(icon, caption, words))
    if block.is_sensitive is YesNo.YES:
        parts.append(Fact("heart", _("MAY BE HARD"), _("Say so beforehand, and name somebody to talk to.")))
    parts += _how_open(block, model)
    if block.lane is not None:
        parts += model.lanes.parts()
    return parts + model.run.parts(block)


def _how_open(block: Block, model: PlanModel) -> list[Part]:
    options = tuple(Option(answer, label(answer)) for answer in AtInvitation)
    title = _("When people are invited, is it open?")
    under = ""
    if block.changed_after_on is not None:
        under = _("Changed after the invitation, on {day}").format(day=day_words(block.changed_after_on))
    elif block.locked_on is not None:
        under = _("Fixed on {day}, when people were invited").format(day=day_words(block.locked_on))
    return [Choose("open", title, options, block.at_invitation or "", model.say_how_open, title=title, under=under)]
