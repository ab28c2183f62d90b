"""Colours people choose, and whether words in them can be read. Source of the measure: WCAG 2.2, 1.4.3 and relative luminance."""

from __future__ import annotations

import colorsys
import re
from collections.abc import Iterable

from coproduce.errors import Refused
from coproduce.i18n import _

WHITE = "#FFFFFF"
ENOUGH = 4.5
"""How far apart words and their ground must be: AA for text."""
_CODE = re.compile(r"#?([0-9a-fA-F]{6})")
_STEPS = 256


def contrast(one: str, other: str) -> float:
    """How far apart two colours such as `#0B6B6B` are, 1 to 21."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def checked_colour(text: str) -> str:
    """The colour as it is kept: `#7A1F5C`; blank stays blank.

    Raises `Refused` where it is no colour, and where words in it could not be read on white: with how far apart they are, and the
    nearest darker tone that can.
    """
    words = text.strip()
    if not words:
        return ""
    found = _CODE.fullmatch(words)
    if found is None:
        raise Refused(_("Write the colour as # and six figures or letters from A to F, such as #7A1F5C."), field="colour")
    code = f"#{found[1].upper()}"
    if contrast(code, WHITE) >= ENOUGH:
        return code
    sentence = _("{colour} on white is {ratio} to 1. Words need 4.5 to 1 to be read. The nearest darker tone is {darker}.")
    ratio = f"{int(contrast(code, WHITE) * 100) / 100:.2f}"
    raise Refused(sentence.format(colour=code, ratio=ratio, darker=darker(code)), field="colour")


def readable_tone(text: str) -> str:
    """The nearest darker tone of a colour that cannot be read on white; nothing for one that can, and for what is no colour."""
    found = _CODE.fullmatch(text.strip())
    code = f"#{found[1].upper()}" if found else "#000000"
    return darker(code) if contrast(code, WHITE) < ENOUGH else ""


def darker(code: str, grounds: Iterable[str] = (WHITE,)) -> str:
    """The nearest tone of the same colour, no lighter, in which words can be read on each of the grounds."""
    return _toned(code, tuple(grounds), down=True)


def lighter(code: str, grounds: Iterable[str]) -> str:
    """The nearest tone of the same colour, no darker, in which words can be read on each of the (dark) grounds."""
    return _toned(code, tuple(grounds), down=False)


def mixed_with_white(code: str, share: float) -> str:
    """The colour with so large a share of white, 0 to 1."""
    return _code(channel + (255 - channel) * share for channel in _channels(code))


def _toned(code: str, grounds: tuple[str, ...], *, down: bool) -> str:
    red, green, blue = (channel / 255 for channel in _channels(code))
    hue, light, strength = colorsys.rgb_to_hls(red, green, blue)
    for step in range(_STEPS + 1):
        there = light * (1 - step / _STEPS) if down else light + (1 - light) * step / _STEPS
        tone = code if step == 0 else _code(255 * part for part in colorsys.hls_to_rgb(hue, there, strength))
        if all(contrast(tone, ground) >= ENOUGH for ground in grounds):
            return tone
    return "#000000" if down else WHITE


def _channels(code: str) -> tuple[int, int, int]:
    number = int(code[1:], 16)
    return number >> 16, number >> 8 & 255, number & 255


def _code(channels: Iterable[float]) -> str:
    return "#" + "".join(f"{round(channel):02X}" for channel in channels)


def _luminance(code: str) -> float:
    red, green, blue = (_linear(channel / 255) for channel in _channels(code))
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _linear(channel: float) -> float:
    return channel / 12.92 if channel <= 0.04045 else float(((channel + 0.055) / 1.055) ** 2.4)
