"""What is asked about a supplier: what they do is a line for each need, with two more to write in."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from coproduce.domain.needs import need_words, suggested_needs
from coproduce.domain.suppliers import Supplier, written_needs
from coproduce.i18n import _
from ui.kit.fields import Field, SuggestedField
from ui.kit.noun_form import Line, fields_for

_ANOTHER = "does another "
_SPARE = 2


def supplier_fields(used: Iterable[str], one: Supplier | None = None, /, **values: object) -> list[Field]:
    """The questions; `used` are needs in use, to be offered beside our own list."""
    first, *others = fields_for(Supplier, _lines(), one, **values)
    return [first, *_does_fields(suggested_needs(used), one.needs if one else ()), *others]


def supplier_values(values: dict[str, Any]) -> dict[str, Any]:
    """The answers as the noun keeps them: the lines about what they do as one."""
    does = [str(value or "") for name, value in values.items() if name == "does" or name.startswith(_ANOTHER)]
    kept = {name: value for name, value in values.items() if not name.startswith(_ANOTHER)}
    return {**kept, "does": written_needs(does) or ""}


def _does_fields(suggestions: list[str], needs: tuple[str, ...]) -> list[Field]:
    hint = _("Pick one or write your own words. Blank lines are left out.")
    written = [need_words(need) for need in needs] + [""] * _SPARE
    first: Field = SuggestedField("does", _("What they do"), hint, value=written[0], suggestions=suggestions)
    others = enumerate(written[1:], start=2)
    return [
        first,
        *(SuggestedField(f"{_ANOTHER}{n}", _("And also ({n})").format(n=n), value=need, suggestions=suggestions) for n, need in others),
    ]


def _lines() -> list[Line]:
    return [
        Line("name", _("Name"), _("As you write it on an access need. A new name is written on those as well.")),
        Line("contact_route", _("How to reach them"), _("A telephone number, an e-mail address or a web page.")),
        Line("area", _("Where they work")),
        Line("notice_days", _("Days of notice they ask for"), _("Counted back from the workshop. Blank where they did not say.")),
        Line(
            "note",
            _("Good to know"),
            _("Such as whom to ask for, or what they need from you. Nothing about people who take part."),
            long=True,
        ),
    ]
