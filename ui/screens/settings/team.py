"""Who works with this workspace, and what each of them may see and change. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date
from enum import StrEnum
from typing import TYPE_CHECKING, Any

from coproduce.domain.codes import Right
from coproduce.domain.team import TeamMember, is_named
from coproduce.domain.wording import label
from coproduce.errors import Refused
from coproduce.i18n import _, ngettext
from coproduce.operations import team
from coproduce.storage.queries.team import team as team_of
from ui.kit.cells import Cell, PillCell, Tone, TwoLines
from ui.kit.columns import Column
from ui.kit.deleted import say_deleted
from ui.kit.detail_parts import Act, Fact, Note, Part, State, Title
from ui.kit.noun_form import Line, differing, fields_for, recorded
from ui.kit.record_list import local_today
from ui.kit.rows_in_memory import RowsInMemory

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell


class Who(StrEnum):
    """The filters of the list."""

    ALL = "all"
    LEADS = "leads"


def _lines() -> list[Line]:
    return [
        Line("name", _("Name"), _("As they give it on their own computer, under Settings, How it looks.")),
        Line("right", _("What they may see and change"), _("Somebody who is not named here looks only, and sees no needs.")),
    ]


def right_words(right: Right) -> str:
    """What somebody may see and change, in two sentences."""
    never = _("Sees that something is to be arranged for a person, never what or why.")
    return {
        Right.LEAD: _("Sees and changes everything. Only leads see what people need, and only they change the team."),
        Right.ORGANISER: " ".join((_("Changes everything but needs and the team."), never)),
        Right.FINANCE: " ".join((_("Changes payments, batches, rates and the budget."), never)),
        Right.READER: " ".join((_("Changes nothing."), never)),
    }[right]


class TeamModel(RowsInMemory[Who, TeamMember]):
    """Everybody of the team."""

    noun = TeamMember
    kinds = frozenset({"TeamMember"})

    def __init__(self, file: WorkspaceFile, shell: Shell, today: Callable[[], date] = local_today) -> None:
        super().__init__(file, shell, today, filters=Who, sort="name")
        self.columns = [
            Column(_("Name"), self._name, width=220, sort="name", stretch=True),
            Column(_("May see and change"), _right, width=240, sort="right"),
        ]

    def read_rows(self) -> Mapping[str, TeamMember]:
        return {str(member.id): member for member in team_of(self.file)}

    def fits(self, row: TeamMember, which: Who) -> bool:
        return which is Who.ALL or row.right is Right.LEAD

    def searched(self, row: TeamMember) -> str:
        return f"{row.name} {label(row.right)}"

    @property
    def help_line(self) -> str:
        """How many there are, and what it is and is not."""
        if not self.total:
            return _("Who works with this workspace, and what they may see.")
        words = ngettext("{n} person. ", "{n} people. ", self.total).format(n=self.total)
        return words + _("A courtesy among colleagues: whoever has the file can give another name.")

    def filter_words(self) -> Mapping[Who, str]:
        return {Who.ALL: _("All"), Who.LEADS: _("Leads")}

    @property
    def parts(self) -> list[Part]:
        """The pane about the one chosen."""
        if self.detail is None:
            return []
        here = is_named([self.detail], self.shell.my_name)
        return [
            Title(self.detail.name, _("That is you") if here else "", is_person=True),
            State(_pill(self.detail)),
            Fact("shield-check", _("MAY SEE AND CHANGE"), right_words(self.detail.right)),
            Note(_("This keeps needs off the screens of colleagues. It does not lock the file: a passphrase does."), quiet=True),
        ]

    @property
    def foot(self) -> list[Act]:
        """Edit or take off."""
        if self.detail is None:
            return []
        return [Act("edit", _("Edit"), self.edit, "pencil"), Act("delete", _("Take off"), self.delete, "trash-2")]

    def add(self) -> None:
        """Ask about somebody; the first is whoever sits here."""
        first = {} if self.total else {"name": self.shell.my_name or None, "right": Right.LEAD}
        self.shell.open_form(_("Name somebody of the team"), fields_for(TeamMember, _lines(), **first), self._add, ok=_("Add to the team"))

    def edit(self) -> None:
        """Ask what is different."""
        if self.detail is not None:
            title = _("Edit {name}").format(name=self.detail.name)
            self.shell.open_form(title, fields_for(TeamMember, _lines(), self.detail), self._edit, ok=_("Save"))

    def delete(self) -> None:
        """Take somebody off the team."""
        if self.detail is not None:
            member = self.detail

            def act() -> None:
                team.delete_team_member(self.file, member.id)
                say_deleted(self.shell, _("Took {name} off the team.").format(name=member.name))

            self.shell.attempt(act, say=False)

    def _add(self, values: dict[str, Any]) -> None:
        known, me = recorded(TeamMember, values), self.shell.my_name
        if not self.total and me and not is_named([TeamMember(**known)], me):
            raise Refused(_("Begin with yourself: on this computer you are {name}.").format(name=me), field="name")
        added = team.add_team_member(self.file, **known)
        if not me:
            self.shell.call_me(known["name"])
        self.show_record(str(added))

    def _edit(self, values: dict[str, Any]) -> None:
        if self.detail is not None:
            team.edit_team_member(self.file, self.detail.id, **differing(self.detail, values))

    def _name(self, member: TeamMember) -> Cell:
        return TwoLines(member.name, _("That is you") if is_named([member], self.shell.my_name) else "")


def _pill(member: TeamMember) -> PillCell:
    is_lead = member.right is Right.LEAD
    return PillCell(label(member.right), Tone.OK if is_lead else Tone.PLAIN, "shield-check" if is_lead else "user")


def _right(member: TeamMember) -> Cell:
    return _pill(member)
