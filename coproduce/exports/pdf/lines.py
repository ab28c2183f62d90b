"""Parts of text into lines that fit a width: left aligned, ragged, never hyphenated.

A line breaks at spaces, between Chinese and Japanese characters, and inside a word only where the word is wider than the whole line.
"""

from __future__ import annotations

import re
import unicodedata
from bisect import bisect_right
from collections.abc import Iterable, Iterator
from itertools import accumulate, groupby
from operator import attrgetter

from coproduce.exports.pdf import bidi
from coproduce.exports.pdf.shaping import Run, Typesetter
from coproduce.exports.pdf.text import Part

_HAN = "\u2e80-\u2fdf\u3000-\u30ff\u3400-\u4dbf\u4e00-\u9fff\uf900-\ufaff\uff00-\uffef\U00020000-\U0003fffd"
_TOKENS = re.compile(f"[ ]+|[{_HAN}]|[^ {_HAN}]+")
_ONE_HAN = re.compile(f"[{_HAN}]")
_NO_START = frozenset("、。，．！？：；）」』】》〉〕・ー々%％")
_NO_END = frozenset("（「『【《〈〔")
_LINK, _JOINS = attrgetter("link"), attrgetter("joins")
_REMEMBERED = 50_000
"""How many shaped tokens of one size are kept at most."""
_SHORT, _SET_BEFORE = 2, 2_000
"""Words of so few lines are kept as they were set, and how many such: in a long report most short sentences come back."""


class Glyphs:
    """A shaped piece of one token on a line: `x` is its distance from the line's left end, in points."""

    __slots__ = ("level", "run", "width", "x")

    def __init__(self, run: Run, width: float, level: int, x: float) -> None:
        self.run, self.width, self.level, self.x = run, width, level, x


class Segment:
    """Neighbouring pieces of a line in reading order that share an address (or have none). `text` is what they say."""

    __slots__ = ("exact", "glyphs", "link", "text")

    def __init__(self, link: str | None) -> None:
        self.link = link
        self.glyphs: list[Glyphs] = []
        self.text = ""
        self.exact = True


class Line:
    """One line, ready to be drawn: its segments in reading order, its width in points, and how much extra height it needs."""

    __slots__ = ("segments", "stretch", "width")

    def __init__(self, segments: list[Segment], width: float, stretch: float) -> None:
        self.segments, self.width, self.stretch = segments, width, stretch


class Token:
    """A space, a Han character or a word (or a stretch of it in one weight and direction), shaped. Never changed: lines share it."""

    __slots__ = ("is_space", "joins", "level", "link", "runs", "text", "width")

    def __init__(self, text: str, runs: tuple[Run, ...], size: float, level: int, link: str | None) -> None:
        self.text, self.runs, self.level, self.link = text, runs, level, link
        self.width = sum([run.width for run in runs]) * size
        self.is_space = text[0] == " "
        self.joins = _way_of_drawing(runs)


class _Even:
    """Words and spaces by turns, in stretches that are each drawn in one way. `ends` are the stretches' ends among the tokens.

    Most of a long report is such text, so it is cut by how far each token ends from the first.
    """

    def __init__(self, tokens: list[Token], ends: list[int]) -> None:
        self.tokens, self.ends = tokens, ends
        self.reach = [0.0, *accumulate([token.width for token in tokens])]

    def lines(self, breaker: LineBreaker, goes_on: bool) -> Iterator[Line]:
        """The lines. A space at a line's end stays with it, outside its width; the last line has none but where more words follow."""
        tokens, reach, most = self.tokens, self.reach, breaker.width + 0.01
        start, count = int(tokens[0].is_space), len(tokens)
        while start < count:
            past = end = bisect_right(reach, reach[start] + most) - 1
            hanging = 0.0
            if past < count and tokens[past].is_space:
                end = past + 1
            if tokens[end - 1].is_space:
                hanging = tokens[end - 1].width
            if hanging and end == count and not goes_on:
                yield self._line(start, end - 1, 0.0)
            else:
                yield self._line(start, end, hanging)
            start = end

    def _line(self, start: int, end: int, hanging: float) -> Line:
        segments: list[Segment] = []
        stretch, place = 1.0, start
        for stop in self.ends[bisect_right(self.ends, start) :]:
            together = self.tokens[place : min(stop, end)]
            link, run = together[0].link, _joined(together)
            if not segments or segments[-1].link != link:
                segments.append(Segment(link))
            after = place + len(together)
            segments[-1].text += run.text
            segments[-1].glyphs.append(Glyphs(run, self.reach[after] - self.reach[place], 0, self.reach[place] - self.reach[start]))
            stretch, place = max(stretch, run.stretch), after
            if place == end:
                break
        return Line(segments, self.reach[end] - self.reach[start] - hanging, stretch)


class LineBreaker:
    """Breaks text of one size to one width."""

    def __init__(self, setter: Typesetter, size: float, width: float, *, tabular: bool = False) -> None:
        self.setter, self.size, self.width, self.tabular = setter, size, width, tabular
        self._made: dict[tuple[str, bool, int, str | None], Token] = setter.tokens.setdefault((size, tabular), {})
        self._set: dict[tuple[object, ...], list[Line]] = setter.lines.setdefault((size, tabular, width), {})

    def lines(self, parts: list[Part], *, goes_on: bool = False) -> list[Line]:
        """The lines of a paragraph without newlines. A paragraph without words has no lines.

        `goes_on`: more words follow in the same element, so the last line ends with a space like the others; otherwise words read
        across the gap as one.
        """
        if goes_on:
            parts = [*parts, Part(" ")]
        if not any(part.text.strip() for part in parts):
            return []
        key = (goes_on, *[(part.text, part.bold, part.link) for part in parts])
        found = self._set.get(key)
        if found is None:
            found = self._lines(parts, last_goes_on=goes_on)
            if len(found) <= _SHORT:
                self._set[key] = found
                if len(self._set) > _SET_BEFORE:
                    self._set.clear()
        return found

    def _lines(self, parts: list[Part], *, last_goes_on: bool) -> list[Line]:
        text = "".join([part.text for part in parts])
        if bidi.has_leftward(text):
            leftward = bidi.starts_leftward(text)
            words = self._words(parts, bidi.levels(text, leftward=leftward))
            return [self._line(tokens, int(leftward), last and not last_goes_on) for tokens, last in self._broken(words)]
        if _ONE_HAN.search(text):
            broken = self._broken(self._words(parts, None))
        elif (even := self._even(parts)) is not None:
            return [*even.lines(self, last_goes_on)]
        else:
            broken = self._broken(self._words_at_spaces(parts))
        return [self._rightward_line(line, last and not last_goes_on) for line, last in broken]

    def _even(self, parts: list[Part]) -> _Even | None:
        """Text that breaks at spaces only, by turns a word and a space; None where a part is drawn in more than one way, a word changes
        its way of drawing or is wider than the line.
        """
        made = self._made
        tokens: list[Token] = []
        ends: list[int] = []
        for part in parts:
            bold, link = part.bold or part.link is not None, part.link
            found = [made.get((text, bold, 0, link)) or self._token(text, part, 0) for text in _TOKENS.findall(part.text)]
            if not found:
                continue
            ways = {token.joins for token in found}
            if len(ways) > 1 or None in ways or (tokens and tokens[-1].is_space == found[0].is_space):
                return None
            tokens += found
            ends.append(len(tokens))
        return _Even(tokens, ends) if max([token.width for token in tokens]) <= self.width else None

    def _words(self, parts: list[Part], levels: list[int] | None) -> Iterator[list[Token]]:
        """Tokens that may not be parted, together: a word, a space, a Han character with its full stop."""
        word: list[Token] = []
        before, place = " ", 0
        for part in parts:
            for match in _TOKENS.finditer(part.text):
                for text, level in _by_level(match[0], levels, place + match.start()):
                    if word and _may_break(before, text):
                        yield word
                        word = []
                    before = text[-1]
                    word.append(self._token(text, part, level))
            place += len(part.text)
        if word:
            yield word

    def _words_at_spaces(self, parts: list[Part]) -> list[list[Token]]:
        """The same for text that breaks at spaces only and runs to the right: most text, and so without looking at each letter."""
        words: list[list[Token]] = []
        in_word = False
        for part in parts:
            bold, made = part.bold or part.link is not None, self._made
            found = [made.get((text, bold, 0, part.link)) or self._token(text, part, 0) for text in _TOKENS.findall(part.text)]
            if in_word and found and not found[0].is_space:
                words[-1].append(found.pop(0))  # a word that changes its weight
            words += [[token] for token in found]
            if part.text:
                in_word = part.text[-1] != " "
        return words

    def _token(self, text: str, part: Part, level: int) -> Token:
        bold = part.bold or part.link is not None
        key = (text, bold, level, part.link)
        made = self._made.get(key)
        if made is None:
            words = " " if text[0] == " " else text
            runs = self.setter.shape(words, bold=bold, tabular=self.tabular, leftward=bool(level % 2))
            made = self._made[key] = Token(words, runs, self.size, level, part.link)
            if len(self._made) > _REMEMBERED:
                self._made.clear()
        return made

    def _broken(self, words: Iterable[list[Token]]) -> Iterator[tuple[list[Token], bool]]:
        """Words gathered into lines, each with whether it ends the paragraph. A space at a line's end stays with it, outside its width."""
        line: list[Token] = []
        taken, most = 0.0, self.width + 0.01
        for word in words:
            wide = word[0].width if len(word) == 1 else sum(token.width for token in word)
            if not word[0].is_space:
                if taken + wide > most and line:
                    yield line, False
                    line, taken = [], 0.0
                if wide > most:
                    pieces = list(self._pieces(word))
                    for piece in pieces[:-1]:
                        yield [piece], False
                    word, wide = [pieces[-1]], pieces[-1].width
            elif not line:
                continue
            line.extend(word)
            taken += wide
        if line:
            yield line, True

    def _pieces(self, word: list[Token]) -> Iterator[Token]:
        """A word wider than the line, cut into pieces that fit it. Marks stay with their letter."""
        for token in word:
            part = Part(token.text, bold=any("Bold" in run.font.file.name or run.synthetic_bold for run in token.runs), link=token.link)
            rest = token.text
            while rest:
                count = self._fitting(rest, part, token.level)
                yield self._token(rest[:count], part, token.level)
                rest = rest[count:]

    def _fitting(self, text: str, part: Part, level: int) -> int:
        narrowest = self.size * 0.12
        low, high = 1, min(len(text), int(self.width / narrowest) + 1)
        while low < high:
            middle = (low + high + 1) // 2
            if self._token(text[:middle], part, level).width <= self.width:
                low = middle
            else:
                high = middle - 1
        count = low
        while count < len(text) and (unicodedata.combining(text[count]) or unicodedata.category(text[count]) in {"Mc", "Mn"}):
            count += 1
        return count

    def _rightward_line(self, tokens: list[Token], last: bool) -> Line:
        """A line that runs to the right: neighbours drawn in the same way are one piece."""
        trailing = tokens[-1].is_space and not last
        if tokens[-1].is_space and last:
            tokens = tokens[:-1]
        hanging = tokens[-1].width if trailing else 0.0
        x, stretch, segments = 0.0, 1.0, []
        for link, linked in groupby(tokens, _LINK):
            segment = Segment(link)
            segments.append(segment)
            for joins, neighbours in groupby(linked, _JOINS):
                together = list(neighbours)
                segment.text += "".join([token.text for token in together])
                for run in [run for token in together for run in token.runs] if joins is None else [_joined(together)]:
                    piece = Glyphs(run, run.width * self.size, 0, x)
                    x += piece.width
                    segment.glyphs.append(piece)
                    stretch = max(stretch, run.stretch)
                    segment.exact = segment.exact and run.exact
        return Line(segments, x - hanging, stretch)

    def _line(self, tokens: list[Token], base: int, last: bool) -> Line:
        trailing = tokens[-1].is_space
        if trailing and last:
            tokens, trailing = tokens[:-1], False
        levels = [token.level for token in tokens]
        if trailing:
            levels[-1] = base
        segments: list[Segment] = []
        drawn: list[Glyphs] = []
        x, stretch, place = 0.0, 1.0, 0
        for (link, joins, level), alike in groupby(zip(map(_LINK, tokens), map(_JOINS, tokens), levels, strict=True)):
            together = tokens[place : (place := place + len([*alike]))]
            if not segments or segments[-1].link != link:
                segments.append(Segment(link))
            segment = segments[-1]
            segment.text += "".join([token.text for token in together])
            as_one = joins is not None and level % 2 == 0
            for run in [_joined(together)] if as_one else [run for token in together for run in token.runs]:
                piece = Glyphs(run, run.width * self.size, level, x)
                x += piece.width
                segment.glyphs.append(piece)
                drawn.append(piece)
                stretch = max(stretch, run.stretch)
                segment.exact = segment.exact and run.exact and not level
        if any(levels):
            _place(drawn)
        width = x - tokens[-1].width if trailing else x
        if trailing and base:
            for piece in drawn:
                piece.x -= tokens[-1].width  # the space at the end of a leftward line hangs over its left edge
        return Line(segments, width, stretch)


def _way_of_drawing(runs: tuple[Run, ...]) -> str | None:
    """Tokens of one way of drawing can be drawn as one; None where each stands for itself."""
    if len(runs) != 1 or runs[0].rises is not None or not runs[0].exact:
        return None
    return f"{runs[0].font.resource} {runs[0].synthetic_bold}"


def _joined(tokens: list[Token]) -> Run:
    """Neighbours of one way of drawing as one run."""
    runs = [token.runs[0] for token in tokens]
    if len(runs) == 1:
        return runs[0]
    whole = Run(runs[0].font, "".join([run.text for run in runs]), synthetic_bold=runs[0].synthetic_bold)
    whole.ops, whole.width = "".join([run.ops for run in runs]), sum([run.width for run in runs])
    return whole


def _place(drawn: list[Glyphs]) -> None:
    """Give pieces that run both ways their places on the line."""
    x = 0.0
    for piece in bidi.drawing_order(drawn, lambda each: each.level):
        piece.x = x
        x += piece.width


def _may_break(before: str, text: str) -> bool:
    if before == " " or text[0] == " ":
        return True
    if _ONE_HAN.match(before) or _ONE_HAN.match(text[0]):
        return text[0] not in _NO_START and before not in _NO_END
    return False


def _by_level(text: str, levels: list[int] | None, place: int) -> list[tuple[str, int]]:
    if levels is None:
        return [(text, 0)]
    here = levels[place : place + len(text)]
    if here.count(here[0]) == len(here):
        return [(text, here[0])]
    found, start = [], 0
    for level, same in groupby(here):
        end = start + len([*same])
        found.append((text[start:end], level))
        start = end
    return found
