"""The equality counts of a project: how many people gave which answer. Counts, never a person. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import groupby
from typing import TYPE_CHECKING, Any

from coproduce.domain.projects import EqualityCount
from coproduce.domain.wording import list_words
from coproduce.i18n import _, ngettext
from coproduce.operations import projects
from coproduce.storage.queries.organisation import not_asked_about_equality
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Heading, Item, Note, Part, doing, said_of
from ui.kit.noun_form import Line, differing, fields_for, recorded

if TYPE_CHECKING:
    from coproduce.domain.ids import ProjectId, RowId
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class EqualityCounts:
    """The part of a project's pane about them. `opened` is the count whose buttons are shown; `changed` draws the pane again."""

    def __init__(self, file: WorkspaceFile, shell: Shell, changed: Callable[[], None]) -> None:
        self.file, self.shell, self._changed = file, shell, changed
        self.opened = ""
        self._shown: Sequence[EqualityCount] = ()

    def parts(self, project_id: ProjectId, counts: Sequence[EqualityCount]) -> list[Part]:
        """What it says: the counts by question, in the order they were written down."""
        self._shown = counts
        what = _("These are counts, never a person. Small ones are hidden in reports, so that nobody is given away.")
        parts: list[Part] = [Heading(_("Equality counts")), Note(what, quiet=True)]
        if names := not_asked_about_equality(self.file):
            parts.append(Note(_("Do not ask, because they do not wish it: {names}.").format(names=list_words(names))))
        questions = self._questions
        ordered = sorted(counts, key=lambda counted: questions.index(counted.question))
        for question, answers in groupby(ordered, key=lambda counted: counted.question):
            for counted in answers:
                key = f"equality {counted.id}"
                words = ngettext("{n} person", "{n} people", counted.count).format(n=counted.count)
                parts.append(Item(key, f"{question}: {counted.answer}", words, doing(self.toggle, key), icon="users"))
                if self.opened == key:
                    parts.append(Acts(said_of(counted.answer, self._acts(counted.id))))
        add = Act("equality_add", _("Add a count"), doing(self.add, project_id), "plus")
        return [*parts, Acts((add,))]

    def toggle(self, key: str) -> None:
        """Show the buttons of a count, or put them away."""
        self.opened = "" if self.opened == key else key
        self._changed()

    def add(self, project_id: ProjectId) -> None:
        """Ask for one answer after another, beginning with the question counted last."""
        questions = self._questions
        fields = fields_for(EqualityCount, count_lines(questions), question=questions[-1] if questions else None)

        def submit(values: dict[str, Any]) -> RowId:
            return projects.add_equality_count(self.file, project_id, **recorded(EqualityCount, values))

        self.shell.open_form(_("Add an equality count"), fields, submit, ok=_("Save and close"), again=_("Save and next answer"))

    def edit(self, count_id: RowId) -> None:
        """Ask what is different about a count."""
        counted = next(counted for counted in self._shown if counted.id == count_id)
        fields = fields_for(EqualityCount, count_lines(self._questions), counted)
        self.shell.open_form(
            _("Edit an equality count"),
            fields,
            lambda values: projects.edit_equality_count(self.file, counted.id, **differing(counted, values)),
            ok=_("Save"),
        )

    def delete(self, count_id: RowId) -> None:
        """Take a count away."""
        attempt_delete(self.shell, lambda: projects.delete_equality_count(self.file, count_id))

    @property
    def _questions(self) -> list[str]:
        return list(dict.fromkeys(counted.question for counted in self._shown))

    def _acts(self, count_id: RowId) -> tuple[Act, ...]:
        return (
            Act("equality_edit", _("Edit"), doing(self.edit, count_id), "pencil"),
            Act("equality_delete", _("Delete"), doing(self.delete, count_id), "trash-2"),
        )


def count_lines(questions: Sequence[str]) -> list[Line]:
    """What is asked about a count."""
    return [
        Line("question", _("What people were asked"), _("Such as ethnicity, or age."), suggestions=questions),
        Line("answer", _("One of the answers"), _("As it stood on the sheet.")),
        Line("count", _("How many people gave it")),
    ]
