"""Ask axe-core, the reference checker of accessible web pages, about pages, in one headless Chromium.

The pages are served on this computer, one after the other; each carries axe and a small script that runs it, sends back what
it found and goes on to the next page. Where Chromium or axe is missing, `why_not()` says so in a sentence and the tests that need
them are skipped.
"""

from __future__ import annotations

import importlib.util
import json
import os
import shutil
import subprocess
import tempfile
import threading
from collections.abc import Mapping
from functools import partial
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import NamedTuple

BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "msedge")
SEE = "see tests/axe/README.md"
LONGEST = 60.0
"""Seconds in which the next page must answer."""

_RUN = """
window.addEventListener("load", async () => {
  let told;
  try {
    await document.fonts.ready;
    const found = await axe.run(document, {resultTypes: ["violations"], reporter: "v1"});
    told = {violations: found.violations, rules: found.passes.length};
  } catch (error) { told = {error: String(error)}; }
  const next = await fetch("/told" + location.pathname, {method: "POST", body: JSON.stringify(told)});
  const where = await next.text();
  if (where) location.replace(where);
});
"""


class Violation(NamedTuple):
    """A rule of axe that a page breaks: its name, how bad it is, what helps, and where first."""

    rule: str
    impact: str
    help: str
    times: int
    place: str

    def __str__(self) -> str:
        return f"{self.rule} ×{self.times} ({self.impact}): {self.help} at {self.place}"


def browser() -> str | None:
    """The Chromium to start."""
    named = os.environ.get("COPRODUCE_CHROMIUM")
    return named or next((path for name in BROWSERS if (path := shutil.which(name))), None)


def script() -> Path | None:
    """axe itself, where it is installed."""
    found = importlib.util.find_spec("axe_core_python")
    where = Path(found.origin).with_name("axe.min.js") if found and found.origin else None
    return where if where and where.exists() else None


def why_not() -> str | None:
    """Why axe cannot run here, or None where it can."""
    if browser() is None:
        return f"axe needs Chromium, and there is none here: {SEE}"
    return None if script() else f"axe itself is not installed (axe-core-python): {SEE}"


def check(pages: Mapping[str, str], *, dark: bool = False) -> dict[str, list[Violation]]:
    """What axe finds in each page, by name; `dark` as on a dark screen. Raises `RuntimeError` where a page gives no answer."""
    if not pages:
        return {}
    asked = _Asked(dict(pages))
    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(_Desk, asked))
    serving = threading.Thread(target=server.serve_forever, daemon=True)
    serving.start()
    try:
        with tempfile.TemporaryDirectory(ignore_cleanup_errors=True) as profile:
            _browse(f"http://127.0.0.1:{server.server_port}/0", Path(profile), asked, dark=dark)
    finally:
        server.shutdown()
        server.server_close()
        serving.join()
    return {name: _violations(name, asked.told[place]) for place, name in enumerate(pages)}


class _Asked:
    """The pages, and what was told of each so far."""

    def __init__(self, pages: dict[str, str]) -> None:
        self.pages = list(pages.values())
        self.names = list(pages)
        self.told: dict[int, dict] = {}
        self.news = threading.Condition()

    def tell(self, place: int, found: dict) -> str:
        """Keep an answer; where the next page is, or nothing."""
        with self.news:
            self.told[place] = found
            self.news.notify_all()
        return f"/{place + 1}" if place + 1 < len(self.pages) else ""


class _Desk(BaseHTTPRequestHandler):
    """Hands out the pages and takes the answers."""

    def __init__(self, asked: _Asked, *more) -> None:
        self.asked = asked
        super().__init__(*more)

    def do_GET(self) -> None:
        if self.path == "/axe.js":
            path = script()
            self._give(path.read_bytes() if path else b"", "text/javascript")
        elif self.path.lstrip("/").isdecimal():
            added = f'<script src="/axe.js"></script><script>{_RUN}</script></body>'
            page = self.asked.pages[int(self.path.lstrip("/"))].replace("</body>", added)
            self._give(page.encode(), "text/html; charset=utf-8")
        else:
            self.send_error(404)

    def do_POST(self) -> None:
        found = json.loads(self.rfile.read(int(self.headers["Content-Length"])))
        self._give(self.asked.tell(int(self.path.removeprefix("/told/")), found).encode(), "text/plain")

    def _give(self, content: bytes, kind: str) -> None:
        self.send_response(200)
        self.send_header("Content-Type", kind)
        self.send_header("Content-Length", str(len(content)))
        self.end_headers()
        self.wfile.write(content)

    def log_message(self, *_words) -> None:
        """Say nothing."""


def _browse(address: str, profile: Path, asked: _Asked, *, dark: bool) -> None:
    flags = ["--headless=new", "--disable-gpu", "--disable-dev-shm-usage", "--no-first-run", "--disable-background-networking"]
    flags += [f"--user-data-dir={profile}", "--window-size=1000,900", f"--blink-settings=preferredColorScheme={0 if dark else 1}"]
    if getattr(os, "geteuid", lambda: 1)() == 0:
        flags.append("--no-sandbox")  # Chromium asks for it of the superuser
    with (profile / "said.txt").open("wb") as said:
        running = subprocess.Popen([str(browser()), *flags, address], stdout=said, stderr=said)
        try:
            for place in range(len(asked.pages)):
                with asked.news:
                    heard = asked.news.wait_for(lambda place=place: place in asked.told, LONGEST)
                if not heard:
                    words = (profile / "said.txt").read_text(errors="replace")[-1500:]
                    raise RuntimeError(f"axe gave no answer on {asked.names[place]!r}. Chromium said:\n{words}")
        finally:
            running.terminate()
            running.wait(20)


def _violations(name: str, told: dict) -> list[Violation]:
    if "error" in told or not told["rules"]:
        raise RuntimeError(f"axe could not look at {name!r}: {told.get('error', 'no rule was tried')}")
    return [
        Violation(each["id"], each["impact"], each["help"], len(each["nodes"]), " ".join(map(str, each["nodes"][0]["target"])))
        for each in told["violations"]
    ]
