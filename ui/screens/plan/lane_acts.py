"""What can be done with a lane: who is in it, what it is called, where it meets and what for. No Qt."""

from __future__ import annotations

from itertools import pairwise
from typing import TYPE_CHECKING, Any

from coproduce.domain.agenda import Lane
from coproduce.domain.checks.access import pairs_for_support
from coproduce.domain.codes import Role, YesNo
from coproduce.domain.groups import Groups, Member, make_groups
from coproduce.domain.ids import PersonId, WorkshopId
from coproduce.domain.plan import rows_of
from coproduce.domain.wording import label, list_words
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations import lanes, plan
from ui.kit.cells import Tone
from ui.kit.detail_parts import Act, Acts, Fact, Heading, Note, Part
from ui.kit.fields import Choice, CountField, Field, SeveralField, TextField
from ui.kit.noun_form import Line, differing, fields_for

if TYPE_CHECKING:
    from ui.screens.plan.viewmodel import PlanModel


class LaneActs:
    """For the lane that holds the part chosen."""

    def __init__(self, model: PlanModel) -> None:
        self._model = model

    @property
    def name(self) -> str:
        """The lane of the part chosen."""
        block = self._model.block
        return (block.lane or "") if block else ""

    @property
    def known(self) -> Lane | None:
        """What is written about it."""
        detail = self._model.detail
        return next((lane for lane in detail.lanes if lane.lane == self.name), None) if detail else None

    @property
    def seated(self) -> list[PersonId]:
        """Who is in it."""
        detail = self._model.detail
        return [seat.person_id for seat in detail.scene.seats if seat.lane == self.name] if detail else []

    def parts(self) -> list[Part]:
        """What the pane says about the lane."""
        lane = self.known
        names = list_words(self._model.person_name(person) for person in self.seated)
        parts: list[Part] = [Heading(_("The lane “{name}”").format(name=self.name)), Fact("users", _("WHO"), names or _("Nobody yet"))]
        if lane is not None and lane.place:
            parts.append(Fact("map-pin", _("WHERE"), lane.place))
        if lane is not None and lane.is_caucus is YesNo.YES:
            parts.append(Fact("shield", _("MEETS APART"), lane.purpose or _("What for is not written down.")))
            parts.append(Fact("quote", _("AGREED TO SHARE"), lane.agreed_to_share or _("Nothing yet")))
        parts.append(Note(_("Who is in a lane is in no document."), quiet=True))
        acts = (
            Act("lane_who", _("Who is in it…"), self.choose_people, "users"),
            Act("lane_groups", _("Make mixed groups…"), self.ask_groups, "refresh-cw"),
            Act("lane_describe", _("Describe it…"), self.describe, "pencil"),
            Act("lane_rename", _("Rename…"), self.rename, "type"),
            Act("lane_add", _("Add a lane…"), self.add, "plus"),
        )
        return [*parts, Acts(acts)]

    def choose_people(self) -> None:
        """Ask who is in the lane: of those on the list."""
        model, lane = self._model, self.name
        field = SeveralField("people", _("Who"), choices=self._listed(), value=frozenset(self.seated))
        workshop_id = WorkshopId(model.workshop_id or "")

        def submit(values: dict[str, Any]) -> None:
            lanes.fill_lane(model.file, workshop_id, lane, [PersonId(person) for person in sorted(values["people"])])

        model.shell.open_form(_("Who is in {lane}").format(lane=lane), [field], submit, ok=_("Save"))

    def describe(self) -> None:
        """Ask what the lane is."""
        model, lane = self._model, self.name
        known = self.known or Lane(WorkshopId(model.workshop_id or ""), lane)
        lines = [
            Line("place", _("Where it meets")),
            Line("is_caucus", _("Do people with something in common meet apart here?")),
            Line("purpose", _("What for"), long=True),
            Line("facilitator_id", _("Who facilitates"), _("Not a manager or a colleague of theirs."), choices=self._listed()),
            Line("agreed_to_share", _("What the group agreed to share"), _("Only this leaves the room."), long=True),
        ]

        def submit(values: dict[str, Any]) -> None:
            lanes.describe_lane(model.file, known.workshop_id, lane, **differing(known, values))

        model.shell.open_form(_("Describe {lane}").format(lane=lane), fields_for(Lane, lines, known), submit, ok=_("Save"))

    def rename(self) -> None:
        """Ask for another name."""
        model, lane = self._model, self.name
        workshop_id = WorkshopId(model.workshop_id or "")
        field = TextField("lane", _("Name of the lane"), required=True, value=lane)

        def submit(values: dict[str, Any]) -> None:
            lanes.rename_lane(model.file, workshop_id, lane, to=values["lane"])

        model.shell.open_form(_("Rename the lane"), [field], submit, ok=_("Rename"))

    def add(self) -> None:
        """Ask for one more lane beside this one."""
        model, block = self._model, self._model.block
        if block is None:
            return
        fields: list[Field] = [
            TextField("lane", _("Name of the lane"), required=True),
            TextField("title", _("What happens there"), required=True, value=block.title),
            CountField("minutes", _("Minutes"), required=True, value=block.minutes),
        ]
        model.shell.open_form(_("Add a lane"), fields, lambda values: plan.add_lane(model.file, block.id, **values), ok=_("Add"))

    def ask_groups(self) -> None:
        """Ask how people are to be mixed, and put them in the lanes beside this one."""
        listed = self._listed()
        fields: list[Field] = [
            SeveralField("together", _("Keep together"), self._kept_together(), choices=listed),
            SeveralField("apart", _("Keep apart"), _("Nobody will see why."), choices=listed),
            CountField("seed", _("Try number"), _("The same number gives the same groups; another mixes anew."), value=1),
        ]
        self._model.shell.open_form(_("Make mixed groups"), fields, self._mix, ok=_("Make groups"))

    def _mix(self, values: dict[str, Any]) -> None:
        model, detail = self._model, self._model.detail
        names = self._names_beside()
        if detail is None or len(names) < 2:
            return
        group_of = {person_id: person.group for person_id, person in detail.scene.people.items()}
        kept = {person_id for person_id, person in detail.scene.people.items() if person.is_restricted}
        seats_used = [seat for seat in detail.scene.attendances if seat.person_id not in kept]
        members = [Member(seat.person_id, (seat.capacity, group_of.get(seat.person_id))) for seat in seats_used]
        if len(members) < len(names):
            raise Refused(_("Put people on the list of the workshop first: there are fewer people than lanes."))
        together, apart = [*_pairs(values["together"]), *pairs_for_support(detail.scene)], _all_pairs(values["apart"])
        made = make_groups(members, len(names), together=together, apart=apart, seed=values["seed"] or 0)
        seats = {person: name for name, group in zip(names, made.groups, strict=True) for person in group}
        lanes.seat_everybody(model.file, WorkshopId(model.workshop_id or ""), seats)
        self._tell(made)

    def _kept_together(self) -> str:
        detail = self._model.detail
        name = self._model.person_name
        pairs = [f"{name(one)} / {name(other)}" for one, other in (pairs_for_support(detail.scene) if detail else ())]
        if not pairs:
            return _("Such as somebody and their supporter.")
        return _("These stay together by themselves: {pairs}.").format(pairs=list_words(pairs))

    def _tell(self, made: Groups) -> None:
        if made.not_apart:
            pairs = list_words(" / ".join(self._model.person_name(person) for person in pair) for pair in made.not_apart)
            self._model.shell.say(_("These could not be kept apart: {pairs}.").format(pairs=pairs), tone=Tone.WARN, undo=True)

    def _names_beside(self) -> list[str]:
        """The lanes of the split that holds the part chosen."""
        model, block = self._model, self._model.block
        rows = rows_of(model.blocks, model.day)
        return next(([lane.name for lane in row.lanes] for row in rows if block is not None and block in row.blocks), [])

    def _listed(self) -> list[Choice]:
        detail = self._model.detail
        seats = detail.scene.attendances if detail else ()
        return [Choice(seat.person_id, self._words(seat.person_id, seat.role)) for seat in seats]

    def _words(self, person_id: PersonId, role: Role | None) -> str:
        name = self._model.person_name(person_id)
        return f"{name} ({label(role)})" if role in (Role.INTERPRETER, Role.SUPPORTER) else name


def _pairs(people: frozenset[str]) -> list[tuple[PersonId, PersonId]]:
    """Everybody chosen in one chain."""
    chosen = [PersonId(person) for person in sorted(people)]
    return list(pairwise(chosen))


def _all_pairs(people: frozenset[str]) -> list[tuple[PersonId, PersonId]]:
    chosen = [PersonId(person) for person in sorted(people)]
    return [(one, other) for place, one in enumerate(chosen) for other in chosen[place + 1 :]]
