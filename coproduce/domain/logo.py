"""The logo of an organisation as a setting holds it: a small PNG without see-through parts, written in base64.

It is checked byte by byte with nothing but Python, because a setting may come in a workbook from anywhere. Source of the form:
W3C, Portable Network Graphics (third edition), 5 and 11.
"""

from __future__ import annotations

import base64
import binascii
import struct
import zlib
from collections.abc import Iterator
from functools import lru_cache

from coproduce.errors import Refused
from coproduce.i18n import _

LONGEST = 24_000
"""Letters of base64: a cell of a workbook holds 32,767."""
LARGEST_SIDE = 1_200
"""Points; more is never drawn."""
_SIGNATURE = b"\x89PNG\r\n\x1a\n"
_PLAIN, _PALETTE, _GREY = 2, 3, 0
_SAMPLES = {_PLAIN: 3, _PALETTE: 1, _GREY: 1}
_NEEDED = {b"IHDR", b"PLTE", b"IDAT", b"IEND"}


@lru_cache(maxsize=4)
def checked_logo(text: str) -> str:
    """The logo as it is kept; blank stays blank. Raises `Refused` where it is too long, damaged, or no PNG of the kind we make."""
    words = "".join(text.split())
    if not words:
        return ""
    if len(words) > LONGEST:
        raise Refused(_("The logo is too large to be kept. Choose the picture again in Settings."), field="logo")
    try:
        _check(base64.b64decode(words, validate=True))
    except (ValueError, binascii.Error, struct.error, zlib.error, KeyError, IndexError) as error:
        raise Refused(_("This is no picture of a logo that can be read. Choose the picture again in Settings."), field="logo") from error
    return words


def logo_png(text: str) -> bytes:
    """The picture of a logo that was checked; nothing for none."""
    return base64.b64decode(text)


def _check(png: bytes) -> None:
    chunks = list(_chunks(png))
    kinds = [kind for kind, _content in chunks]
    if set(kinds) - _NEEDED or kinds[0] != b"IHDR" or kinds[-1] != b"IEND":
        raise ValueError("chunks")
    width, height, depth, colour, packing, sieve, interlaced = struct.unpack(">IIBBBBB", chunks[0][1])
    if not (0 < width <= LARGEST_SIDE and 0 < height <= LARGEST_SIDE) or (packing, sieve, interlaced) != (0, 0, 0):
        raise ValueError("size")
    if depth not in ((1, 2, 4, 8) if colour == _PALETTE else (8,)) or (colour == _PALETTE) != (b"PLTE" in kinds):
        raise ValueError("colours")
    row = 1 + (width * _SAMPLES[colour] * depth + 7) // 8
    unpacking = zlib.decompressobj()
    pixels = unpacking.decompress(b"".join(content for kind, content in chunks if kind == b"IDAT"), row * height + 1)
    if len(pixels) != row * height or not unpacking.eof or any(pixels[at] > 4 for at in range(0, len(pixels), row)):
        raise ValueError("pixels")


def _chunks(png: bytes) -> Iterator[tuple[bytes, bytes]]:
    if not png.startswith(_SIGNATURE):
        raise ValueError("signature")
    at = len(_SIGNATURE)
    while at < len(png):
        (length,) = struct.unpack_from(">I", png, at)
        kind, content = png[at + 4 : at + 8], png[at + 8 : at + 8 + length]
        (told,) = struct.unpack_from(">I", png, at + 8 + length)
        if told != zlib.crc32(kind + content):
            raise ValueError("checksum")
        yield kind, content
        at += 12 + length
