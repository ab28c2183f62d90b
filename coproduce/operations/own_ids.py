"""The id of a new record: the organisation's own where it gives one, else one of ours. It never changes afterwards."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from coproduce.domain.ids import new_id
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.storage.noun_words import noun_word

if TYPE_CHECKING:
    from coproduce.storage.work import Work

LONGEST_ID = 255
"""Characters; as on the workbook's sheets."""


def id_for(work: Work, kind: type[Any], own: str | None, prefix: str) -> str:
    """`own` without the spaces around it, or a fresh id where it is blank.

    Raises `Refused` (field `id`) where a record of the kind has it already, where it is too long or holds what cannot be seen.
    """
    given = (own or "").strip()
    if not given:
        return new_id(prefix)
    if len(given) > LONGEST_ID or not given.isprintable():
        raise Refused(_("Write a short reference on one line, such as W-03."), field="id")
    if work.find(kind, given) is not None:
        words = _("Another {noun} has the reference “{id}”. Write a different one, or leave it blank.")
        raise Refused(words.format(noun=noun_word(kind), id=given), field="id")
    return given
