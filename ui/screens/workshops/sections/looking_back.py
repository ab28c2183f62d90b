"""Looking back on a workshop: the questions a team asks itself, and what people were promised."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coproduce.domain.ids import RowId
from coproduce.domain.looking_back import PROMPTS, Promise, Reflection
from coproduce.domain.wording import day_words
from coproduce.i18n import _
from coproduce.operations import looking_back
from ui.kit.cells import PillCell, Tone
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Heading, Item, Note, Part, doing
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.screens.workshops.sections.section import joined

if TYPE_CHECKING:
    from ui.screens.workshops.sections.section import DaySection


class LookingBack:
    """What stands under the feedback. Every question may stay open, and says so."""

    def __init__(self, section: DaySection) -> None:
        self._section = section

    def parts(self) -> list[Part]:
        """The questions with what was written, then the promises."""
        section = self._section
        written = {said.prompt: said for said in section.found.reflections}
        parts: list[Part] = [Heading(_("What we saw in ourselves"))]
        for prompt, words in PROMPTS:
            parts += self._question(prompt, words(), written.pop(prompt, None))
        for prompt, said in written.items():
            parts += self._question(prompt, prompt, said)
        parts += [Heading(_("What we promised")), Acts((Act("promise", _("Write down a promise"), self.add_promise, "plus"),))]
        for promise in section.found.promises:
            parts += self._promise(promise)
        return parts

    def reflect(self, prompt: str, words: str) -> None:
        """Ask what the team saw."""
        section = self._section
        said = next((said for said in section.found.reflections if said.prompt == prompt), None)
        lines = [
            Line("words", words, _("For the team; it is in no report."), long=True),
            Line("by", _("Written down by")),
            Line("look_again_on", _("We look at this again on")),
        ]

        def submit(values: dict[str, Any]) -> None:
            looking_back.reflect(section.file, section.workshop_id, prompt, **recorded(Reflection, values))

        section.shell.open_form(_("Looking back"), fields_for(Reflection, lines, said), submit, ok=_("Keep"))

    def looked_again(self, said: Reflection) -> None:
        """Say that the team came back to it; its words stay, and may be added to with Edit."""
        section = self._section

        def act() -> None:
            looking_back.reflect(section.file, section.workshop_id, said.prompt, words=said.words, by=said.by)

        section.shell.attempt(act)

    def add_promise(self) -> None:
        """Ask what people were promised."""
        section = self._section

        def submit(values: dict[str, Any]) -> None:
            looking_back.promise(section.file, section.workshop_id, **recorded(Promise, values))

        section.shell.open_form(_("Write down a promise"), fields_for(Promise, _promise_lines()), submit, ok=_("Write down"))

    def edit_promise(self, promise_id: str) -> None:
        """Ask what is different about a promise."""
        section = self._section
        promise = next(promise for promise in section.found.promises if promise.id == promise_id)
        lines = [*_promise_lines(), Line("kept_on", _("Kept on"))]

        def submit(values: dict[str, Any]) -> None:
            looking_back.edit_promise(section.file, promise.id, **differing(promise, values))

        section.shell.open_form(_("Edit a promise"), fields_for(Promise, lines, promise), submit, ok=_("Save"))

    def keep(self, promise_id: str) -> None:
        """Say that a promise was kept today."""
        section = self._section
        section.shell.attempt(lambda: looking_back.edit_promise(section.file, RowId(promise_id), kept_on=section.day.today()))

    def _question(self, prompt: str, words: str, said: Reflection | None) -> list[Part]:
        section, key = self._section, f"reflection {prompt}"
        under = joined(said.words, said.by) if said else _("Still open")
        icon = "lightbulb" if said else "circle-help"
        if said is None:
            return [Item(key, words, under, doing(self.reflect, prompt, words), icon=icon)]
        again = [Act("reflection_again", _("Looked at again"), doing(self.looked_again, said), "check")] if said.look_again_on else []
        acts = (
            *again,
            Act("reflection_edit", _("Edit"), doing(self.reflect, prompt, words), "pencil"),
            Act("reflection_delete", _("Delete"), doing(self._delete_reflection, said.id), "trash-2"),
        )
        due = [Note(_("We look at this again on {day}.").format(day=day_words(said.look_again_on)))] if said.look_again_on else []
        shown = due if section.day.opened == key else []
        line = Item(key, words, under, section.toggle(key), icon=icon)
        return [line, *shown, *section.opened(line, acts)]

    def _promise(self, promise: Promise) -> list[Part]:
        section, key = self._section, f"promise {promise.id}"
        due = _("by {day}").format(day=day_words(promise.due_on)) if promise.due_on else ""
        pill = PillCell(_("Kept"), Tone.OK, "circle-check") if promise.kept_on else PillCell(_("To keep"), Tone.WARN, "clock")
        acts = [
            Act("promise_edit", _("Edit"), doing(self.edit_promise, promise.id), "pencil"),
            Act("promise_delete", _("Delete"), doing(self._delete_promise, promise.id), "trash-2"),
        ]
        if promise.kept_on is None:
            acts.insert(0, Act("promise_kept", _("Kept today"), doing(self.keep, promise.id), "check", is_primary=True))
        item = Item(key, promise.words, joined(promise.owner, due), section.toggle(key), pill, "handshake")
        return [item, *section.opened(item, acts)]

    def _delete_reflection(self, reflection_id: str) -> None:
        attempt_delete(self._section.shell, lambda: looking_back.delete_reflection(self._section.file, RowId(reflection_id)))

    def _delete_promise(self, promise_id: str) -> None:
        attempt_delete(self._section.shell, lambda: looking_back.delete_promise(self._section.file, RowId(promise_id)))


def _promise_lines() -> list[Line]:
    return [
        Line("words", _("What was promised")),
        Line("owner", _("Who sees to it"), _("One name, so that somebody does.")),
        Line("due_on", _("By when")),
    ]
