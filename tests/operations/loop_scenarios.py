"""Verbs about what people said, what was asked of others, and telling people; each with what has to be done first."""

from __future__ import annotations

from collections.abc import Callable

from coproduce.domain.codes import AskAnswer, YesPartlyNo
from coproduce.domain.own_words import Topic
from coproduce.operations import asks, contributions, many_contributions, own_words
from tests.operations.story import DAY, LATER, Story

Act = Callable[[Story], object]


def _told(s: Story) -> None:
    contributions.tell_people(s.file, [s.answered], on=LATER)


def _themed(s: Story) -> None:
    contributions.edit_contribution(s.file, s.answered, theme="Calls")


LOOP_SCENARIOS: dict[str, Act] = {
    "asks.delete_ask": lambda s: asks.delete_ask(s.file, s.ask),
    "asks.edit_ask": lambda s: asks.edit_ask(s.file, s.ask, look_again_on=LATER, decision_id=None),
    "asks.record_ask": lambda s: asks.record_ask(
        s.file, project_id=s.project, words="Run a bus", asked_of="The county", contribution_id=s.unanswered, asked_on=DAY
    ),
    "asks.record_ask_answer": lambda s: asks.record_ask_answer(s.file, s.ask, answer=AskAnswer.PART, on=LATER, their_words="From May"),
    "contributions.ask_difference": lambda s: contributions.ask_difference(s.file, s.answered, on=LATER, said=YesPartlyNo.PARTLY),
    "contributions.rename_theme": lambda s: contributions.rename_theme(s.file, s.project, "Calls", new="Phone calls"),
    "contributions.tell_in_letters": lambda s: contributions.tell_in_letters(
        s.file, {s.answered: "Letter, large print", s.unanswered: "Letter"}, on=LATER
    ),
    "many_contributions.ask_many": lambda s: many_contributions.ask_many(on=LATER).do(s.file, [s.answered, s.unanswered]),
    "own_words.say_in_own_words": lambda s: own_words.say_in_own_words(
        s.file, s.project, Topic.T5, words="The bank was shut", on=DAY, by="Ana"
    ),
    "own_words.delete_own_words": lambda s: own_words.delete_own_words(s.file, s.own_words),
}

LOOP_BEFOREHAND: dict[str, Act] = {
    "contributions.ask_difference": _told,
    "contributions.rename_theme": _themed,
    "many_contributions.ask_many": _told,
}
"""What has to be done first where the story does not go so far."""
