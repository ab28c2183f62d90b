"""Everything a file for others holds, taken apart: pages as words, streams, attachments, members and their members, metadata."""

from __future__ import annotations

import io
import zipfile
from collections.abc import Iterator
from contextlib import suppress
from pathlib import Path

import pikepdf
import pypdfium2


def unpacked(path: Path) -> Iterator[bytes]:
    """The bytes of every part, decompressed."""
    yield from _parts(path.read_bytes())


def _parts(held: bytes) -> Iterator[bytes]:
    yield held
    if held.startswith(b"%PDF"):
        yield from _of_pdf(held)
    elif held.startswith(b"PK"):
        with zipfile.ZipFile(io.BytesIO(held)) as packed:
            for name in packed.namelist():
                yield name.encode()
                yield from _parts(packed.read(name))


def _of_pdf(held: bytes) -> Iterator[bytes]:
    document = pypdfium2.PdfDocument(held)
    for page in document:
        words = page.get_textpage()
        yield "".join(words.get_text_range().split()).encode()
        words.close()
        page.close()
    document.close()
    with pikepdf.open(io.BytesIO(held)) as opened:
        for thing in opened.objects:
            if isinstance(thing, pikepdf.Stream):
                with suppress(pikepdf.PdfError):
                    yield from _attached(thing.read_bytes())
            elif isinstance(thing, pikepdf.Object):
                yield thing.unparse()
        yield str(opened.docinfo).encode()


def _attached(held: bytes) -> Iterator[bytes]:
    yield held
    with suppress(UnicodeDecodeError):
        yield held.decode("utf-16").encode() if held.startswith((b"\xfe\xff", b"\xff\xfe")) else b""
