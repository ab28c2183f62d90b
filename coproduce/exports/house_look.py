"""How an organisation's documents look: its logo and its colour, as its settings say. Only fronts and accents change."""

from __future__ import annotations

from functools import lru_cache
from io import BytesIO
from typing import TYPE_CHECKING

from coproduce.domain.logo import logo_png
from coproduce.domain.workspace import WorkspaceSettings
from coproduce.exports.document import Look
from coproduce.i18n import _

if TYPE_CHECKING:
    from PIL import Image


def look_of(settings: WorkspaceSettings) -> Look:
    """The look of everything this organisation prints."""
    return Look(settings.colour, logo_png(settings.logo))


def logo_alt(organisation: str) -> str:
    """What is read out for the logo: nothing where the name stands beside it in words, for it would be heard twice."""
    return "" if organisation.strip() else _("Logo")


@lru_cache(maxsize=8)
def logo_picture(logo: bytes) -> Image.Image:
    """The logo as a picture of red, green and blue."""
    from PIL import Image

    return Image.open(BytesIO(logo)).convert("RGB")


def logo_size(logo: bytes, widest: float, tallest: float) -> tuple[float, float]:
    """Width and height that fit a box, in the shape of the logo."""
    width, height = logo_picture(logo).size
    scale = min(widest / width, tallest / height)
    return width * scale, height * scale
