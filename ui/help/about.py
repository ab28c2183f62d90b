"""What the program is, in one small dialog."""

from __future__ import annotations

from PySide6.QtWidgets import QWidget

from coproduce.i18n import _
from ui.kit.dialogs import MessageDialog


def open_about(parent: QWidget) -> MessageDialog:
    """Say what the program is and which version."""
    from coproduce import __version__

    dialog = MessageDialog(
        parent,
        "handshake",
        _("Coproduce {version}").format(version=__version__),
        _(
            "Plan co-production workshops, look after the people who come, and show honestly how equal it was.\n\n"
            "Free software under the MIT licence. Your data stays in your own file on this computer."
        ),
    )
    dialog.add_button(_("Close"), primary=True)
    dialog.open()
    return dialog
