"""What every test stands on: no screen, no trace in the home folder, and a picture of each window when a test fails."""

from __future__ import annotations

import os
import re
import shutil
import sys
import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")  # before anything imports Qt
HOME = tempfile.mkdtemp(prefix="coproduce-tests-")
os.environ |= {"HOME": HOME, "TZ": "Europe/London", "LANG": "C.UTF-8", "LANGUAGE": "en_GB"}
for name, folder in (("CONFIG", ".config"), ("DATA", ".local/share"), ("CACHE", ".cache"), ("STATE", ".local/state")):
    os.environ[f"XDG_{name}_HOME"] = f"{HOME}/{folder}"
    Path(HOME, folder).mkdir(parents=True)
for name in ("COPRODUCE_PASSPHRASE", "LC_ALL", "QT_SCALE_FACTOR", "QT_STYLE_OVERRIDE", "QT_QPA_PLATFORMTHEME"):
    os.environ.pop(name, None)

import pytest  # noqa: E402  after the environment is set
from hypothesis import settings  # noqa: E402

if TYPE_CHECKING:
    from collections.abc import Callable, Generator, Iterator

    from tests.axe.checker import Violation
    from tests.cli_shell import Shell
    from tests.verapdf.checker import Verdict

from tests.spelled_once import spell_once  # noqa: E402

spell_once()

settings.register_profile("suite", derandomize=True)
settings.register_profile("search", derandomize=False, print_blob=True)
settings.load_profile("suite")

ROOT = Path(__file__).resolve().parent.parent
SCREENSHOTS = ROOT / "screenshots"


@pytest.fixture(autouse=True)
def settings_of_nobody(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Iterator[None]:
    """A window test starts with no preferences and leaves none behind."""
    if "qapp" not in request.fixturenames and "qtbot" not in request.fixturenames:
        yield
        return
    from PySide6.QtCore import QSettings

    folder = str(tmp_path_factory.mktemp("settings"))
    QSettings.setDefaultFormat(QSettings.Format.IniFormat)
    for form in (QSettings.Format.IniFormat, QSettings.Format.NativeFormat):
        for scope in (QSettings.Scope.UserScope, QSettings.Scope.SystemScope):
            QSettings.setPath(form, scope, folder)
    yield


def pytest_unconfigure() -> None:
    """Take the home folder of the tests away again."""
    shutil.rmtree(HOME, ignore_errors=True)


@pytest.hookimpl(wrapper=True)
def pytest_runtest_makereport(item: pytest.Item, call: pytest.CallInfo[None]) -> Generator[None, pytest.TestReport, pytest.TestReport]:
    """Keep a picture of every open window when a test fails."""
    report = yield
    if report.when == "call" and report.failed:
        pictures = photograph_windows(re.sub(r"[^\w.-]+", "_", item.nodeid)[-120:])
        if pictures:
            report.sections.append(("windows", "\n".join(map(str, pictures))))
    return report


def photograph_windows(label: str) -> list[Path]:
    """Save each visible top level window as `screenshots/<label>-<n>.png`; nothing where no window was made."""
    widgets = sys.modules.get("PySide6.QtWidgets")
    if widgets is None or widgets.QApplication.instance() is None:
        return []
    SCREENSHOTS.mkdir(exist_ok=True)
    pictures = []
    for number, window in enumerate(w for w in widgets.QApplication.topLevelWidgets() if w.isVisible()):
        picture = SCREENSHOTS / f"{label}-{number}.png"
        if window.grab().save(str(picture)):
            pictures.append(picture)
    return pictures


@pytest.fixture(scope="session")
def verapdf() -> Callable[..., list[Verdict]]:
    """`verapdf([path, ...])` gives veraPDF's verdicts; the test is skipped, with the reason, where it cannot run."""
    from tests.verapdf import checker

    if reason := checker.why_not():
        pytest.skip(reason)
    return checker.check


@pytest.fixture(scope="session")
def axe() -> Callable[..., dict[str, list[Violation]]]:
    """`axe({name: page, ...})` gives what axe finds in each web page; the test is skipped, with the reason, where it cannot run."""
    from tests.axe import checker

    if reason := checker.why_not():
        pytest.skip(reason)
    return checker.check


@pytest.fixture(scope="session")
def libreoffice() -> Callable[..., list[Path]]:
    """`libreoffice([path, ...], form, folder)` gives each document as LibreOffice writes it; the test is skipped where it cannot run."""
    from tests.libreoffice import checker

    if reason := checker.why_not():
        pytest.skip(reason)
    return checker.converted


@pytest.fixture
def shell(tmp_path: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch) -> Shell:
    """The command line, in a folder of its own and with no passphrase in the environment."""
    from tests.cli_shell import Shell

    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("COPRODUCE_PASSPHRASE", raising=False)
    return Shell(tmp_path, capsys)


@pytest.fixture
def case_1(shell: Shell) -> Path:
    """The first case as a workspace, made by commands."""
    from tests.cli_shell import CASE_1

    assert shell("new", "w.coproduce", "--no-passphrase").code == 0
    assert shell("import", "w.coproduce", CASE_1).code == 0
    return shell.path("w.coproduce")
