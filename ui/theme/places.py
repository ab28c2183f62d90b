"""Where pictures and typefaces lie."""

from __future__ import annotations

from pathlib import Path

ASSETS = Path(__file__).parent.parent.parent / "assets"
