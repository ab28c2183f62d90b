"""The form in which votes are counted: a box for each hand, each option, or the scores of one option. No Qt."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from typing import Any

from coproduce.domain.ballots import VoteCount
from coproduce.domain.codes import Capacity, DecisionMethod, fold
from coproduce.errors import Refused
from coproduce.i18n import _
from coproduce.operations.counting import CountOf, Tally
from ui.kit.fields import Choice, ChoiceField, CountField, Field, TextField
from ui.kit.noun_form import code_choices

FIRST = "first"
"""The name of the first box, so that what is wrong with the whole can be said there."""

Votes = Sequence[VoteCount]


def groups_of(votes: Votes, method: DecisionMethod | None) -> dict[CountOf, list[VoteCount]]:
    """The votes as they are entered together."""
    found: dict[CountOf, list[VoteCount]] = {}
    for vote in votes:
        of = CountOf(vote.capacity, vote.round, vote.option if method is DecisionMethod.SCORE else None)
        found.setdefault(of, []).append(vote)
    return found


def vote_fields(method: DecisionMethod | None, options: Sequence[str], of: CountOf, votes: Votes = ()) -> list[Field]:
    """What is asked, filled with what is written down."""
    who = ChoiceField(
        "capacity",
        _("In which capacity"),
        _("Count each group apart where you can."),
        value=of.capacity.value if of.capacity else None,
        choices=code_choices(Capacity),
        nothing=_("Everybody together"),
    )
    again = CountField("round", _("Which round"), _("Only if there were several. The last one counts."), value=of.round)
    return [*_numbers(method, options, of, votes), who, again]


def _numbers(method: DecisionMethod | None, options: Sequence[str], of: CountOf, votes: Votes) -> list[Field]:
    if method is DecisionMethod.SCORE:
        choices = [Choice(option, option) for option in options]
        given = ", ".join(str(vote.value) for vote in votes for _each in range(vote.number))
        hint = _("Each score, with commas between, such as 3, 5, 4.")
        return [
            ChoiceField("option", _("The option"), required=True, value=of.option, choices=choices),
            TextField(FIRST, _("The scores it was given"), hint, required=True, value=given),
        ]
    if method is DecisionMethod.FIST_TO_FIVE:
        words = [_("Hands with {n}").format(n=hand) for hand in range(6)]
        known = {vote.value: vote.number for vote in votes}
        return [CountField(_name(at), label, value=known.get(at)) for at, label in enumerate(words)]
    held = {fold(vote.option): vote.number for vote in votes}
    return [CountField(_name(at), option, value=held.get(fold(option))) for at, option in enumerate(options)]


def _name(at: int) -> str:
    return f"number_{at}" if at else FIRST


def count_of(method: DecisionMethod | None, values: Mapping[str, Any]) -> CountOf:
    """Which votes the answers of the form are about."""
    capacity = Capacity(values["capacity"]) if values["capacity"] else None
    return CountOf(capacity, values["round"], values["option"] if method is DecisionMethod.SCORE else None)


def tallies(method: DecisionMethod | None, options: Sequence[str], values: Mapping[str, Any]) -> list[Tally]:
    """What was counted. A box left blank was not; raises `Refused` where scores are no whole numbers."""
    if method is DecisionMethod.SCORE:
        scores = _scores(values[FIRST])
        return [Tally(values["option"], score, scores.count(score)) for score in sorted(set(scores))]
    whole: Iterable[tuple[str | None, int | None]] = [(option, None) for option in options]
    if method is DecisionMethod.FIST_TO_FIVE:
        whole = [(None, hand) for hand in range(6)]
    found = [(option, value, values[_name(at)]) for at, (option, value) in enumerate(whole)]
    return [Tally(option, value, number) for option, value, number in found if number is not None]


def _scores(text: str) -> list[int]:
    parts = text.replace(",", " ").replace(";", " ").split()
    if not all(part.isdecimal() for part in parts):
        raise Refused(_("Write whole numbers with commas between, such as 3, 5, 4."), field=FIRST)
    return [int(part) for part in parts]
