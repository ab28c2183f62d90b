"""The page carries its own letters, so that it looks the same everywhere and fetches nothing."""

from __future__ import annotations

import base64
from functools import cache
from pathlib import Path

_FOLDER = Path(__file__).resolve().parents[3] / "assets" / "fonts"
_FACES = ((400, "AtkinsonHyperlegibleNext-Regular.ttf"), (700, "AtkinsonHyperlegibleNext-Bold.ttf"))


@cache
def font_faces() -> str:
    """The style rules that hold Atkinson Hyperlegible Next, regular and bold (Latin; other scripts use the reader's own fonts)."""
    return "".join(_face(weight, _FOLDER / name) for weight, name in _FACES)


def _face(weight: int, path: Path) -> str:
    data = base64.b64encode(path.read_bytes()).decode("ascii")
    family = '"Atkinson Hyperlegible Next"'
    return f'@font-face {{ font-family: {family}; font-weight: {weight}; src: url("data:font/ttf;base64,{data}") format("truetype"); }}\n'
