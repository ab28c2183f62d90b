"""The program as somebody uses it, unlocked by a script: it opens FILE with WORDS, goes to the people, says "ready", and locks on a line.

python -m tests.ui.locking_program FILE WORDS
"""

from __future__ import annotations

import sys
from pathlib import Path

from PySide6.QtCore import QSocketNotifier, QTimer
from PySide6.QtWidgets import QApplication

from ui import starting_again
from ui.app import Start
from ui.kit.form_dialog import FormDialog
from ui.locking import Locking


def main(path: str, words: str) -> int:
    """Run until it has locked."""
    starting_again.be_ready()
    app = QApplication(["coproduce"])
    app.setApplicationName("Coproduce")
    start = Start(app, Path(path))
    window = start.window

    def look() -> None:
        asked = [one for one in window.findChildren(FormDialog) if one.isVisible()]
        if asked:
            asked[0].form.editor("passphrase").put(words)
            asked[0].press_ok()
        elif window.workspace is not None and window.stack.page("people") is None:
            window.go("people")
        elif window.workspace is not None and window.findChild(Locking)._signs is not None:
            timer.stop()
            sys.stdout.write("ready\n")
            sys.stdout.flush()

    def told(_line: object) -> None:
        notifier.setEnabled(False)
        window.findChild(Locking).lock_now()

    timer = QTimer()
    timer.timeout.connect(look)
    timer.start(50)
    notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read)
    notifier.activated.connect(told)
    start.show()
    return app.exec()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1], sys.argv[2]))
