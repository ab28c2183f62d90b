"""A picture somebody chose, made into a logo: upright, on white, scaled down, and written anew without what it said of itself."""

from __future__ import annotations

import base64
import io
import warnings
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from coproduce.domain.logo import LONGEST
from coproduce.errors import Refused
from coproduce.i18n import _

LARGEST_FILE = 20_000_000
"""Bytes of the file that was chosen."""
LARGEST_PICTURE = 40_000_000
"""Points (width times height), looked at before anything is unpacked."""
_WIDTHS = (640, 520, 420, 340, 280, 220, 160)
_TALLEST = 0.75
"""Of the width: a tall logo is made as much narrower."""
_COLOURS = (256, 64, 24)


def logo_from(path: Path) -> str:
    """The logo as a setting holds it (base64 of a PNG). Raises `Refused` where it cannot be read, or is or stays too large."""
    picture = _on_white(_opened(path))
    for width in _WIDTHS:
        small = picture.copy()
        small.thumbnail((width, int(width * _TALLEST)), Image.Resampling.LANCZOS)
        for colours in _COLOURS:
            written = base64.b64encode(_png(small, colours)).decode("ascii")
            if len(written) <= LONGEST:
                return written
    words = _("“{name}” cannot be made small enough to be kept in the workspace. Choose a plainer picture, not a photograph.")
    raise Refused(words.format(name=path.name), field="logo")


def _opened(path: Path) -> Image.Image:
    too_large = _("“{name}” is larger than 20 megabytes. Choose a smaller picture.")
    too_many = _("“{name}” has more points than a logo needs. Choose a picture of at most 40 million.")
    try:
        if path.stat().st_size > LARGEST_FILE:
            raise Refused(too_large.format(name=path.name), field="logo")
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", Image.DecompressionBombWarning)  # our own limit is lower
            picture = Image.open(io.BytesIO(path.read_bytes()), formats=("PNG", "JPEG"))
        if picture.width * picture.height > LARGEST_PICTURE:
            raise Refused(too_many.format(name=path.name), field="logo")
        picture.load()
        return ImageOps.exif_transpose(picture)
    except Image.DecompressionBombError as error:
        raise Refused(too_many.format(name=path.name), field="logo") from error
    except (UnidentifiedImageError, OSError, SyntaxError, ValueError) as error:
        words = _("“{name}” cannot be read as a picture. Choose a PNG or a JPEG.")
        raise Refused(words.format(name=path.name), field="logo") from error


def _on_white(picture: Image.Image) -> Image.Image:
    """Nothing see-through stays: paper is white, and files for archives are safest so."""
    if picture.mode in {"P", "PA", "LA", "La", "RGBa"} or "transparency" in picture.info:
        picture = picture.convert("RGBA")
    if picture.mode != "RGBA":
        return picture.convert("RGB")
    paper = Image.new("RGB", picture.size, "white")
    paper.paste(picture, mask=picture.getchannel("A"))
    return paper


def _png(picture: Image.Image, colours: int) -> bytes:
    stream = io.BytesIO()
    picture.quantize(colours, dither=Image.Dither.NONE).save(stream, "PNG", optimize=True, icc_profile=None, exif=None)
    return stream.getvalue()
