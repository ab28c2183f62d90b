"""What the project is about and who came, in easy words."""

from __future__ import annotations

from collections.abc import Iterator

from coproduce.domain.codes import Capacity
from coproduce.domain.wording import N_, day_words, number_words
from coproduce.exports.document import Block
from coproduce.exports.pictures import Picture
from coproduce.exports.sections.easy.idea import idea
from coproduce.exports.sections.material import Material
from coproduce.exports.sections.who import people_by_capacity
from coproduce.exports.wording import full_stop, given, one_line, people, sentence_case
from coproduce.i18n import _, ngettext


def purpose_in_easy_words(material: Material) -> Iterator[Block]:
    """What this paper is, what the project is for, and what people could change."""
    project = material.facts.project
    yield idea(Picture.WORDS, _("This paper tells you what people said."), _("It tells you what came of it."))
    yield _own_words(Picture.IDEA, _("This is what the work is for:"), project.purpose)
    yield _own_words(Picture.CHANGE, _("People could change this:"), project.open_to_change)
    yield _own_words(Picture.STOP, _("People could not change this:"), project.not_open)


def _own_words(picture: Picture, before: str, words: str | None) -> Block:
    return idea(picture, before, full_stop(given(words) or _("Nobody wrote this down")))


_CAME_AS = {
    Capacity.LIVED_EXPERIENCE: N_("People who have lived through it: {count}."),
    Capacity.COMMUNITY: N_("People who live here: {count}."),
    Capacity.CARER: N_("People who care for somebody: {count}."),
    Capacity.EMPLOYED: N_("People who came for their job: {count}."),
    Capacity.REPRESENTING: N_("People who spoke for a group: {count}."),
    None: N_("We do not know why they came: {count}."),
}


def who_in_easy_words(material: Material) -> Iterator[Block]:
    """How many meetings and people, in what capacity, and each meeting with its day."""
    held = material.scene.held
    if not held:
        yield idea(Picture.CALENDAR, _("There was no meeting yet."), _("So nobody came yet."))
        return
    meetings = ngettext("There was one meeting.", "There were {n} meetings.", len(held))
    yield idea(Picture.CALENDAR, meetings.format(n=number_words(len(held))))
    came = people_by_capacity(material)
    everybody = set().union(*came.values()) if came else set()
    if not everybody:
        yield idea(Picture.TAKING_PART, _("Nobody wrote down who came."))
    else:
        yield idea(Picture.TAKING_PART, _("{people} came.").format(people=sentence_case(people(len(everybody)))))
        counts = ((capacity, len(came.get(capacity, ()))) for capacity in (*Capacity, None))
        yield idea(Picture.TOGETHER, *(_(_CAME_AS[capacity]).format(count=count) for capacity, count in counts if count))
        if sum(map(len, came.values())) > len(everybody):
            yield idea(Picture.NUMBERS, _("Some people came for two reasons."), _("We count them under both."))
    for sitting in held:
        yield idea(Picture.CALENDAR, full_stop(day_words(sitting.day)), full_stop(one_line(sitting.workshop.title)))
    no_list = len(held) - len(material.scene.taken)
    if everybody and no_list:
        words = ngettext("For one meeting nobody kept a list.", "For {n} meetings nobody kept a list.", no_list)
        yield idea(Picture.QUESTION, words.format(n=no_list))
