"""Signs that nobody sits at the computer: it goes to sleep, or its screen is locked.

Linux says so on D-Bus (logind, and the screen savers of the desktops), Windows by messages to the window. macOS tells only programs
built with its own tools, so there a sleep is seen by the clock, once the computer is awake again.
"""

from __future__ import annotations

import sys
from typing import TYPE_CHECKING, Any

from PySide6.QtCore import SLOT, QAbstractNativeEventFilter, QCoreApplication, QObject, Signal, Slot

from coproduce.i18n import _

if TYPE_CHECKING:
    from PySide6.QtWidgets import QWidget

SLEEP, SCREEN = "sleep", "screen"

_LOGIND = "org.freedesktop.login1"
_LOGIND_PLACE = "/org/freedesktop/login1"
_SCREEN_SAVERS = ("org.freedesktop.ScreenSaver", "org.gnome.ScreenSaver", "org.cinnamon.ScreenSaver", "org.mate.ScreenSaver")
_PATIENCE_MS = 300

_SESSION_CHANGE, _POWER = 0x02B1, 0x0218
_SESSION_LOCKED, _GOES_TO_SLEEP = 0x7, 0x4
"""WM_WTSSESSION_CHANGE with WTS_SESSION_LOCK, WM_POWERBROADCAST with PBT_APMSUSPEND. Source: learn.microsoft.com/windows/win32."""


class ComputerSigns(QObject):
    """`came` carries `sleep` or `screen`. Where the computer does not say, it is silent."""

    came = Signal(str)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._awake_until_locked: Any = None
        """The computer waits with its sleep, a few seconds at most, for as long as this is held."""
        self._messages: _WindowsMessages | None = None
        if sys.platform.startswith("linux"):
            self._listen_on_the_bus()
        elif sys.platform == "win32":
            self._messages = _WindowsMessages(self, parent)

    @Slot(bool)
    def goes_to_sleep(self, begins: bool) -> None:
        """The computer is about to sleep, or is awake again."""
        if begins:
            self.came.emit(SLEEP)
        else:
            self._hold_sleep_back()

    @Slot(bool)
    def screen_saver(self, shown: bool) -> None:
        """The screen saver, which is the lock of most desktops, came or went."""
        if shown:
            self.came.emit(SCREEN)

    @Slot()
    def session_locked(self) -> None:
        """The session is being locked."""
        self.came.emit(SCREEN)

    def _listen_on_the_bus(self) -> None:
        from PySide6.QtDBus import QDBusConnection

        system, session = QDBusConnection.systemBus(), QDBusConnection.sessionBus()
        if system.isConnected():
            sleeps, locks = _slot("goes_to_sleep(bool)"), _slot("session_locked()")
            system.connect(_LOGIND, _LOGIND_PLACE, f"{_LOGIND}.Manager", "PrepareForSleep", self, sleeps)
            system.connect(_LOGIND, "", f"{_LOGIND}.Session", "Lock", self, locks)
            self._hold_sleep_back()
        if session.isConnected():
            for name in _SCREEN_SAVERS:
                session.connect("", "", name, "ActiveChanged", self, _slot("screen_saver(bool)"))

    def _hold_sleep_back(self) -> None:
        """Ask logind to wait until we are locked; it waits five seconds at most. Source: systemd.io/INHIBITOR_LOCKS."""
        from PySide6.QtDBus import QDBus, QDBusConnection, QDBusMessage

        bus = QDBusConnection.systemBus()
        ask = QDBusMessage.createMethodCall(_LOGIND, _LOGIND_PLACE, f"{_LOGIND}.Manager", "Inhibit")
        ask.setArguments(["sleep", "Coproduce", _("A workspace is being locked"), "delay"])
        answer = bus.call(ask, QDBus.CallMode.Block, _PATIENCE_MS)
        given = answer.arguments()
        if answer.type() == QDBusMessage.MessageType.ReplyMessage and given:
            self._awake_until_locked = given[0]


def _slot(signature: str) -> Any:
    """As the bus takes it: words, whatever its type says."""
    return SLOT(signature)


class _WindowsMessages(QAbstractNativeEventFilter):
    """What Windows tells a window of its session and of sleep."""

    def __init__(self, signs: ComputerSigns, window: QWidget) -> None:
        super().__init__()
        import ctypes

        self._signs = signs
        ctypes.WinDLL("wtsapi32").WTSRegisterSessionNotification(int(window.winId()), 0)  # type: ignore[attr-defined, unused-ignore]
        application = QCoreApplication.instance()
        if application is not None:
            application.installNativeEventFilter(self)

    def nativeEventFilter(self, kind: Any, message: Any) -> Any:
        """Look at one message, and let it pass."""
        if kind == b"windows_generic_MSG":
            import ctypes.wintypes

            told = ctypes.wintypes.MSG.from_address(int(message))
            if (told.message, told.wParam) == (_SESSION_CHANGE, _SESSION_LOCKED):
                self._signs.came.emit(SCREEN)
            elif (told.message, told.wParam) == (_POWER, _GOES_TO_SLEEP):
                self._signs.came.emit(SLEEP)
        return False, 0
