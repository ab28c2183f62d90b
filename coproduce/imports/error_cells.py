"""Finding the cells of an .xlsx that show a spreadsheet error such as #REF!: a parser gives them as blank, and blank is not wrong."""

from __future__ import annotations

import html
import re
import zipfile
from pathlib import Path, PurePosixPath

from coproduce.imports.guard import column_number

_CELL = re.compile(rb"<(?:[\w.]+:)?c\s([^>]*)>(.{0,200}?)</(?:[\w.]+:)?c>", re.DOTALL)
_PLACE = re.compile(rb"\br\s*=\s*[\"']([A-Za-z]{1,2})(\d+)[\"']")
_IS_ERROR = re.compile(rb"\bt\s*=\s*[\"']e[\"']")
_SHOWN = re.compile(rb"#[A-Z0-9/]+[!?]?")
_SHEET = re.compile(r"<(?:\w+:)?sheet\s([^>]*)>")
_RELATION = re.compile(r"<(?:\w+:)?Relationship\s([^>]*)>")
_ATTRIBUTE = re.compile(r"([\w:]+)\s*=\s*[\"']([^\"']*)[\"']")


def error_cells(path: Path, parts: frozenset[str]) -> dict[str, dict[tuple[int, int], str]]:
    """By sheet name, then by row and column: what the cell shows. `path` has been looked over; `parts` are the ones to search."""
    with zipfile.ZipFile(path) as archive:
        names = _sheet_names(archive)
        return {names[part]: _in_part(archive.read(part)) for part in parts if part in names}


def _in_part(xml: bytes) -> dict[tuple[int, int], str]:
    found: dict[tuple[int, int], str] = {}
    for attributes, inside in _CELL.findall(xml):
        place = _PLACE.search(attributes)
        if place and _IS_ERROR.search(attributes):
            words = _SHOWN.search(inside)
            found[int(place[2]), column_number(place[1].decode())] = words[0].decode() if words else "#ERROR"
    return found


def _sheet_names(archive: zipfile.ZipFile) -> dict[str, str]:
    """The sheet's name by the part that holds it."""
    if "xl/_rels/workbook.xml.rels" not in archive.namelist():
        return {}
    relations = (_attributes(found) for found in _RELATION.findall(_text(archive, "xl/_rels/workbook.xml.rels")))
    targets = {relation.get("Id", ""): relation.get("Target", "") for relation in relations}
    sheets = (_attributes(found) for found in _SHEET.findall(_text(archive, "xl/workbook.xml")))
    return {_part(targets.get(sheet.get("r:id", ""), "")): sheet.get("name", "") for sheet in sheets}


def _part(target: str) -> str:
    return target.removeprefix("/") if target.startswith("/") else str(PurePosixPath("xl") / target)


def _attributes(text: str) -> dict[str, str]:
    return {name: html.unescape(value) for name, value in _ATTRIBUTE.findall(text)}


def _text(archive: zipfile.ZipFile, part: str) -> str:
    return archive.read(part).decode("utf-8", "replace")
