"""A PDF file as it is written: small objects packed together, pictures and pages as they come, so that memory stays flat.

Source: ISO 32000-1, 7.5 (file structure), 7.5.7 (object streams) and 7.5.8 (cross-reference streams). Nothing in a file depends
on the clock, the machine or the order of a set: the same calls give the same bytes.
"""

from __future__ import annotations

import hashlib
import zlib
from typing import BinaryIO

_TOGETHER = 200
"""How many small objects share one compressed stream."""


class PdfFile:
    """Writes numbered objects to a binary stream. Numbers may be handed out before their objects exist."""

    def __init__(self, target: BinaryIO) -> None:
        self._target = target
        self._offset = 0
        self._last = 0
        self._digest = hashlib.sha256()
        self._places: dict[int, tuple[int, int, int]] = {}
        """Object number → (1, offset, 0) or (2, number of its stream, place in it)."""
        self._waiting: list[tuple[int, bytes]] = []
        self._write(b"%PDF-1.7\n%\xe2\xe3\xcf\xd3\n")

    def number(self) -> int:
        """A number for an object to come."""
        self._last += 1
        return self._last

    def put(self, number: int, content: bytes) -> None:
        """Write the object that has this number; dictionaries and arrays, never streams."""
        self._waiting.append((number, content))
        if len(self._waiting) == _TOGETHER:
            self._pack()

    def add(self, content: bytes) -> int:
        """Write an object and return its number."""
        number = self.number()
        self.put(number, content)
        return number

    def add_stream(self, content: bytes, entries: str = "", *, packed: bool = True) -> int:
        """Write a stream (`entries` are further dictionary entries) and return its number."""
        number = self.number()
        self._put_stream(number, content, entries, packed=packed)
        return number

    def finish(self, root: int, information: int) -> None:
        """Write what still waits, the cross-reference and the end of the file."""
        self._pack()
        number = self.number()
        place = self._offset
        self._places[number] = (1, place, 0)
        rows = b"\x00\x00\x00\x00\x00\xff\xff" + b"".join(
            kind.to_bytes(1, "big") + where.to_bytes(4, "big") + index.to_bytes(2, "big")
            for kind, where, index in (self._places.get(each, (0, 0, 65535)) for each in range(1, number + 1))
        )
        identity = self._digest.hexdigest()[:32].upper()
        entries = f"/Type/XRef/W[1 4 2]/Size {number + 1}/Root {root} 0 R/Info {information} 0 R/ID[<{identity}><{identity}>]"
        self._put_stream(number, rows, entries)
        self._write(b"startxref\n%d\n%%%%EOF\n" % place)

    def _put_stream(self, number: int, content: bytes, entries: str, *, packed: bool = True) -> None:
        if packed:
            content, entries = zlib.compress(content, 6), f"{entries}/Filter/FlateDecode"
        self._places[number] = (1, self._offset, 0)
        self._write(f"{number} 0 obj\n<<{entries}/Length {len(content)}>>\nstream\n".encode("ascii"))
        self._write(content)
        self._write(b"\nendstream\nendobj\n")

    def _pack(self) -> None:
        if not self._waiting:
            return
        waiting, self._waiting = self._waiting, []
        stream = self.number()
        heads, bodies, at = [], [], 0
        for place, (number, content) in enumerate(waiting):
            self._places[number] = (2, stream, place)
            heads.append(f"{number} {at}")
            bodies.append(content)
            at += len(content) + 1
        head = (" ".join(heads) + "\n").encode("ascii")
        self._put_stream(stream, head + b"\n".join(bodies), f"/Type/ObjStm/N {len(waiting)}/First {len(head)}")

    def _write(self, content: bytes) -> None:
        self._target.write(content)
        self._digest.update(content)
        self._offset += len(content)


def pdf_text(text: str) -> str:
    """A text string as PDF writes it: UTF-16 in hexadecimal, which holds every language and needs no escapes."""
    return "<" + ("\ufeff" + text).encode("utf-16-be").hex().upper() + ">"
