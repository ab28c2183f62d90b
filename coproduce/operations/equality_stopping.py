"""Somebody asks that their answers about equality be kept no more: they are asked no longer, and what they tell was theirs goes.

Answers are counts and nobody's (`EqualityCount`), so which were theirs only they can say. One taken out counts as “Prefers not to say”:
that is what they say now, and how many people were asked stays as it was.
"""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import TYPE_CHECKING

from coproduce.domain.codes import fold
from coproduce.domain.people import Person
from coproduce.domain.projects import EqualityCount
from coproduce.errors import Refused
from coproduce.i18n import _

if TYPE_CHECKING:
    from coproduce.domain.ids import PersonId, RowId
    from coproduce.storage.work import Work
    from coproduce.storage.workspace_file import WorkspaceFile

_SAME = ("prefer not to say", "prefers not to say", "prefer_not_to_say", "declined", "not stated")
"""Answers that say nothing, as forms word them; the first is written where none of them is counted yet."""


def stop_equality(workspace: WorkspaceFile, person_id: PersonId, *, on: date) -> None:
    """Say that they are asked about equality no more."""
    with workspace.work(_("Stop keeping equality answers")) as work:
        person = work.get(Person, person_id)
        if person.equality_stopped_on is not None:
            raise Refused(_("They asked for that already."))
        person.equality_stopped_on = on


def ask_about_equality_again(workspace: WorkspaceFile, person_id: PersonId) -> None:
    """They may be asked again, because they say so."""
    with workspace.work(_("Ask about equality again")) as work:
        work.get(Person, person_id).equality_stopped_on = None


def take_out_answers(workspace: WorkspaceFile, answers: Sequence[RowId]) -> None:
    """Count one person fewer under each of these answers, and one more who prefers not to say, so that nothing can tell whose it was.

    All undo steps go, and the history names no record. Raises `Refused` where nobody is counted under an answer.
    """
    with workspace.erasing(_("Take answers out of the equality counts"), lambda _words: False, without_trace=True) as work:
        for count_id in answers:
            _move(work, work.get(EqualityCount, count_id))


def _move(work: Work, counted: EqualityCount) -> None:
    if counted.count < 1:
        raise Refused(_("Nobody is counted under “{answer}”, so nothing can be taken out.").format(answer=counted.answer))
    if says_nothing(counted.answer):
        return
    counted.count -= 1
    same = work.all(EqualityCount, project_id=counted.project_id, question=counted.question)
    nothing = next((one for one in same if says_nothing(one.answer)), None)
    if nothing is not None:
        nothing.count += 1
    else:
        work.add(EqualityCount(counted.project_id, counted.question, _("Prefer not to say"), 1))


def says_nothing(answer: str) -> bool:
    """The answer is that they would rather not say."""
    return fold(answer) in {fold(words) for words in (*_SAME, _("Prefer not to say"))}
