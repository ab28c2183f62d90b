"""Doing one thing to many records in one step: all of those it fits, or none."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Generic, Protocol, TypeVar

from coproduce.domain.many import SortedOut, sort_out
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage.many_objects import many_objects

if TYPE_CHECKING:
    from coproduce.storage.work import Reading, Work
    from coproduce.storage.workspace_file import WorkspaceFile


class Record(Protocol):
    """A noun with an id."""

    @property
    def id(self) -> str:
        """Its id."""


N = TypeVar("N", bound=Record)
Act = Callable[[N], object]
"""What is done to one record. It raises `Refused` before it changes anything."""


@dataclass(frozen=True)
class Many(Generic[N]):
    """One act on many records of a kind, in a step called `label`.

    `rule` makes the act from what is recorded now. It is tried on copies first, so that what a summary says is what is done.
    `carry_out` is given where more is done than the act itself, such as deleting.
    """

    label: str
    kind: type[N]
    rule: Callable[[Reading], Act[N]]
    carry_out: Callable[[Work, Sequence[N]], object] | None = None

    def who_fits(self, workspace: WorkspaceFile, ids: Sequence[str]) -> SortedOut[N]:
        """Which of these records it would be done to, and why not to the others. Nothing is changed."""
        with workspace.read() as reading:
            return self._sort_out(reading, ids)

    def do(self, workspace: WorkspaceFile, ids: Sequence[str]) -> SortedOut[N]:
        """Do it to all it fits, in one step. Refused where it fits nobody."""
        with many_objects(), workspace.work(self.label) as work:
            found = self._sort_out(work, ids)
            if not found.fits:
                raise Refused(_("This fits none of those chosen. Nothing was changed."))
            nouns = work.among(self.kind, [noun.id for noun in found.fits])
            if self.carry_out is not None:
                self.carry_out(work, nouns)
            else:
                act = self.rule(work)
                for noun in nouns:
                    act(noun)
        return found

    def _sort_out(self, reading: Reading, ids: Sequence[str]) -> SortedOut[N]:
        return sort_out(reading.bare_among(self.kind, ids), self.rule(reading))


def plainly(act: Act[N]) -> Callable[[Reading], Act[N]]:
    """The rule of an act that needs to know nothing besides the record."""
    return lambda _reading: act


def delete_each(work: Work, nouns: Sequence[object]) -> None:
    """Delete records that nothing else hangs on."""
    for noun in nouns:
        work.delete(noun)
