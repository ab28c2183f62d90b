"""After a workshop: participants' feedback sheets beside the organisers' own, and the team looking back."""

from __future__ import annotations

from collections.abc import Sequence
from statistics import fmean
from typing import Any

from coproduce.domain.codes import GivenBy
from coproduce.domain.ids import RowId
from coproduce.domain.room import Verdict
from coproduce.domain.wording import label
from coproduce.i18n import _, ngettext
from coproduce.operations import room
from coproduce.storage.queries.workshops import WorkshopDetail
from ui.kit.deleted import attempt_delete
from ui.kit.detail_parts import Act, Acts, Fact, Heading, Item, Note, Part, doing
from ui.kit.fields import Further
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.screens.workshops.sections.looking_back import LookingBack
from ui.screens.workshops.sections.section import DaySection, Section, joined

FEW_SHEETS = 20
"""So many are listed until all are asked for."""

SHOW_ALL = "all sheets"


class AfterSection(DaySection):
    """The means side by side, then every sheet. No sheet has a name on it."""

    key = Section.AFTER

    @property
    def title(self) -> str:
        return _("After")

    def figure(self, found: WorkshopDetail) -> int:
        return len(found.verdicts)

    def parts(self, found: WorkshopDetail) -> list[Part]:
        acts = (
            Act("add_theirs", _("Enter participants’ sheets"), doing(self.add, GivenBy.PARTICIPANT), "users"),
            Act("add_ours", _("Enter organisers’ sheets"), doing(self.add, GivenBy.ORGANISER), "user"),
        )
        back = LookingBack(self).parts()
        if not found.verdicts:
            nothing = _("No feedback sheets yet. Ask both participants and organisers: they often differ.")
            return [Acts(acts), Note(nothing, quiet=True), *back]
        theirs = [sheet for sheet in found.verdicts if sheet.given_by is GivenBy.PARTICIPANT]
        ours = [sheet for sheet in found.verdicts if sheet.given_by is GivenBy.ORGANISER]
        return [Acts(acts), *_side_by_side(theirs, ours), *back, *self._sheets([*theirs, *ours])]

    def add(self, given_by: GivenBy) -> None:
        """Ask for one sheet after another."""
        titles = {GivenBy.PARTICIPANT: _("A participant’s feedback sheet"), GivenBy.ORGANISER: _("An organiser’s feedback sheet")}
        fields = fields_for(Verdict, sheet_lines(), given_by=given_by)
        what = _("Copy what is on the sheet. Leave blank what they left blank.")
        close, further = _("Save and close"), _("Save and next sheet")
        self.shell.open_form(titles[given_by], fields, self._add, ok=close, again=further, help_line=what)

    def edit(self, verdict_id: str) -> None:
        """Ask what is different about a sheet."""
        sheet = next(sheet for sheet in self.found.verdicts if sheet.id == verdict_id)
        self.shell.open_form(
            _("Edit a feedback sheet"),
            fields_for(Verdict, sheet_lines(), sheet),
            lambda values: room.edit_verdict(self.file, sheet.id, **differing(sheet, values)),
            ok=_("Save"),
        )

    def delete(self, verdict_id: str) -> None:
        """Delete a sheet typed by mistake."""
        attempt_delete(self.shell, lambda: room.delete_verdict(self.file, RowId(verdict_id)))

    def _add(self, values: dict[str, Any]) -> RowId:
        return room.record_verdict(self.file, self.workshop_id, **recorded(Verdict, values))

    def _sheets(self, sheets: Sequence[Verdict]) -> list[Part]:
        parts: list[Part] = [Heading(_("Every sheet"))]
        is_open = self.day.opened == SHOW_ALL or any(self.day.opened == f"sheet {sheet.id}" for sheet in sheets[FEW_SHEETS:])
        for number, sheet in enumerate(sheets if is_open else sheets[:FEW_SHEETS], start=1):
            key = f"sheet {sheet.id}"
            title = _("{n}. {who}").format(n=number, who=label(sheet.given_by))
            line = Item(key, title, _marks(sheet), self.toggle(key), icon="clipboard-list")
            parts.append(line)
            if self.day.opened == key and sheet.words:
                parts.append(Note(sheet.words, quoted=True))
            parts += self.opened(line, self._acts(sheet))
        if not is_open and len(sheets) > FEW_SHEETS:
            words = _("Show all {n} sheets").format(n=len(sheets))
            parts.append(Acts((Act("show_sheets", words, self.toggle(SHOW_ALL), "clipboard-list"),)))
        return parts

    def _acts(self, sheet: Verdict) -> tuple[Act, ...]:
        return (
            Act("sheet_edit", _("Edit"), doing(self.edit, sheet.id), "pencil"),
            Act("sheet_delete", _("Delete"), doing(self.delete, sheet.id), "trash-2"),
        )


def sheet_lines() -> list[Line]:
    """The questions of the sheet, in its order."""
    rest = Further(_("The rest of the sheet"), _("Only if your sheet asks these."))
    return [
        *(Line(name, words, _("0 to 10")) for name, words in _sliders().items()),
        Line("given_by", _("Whose sheet it is")),
        Line("access_worked", _("Did access work for them?"), group=rest),
        Line("had_influence", _("Did they have influence?"), group=rest),
        Line("words", _("In their own words"), long=True, group=rest),
    ]


def _sliders() -> dict[str, str]:
    return {
        "voice": _("Being heard"),
        "ways": _("Ways to take part"),
        "agenda": _("Whose agenda it was"),
        "change": _("Readiness to change"),
    }


def _side_by_side(theirs: Sequence[Verdict], ours: Sequence[Verdict]) -> list[Part]:
    counted = joined(
        ngettext("{n} participant’s sheet", "{n} participants’ sheets", len(theirs)).format(n=len(theirs)),
        ngettext("{n} organiser’s sheet", "{n} organisers’ sheets", len(ours)).format(n=len(ours)),
    )
    parts: list[Part] = [Note(_("{sheets}. The marks are means, from 0 to 10.").format(sheets=counted), quiet=True)]
    for name, words in _sliders().items():
        both = _("Participants {theirs} · organisers {ours}").format(theirs=_mean(theirs, name), ours=_mean(ours, name))
        parts.append(Fact("scale", words.upper(), both))
    return parts


def _mean(sheets: Sequence[Verdict], name: str) -> str:
    marks = [mark for sheet in sheets if (mark := getattr(sheet, name)) is not None]
    return f"{fmean(marks):.1f}" if marks else _("not recorded")


def _marks(sheet: Verdict) -> str:
    marks = (f"{words} {_mark(getattr(sheet, name))}" for name, words in _sliders().items())
    return joined(*marks)


def _mark(mark: int | None) -> str:
    return "–" if mark is None else str(mark)
