"""One act on many records: who fits, and who is left out and why."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from typing import Generic, TypeVar

from coproduce.errors import Refused

N = TypeVar("N")


@dataclass(frozen=True, slots=True)
class SortedOut(Generic[N]):
    """`fits` are the records as they are once it is done; `left_out` those it cannot be done to, each with why in a few words."""

    fits: tuple[N, ...]
    left_out: tuple[tuple[N, str], ...] = ()

    @property
    def reasons(self) -> Mapping[str, int]:
        """How many are left out for each reason, the commonest first."""
        return dict(Counter(why for _record, why in self.left_out).most_common())


def sort_out(records: Iterable[N], act: Callable[[N], object]) -> SortedOut[N]:
    """Try `act` on each of these copies. Whoever it refuses is left out, for the reason it gives."""
    fits, left_out = [], []
    for record in records:
        try:
            act(record)
        except Refused as error:
            left_out.append((record, error.brief or str(error)))
        else:
            fits.append(record)
    return SortedOut(tuple(fits), tuple(left_out))
