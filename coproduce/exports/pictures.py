"""The pictures of Easy Read: one for each idea our documents speak of. The words beside them say everything, so none is read out.

They are drawn by OpenMoji (`assets/pictures/README.md`). Source for a picture beside each idea: "Information for all", European standards
for information that is easy to read and understand (Inclusion Europe, 2009).
"""

from __future__ import annotations

from enum import StrEnum
from functools import cache, lru_cache
from io import BytesIO
from pathlib import Path
from typing import TYPE_CHECKING

from coproduce.exports.square_code import SquareCode, code_png
from coproduce.i18n import _

if TYPE_CHECKING:
    from PIL import Image

_FOLDER = Path(__file__).resolve().parents[2] / "assets" / "pictures"


class Picture(StrEnum):
    """An idea that has a picture; the value is the name of its file."""

    CALENDAR = "calendar"
    CHANGE = "change"
    CIRCLE = "circle"
    CLOCK = "clock"
    COMPUTER = "computer"
    DONE = "done"
    FINISH = "finish"
    GIFT = "gift"
    HELP = "help"
    HOME = "home"
    IDEA = "idea"
    JOURNEY = "journey"
    LETTER = "letter"
    LIST = "list"
    LISTENING = "listening"
    MEAL = "meal"
    MONEY = "money"
    NO = "no"
    NUMBERS = "numbers"
    PHONE = "phone"
    PLACE = "place"
    PRIVATE = "private"
    QUESTION = "question"
    QUIET = "quiet"
    RECEIPT = "receipt"
    REST = "rest"
    SMALL_GROUPS = "small_groups"
    STOP = "stop"
    TAKING_PART = "taking_part"
    TALKING = "talking"
    THINKING = "thinking"
    TOGETHER = "together"
    VOTE = "vote"
    WAITING = "waiting"
    WELCOME = "welcome"
    WORDS = "words"
    WRITING = "writing"
    YES = "yes"


def credit() -> str:
    """The sentence their licence asks for, at the end of a document with pictures."""
    return _("The pictures are from OpenMoji. Their licence is CC BY-SA 4.0.")


@cache
def _drawn(picture: Picture) -> bytes:
    """The picture as a PNG of 288 by 288 points on clear ground."""
    return (_FOLDER / f"{picture.value}.png").read_bytes()


def png(picture: Picture | SquareCode) -> bytes:
    """The picture as a PNG."""
    return code_png(picture) if isinstance(picture, SquareCode) else _drawn(picture)


@lru_cache(maxsize=64)
def on_paper(picture: Picture | SquareCode) -> Image.Image:
    """The picture on white, for a page: a file for archives is safest without see-through parts."""
    from PIL import Image

    drawn = Image.open(BytesIO(png(picture))).convert("RGBA")
    paper = Image.new("RGB", drawn.size, "white")
    paper.paste(drawn, mask=drawn.getchannel("A"))
    return paper
