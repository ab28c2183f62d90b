"""Closing a workshop: one question after another, each with where it stands and what can be done about it here.

Nothing has to be answered. What is left open says so, here and in every report.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING, Any, cast

from coproduce.domain.codes import AttendanceState, GivenBy, WorkshopState
from coproduce.domain.looking_back import PROMPTS
from coproduce.domain.payment_moves import PaymentState
from coproduce.domain.room import Attendance
from coproduce.domain.timetable import timetable
from coproduce.i18n import _, ngettext
from coproduce.operations import closing, follow_ups
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.kit.detail_parts import Act, Acts, Heading, Note, Part, doing
from ui.kit.noun_form import Line, fields_for
from ui.screens.workshops.sections.looking_back import LookingBack
from ui.screens.workshops.sections.section import DaySection, Section, joined

if TYPE_CHECKING:
    from coproduce.domain.ids import WorkshopId
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.screens.workshops.sections.after import AfterSection
    from ui.screens.workshops.sections.outcomes import OutcomesSection
    from ui.screens.workshops.sections.room import RoomSection


class CloseSection(DaySection):
    """Who came, what was said and decided, money, care, feedback, looking back, promises; then the end."""

    key = Section.CLOSE

    @property
    def title(self) -> str:
        return _("Close")

    def figure(self, found: WorkshopDetail) -> int:
        """How many of the questions stand open."""
        return sum((bool(_unsaid(found)), not found.said, not found.decisions, not found.verdicts, len(_open_prompts(found)) > 0))

    def parts(self, found: WorkshopDetail) -> list[Part]:
        if found.workshop.state is WorkshopState.CANCELLED:
            return [Note(_("This workshop is cancelled. There is nothing to close."), quiet=True)]
        if found.workshop.date > self.day.today():
            return [Note(_("Come here on the day or after it. It takes about ten minutes."), quiet=True)]
        return [
            Note(_("Go from top to bottom, and leave out what you do not know. It stays open and says so."), quiet=True),
            *self._who_came(found),
            *self._said(found),
            *self._money(found),
            *self._care(found),
            *self._sheets(found),
            *self._looking_back(found),
            *self._end(found),
        ]

    def settle(self, state: AttendanceState) -> None:
        """Say the same of everybody of whom nothing is said yet."""
        self.shell.attempt(lambda: closing.settle_the_rest(self.file, self.workshop_id, state))

    def ask_minutes(self) -> None:
        """Ask how long the day was, for everybody who came; whoever left early has less."""
        hint = _("For everybody who came. Whoever signed in and left early gets as much as that says.")
        lines = [Line("minutes_present", _("How long the day was"), hint, required=True)]
        planned = timetable(self.found.blocks, self.found.workshop.starts_at, 1).total or None

        def submit(values: dict[str, Any]) -> None:
            closing.give_minutes(self.file, self.workshop_id, minutes=values["minutes_present"])

        fields = fields_for(Attendance, lines, minutes_present=planned)
        self.shell.open_form(_("How long were they here?"), fields, submit, ok=_("Write down"))

    def finish(self) -> None:
        """It was held, and it is closed."""
        self.shell.attempt(lambda: closing.finish_workshop(self.file, self.workshop_id, today=self.day.today()))

    def _who_came(self, found: WorkshopDetail) -> list[Part]:
        came, unsaid, without = sum(seat.came for seat, _name in found.people), _unsaid(found), _without_minutes(found)
        words = joined(
            ngettext("{n} person came", "{n} people came", came).format(n=came),
            ngettext("of {n} nothing is said yet", "of {n} nothing is said yet", unsaid).format(n=unsaid) if unsaid else None,
            _("for {n} nobody wrote down how long").format(n=without) if without else None,
        )
        acts = []
        if unsaid:
            acts.append(Act("close_rest_came", _("The rest came"), doing(self.settle, AttendanceState.HERE), "check"))
            acts.append(Act("close_rest_absent", _("The rest did not come"), doing(self.settle, AttendanceState.ABSENT), "minus"))
        if _without_minutes(found):
            acts.append(Act("close_hours", _("How long were they here?"), self.ask_minutes, "clock"))
        room = cast("RoomSection", self.day.sections[Section.ROOM])
        acts.append(Act("close_guest", _("Somebody unexpected came"), room.add_guest, "user-plus"))
        acts.append(Act("close_people", _("Go through the names"), doing(self.day.show_section, Section.PEOPLE), "users"))
        return [Heading(_("Who came?")), Note(words), Acts(tuple(acts))]

    def _said(self, found: WorkshopDetail) -> list[Part]:
        outcomes = cast("OutcomesSection", self.day.sections[Section.SAID])
        said, decided = len(found.said), len(found.decisions)
        words = joined(
            ngettext("{n} thing people said", "{n} things people said", said).format(n=said),
            ngettext("{n} decision", "{n} decisions", decided).format(n=decided),
        )
        acts = (
            Act("close_said", _("Write down what was said"), outcomes.add_said, "message-square"),
            Act("close_decided", _("Record a decision"), outcomes.add_decision, "vote"),
        )
        return [Heading(_("What was said and decided?")), Note(words), Acts(acts)]

    def _money(self, found: WorkshopDetail) -> list[Part]:
        live = [line for line, _name in found.payments if line.is_live]
        to_pay = sum(line.state not in (PaymentState.PAID, PaymentState.DECLINED) for line in live)
        words = joined(
            ngettext("{n} payment", "{n} payments", len(live)).format(n=len(live)),
            ngettext("{n} is not paid yet", "{n} are not paid yet", to_pay).format(n=to_pay) if to_pay else None,
        )
        return [
            Heading(_("Who is owed what?")),
            Note(words),
            Acts((Act("close_money", _("Go through the payments"), doing(self.day.show_section, Section.MONEY), "banknote"),)),
        ]

    def _care(self, found: WorkshopDetail) -> list[Part]:
        """Numbers only: nobody's name and nothing of what it was is written down."""
        owed, done = found.workshop.follow_ups_owed, found.workshop.follow_ups_done or 0
        words = _("Not recorded") if owed is None else _("{done} of {owed} asked how they are").format(done=done, owed=owed)
        acts = [Act("close_care", _("One more person to ask how they are"), doing(self._note, follow_ups.owe_follow_up), "heart")]
        if done < (owed or 0):
            acts.append(Act("close_cared", _("One was asked"), doing(self._note, follow_ups.follow_up_done), "check"))
        return [
            Heading(_("Who may need a word after the day?")),
            Note(words),
            Note(_("Only how many is kept, never who or why."), quiet=True),
            Acts(tuple(acts)),
        ]

    def _note(self, verb: Callable[[WorkspaceFile, WorkshopId], None]) -> None:
        self.shell.attempt(lambda: verb(self.file, self.workshop_id))

    def _sheets(self, found: WorkshopDetail) -> list[Part]:
        after = cast("AfterSection", self.day.sections[Section.AFTER])
        theirs = sum(sheet.given_by is GivenBy.PARTICIPANT for sheet in found.verdicts)
        ours = len(found.verdicts) - theirs
        words = joined(
            ngettext("{n} participant’s sheet", "{n} participants’ sheets", theirs).format(n=theirs),
            ngettext("{n} organiser’s sheet", "{n} organisers’ sheets", ours).format(n=ours),
        )
        acts = (
            Act("close_theirs", _("Enter participants’ sheets"), doing(after.add, GivenBy.PARTICIPANT), "users"),
            Act("close_ours", _("Enter organisers’ sheets"), doing(after.add, GivenBy.ORGANISER), "user"),
        )
        return [Heading(_("How was it for people?")), Note(words), Acts(acts)]

    def _looking_back(self, found: WorkshopDetail) -> list[Part]:
        back, left = LookingBack(self), _open_prompts(found)
        answered = len(PROMPTS) - len(left)
        words = joined(
            _("{n} of {all} questions answered").format(n=answered, all=len(PROMPTS)),
            ngettext("{n} promise", "{n} promises", len(found.promises)).format(n=len(found.promises)),
        )
        acts = []
        if left:
            key, question = left[0]
            acts.append(Act("close_back", question, doing(back.reflect, key, question), "lightbulb"))
        acts.append(Act("close_promise", _("Write down a promise"), back.add_promise, "plus"))
        return [Heading(_("What did we see in ourselves, and promise?")), Note(words), Acts(tuple(acts))]

    def _end(self, found: WorkshopDetail) -> list[Part]:
        if found.workshop.state is WorkshopState.CLOSED:
            again = _("Everything can still be changed. Open it again below if something is missing.")
            return [Heading(_("Closed")), Note(again, quiet=True)]
        left = self.figure(found)
        words = ngettext("{n} of these questions stays open.", "{n} of these questions stay open.", left).format(n=left)
        said: list[Part] = [Heading(_("Close it")), *([Note(words)] if left else [])]
        if found.workshop.was_held:
            return [*said, Note(_("Close workshop, below, ends it."), quiet=True)]
        return [*said, Acts((Act("close_end", _("It was held: close it"), self.finish, "circle-check"),))]


def _unsaid(found: WorkshopDetail) -> int:
    return sum(seat.state is None for seat, _name in found.people)


def _without_minutes(found: WorkshopDetail) -> int:
    return sum(seat.came and seat.minutes_present is None for seat, _name in found.people)


def _open_prompts(found: WorkshopDetail) -> list[tuple[str, str]]:
    written = {said.prompt for said in found.reflections}
    return [(key, words()) for key, words in PROMPTS if key not in written]
