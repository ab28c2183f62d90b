"""AES-256 the other way round, for very many blocks at once: the driver gives up a file at its first damaged page, and this does not.

The sixteen bytes of all blocks lie in sixteen strings, so that each step of the cipher is one table look-up or one exclusive or over a
whole string. Source: FIPS 197; a test compares it with what SQLCipher wrote.
"""

from __future__ import annotations

from functools import cache
from operator import xor

BLOCK = 16
_ROUNDS = 14
_KEY_WORDS = 8


def decrypt_blocks(key: bytes, blocks: bytes) -> bytes:
    """Each block of sixteen bytes by itself (ECB): the caller adds what was mixed in before (see `pages`)."""
    keys = _round_keys(key)
    state = [_mixed(blocks[place::BLOCK], keys[_ROUNDS][place]) for place in range(BLOCK)]
    for number in range(_ROUNDS - 1, -1, -1):
        state = [state[_shifted(place)].translate(_back_with(keys[number][place])) for place in range(BLOCK)]
        if number:
            state = _columns_apart(state)
    plain = bytearray(len(blocks))
    for place in range(BLOCK):
        plain[place::BLOCK] = state[place]
    return bytes(plain)


def exclusive_or(one: bytes, other: bytes) -> bytes:
    """Two strings of one length, bit by bit."""
    return (int.from_bytes(one, "little") ^ int.from_bytes(other, "little")).to_bytes(len(one), "little")


def _mixed(text: bytes, byte: int) -> bytes:
    return text.translate(bytes(value ^ byte for value in range(256)))


def _shifted(place: int) -> int:
    """Where the byte at `place` stood before the rows were shifted."""
    line, column = place % 4, place // 4
    return line + 4 * ((column - line) % 4)


def _columns_apart(state: list[bytes]) -> list[bytes]:
    """The inverse of mixing columns."""
    size, found = len(state[0]), []
    for column in range(0, BLOCK, 4):
        times = {by: [int.from_bytes(state[column + line].translate(_times(by)), "little") for line in range(4)] for by in (9, 11, 13, 14)}
        for line in range(4):
            total = 0
            for by, beside in ((14, 0), (11, 1), (13, 2), (9, 3)):
                total ^= times[by][(line + beside) % 4]
            found.append(total.to_bytes(size, "little"))
    return found


def _multiply(one: int, other: int) -> int:
    """In the field of 256 elements that AES reckons in."""
    product = 0
    while other:
        product ^= one if other & 1 else 0
        one = (one << 1) ^ (0x11B if one & 0x80 else 0)
        other >>= 1
    return product


@cache
def _times(by: int) -> bytes:
    return bytes(_multiply(value, by) for value in range(256))


@cache
def _box() -> bytes:
    """The substitution table."""
    found = []
    for value in range(256):
        inverse = next((other for other in range(1, 256) if _multiply(value, other) == 1), 0)
        found.append(_turned(inverse) ^ 0x63)
    return bytes(found)


def _turned(value: int) -> int:
    total = value
    for by in range(1, 5):
        total ^= ((value << by) | (value >> (8 - by))) & 0xFF
    return total


@cache
def _back() -> bytes:
    box = _box()
    return bytes(box.index(value) for value in range(256))


@cache
def _back_with(byte: int) -> bytes:
    return bytes(value ^ byte for value in _back())


@cache
def _round_keys(key: bytes) -> list[bytes]:
    box = _box()
    words = [key[start : start + 4] for start in range(0, len(key), 4)]
    constant = 1
    for number in range(_KEY_WORDS, 4 * (_ROUNDS + 1)):
        word = words[-1]
        if number % _KEY_WORDS == 0:
            word = (word[1:] + word[:1]).translate(box)
            word = bytes([word[0] ^ constant]) + word[1:]
            constant = _multiply(constant, 2)
        elif number % _KEY_WORDS == 4:
            word = word.translate(box)
        words.append(bytes(map(xor, words[-_KEY_WORDS], word)))
    return [b"".join(words[4 * number : 4 * number + 4]) for number in range(_ROUNDS + 1)]
