"""What people ask for most often, as suggestions: an organisation writes its own words beside them, and those are offered next time.

Needs for taking part, never conditions. Sources: NHS England, Accessible Information Standard DAPB1605 v4.0 (2025); Shaping Our
Lives, Tickboxes and Tokenism (2022); Historic England and the Musicians' Union on access riders.
"""

from __future__ import annotations

from collections.abc import Iterable

from coproduce.domain.codes import WITHHELD, fold
from coproduce.domain.wording import N_
from coproduce.i18n import _, gettext

NEEDS: dict[str, str] = {
    "bsl_interpreter": N_("BSL interpreter"),
    "sign_supported_english": N_("Sign-Supported English"),
    "lipspeaker": N_("Lipspeaker"),
    "speech_to_text": N_("Captions (speech to text)"),
    "note_taker": N_("Note-taker"),
    "hearing_loop": N_("Hearing loop"),
    "face_visible": N_("Faces in view, for lipreading"),
    "front_seat": N_("A seat at the front"),
    "deafblind_interpreter": N_("Deafblind manual interpreter"),
    "audio": N_("Audio"),
    "braille": N_("Braille"),
    "large_print": N_("Large print"),
    "screen_reader_files": N_("Files a screen reader can read"),
    "slides_described": N_("Slides described aloud"),
    "good_lighting": N_("Good lighting"),
    "guided_to_room": N_("Somebody to show the way to the room"),
    "easy_read": N_("Easy Read"),
    "plain_english": N_("Plain English"),
    "instructions_in_writing": N_("Instructions in writing as well as spoken"),
    "more_time": N_("More time"),
    "papers_in_advance": N_("Papers well ahead"),
    "step_free": N_("Step-free way in"),
    "wide_doors": N_("Wide doors and room to turn"),
    "parking": N_("Parking close by"),
    "accessible_toilet": N_("Accessible toilet"),
    "changing_places": N_("Changing Places toilet"),
    "hoist": N_("Hoist"),
    "breaks": N_("Breaks"),
    "short_sessions": N_("Short sessions"),
    "finish_on_time": N_("Finishing on time"),
    "rest_room": N_("A room to rest in"),
    "time_of_day": N_("A certain time of day"),
    "quiet_space": N_("Quiet space"),
    "no_fluorescent_light": N_("No fluorescent light"),
    "remote": N_("Taking part from home"),
    "phone_in": N_("Joining by telephone"),
    "device_or_data": N_("A device or data to get online"),
    "personal_assistant": N_("Personal assistant"),
    "companion": N_("Companion or supporter"),
    "advocate": N_("Advocate"),
    "language_interpreter": N_("Interpreter for another language"),
    "childcare": N_("Childcare"),
    "replacement_care": N_("Care for somebody they look after"),
    "food": N_("Food they can eat"),
    "prayer_room": N_("A place to pray"),
}
"""Stable code → the words people read, for what is heard, seen, understood, walked, borne, and brought along."""


def need_words(need: str) -> str:
    """The words of a need: those of our list for a code, else as it was written."""
    if need == WITHHELD:
        return _("Something only the leads see")
    return gettext(NEEDS[need]) if need in NEEDS else need


def need_from_words(words: str) -> str:
    """What to keep for words that were picked or typed: the code where they are ours, whatever the case, else the words."""
    wanted = words.strip()
    ours = {need_words(code).casefold(): code for code in NEEDS}
    return ours.get(wanted.casefold(), wanted)


def same_need(one: str, other: str) -> bool:
    """Whether two needs are the same one, written as a code, in our words or in other letters."""
    return folded_need(one) == folded_need(other)


def folded_need(need: str) -> str:
    """A need as it is compared."""
    return fold(need_words(need_from_words(need)))


def suggested_needs(used: Iterable[str]) -> list[str]:
    """The words to offer: what this organisation wrote itself, in order of the alphabet, then our own list."""
    own = {words.casefold(): words for words in used if words not in NEEDS and need_from_words(words) not in NEEDS}
    return [*sorted(own.values(), key=str.casefold), *(need_words(code) for code in NEEDS)]
