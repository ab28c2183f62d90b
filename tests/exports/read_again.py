"""Everything that can be read in a file somebody is given: text, members of packed files, attachments and metadata."""

from __future__ import annotations

import zipfile
from pathlib import Path

import pikepdf
from pdfminer.high_level import extract_text


def words_of(path: Path) -> str:
    """Its words on one line, metadata included."""
    return " ".join(f"{_text(path)} {metadata_of(path)}".split())


def _text(path: Path) -> str:
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            carried = [files.get_file().read_bytes().decode("utf-8", "replace") for files in pdf.attachments.values()]
        return " ".join([extract_text(path), *carried])
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            return " ".join(packed.read(name).decode("utf-8", "replace") for name in packed.namelist())
    return path.read_text("utf-8", "replace")


def metadata_of(path: Path) -> str:
    """What a file says about itself: names of members and what stands in a PDF's information and metadata."""
    if path.suffix == ".pdf":
        with pikepdf.open(path) as pdf:
            information = " ".join(f"{name} {value}" for name, value in pdf.docinfo.items())
            metadata = bytes(pdf.Root.Metadata.read_bytes()).decode("utf-8", "replace") if "/Metadata" in pdf.Root else ""
            return f"{information} {metadata} {' '.join(pdf.attachments)}"
    if zipfile.is_zipfile(path):
        with zipfile.ZipFile(path) as packed:
            told = [f"{one.filename} {one.comment.decode()} {one.extra!r}" for one in packed.infolist()]
            return " ".join([*told, packed.comment.decode()])
    return ""
