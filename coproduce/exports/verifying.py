"""Is this report ours, whole, and still what the records say? A PDF is read, or the square code of a page, and set against the records.

It shows that the data are the same, and never who made the file. Source of the way: RFC 8785 (canonical JSON), FIPS 180-4 (SHA-256).
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import Any

from coproduce.domain.evidence.json_form import Json
from coproduce.domain.facts import ProjectFacts
from coproduce.errors import Refused
from coproduce.exports.about_part import part_from_json
from coproduce.exports.fingerprint import FILE_NAME, About, fingerprint, fingerprint_in
from coproduce.exports.privacy import Audience
from coproduce.exports.sections.material import Material
from coproduce.i18n import _

PICTURES = (".png", ".jpg", ".jpeg", ".webp", ".bmp", ".tif", ".tiff")


@dataclass(frozen=True, slots=True)
class Carried:
    """What a PDF carries: the evidence file, and the fingerprint printed on its pages (None where no page has one)."""

    content: bytes
    printed: str | None

    @property
    def is_whole(self) -> bool:
        """The file inside is the one whose fingerprint is printed."""
        return self.printed == fingerprint(self.content)


@dataclass(frozen=True, slots=True)
class Moved:
    """One figure that is another now. `was` and `now` are words; equal where only the records behind it are others."""

    id: str
    question: str
    was: str
    now: str


Key = tuple[str, str]
"""A project, blank where a copy is about one, and the id of a figure."""


def read_pdf(path: Path) -> Carried:
    """What a PDF of ours carries. Raises `Refused` where it cannot be read, or carries no evidence of ours."""
    import pypdfium2

    try:
        pdf = pypdfium2.PdfDocument(path)
    except (pypdfium2.PdfiumError, OSError) as error:
        raise Refused(_("“{name}” cannot be read as a PDF. Choose the report as it was saved.").format(name=path.name)) from error
    with pdf:
        content = _evidence_in(pdf)
        if content is None:
            words = _("“{name}” carries no evidence of Coproduce’s: it is something else, or another program has made the PDF anew.")
            raise Refused(words.format(name=path.name))
        return Carried(content, _printed_on(pdf))


def _evidence_in(pdf: Any) -> bytes | None:
    for place in range(pdf.count_attachments()):
        attached = pdf.get_attachment(place)
        if attached.get_name() == FILE_NAME:
            return bytes(attached.get_data())
    return None


def _printed_on(pdf: Any) -> str | None:
    """From the last page backwards: the fingerprint stands at the end."""
    for number in reversed(range(len(pdf))):
        found = fingerprint_in(pdf[number].get_textpage().get_text_range())
        if found is not None:
            return found
    return None


def code_in_picture(path: Path) -> str:
    """The fingerprint in the square code of a picture. Raises `Refused` where there is none to be read."""
    import zxingcpp
    from PIL import Image, UnidentifiedImageError

    try:
        with Image.open(path) as picture:
            found = zxingcpp.read_barcodes(picture.convert("L"))
    except (UnidentifiedImageError, OSError, Image.DecompressionBombError) as error:
        raise Refused(_("“{name}” cannot be read as a picture.").format(name=path.name)) from error
    for code in found:
        printed = fingerprint_in(code.text)
        if printed is not None:
            return printed
    words = _("There is no square code of a report in “{name}”. Take the picture straight from above, with the whole code in it.")
    raise Refused(words.format(name=path.name))


def about_in(content: bytes) -> About:
    """Which report an evidence file belongs to. Raises `Refused` where it is damaged or of another shape."""
    try:
        whole = json.loads(content)
        part = part_from_json(whole.get("part"))
        _first, *others = map(str, whole.get("projects", [whole["project"]]))
        day = date.fromisoformat(whole["as_of"])
        return About(str(whole["report"]), Audience(whole["audience"]), str(whole["project"]), day, part, tuple(others))
    except (ValueError, KeyError, TypeError, AttributeError, Refused) as error:
        raise Refused(_("The evidence file in it is damaged, or was made by another version of Coproduce.")) from error


def evidence_now(projects: Sequence[ProjectFacts], about: About) -> bytes:
    """The evidence file that the same report would carry if it were made now, of the same part and up to the same day.

    Raises `Refused` where that part is there no more.
    """
    first, *beside = (Material.of(facts, about.audience, about.as_of, about.report, about.part) for facts in projects)
    return replace(first, beside=tuple(beside)).evidence_file


def moved(was: bytes, now: bytes) -> list[Moved]:
    """The figures that differ between two evidence files, in their order."""
    before, after = _by_id(was), _by_id(now)
    return [
        Moved(_named(key), str((after.get(key) or before[key]).get("question", "")), _words(before.get(key)), _words(after.get(key)))
        for key in dict.fromkeys([*before, *after])
        if before.get(key) != after.get(key)
    ]


def figures_in(content: bytes) -> list[Moved]:
    """Every figure of an evidence file, as it was."""
    found = [(key, each) for key, each in _by_id(content).items() if "state" in each]
    return [Moved(_named(key), str(each.get("question", "")), _words(each), _words(each)) for key, each in found]


def _named(key: Key) -> str:
    """The id of a figure, with its project where there are several."""
    return " ".join(part for part in key if part)


def _by_id(content: bytes) -> dict[Key, Json]:
    try:
        objects: Sequence[Json] = json.loads(content)["evidence"]
        return {(str(each.get("project", "")), str(each["id"])): each for each in objects}
    except (ValueError, KeyError, TypeError) as error:
        raise Refused(_("The evidence file in it is damaged, or was made by another version of Coproduce.")) from error


def _words(result: Json | None) -> str:
    """A figure as somebody reads it out: “7 yes, 1 no, 0 not recorded”."""
    if result is None:
        return _("not asked")
    if "eligible" in result:
        words = _("{yes} yes, {no} no, {unknown} not recorded")
        return words.format(yes=result.get("yes"), no=result.get("no"), unknown=result.get("not_recorded"))
    value = result.get("value")
    if value is None:
        return _("not measured")
    if not isinstance(value, dict):
        return str(value)
    if all(isinstance(amount, str) for amount in value.values()):  # sums of money
        return ", ".join(f"{name} {amount}" for name, amount in value.items())
    return json.dumps(value, sort_keys=True, ensure_ascii=False)
