"""A stand-in for logind and a screen saver on a bus of its own, which says that the computer sleeps, or that its screen is locked.

    python -m tests.ui.logind sleep|session|screen FOLDER

It speaks the real protocol: it hands out the descriptor that holds sleep back, and writes down how long it was held after the sign.
"""

from __future__ import annotations

import os
import sys
import time
from pathlib import Path

from jeepney import DBusAddress, HeaderFields, MessageType, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

NAME, PLACE = "org.freedesktop.login1", "/org/freedesktop/login1"
SIGNS = {
    "sleep": (DBusAddress(PLACE, interface=f"{NAME}.Manager"), "PrepareForSleep", "b", (True,)),
    "session": (DBusAddress(f"{PLACE}/session/_31", interface=f"{NAME}.Session"), "Lock", None, ()),
    "screen": (DBusAddress("/org/gnome/ScreenSaver", interface="org.gnome.ScreenSaver"), "ActiveChanged", "b", (True,)),
}


def main(sign: str, folder: Path) -> None:
    """Serve until the sign is given and what held sleep back is let go."""
    bus = open_dbus_connection(bus="SESSION", enable_fds=True)
    bus.send_and_get_reply(message_bus.RequestName(NAME))
    held, given = None, 0.0
    while True:
        try:
            message = bus.receive(timeout=0.05)
        except TimeoutError:
            message = None
        if message is not None and message.header.message_type is MessageType.method_call:
            assert message.header.fields[HeaderFields.member] == "Inhibit", message
            assert message.body[0] == "sleep", message.body
            assert message.body[3] == "delay", message.body
            held, theirs = os.pipe()
            os.set_blocking(held, False)
            bus.send(new_method_return(message, "h", (theirs,)))
            os.close(theirs)
            (folder / "holds sleep back").write_text("yes")
        if not given and (folder / "now").exists():
            bus.send(new_signal(*SIGNS[sign]))
            given = time.monotonic()
        if given and sign != "sleep":
            return
        if given and held is not None and _is_let_go(held):
            (folder / "let go after").write_text(str(time.monotonic() - given))
            return


def _is_let_go(held: int) -> bool:
    try:
        return os.read(held, 1) == b""
    except BlockingIOError:
        return False


if __name__ == "__main__":
    main(sys.argv[1], Path(sys.argv[2]))
