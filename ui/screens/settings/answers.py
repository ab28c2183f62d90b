"""What an organisation answers once for all its projects, question by question. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from coproduce.domain.workspace import SETTING_NAMES, WorkspaceSettings
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.settings import change_settings
from coproduce.storage.queries import organisation
from ui.kit.fields import Choice

if TYPE_CHECKING:
    from coproduce.storage.workspace_file import WorkspaceFile
    from ui.kit.screen import Shell, Touched


class Asked(NamedTuple):
    """One question: the setting it fills, its words, why it is asked, and the unit of a number ("" for words)."""

    name: str
    label: str
    why: str
    unit: str = ""


class Group(NamedTuple):
    """Questions that belong together, under a title."""

    title: str
    asked: tuple[Asked, ...]


def groups() -> tuple[Group, ...]:
    """Every setting, in the order it is asked."""
    return (
        Group(_("Your organisation"), _organisation()),
        Group(_("How your documents look"), _look()),
        Group(_("What you promise people"), _promises()),
        Group(_("How long you keep what you hold about people"), _keeping()),
        Group(_("What reports show"), _reports()),
    )


def _organisation() -> tuple[Asked, ...]:
    return (
        Asked("organisation", _("Name"), _("It stands on every report and handout.")),
        Asked("currency", _("Currency"), _("The sign before every amount. Amounts already written down keep their figures.")),
        Asked("region", _("Region"), _("Some rates hold in one region only. Write it as your rates do, such as Wales.")),
    )


def _look() -> tuple[Asked, ...]:
    return (
        Asked("colour", _("Colour"), _("Of the band and the headings of what you print. It must be dark enough to read on white.")),
        Asked("logo", _("Logo"), _("A PNG or JPEG. It stands on the front of every report, letter and handout, beside your name.")),
    )


def _promises() -> tuple[Asked, ...]:
    return (
        Asked(
            "payment_promise_days",
            _("Pay people within"),
            _("Counted from the workshop, not from the claim. After that, a payment shows as late."),
            _("days"),
        ),
        Asked(
            "feedback_promise_days",
            _("Tell people what came of it within"),
            _("Counted from the workshop, unless the workshop has a promised day of its own."),
            _("days"),
        ),
        Asked(
            "papers_promise_days",
            _("Send papers at least"),
            _("So that people can read them in good time, in the format they need."),
            _("days before"),
        ),
        Asked(
            "ask_access_days",
            _("Ask what people need at least"),
            _("So that there is time to arrange it before the workshop."),
            _("days before"),
        ),
    )


def _keeping() -> tuple[Asked, ...]:
    after = _("days")
    return (
        Asked(
            "keep_people_days",
            _("Erase people after"),
            _("Counted from their last workshop, or from when they left. A day set for one person comes first. 0: only such days count."),
            after,
        ),
        Asked(
            "keep_needs_days",
            _("Delete what people need after"),
            _("Counted from their last workshop, where nobody recorded whether to keep it. 0: only those who said no."),
            after,
        ),
        Asked(
            "keep_contact_days",
            _("Delete how to reach people after"),
            _("Counted from the day they left. 0: it stays until they are erased."),
            after,
        ),
    )


def _reports() -> tuple[Asked, ...]:
    return (
        Asked(
            "small_number_threshold",
            _("Hide equality counts below"),
            _("A small number could give somebody away."),
            _("people"),
        ),
        Asked(
            "late_entry_days",
            _("Say so when something was written down after"),
            _("What is typed long afterwards is less sure. Reports say how much of it there is."),
            _("days"),
        ),
    )


class AnswersModel:
    """The answers in use, and changing them one at a time. Each change is one step to undo."""

    def __init__(self, file: WorkspaceFile, shell: Shell) -> None:
        self.file, self.shell = file, shell
        self.values: Mapping[str, str] = _written(WorkspaceSettings())

    def wants(self, touched: Touched) -> bool:
        """Is one of them a setting?"""
        return any(kind == "Setting" for kind, _id in touched)

    def refresh(self) -> None:
        """Ask what is in use; a setting nobody gave has its usual value."""
        self.values = _written(organisation.settings(self.file))

    def usual(self, name: str) -> str:
        """What holds where nothing is written."""
        return _written(WorkspaceSettings())[name]

    def change(self, name: str, value: str) -> str:
        """Keep an answer. Says what is wrong with it; nothing where it is kept or was there already."""
        if value.strip() == self.values[name]:
            return ""
        refused = ""

        def act() -> None:
            nonlocal refused
            try:
                change_settings(self.file, {name: value})
            except Refused as error:
                refused = str(error)

        self.shell.attempt(act)
        return refused

    def choose_logo(self, path: Path) -> str:
        """Make a picture the logo. Says what is wrong with it; nothing where it is kept."""
        from coproduce.imports.logo import logo_from

        try:
            return self.change("logo", logo_from(path))
        except Refused as error:
            return str(error)

    @property
    def currencies(self) -> list[Choice]:
        """The currencies with a sign of their own, and the one in use if it is another."""
        known = [Choice("GBP", _("£ – pound sterling")), Choice("EUR", _("€ – euro")), Choice("USD", _("$ – US dollar"))]
        used = self.values["currency"]
        return known if used in {choice.value for choice in known} else [*known, Choice(used, used)]


def _written(settings: WorkspaceSettings) -> dict[str, str]:
    return {name: str(getattr(settings, name)) for name in SETTING_NAMES}
