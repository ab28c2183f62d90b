"""What the plan page shows and does: the day of one workshop, the part chosen, its lanes and its checks. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date
from typing import TYPE_CHECKING, Any

from coproduce.domain.agenda import BEFORE_THE_DAY, Block
from coproduce.domain.checks import Spot
from coproduce.domain.codes import AtInvitation
from coproduce.domain.ids import PersonId, RowId, WorkshopId
from coproduce.domain.plan import LANE_LETTERS, days_of
from coproduce.domain.timetable import Timetable, clock, minutes_by_category, participants_lead, timetable
from coproduce.domain.wording import day_words, label
from coproduce.i18n import _
from coproduce.operations import agenda, plan
from coproduce.storage.queries import plans, workshops
from coproduce.storage.queries.plans import PlanDetail
from ui.forms.choosing import people_of
from ui.forms.part_of_day import part_changes, part_fields, part_values
from ui.kit.detail_parts import Act, Part
from ui.kit.fields import Choice, CountField, TextField, TimeField
from ui.kit.record_list import local_today
from ui.kit.timeline_layout import Tile
from ui.screens.plan.lane_acts import LaneActs
from ui.screens.plan.library import Library
from ui.screens.plan.run_acts import RunActs
from ui.screens.plan.run_day import RunDay
from ui.screens.plan.side import Side, side_foot, side_parts
from ui.screens.plan.tiles import LOOKS, Shown, gap_words, minutes_words, tiles_of

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell, Touched


class PlanModel:
    """The plan of one workshop of the project."""

    kinds = frozenset(
        {"Workshop", "Block", "Attendance", "Person", "Arrangement", "Paper", "Lane", "LaneSeat", "CheckNote", "Decision", "Option"}
        | {"Contribution", "Setting", "Method", "Template", "TemplateBlock", "Supplier", "LeadTime"}
    )

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        self.file, self.shell, self.today = file, shell, today
        self.changed: Callable[[], None] = _nothing
        self.announce: Callable[[str], None] = _silent
        self.workshop_id: str | None = None
        self.choices: Sequence[tuple[str, str, date]] = ()
        self.detail: PlanDetail | None = None
        self.day = 1
        self.chosen: str | None = None
        self.side = Side.CHECKS
        self.shown: set[Shown] = set()
        self.keep_shown: Callable[[set[Shown]], None] = _forgotten
        self.library, self.lanes, self.run, self.day_run = Library(self), LaneActs(self), RunActs(self), RunDay(self)

    # -- what it shows

    def wants(self, touched: Touched) -> bool:
        """Does any of these records show here?"""
        return any(kind in self.kinds for kind, _id in touched)

    def refresh(self) -> None:
        """Ask the queries again. Where no workshop is chosen, the next one ahead is, or the latest."""
        self.choices = workshops.titles(self.file, self.shell.project_id)
        known = [workshop_id for workshop_id, _title, _day in self.choices]
        if self.workshop_id not in known:
            ahead = [found for found in self.choices if found[2] >= self.today()]
            nearest = min(ahead, key=lambda found: found[2]) if ahead else max(self.choices, key=lambda found: found[2], default=None)
            self.workshop_id, self.day, self.chosen = (nearest[0] if nearest else None), 1, None
        self.detail = None if self.workshop_id is None else plans.detail(self.file, self.workshop_id, today=self.today())
        if self.side is Side.METHODS:
            self.library.refresh()
        if self.day not in self.days:
            self.day = self.days[0]
        if self.block is None:
            self.chosen = None
        self.changed()

    @property
    def blocks(self) -> tuple[Block, ...]:
        """Every part of the plan."""
        return self.detail.scene.blocks if self.detail else ()

    @property
    def block(self) -> Block | None:
        """The part chosen."""
        return next((block for block in self.blocks if block.id == self.chosen), None)

    @property
    def days(self) -> list[int]:
        """The days that can be shown: the first at least."""
        return sorted({*days_of(self.blocks), 1})

    @property
    def table(self) -> Timetable:
        """The times of the day in sight."""
        return timetable(self.blocks, self.detail.scene.workshop.starts_at, self.day) if self.detail else Timetable()

    @property
    def is_planned(self) -> bool:
        """The day in sight has a part."""
        return any(block.day_number == self.day for block in self.blocks)

    @property
    def tiles(self) -> list[Tile]:
        """The parts of the day in sight."""
        names = {str(person_id): person.name for person_id, person in self.detail.scene.people.items()} if self.detail else {}
        return tiles_of(self.blocks, self.table, names, self.shown, self.day)

    @property
    def help_line(self) -> str:
        """When the day ends, what is free, and how much of it participants lead."""
        if self.detail is None:
            return _("Plan a workshop first: it has the day and the time this page counts from.")
        table, words = self.table, [day_words(self.detail.scene.workshop.date)]
        if table.end is not None and table.total:
            words.append(_("ends {time}").format(time=f"{clock(table.end):%H:%M}"))
        last = table.timed[-1] if table.timed else None
        if last is not None and not last.block.minutes and last.gap:
            words.append(gap_words(last.gap))
        led, of = participants_lead(self.blocks, self.detail.scene.participants, self.day)
        if of:
            words.append(_("participants lead {led} of {all} min").format(led=led, all=of))
        return " · ".join(words)

    @property
    def balance(self) -> list[tuple[str, int, str, str]]:
        """Minutes of the day for each category: words, minutes, colour and letter; what there is most of first."""
        counted = minutes_by_category(self.blocks, self.day)
        found = sorted(((minutes, category) for category, minutes in counted.items() if minutes), key=lambda each: -each[0])
        return [
            (label(category) if category else _("Not sorted yet"), minutes, LOOKS[category][0], LOOKS[category][2])
            for minutes, category in found
        ]

    @property
    def parts(self) -> list[Part]:
        """The pane beside the timeline."""
        return side_parts(self)

    @property
    def foot(self) -> list[Act]:
        """The buttons at the foot of the pane."""
        return side_foot(self)

    def persons(self, *also: str | None) -> list[Choice]:
        """Who may lead or propose a part: those on the list first."""
        scene = self.detail.scene if self.detail else None
        listed = {str(seat.person_id): scene.name(seat.person_id) for seat in scene.attendances} if scene else {}
        return people_of(self.file, listed, *also)

    # -- what is in sight

    def show_workshop(self, workshop_id: str) -> None:
        """Show the plan of another workshop."""
        self.workshop_id, self.day, self.chosen, self.side = workshop_id, 1, None, Side.CHECKS
        self.refresh()

    def show_day(self, day: int) -> None:
        """Show another day of several."""
        self.day, self.chosen = day, None
        self.changed()

    def show_side(self, side: str) -> None:
        """Show something else beside the timeline."""
        self.side = Side(side)
        if self.side is Side.METHODS:
            self.library.refresh()
        self.changed()

    def toggle_shown(self, what: str) -> None:
        """Show something on every part, or put it away."""
        self.shown ^= {Shown(what)}
        self.keep_shown(self.shown)
        self.changed()

    def choose(self, key: str | None) -> None:
        """Show one part in full beside the timeline."""
        self.chosen, self.side = key, Side.PART if key else Side.CHECKS
        self.changed()

    # -- changing the day

    def step(self, key: str, by: int) -> None:
        """Move a part one step earlier or later."""
        self._do(key, lambda: plan.step_part(self.file, RowId(key), by=by))

    def move(self, key: str, after: str | None, in_lane: bool) -> None:
        """Move a part behind another."""
        self._do(key, lambda: plan.move_part(self.file, RowId(key), after=None if after is None else RowId(after), in_lane=in_lane))

    def set_length(self, key: str, minutes: int) -> None:
        """Make a part longer or shorter."""
        self._do(key, lambda: plan.set_length(self.file, RowId(key), minutes=minutes))

    def remove(self, key: str) -> None:
        """Take a part out of the plan."""
        self.shell.attempt(lambda: agenda.delete_block(self.file, RowId(key)))

    def add(self) -> None:
        """Ask what happens next: after the part chosen, or at the end."""
        fields = part_fields(None, self.persons())
        self.shell.open_form(_("Add a part of the plan"), fields, self._add, ok=_("Add"), again=_("Add and next"))

    def edit(self, key: str | None = None) -> None:
        """Ask what is different about a part."""
        block = next((block for block in self.blocks if block.id == (key or self.chosen)), None)
        if block is not None:
            fields = part_fields(block, self.persons(*block.led_by, block.proposed_by), order=block.order)
            title = _("Edit {title}").format(title=block.title)
            self.shell.open_form(title, fields, lambda values: agenda.edit_block(self.file, block.id, **part_changes(block, values)))

    def pin(self) -> None:
        """Ask when the part chosen has to start; blank lets it follow."""
        block, table = self.block, self.table
        if block is not None:
            timed = table.of(block.id)
            start = block.pinned_start or clock(timed.start if timed else None)
            field = TimeField("at", _("Starts at"), _("Leave it blank to follow the part before."), value=start)
            self.shell.open_form(
                _("Fix the start"), [field], lambda values: plan.pin_start(self.file, block.id, at=values["at"]), ok=_("Fix start")
            )

    def unpin(self) -> None:
        """Let the part chosen follow the part before it."""
        if self.block is not None:
            block_id = self.block.id
            self.shell.attempt(lambda: plan.pin_start(self.file, block_id, at=None))

    def add_finish(self) -> None:
        """Ask by when the day has to end: a fixed point that says what is free or over."""
        end = clock(self.table.end)
        field = TimeField("at", _("Finish by"), _("The plan then says how much time is left."), required=True, value=end)
        self.shell.open_form(_("Finish by"), [field], self._add_finish, ok=_("Set"))

    def split(self) -> None:
        """Ask how many groups a part is split into."""
        block = self.block
        if block is not None:
            fields = [
                CountField("groups", _("How many groups"), _("Each becomes a lane, and begins with this part.")),
                CountField("people", _("Or: how many people in each"), self._people_hint()),
                TextField("names", _("Names of the lanes"), _("With a semicolon between; blank gives Group A, Group B …")),
            ]
            self.shell.open_form(_("Split into groups"), fields, lambda values: self._split(block.id, values), ok=_("Split"))

    def join(self) -> None:
        """Put the lanes beside the part chosen one after another."""
        if self.block is not None:
            block_id = self.block.id
            self.shell.attempt(lambda: plan.join_lanes(self.file, block_id))

    def move_to_day(self) -> None:
        """Ask on which day the part chosen is."""
        block = self.block
        if block is not None:
            field = CountField("day", _("Day"), _("1 for the first day, 2 for the next, 0 for before the day."), value=block.day_number)
            self.shell.open_form(_("Move to another day"), [field], lambda values: self._move_to_day(block, values["day"]), ok=_("Move"))

    def say_how_open(self, answer: str) -> None:
        """Record how open the question of the part chosen is. Pressing the answer that stands takes it back."""
        block = self.block
        if block is not None:
            given = None if block.at_invitation == answer else AtInvitation(answer)
            self.shell.attempt(lambda: plan.say_how_open(self.file, block.id, given, on=self.today()))

    # -- checks

    def go_to(self, spot: Spot, record: str) -> None:
        """Go where something a check found can be put right."""
        workshop_id = self.workshop_id or ""
        if spot is Spot.BLOCK:
            self.choose(record)
        elif spot is Spot.DECISION:
            self.shell.go_to("decisions", record)
        elif spot is not Spot.PLAN:
            section = {Spot.PEOPLE: "people", Spot.ACCESS: "access", Spot.PAPERS: "papers"}.get(spot)
            self.shell.go_to("workshops", workshop_id, only=section)

    def ask_why(self, check_key: str) -> None:
        """Ask why something a check found is all right."""
        hint = _("The reason stays beside the check, for whoever reads the plan.")
        field = TextField("because", _("We know, because"), hint, required=True)
        workshop_id = WorkshopId(self.workshop_id or "")

        def submit(values: dict[str, Any]) -> None:
            plan.note_check(self.file, workshop_id, check_key, because=values["because"], on=self.today())

        self.shell.open_form(_("We know, because…"), [field], submit, ok=_("Keep"))

    def take_back_note(self, note_id: RowId) -> None:
        """Let a check speak again."""
        self.shell.attempt(lambda: plan.delete_check_note(self.file, note_id))

    def mark_invited(self) -> None:
        """Say that people were invited today."""
        if self.workshop_id is not None:
            workshop_id = WorkshopId(self.workshop_id)
            self.shell.attempt(lambda: plan.mark_invited(self.file, workshop_id, on=self.today()))

    # -- answers of forms

    def _do(self, key: str, act: Callable[[], object]) -> None:
        """Change the day, then tell what moved."""
        if self.shell.attempt(act):
            timed = self.table.of(RowId(key))
            if timed is not None:
                start = clock(timed.start)
                words = _("{title} now starts at {time}, {length}") if start else _("{title}, {length}")
                self.announce(
                    words.format(title=timed.block.title, time=f"{start:%H:%M}" if start else "", length=minutes_words(timed.block.minutes))
                )

    def _add(self, values: dict[str, Any]) -> None:
        in_lane = self.block is not None and self.block.lane is not None
        workshop_id, day = WorkshopId(self.workshop_id or ""), None if self.day == 1 else self.day
        self.chosen = plan.add_part(self.file, workshop_id, after=self.place_of_new, in_lane=in_lane, day=day, **part_values(values))
        self.changed()  # the page drew itself before it was known which part is the new one

    @property
    def place_of_new(self) -> RowId | None:
        """The part that a new one goes behind: the one chosen, or the last that is not a fixed point."""
        if self.chosen is not None:
            return RowId(self.chosen)
        timed = [each for each in self.table.timed if each.block.minutes or each.block.pinned_start is None]
        return timed[-1].block.id if timed else None

    def _add_finish(self, values: dict[str, Any]) -> None:
        workshop_id, last = WorkshopId(self.workshop_id or ""), self.table.timed[-1].block.id if self.table.timed else None
        day = None if self.day == 1 else self.day
        plan.add_part(self.file, workshop_id, after=last, title=_("Finish by"), minutes=0, pinned_start=values["at"], day=day)

    def _people_hint(self) -> str:
        count = self.expected
        return _("{n} people are expected.").format(n=count) if count else _("Nobody is on the list yet.")

    @property
    def expected(self) -> int:
        """How many people are looked for: those on the list who do not support somebody, or the number somebody wrote."""
        scene = self.detail.scene if self.detail else None
        return max(len(scene.guests), scene.workshop.expected or 0) if scene else 0

    def _split(self, block_id: RowId, values: dict[str, Any]) -> None:
        names = [name.strip() for name in values["names"].split(";") if name.strip()]
        if not names:
            count = values["groups"] or (-(-self.expected // values["people"]) if values["people"] else 0)
            names = [_("Group {letter}").format(letter=letter) for letter in LANE_LETTERS[: max(0, count)]]
        plan.split_part(self.file, block_id, lanes=names)

    def _move_to_day(self, block: Block, day: int | None) -> None:
        wanted = 1 if day is None else day
        there = [other.id for other in self.blocks if other.day_number == wanted and other.id != block.id]
        plan.move_part(self.file, block.id, after=there[-1] if there else None, day=wanted)

    @property
    def day_words(self) -> list[tuple[str, str]]:
        """The chips of the days: key and words."""
        words = {BEFORE_THE_DAY: _("Before the day")}
        return [(str(day), words.get(day, _("Day {n}").format(n=day))) for day in self.days]

    def person_name(self, person_id: PersonId) -> str:
        """What somebody is called."""
        return self.detail.scene.name(person_id) if self.detail else person_id


def _forgotten(_shown: set[Shown]) -> None:
    """Until the view remembers what is shown."""


def _nothing() -> None:
    """Nobody listens yet."""


def _silent(_words: str) -> None:
    """Nobody hears yet."""
