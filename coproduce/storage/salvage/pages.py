"""The pages of a file, one by one, whether or not the file can be opened: each is read by itself, and known to be whole or not.

A protected page carries a code that proves it (HMAC-SHA512). An unprotected one carries none: it is whole as far as it can be read.
Sources: sqlite.org/fileformat2.html; zetetic.net/sqlcipher/design.
"""

from __future__ import annotations

import hashlib
import hmac
import struct
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import NamedTuple

from coproduce.storage.keys import SALT_BYTES, Key
from coproduce.storage.salvage.cipher import BLOCK, decrypt_blocks, exclusive_or
from coproduce.storage.watching import keep_on

PAGE = 4096
PLAIN = b"SQLite format 3\0"
_CODE, _IV = 64, 16
RESERVED = _CODE + _IV
"""Bytes at the end of a protected page that are not the database's."""
_AT_ONCE = 64
_TO_TRY = 512
_MAGIC = 0x377F0682


class Pages(NamedTuple):
    """The pages of a file, the first at place 0; None where one is not whole. `usable` bytes of each belong to the database."""

    pages: Sequence[bytes | None]
    usable: int

    def page(self, number: int) -> bytes | None:
        """A page by its number, which begins at 1."""
        return self.pages[number - 1] if 1 <= number <= len(self.pages) else None

    @property
    def unread(self) -> int:
        """How many are not whole."""
        return sum(page is None for page in self.pages)


def first_pages(path: Path) -> list[bytes]:
    """Some pages from the start of a file, enough to try a key on."""
    with path.open("rb") as file:
        some = file.read(_TO_TRY * PAGE)
    return [some[start : start + PAGE] for start in range(0, len(some), PAGE)]


def raw_pages(path: Path) -> list[bytes]:
    """The pages as they lie in the file, with what its log holds of them; the last may be short."""
    whole = path.read_bytes()
    pages = [whole[start : start + PAGE] for start in range(0, len(whole), PAGE)]
    for number, page in pages_in_log(path).items():
        pages.extend(bytes(PAGE) for _missing in range(number - len(pages)))
        pages[number - 1] = page
    return pages


def pages_in_log(path: Path) -> dict[int, bytes]:
    """The pages that lie in the log beside a file, each as it was stored last."""
    log = path.with_name(f"{path.name}-wal")
    return _logged(log.read_bytes()) if log.exists() else {}


def plain_pages(raw: Iterable[bytes]) -> Pages:
    """Those of an unprotected file: a page that is short or holds nothing but zeros is not whole."""
    return Pages([page if len(page) == PAGE and any(page) else None for page in raw], PAGE)


def protected_pages(raw: Sequence[bytes], key: Key) -> Pages:
    """Those of a protected file, decrypted where their code proves them."""
    code_key = _code_key(key)
    found: list[bytes | None] = []
    for start in range(0, len(raw), _AT_ONCE):
        some = raw[start : start + _AT_ONCE]
        keep_on(len(some))
        proved = [is_proved(page, start + place + 1, code_key) for place, page in enumerate(some)]
        if start == 0 and proved[0]:
            some = [_without_salt(some[0]), *some[1:]]
        plain = iter(_decrypted(key, [page for page, is_whole in zip(some, proved, strict=True) if is_whole]))
        found += [next(plain) if is_whole else None for is_whole in proved]
    if found and found[0] is not None:
        found[0] = PLAIN + found[0][len(PLAIN) :]
    return Pages(found, PAGE - RESERVED)


def fits(raw: Sequence[bytes], key: Key) -> bool:
    """Whether any page is proved by this key."""
    code_key = _code_key(key)
    return any(is_proved(page, number, code_key) for number, page in enumerate(raw, start=1))


def is_proved(page: bytes, number: int, code_key: bytes) -> bool:
    """Whether the code at the end of a protected page is that of what stands before it."""
    if len(page) != PAGE:
        return False
    said = page[SALT_BYTES if number == 1 else 0 : PAGE - _CODE] + struct.pack("<I", number)
    return hmac.compare_digest(hmac.digest(code_key, said, "sha512"), page[PAGE - _CODE :])


def _code_key(key: Key) -> bytes:
    whole = bytes.fromhex(key.hex)
    salt = bytes(byte ^ 0x3A for byte in whole[32:])
    return hashlib.pbkdf2_hmac("sha512", whole[:32], salt, 2, 32)


def _decrypted(key: Key, pages: Sequence[bytes]) -> list[bytes]:
    """Pages that are proved, without what is reserved: each block is mixed with the one before it, the first with the page's own start."""
    body = PAGE - RESERVED
    closed = b"".join(page[:body] for page in pages)
    before = b"".join(page[body : body + _IV] + page[: body - BLOCK] for page in pages)
    plain = exclusive_or(decrypt_blocks(bytes.fromhex(key.hex)[:32], closed), before)
    return [plain[start : start + body] for start in range(0, len(plain), body)]


def _without_salt(page: bytes) -> bytes:
    """The first page begins with the salt, and what follows is mixed with the page's start as though that stood there."""
    return page[-RESERVED : -RESERVED + _IV] + page[SALT_BYTES:]


def _logged(log: bytes) -> dict[int, bytes]:
    """The newest stored state of each page in a log, up to its last whole transaction."""
    if len(log) < 32:
        return {}
    magic, _version, size, _sequence = struct.unpack(">4I", log[:16])
    order = ">" if magic & 1 else "<"
    sums = _summed(order, log[:24], (0, 0))
    if magic & ~1 != _MAGIC or size != PAGE or sums != struct.unpack(">2I", log[24:32]):
        return {}
    found: dict[int, bytes] = {}
    under_way: dict[int, bytes] = {}
    for start in range(32, len(log) - PAGE - 23, PAGE + 24):
        head, page = log[start : start + 24], log[start + 24 : start + 24 + PAGE]
        number, is_end = struct.unpack(">2I", head[:8])
        sums = _summed(order, page, _summed(order, head[:8], sums))
        if head[8:16] != log[16:24] or sums != struct.unpack(">2I", head[16:24]) or not number:
            break
        under_way[number] = page
        if is_end:
            found.update(under_way)
            under_way = {}
    return found


def _summed(order: str, text: bytes, sums: tuple[int, int]) -> tuple[int, int]:
    one, other = sums
    words = struct.unpack(f"{order}{len(text) // 4}I", text)
    for place in range(0, len(words), 2):
        one = (one + words[place] + other) & 0xFFFFFFFF
        other = (other + words[place + 1] + one) & 0xFFFFFFFF
    return one, other
