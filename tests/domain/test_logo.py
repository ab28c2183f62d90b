"""A logo comes in a workbook from anywhere: only a whole, small PNG without anything beside its pixels is kept."""

from __future__ import annotations

import base64
import struct
import zlib

import pytest

from coproduce.domain.logo import LONGEST, checked_logo, logo_png
from coproduce.errors import Refused


def chunk(kind: bytes, content: bytes) -> bytes:
    return struct.pack(">I", len(content)) + kind + content + struct.pack(">I", zlib.crc32(kind + content))


def png(width=4, height=2, *, colour=2, depth=8, rows=None, more=b"", pixels=None) -> bytes:
    row = b"\0" + b"\x20" * (width * (3 if colour == 2 else 1))
    packed = zlib.compress(pixels if pixels is not None else row * (height if rows is None else rows))
    head = chunk(b"IHDR", struct.pack(">IIBBBBB", width, height, depth, colour, 0, 0, 0))
    palette = chunk(b"PLTE", b"\0" * 768) if colour == 3 else b""
    return b"\x89PNG\r\n\x1a\n" + head + palette + more + chunk(b"IDAT", packed) + chunk(b"IEND", b"")


def written(content: bytes) -> str:
    return base64.b64encode(content).decode()


@pytest.mark.parametrize("content", [png(), png(colour=3), png(colour=0), png(1200, 1)])
def test_a_whole_png_is_kept(content):
    assert logo_png(checked_logo(f" {written(content)}\n")) == content


def test_no_logo_is_kept_as_none():
    assert checked_logo("  ") == ""


@pytest.mark.parametrize(
    "content",
    {
        "no png": b"GIF89a",
        "empty": b"",
        "cut short": png()[:-6],
        "a letter changed": png().replace(b"IDAT", b"IDAX"),
        "too wide": png(1201, 1),
        "no pixels": png(0, 0),
        "fewer rows than it says": png(rows=1),
        "more rows than it says": png(rows=3),
        "a bomb": png(pixels=b"\0" * 9_000_000),
        "see-through": png(colour=6),
        "words beside the pixels": png(more=chunk(b"tEXt", b"Author\0Somebody")),
        "where it was taken": png(more=chunk(b"eXIf", b"MM\0*")),
        "sixteen bits": png(depth=16),
        "an unknown sieve": png(pixels=b"\x09" + b"\0" * 12 + b"\0" * 13),
    }.items(),
    ids=lambda pair: pair[0],
)
def test_anything_else_is_refused_in_words(content):
    with pytest.raises(Refused, match="no picture of a logo that can be read"):
        checked_logo(written(content[1]) or "?")


def test_one_that_no_cell_would_hold_is_refused():
    with pytest.raises(Refused, match="too large to be kept"):
        checked_logo("A" * (LONGEST + 1))


def test_what_is_not_base64_is_refused():
    with pytest.raises(Refused, match="no picture of a logo"):
        checked_logo("<svg onload=alert(1)>")
