"""The organisation's own reference of a record: asked once, folded away, and shown beside the record ever after."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from coproduce.i18n import _
from ui.kit.detail_parts import Fact
from ui.kit.fields import Field, Further, TextField
from ui.kit.noun_form import recorded


def more() -> Further:
    """The last group of a form: what few people need."""
    return Further(_("More"), _("Leave these blank unless you need them."))


def reference_field(example: str) -> Field:
    """Asks for a reference of their own, such as `example`."""
    why = _("Only if you number these yourself, such as {example}. It cannot be changed later. Left blank, the program makes one.")
    return TextField("id", _("Your own reference"), why.format(example=example), group=more())


def reference_part(record_id: str) -> Fact:
    """The reference, in the pane of the record."""
    return Fact("paperclip", _("REFERENCE"), record_id)


def recorded_new(kind: type[Any], values: Mapping[str, Any]) -> dict[str, Any]:
    """The answers about a new record as its noun keeps them, with the reference as `own_id`."""
    given = recorded(kind, values)
    given["own_id"] = given.pop("id", None)
    return given
