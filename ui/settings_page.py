"""Settings, section by section: what belongs to the open workspace, and how the window looks on this computer."""

from __future__ import annotations

from PySide6.QtWidgets import QLineEdit, QWidget

from coproduce.i18n import _
from ui.kit.chips import Chip, Chips
from ui.kit.layout import card, column, rule
from ui.kit.page import Page
from ui.kit.screen import Shell
from ui.kit.words import label
from ui.look_actions import SIZES, LookActions
from ui.notice import can_notify
from ui.open_workspace import OpenWorkspace
from ui.preferences import LOCK_CHOICES
from ui.screens import WORKSPACE_SETTINGS
from ui.screens.settings.view import WorkspaceSections
from ui.screens.settings.viewmodel import Section, SettingsModel, section_words
from ui.theme import ATKINSON, INTER
from ui.theme.sizes import least_width

_LISTS = (Section.PROJECTS, Section.RATES, Section.TEAM)


class SettingsPage(Page):
    """Each change takes effect at once. While no workspace is open there is only the look."""

    def __init__(self, look: LookActions, workspace: OpenWorkspace | None, shell: Shell) -> None:
        super().__init__(_("Settings"))
        self.look = LookSection(look)
        self.workspace = _workspace_sections(workspace, shell)
        self.sections = Chips(_("Section"), self.show_only)
        self._widgets: dict[Section, QWidget] = {**(self.workspace.widgets if self.workspace else {}), Section.LOOK: self.look}
        self.add(self.sections)
        for key, widget in self._widgets.items():
            self.add(widget, 1 if key in _LISTS else 0)  # what has a stretch may be made lower than its words need
        if self.workspace is not None:
            for made in self.workspace.buttons.values():
                self.header.addWidget(made)  # not among the page's buttons: a row of hidden ones would hold the header narrow
            for line in self.workspace.answers.lines.values():
                self.fold(line.across)
            self.workspace.viewmodel.changed = self.show_state
        self.show_state()

    @property
    def viewmodel(self) -> SettingsModel | None:
        """The state of the workspace's sections, if a workspace is open."""
        return self.workspace.viewmodel if self.workspace else None

    @property
    def section(self) -> Section:
        """The section in sight."""
        return self.workspace.viewmodel.section if self.workspace else Section.LOOK

    def show_state(self) -> None:
        """Draw everything the model says. It may be called at any time."""
        section, workspace = self.section, self.workspace
        figures = workspace.viewmodel.figures if workspace else {}
        self.sections.show_chips([Chip(key, section_words(key), figures.get(key)) for key in self._widgets], section)
        self.sections.setVisible(workspace is not None)
        for key, widget in self._widgets.items():
            widget.setVisible(key is section)
        if workspace is None:
            self.set_help(_("Only for you, on this computer."))
            return
        self.set_help(workspace.viewmodel.help_line)
        for key, made in workspace.buttons.items():
            made.setVisible(key is section)
        workspace.show_state()

    def show_only(self, key: str) -> None:
        """Show a section, such as `rates`, or one answer of this workspace, such as `workspace:organisation`."""
        name, _colon, setting = key.partition(":")
        if self.workspace is not None:
            self.workspace.viewmodel.show_section(Section(name))
            self.workspace.answers.focus(setting)

    def show_record(self, record_id: str) -> None:
        """Show a project, a rate or somebody of the team: another page sent somebody here."""
        if self.workspace is not None:
            self.show_only(self.workspace.viewmodel.section_of(record_id))
            listed = self.workspace.list_in_sight()
            if listed is not None:
                listed.show_record(record_id)

    def rows_in_sight(self) -> tuple[str | None, dict[str, str]]:
        """Rows pasted here are projects, rates or the team, by the section in sight."""
        return {Section.PROJECTS: "Projects", Section.RATES: "Rates", Section.TEAM: "Team"}.get(self.section), {}

    def first_focus(self) -> QWidget:
        """Where the focus starts: the section in sight."""
        return self.sections.button(self.section) if self.workspace else self.look.appearance.button(self.look.chosen_appearance)

    def focus_search(self) -> None:
        """Put the focus in the search box of a list."""
        listed = self.workspace.list_in_sight() if self.workspace else None
        if listed is not None:
            listed.list_card.focus_search()


class LookSection(QWidget):
    """Appearance, text size, typeface, notices, automatic backups and locking; remembered on this computer."""

    def __init__(self, look: LookActions) -> None:
        super().__init__()
        self._look = look
        self.appearance = Chips(_("Appearance"), self._look.use_appearance)
        self.text_size = Chips(_("Text size"), lambda key: self._look.use_size(int(key)))
        self.family = Chips(_("Typeface"), self._look.use_family)
        self.notices = Chips(_("Notice of what is due"), self._use_notices)
        self.backups = Chips(_("Automatic backups"), self._use_backups)
        self.lock = Chips(_("Lock when nobody is here"), self._lock_after)
        self.my_name = QLineEdit(look.preferences.my_name)
        self.my_name.setAccessibleName(_("Your name"))
        self.my_name.editingFinished.connect(self._keep_name)
        least_width(self.my_name, 260)
        whole = card(
            label(_("On this computer"), "h2"),
            rule(),
            _line(_("Your name"), _name_words(), self.my_name),
            rule(),
            _line(_("Appearance"), _("High contrast is white and yellow on black."), self.appearance),
            rule(),
            _line(_("Text size"), _("Also with Ctrl and +, − or 0, on any page."), self.text_size),
            rule(),
            _line(_("Typeface"), _("Atkinson Hyperlegible keeps letters that look alike apart."), self.family),
            rule(),
            _line(_("Notice of what is due"), _notice_words(), self.notices),
            rule(),
            _line(_("Automatic backups"), _("While something changes, and when you close a workspace."), self.backups),
            rule(),
            _line(_("Lock when nobody is here"), _lock_words(), self.lock),
            gap=14,
        )
        self.setLayout(column(whole, None))
        self.retheme()

    @property
    def chosen_appearance(self) -> str:
        """The appearance in use."""
        return self._look.preferences.appearance

    def retheme(self) -> None:
        """Show what is in use now, however it was chosen."""
        kept = self._look.preferences
        self.my_name.setText(kept.my_name)
        self.appearance.show_chips(
            [
                Chip("system", _("As this computer")),
                Chip("light", _("Light")),
                Chip("dark", _("Dark")),
                Chip("contrast", _("High contrast")),
            ],
            kept.appearance,
        )
        self.text_size.show_chips([Chip(str(size), f"{size} %") for size in SIZES], str(kept.text_size))
        self.family.show_chips([Chip(INTER, _("Inter")), Chip(ATKINSON, _("Atkinson Hyperlegible"))], kept.family)
        self.notices.show_chips([Chip("off", _("Off")), Chip("on", _("Once a day"))], "on" if kept.notices else "off")
        self.backups.show_chips([Chip("off", _("None by itself")), Chip("on", _("Every half hour"))], "on" if kept.backs_up else "off")

        self.lock.show_chips([Chip(str(minutes), _after_words(minutes)) for minutes in LOCK_CHOICES], str(kept.lock_minutes))

    def _lock_after(self, key: str) -> None:
        self._look.preferences.lock_minutes = int(key)
        self.retheme()

    def _keep_name(self) -> None:
        self._look.call_me(self.my_name.text())

    def _use_notices(self, key: str) -> None:
        self._look.preferences.notices = key == "on"
        self.retheme()

    def _use_backups(self, key: str) -> None:
        self._look.preferences.backs_up = key == "on"
        self.retheme()


def _workspace_sections(workspace: OpenWorkspace | None, shell: Shell) -> WorkspaceSections | None:
    if workspace is None or WORKSPACE_SETTINGS is None:
        return None
    made: WorkspaceSections = WORKSPACE_SETTINGS.build(workspace, shell)
    return made


def _name_words() -> str:
    words = _("Written down where you enter or approve a payment.")
    return f"{words} {_('Where a workspace has a team, it decides what you see and may change.')}"


def _notice_words() -> str:
    words = _("When you open Coproduce, this computer shows how much is due. It never shows a name.")
    return words if can_notify() else f"{words} {_('This computer has no place for notices at the moment.')}"


def _lock_words() -> str:
    return _("A workspace with a passphrase asks for it again when no key was pressed and the mouse did not move for so long.")


def _after_words(minutes: int) -> str:
    return _("After {n} minutes").format(n=minutes) if minutes else _("Never on this computer")


def _line(title: str, words: str, answer: QWidget) -> QWidget:
    made, name = QWidget(), label(title, "h3")
    name.setBuddy(answer)
    made.setLayout(column(name, label(words, "muted", wrap=True), answer, gap=6))
    return made
