"""What the organisation says about a figure, in its own words: shown in the pane, written and taken away from there. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from functools import partial
from typing import TYPE_CHECKING, Any

from coproduce.domain.facts import ProjectFacts
from coproduce.domain.own_words import OwnWords, Topic
from coproduce.domain.wording import day_words
from coproduce.i18n import _
from coproduce.operations import own_words
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Heading, Note, Part, doing
from ui.kit.noun_form import Line, fields_for, recorded

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class SayingIt:
    """The organisation's own words about the topics of one project."""

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date]) -> None:
        self._file, self._shell, self._today = file, shell, today

    def parts(self, facts: ProjectFacts, about: str, as_of: date) -> list[Part]:
        """The section of the pane: the words set apart and labelled, and the buttons."""
        said = _about(facts, about)
        parts: list[Part] = [Heading(_("In the organisation’s own words"))]
        if said is None:
            parts.append(
                Note(_("Nothing is written. What you write stands beside the figure in reports, and never instead of it."), quiet=True)
            )
            return [*parts, Acts((Act("say", _("Write something"), doing(self.write, about), "pencil"),))]
        if said.written_on > as_of:
            words = _("Words were written later, on {day}. On the day looked at they are not there.")
            parts.append(Note(words.format(day=day_words(said.written_on)), quiet=True))
        else:
            parts.append(Note(said.words, quoted=True))
            parts.append(Note(_written(said), quiet=True))
        change = Act("say", _("Change the words"), doing(self.write, about), "pencil")
        return [*parts, Acts((change, Act("unsay", _("Take the words away"), doing(self.take_away, str(said.id)), "trash-2")))]

    def write(self, about: str) -> None:
        """Ask for the words."""
        project_id, said = self._shell.project_id, self._found(about)
        if project_id is None:
            return
        lines = [
            Line("words", _("What you say about it"), _("Reports print it for everybody. Name nobody."), long=True, required=True),
            Line("written_on", _("Written on"), _("Reports of an earlier day leave it out."), required=True),
            Line("written_by", _("Written by"), _("It is never printed.")),
        ]
        known = {"written_on": self._today(), "written_by": self._shell.my_name}
        fields = fields_for(OwnWords, lines, said) if said is not None else fields_for(OwnWords, lines, None, **known)
        title = _("In the organisation’s own words")
        self._shell.open_form(title, fields, partial(self._write, project_id, about), ok=_("Save"))

    def take_away(self, own_words_id: str) -> None:
        """Delete the words; the figure stays."""
        given: Any = own_words_id
        attempt_delete(self._shell, lambda: own_words.delete_own_words(self._file, given))

    def _found(self, about: str) -> OwnWords | None:
        with self._file.read() as reading:
            found = reading.all(OwnWords, project_id=self._shell.project_id, about=Topic(about))
            return found[0] if found else None

    def _write(self, project_id: Any, about: str, values: dict[str, Any]) -> None:
        given = recorded(OwnWords, values)
        own_words.say_in_own_words(
            self._file, project_id, Topic(about), words=given["words"], on=given["written_on"], by=given["written_by"]
        )


def _about(facts: ProjectFacts, about: str) -> OwnWords | None:
    return next((said for said in facts.own_words if said.about.value == about), None)


def _written(said: OwnWords) -> str:
    if said.written_by:
        return _("Written on {day} by {name}.").format(day=day_words(said.written_on), name=said.written_by)
    return _("Written on {day}.").format(day=day_words(said.written_on))
