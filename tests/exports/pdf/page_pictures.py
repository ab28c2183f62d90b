"""Small grey pictures of pages, kept to be compared: one sheet for each document, its first pages side by side."""

from __future__ import annotations

from itertools import zip_longest
from pathlib import Path

import pypdfium2
from PIL import Image, ImageChops

WIDTH, ACROSS, PAGES, GREYS = 180, 4, 12, 8
"""Points of a page, pages in a row, pages of a document at most, tones of grey."""
FAR, MANY = 80, 0.004
"""Two points differ where they are this far apart (of 255); two pages where so large a part of their points does."""


def pages_of(pdf: Path) -> list[Image.Image]:
    """The first pages of a file, small and grey."""
    with pypdfium2.PdfDocument(pdf) as opened:
        drawn = [opened[number].render(scale=WIDTH / opened[number].get_width()) for number in range(min(PAGES, len(opened)))]
        return [page.to_pil().convert("L") for page in drawn]


def sheet_of(pages: list[Image.Image]) -> Image.Image:
    """The pages in rows, on a ground that tells them apart."""
    height = pages[0].height
    sheet = Image.new("L", (ACROSS * WIDTH, -(-len(pages) // ACROSS) * height), 128)
    for number, page in enumerate(pages):
        sheet.paste(page, (number % ACROSS * WIDTH, number // ACROSS * height))
    return sheet


def keep(sheet: Image.Image, path: Path) -> None:
    """Write it in few tones and few bytes."""
    few = sheet.point([round(value * (GREYS - 1) / 255) for value in range(256)])
    few = few.convert("P")
    few.putpalette([tone for step in range(GREYS) for tone in 3 * [round(step * 255 / (GREYS - 1))]])
    few.save(path, "PNG", optimize=True, bits=4)


def pages_in(path: Path) -> list[Image.Image]:
    """The pages of a sheet that was kept."""
    sheet = Image.open(path).convert("L")
    height = sheet.height // max(1, round(sheet.height / (WIDTH * 297 / 210)))
    places = [(column * WIDTH, row * height) for row in range(sheet.height // height) for column in range(ACROSS)]
    pages = [sheet.crop((left, top, left + WIDTH, top + height)) for left, top in places]
    return [page for page in pages if len(page.getcolors() or [()] * 9) > 1]


def differing(kept: list[Image.Image], drawn: list[Image.Image]) -> list[str]:
    """Which pages differ, and how much of each; a page that only one side has differs."""
    found = []
    for number, (one, other) in enumerate(zip_longest(kept, drawn), 1):
        if one is None or other is None:
            found.append(f"page {number} is only {'kept' if other is None else 'drawn'}")
        elif (part := _part(one, other)) > MANY:
            found.append(f"page {number}: {part:.1%} of it")
    return found


def _part(one: Image.Image, other: Image.Image) -> float:
    if one.size != other.size:
        return 1.0
    apart = ImageChops.difference(one, other).histogram()
    return sum(apart[FAR:]) / (one.width * one.height)
