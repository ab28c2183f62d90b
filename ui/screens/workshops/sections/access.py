"""What people need at a workshop, from asking to whether it worked."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from coproduce.domain.access import Arrangement, ArrangementState
from coproduce.domain.codes import PersonSays
from coproduce.domain.ids import AccessId
from coproduce.domain.needs import need_from_words, need_words, suggested_needs
from coproduce.i18n import _, ngettext
from coproduce.operations import access, requirements
from coproduce.storage.queries.people import needs_in_use
from coproduce.storage.queries.suppliers import offered
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.forms.arrange_by import arrange_by_words
from ui.forms.asking import asking_acts, unasked_parts
from ui.forms.choosing import workshop_choices
from ui.forms.keeping_supplier import supplier_act
from ui.forms.money import in_currency
from ui.forms.reference import more, recorded_new, reference_field, reference_part
from ui.forms.step_pill import step_pill
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Choose, Item, Note, Option, Part, doing, said_of
from ui.kit.fields import Choice, DayOffer, Further
from ui.kit.noun_form import Line, differing, fields_for
from ui.kit.written import need_written
from ui.screens.workshops.sections.section import DaySection, Section, joined


class AccessSection(DaySection):
    """Needs as commitments. Whether one worked is the person's own answer."""

    key = Section.ACCESS

    @property
    def title(self) -> str:
        return _("Access")

    def figure(self, found: WorkshopDetail) -> int:
        return len(found.arrangements)

    def parts(self, found: WorkshopDetail) -> list[Part]:
        adding = Act("add_need", _("Add a need"), self.add, "plus")
        bringing = Act("bring_needs", _("Bring over what they need"), self.bring_over, "download")
        board = Act("access_board", _("See all workshops"), doing(self.shell.go_to, "access"), "accessibility")
        parts: list[Part] = [Acts((adding, bringing, board, *asking_acts(self.day.asking, found))), *unasked_parts(found)]
        if not found.arrangements:
            parts.append(Note(_("Nobody has told us of a need for this workshop."), quiet=True))
        for need, name in found.arrangements:
            key = f"need {need.id}"
            by = arrange_by_words(found.notice.arrange_by(need, found.workshop.date), need.need) if self._is_open(need) else ""
            parts.append(Item(key, need_written(need.need), joined(name, by), self.toggle(key), step_pill(need.state), "accessibility"))
            if self.day.opened == key:
                parts += self._open(need, name)
        return parts

    def add(self) -> None:
        """Ask who needs what."""
        questions = need_lines(self.day.today(), self._suggested(), offered(self.file))
        lines = [Line("person_id", _("Who"), choices=self.people()), *questions]
        fields = [*fields_for(Arrangement, lines), reference_field("A-12")]
        self.shell.open_form(_("Add an access need"), in_currency(fields, self.day.currency), self._add, ok=_("Add need"))

    def edit(self, access_id: str) -> None:
        """Ask what is different about a need."""
        need = next(need for need, _name in self.found.arrangements if need.id == access_id)
        places = workshop_choices(self.file, self.found.workshop.project_id, need.workshop_id)
        questions = need_lines(self.day.today(), self._suggested(), offered(self.file, need.need))
        lines = [*questions, *_where(self.people(need.person_id), places)]
        self.shell.open_form(
            _("Edit an access need"),
            in_currency(fields_for(Arrangement, lines, need, need=need_words(need.need)), self.day.currency),
            lambda values: access.edit_arrangement(self.file, need.id, **differing(need, _with_code(values))),
            ok=_("Save"),
        )

    def bring_over(self) -> None:
        """Put on this workshop's list what the people on it told us they need."""

        def act() -> None:
            brought = requirements.bring_over_requirements(self.file, self.workshop_id)
            people = ngettext("{n} person", "{n} people", brought.people).format(n=brought.people)
            words = ngettext("Brought over {n} need of {people}.", "Brought over {n} needs of {people}.", brought.needs)
            self.shell.say(words.format(n=brought.needs, people=people), undo=True)

        self.shell.attempt(act, say=False)

    def confirm(self, access_id: str) -> None:
        """Say that it is arranged and confirmed."""
        self.shell.attempt(lambda: access.confirm_arrangement(self.file, AccessId(access_id), on=self.day.today()))

    def say_it_worked(self, access_id: str, said: str) -> None:
        """Record the person's own answer."""
        self.shell.attempt(lambda: access.say_how_it_worked(self.file, AccessId(access_id), person_says=PersonSays(said)))

    def delete(self, access_id: str) -> None:
        """Take a need off the list."""
        attempt_delete(self.shell, lambda: access.delete_arrangement(self.file, AccessId(access_id)))

    def _add(self, values: dict[str, Any]) -> AccessId:
        given = recorded_new(Arrangement, _with_code(values))
        return access.add_arrangement(self.file, self.workshop_id, given.pop("person_id"), **given)

    def _is_open(self, need: Arrangement) -> bool:
        """Whether it is still to be arranged for a day to come."""
        gone_by = self.found.workshop.date < self.day.today()
        return not gone_by and need.confirmed_on is None and need.state is not ArrangementState.NOT_POSSIBLE

    def _suggested(self) -> list[str]:
        return suggested_needs(needs_in_use(self.file))

    def _open(self, need: Arrangement, name: str) -> list[Part]:
        parts: list[Part] = [Note(need.words, quoted=True)] if need.words else []
        if need.not_possible_reason:
            parts.append(Note(_("Not possible: {reason}").format(reason=need.not_possible_reason)))
        worked = Choose(
            "works",
            _("Did it work? Their answer"),
            _says(),
            need.person_says or "",
            doing(self.say_it_worked, need.id),
            title=_("Did it work for {name}?").format(name=name),
        )
        whom = supplier_act(self.file, self.shell, need)
        acts = (
            Act("need_confirm", _("Confirmed today"), doing(self.confirm, need.id), "check"),
            Act("need_edit", _("Edit"), doing(self.edit, need.id), "pencil"),
            *([whom] if whom is not None else []),
            Act("need_delete", _("Delete"), doing(self.delete, need.id), "trash-2"),
        )
        about = _("{need}, {name}").format(need=need_written(need.need), name=name)
        return [*parts, worked, Acts(said_of(about, acts)), reference_part(need.id)]


def _with_code(values: dict[str, Any]) -> dict[str, Any]:
    return {**values, "need": need_from_words(values["need"])}


def need_lines(today: date, suggestions: Sequence[str], suppliers: Sequence[str]) -> list[Line]:
    """About an access need. `suppliers` are the names to offer, those who can do it first."""
    now = (DayOffer(_("Today"), today),)
    steps = Further(_("Arranging it"), _("So that nothing is forgotten, and it can be shown that it was in place."))
    worked = Further(_("Did it work?"), _("The two answers often differ, so each is kept."))
    impossible = Further(_("If it was not possible, and what it cost"), _("People may be told no. They may not be left to find out."))
    return [
        Line("need", _("What is needed"), _("Pick one or write your own words. Never a diagnosis."), suggestions=suggestions),
        Line("words", _("In their words"), _("So that whoever arranges it reads what they said."), long=True),
        Line("asked_on", _("They asked on"), offers=now),
        Line("needed_by", _("Must be arranged by"), _("Blank: worked out from how early such a need is arranged."), group=steps),
        Line("agreed_on", _("Agreed on"), _("The day you said yes."), group=steps, offers=now),
        Line("booked_on", _("Booked on"), _("The day it was booked."), group=steps, offers=now),
        Line("confirmed_on", _("Confirmed on"), _("The day you told them it is arranged."), group=steps, offers=now),
        Line("owner", _("Who sees to it"), group=steps),
        Line("supplier", _("Who provides it"), _("Such as the name of an interpreter."), group=steps, suggestions=suppliers),
        Line("in_place_on", _("Seen to be there on"), group=steps, offers=now),
        Line("person_says", _("Did it work? Their answer"), group=worked),
        Line("organiser_says", _("Did it work? Our answer"), group=worked),
        Line("not_possible_reason", _("Why it was not possible"), _("In words they can be told."), group=impossible),
        Line("alternative", _("What was offered instead"), group=impossible),
        Line("told_on", _("They were told on"), _("Before the day, so that they can choose."), group=impossible, offers=now),
        Line("cost", _("Cost"), _("Helps you to plan money for access next time."), group=impossible),
    ]


def _where(persons: Sequence[Choice], workshops: Sequence[Choice]) -> list[Line]:
    wrong = _("Only where it was written down in the wrong place.")
    return [
        Line("person_id", _("Whose need it is"), wrong, choices=persons, group=more()),
        Line("workshop_id", _("Workshop"), wrong, choices=workshops, group=more()),
    ]


def _says() -> tuple[Option, ...]:
    words = {PersonSays.WORKED: _("Yes"), PersonSays.PARTLY: _("Partly"), PersonSays.DID_NOT: _("No")}
    return tuple(Option(said, words[said]) for said in PersonSays)
