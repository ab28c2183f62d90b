"""Settings: how the window looks on this computer, and under it what belongs to the open workspace."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coproduce.i18n import _
from ui.kit.chips import Chip, Chips
from ui.kit.layout import card, column, rule
from ui.kit.page import Page
from ui.kit.screen import Shell
from ui.kit.words import label
from ui.look_actions import SIZES, LookActions
from ui.open_workspace import OpenWorkspace
from ui.theme import ATKINSON, INTER


class SettingsPage(Page):
    """Each setting takes effect at once and is remembered on this computer."""

    def __init__(self, look: LookActions, workspace: OpenWorkspace | None, shell: Shell) -> None:
        super().__init__(_("Settings"), _("Changes take effect at once."))
        self._look = look
        self.appearance = Chips(_("Appearance"), self._use_appearance)
        self.text_size = Chips(_("Text size"), self._use_size)
        self.family = Chips(_("Typeface"), self._use_family)
        self.add(
            card(
                label(_("On this computer"), "h2"),
                label(_("Only for you, here. Nothing in the workspace changes."), "muted", wrap=True),
                rule(),
                _line(_("Appearance"), _("High contrast is white and yellow on black."), self.appearance),
                rule(),
                _line(_("Text size"), _("Also with Ctrl and +, − or 0, on any page."), self.text_size),
                rule(),
                _line(_("Typeface"), _("Atkinson Hyperlegible keeps letters that look alike apart."), self.family),
                gap=14,
            )
        )
        self._workspace_part = _workspace_part(workspace, shell)
        if self._workspace_part is not None:
            self.add(self._workspace_part)
        self.body.addStretch(1)
        self.retheme()

    def retheme(self) -> None:
        """Show what is in use now, however it was chosen."""
        super().retheme()
        kept = self._look.preferences
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

    @property
    def viewmodel(self) -> object | None:
        """The state of the workspace part, if there is one."""
        return getattr(self._workspace_part, "viewmodel", None)

    def _use_appearance(self, key: str) -> None:
        self._look.use_appearance(key)

    def _use_size(self, key: str) -> None:
        self._look.use_size(int(key))

    def _use_family(self, key: str) -> None:
        self._look.use_family(key)


def _line(title: str, words: str, chips: Chips) -> QWidget:
    made = QWidget()
    made.setLayout(column(label(title, "h3"), label(words, "muted", wrap=True), chips, gap=6))
    return made


def _workspace_part(workspace: OpenWorkspace | None, shell: Shell) -> QWidget | None:
    """The settings of the workspace, where one is open: `ui.screens.settings`."""
    from ui.screens import WORKSPACE_SETTINGS

    if workspace is None or WORKSPACE_SETTINGS is None:
        return None
    part: QWidget = WORKSPACE_SETTINGS.build(workspace, shell)
    return part
