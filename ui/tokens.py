"""Every colour the window uses, by what it is for, in three appearances.

A token is named for its job, never for its hue, so a screen that asks for `warn` is right in each appearance.
`PAIRS` lists which tokens meet on screen and how far apart they must be (WCAG 2.2: 1.4.3 text 4.5:1,
1.4.11 lines and focus 3:1, 1.4.6 text 7:1 in high contrast); a test works the figures out.
"""

from __future__ import annotations

LIGHT = {
    "bg": "#F5F6F8",
    "surface": "#FFFFFF",
    "raised": "#FFFFFF",
    "side": "#FFFFFF",
    "line": "#DDE2E8",
    "inputline": "#7C8896",
    "text": "#17212B",
    "muted": "#51606F",
    "accent": "#0B6B6B",
    "onaccent": "#FFFFFF",
    "soft": "#E1F1F0",
    "softtext": "#07504F",
    "hover": "#EEF1F4",
    "sel": "#E1F1F0",
    "seltext": "#17212B",
    "focus": "#1D4ED8",
    "ok": "#1B6E3C",
    "okbg": "#E2F4E8",
    "warn": "#8A4B00",
    "warnbg": "#FDF0DC",
    "bad": "#A31D2B",
    "badbg": "#FCE6E8",
    "info": "#1F4E9E",
    "infobg": "#E5EDFB",
    "plain": "#41505E",
    "plainbg": "#EDF0F3",
    "c1": "#0B6B6B",
    "c2": "#C2571A",
    "c3": "#5B4BC4",
    "c4": "#1F6FB2",
    "c5": "#8A6D00",
}

DARK = {
    "bg": "#11171D",
    "surface": "#1A222A",
    "raised": "#212B34",
    "side": "#161D24",
    "line": "#313D49",
    "inputline": "#7D8C9B",
    "text": "#E8EDF2",
    "muted": "#A6B4C2",
    "accent": "#4EC5BC",
    "onaccent": "#06201E",
    "soft": "#163A3A",
    "softtext": "#A5E6E0",
    "hover": "#232E38",
    "sel": "#1B4140",
    "seltext": "#F2F7FA",
    "focus": "#8AB4FF",
    "ok": "#8FDDAA",
    "okbg": "#17382A",
    "warn": "#F6C177",
    "warnbg": "#3C2C14",
    "bad": "#FF9CA5",
    "badbg": "#44201F",
    "info": "#A7C7FF",
    "infobg": "#1E2F4D",
    "plain": "#C3CFDA",
    "plainbg": "#2B3742",
    "c1": "#4EC5BC",
    "c2": "#F2955C",
    "c3": "#A99BFF",
    "c4": "#6DB7F2",
    "c5": "#DDBB4E",
}

CONTRAST = {
    "bg": "#000000",
    "surface": "#000000",
    "raised": "#000000",
    "side": "#000000",
    "line": "#FFFFFF",
    "inputline": "#FFFFFF",
    "text": "#FFFFFF",
    "muted": "#FFFFFF",
    "accent": "#FFD60A",
    "onaccent": "#000000",
    "soft": "#000000",
    "softtext": "#FFD60A",
    "hover": "#2B2B2B",
    "sel": "#FFD60A",
    "seltext": "#000000",
    "focus": "#00E5FF",
    "ok": "#7CFFB2",
    "okbg": "#000000",
    "warn": "#FFD60A",
    "warnbg": "#000000",
    "bad": "#FF9EA8",
    "badbg": "#000000",
    "info": "#9CD0FF",
    "infobg": "#000000",
    "plain": "#FFFFFF",
    "plainbg": "#000000",
    "c1": "#FFD60A",
    "c2": "#00E5FF",
    "c3": "#FF9EA8",
    "c4": "#7CFFB2",
    "c5": "#FFFFFF",
}

APPEARANCES = {"light": LIGHT, "dark": DARK, "contrast": CONTRAST}

TEXT = "text"
LINE = "line"

GROUNDS = ("bg", "surface", "raised", "side", "hover")
"""What most things stand on. Any ink may stand on any of them."""

TONES = ("ok", "warn", "bad", "info", "plain")
TINTS = ("soft", *(f"{tone}bg" for tone in TONES))
INKS = ("text", "muted", "accent", "softtext", *TONES)
CHARTS = ("c1", "c2", "c3", "c4", "c5")
OVER = {"onaccent": "accent", "seltext": "sel"}
"""Inks that stand on one token only."""

DECORATION = ("line",)
"""Lines that say nothing: they part what space parts already."""

PAIRS: tuple[tuple[str, str, str], ...] = (
    *((TEXT, ink, paper) for ink in INKS for paper in GROUNDS),
    *((TEXT, ink, tint) for ink in ("text", "muted") for tint in TINTS),
    *((TEXT, tone, f"{tone}bg") for tone in TONES),
    *((TEXT, ink, "soft") for ink in ("softtext", "accent")),
    *((TEXT, ink, paper) for ink, paper in OVER.items()),
    *((LINE, line, paper) for line in ("inputline", "focus") for paper in (*GROUNDS, "soft")),
    (LINE, "onaccent", "accent"),
    *((LINE, chart, paper) for chart in CHARTS for paper in ("surface", "hover")),
)
"""(what it is, ink, paper): every meeting of two tokens that a person must be able to tell apart."""


def luminance(colour: str) -> float:
    """Relative luminance of `#RRGGBB`, 0 black to 1 white. Source: WCAG 2.2, definition of relative luminance."""
    channels = (int(colour[place : place + 2], 16) / 255 for place in (1, 3, 5))
    red, green, blue = (value / 12.92 if value <= 0.04045 else ((value + 0.055) / 1.055) ** 2.4 for value in channels)
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def contrast_ratio(ink: str, paper: str) -> float:
    """How far apart two colours are, 1 (same) to 21 (black on white)."""
    lighter, darker = sorted((luminance(ink), luminance(paper)), reverse=True)
    return (lighter + 0.05) / (darker + 0.05)


def least_contrast(kind: str, appearance: str) -> float:
    """The ratio a pair must reach."""
    if kind == TEXT:
        return 7.0 if appearance == "contrast" else 4.5
    return 3.0
