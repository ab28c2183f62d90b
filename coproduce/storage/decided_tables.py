"""The tables of what belongs to a decision: what was counted, objections, advice, actions and earlier words."""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa

from coproduce.domain import codes
from coproduce.domain.actions import Action
from coproduce.domain.advice import Asked
from coproduce.domain.ballots import Ballots, VoteCount
from coproduce.domain.decision_versions import DecisionVersion
from coproduce.domain.objections import Objection
from coproduce.storage.columns import code, day, entry, ident, link, whole, words
from coproduce.storage.ground import table

vote_counts = table(
    "vote_counts",
    ident(),
    link("decision_id", "decisions"),
    whole("number", required=True),
    words("option"),
    whole("value"),
    code("capacity", codes.Capacity),
    whole("round"),
    entry(),
)

ballots = table(
    "ballots",
    ident(),
    link("decision_id", "decisions"),
    whole("number", required=True),
    words("ranking"),
    code("capacity", codes.Capacity),
    entry(),
)

objections = table(
    "objections",
    ident(),
    link("decision_id", "decisions"),
    words("words", required=True),
    whole("round"),
    code("integrated", codes.YesNo),
    words("how"),
    entry(),
)

advice = table(
    "advice",
    ident(),
    link("decision_id", "decisions"),
    words("who"),
    link("person_id", "people", required=False),
    code("asked_as", codes.AskedAs),
    words("said"),
    day("asked_on"),
    entry(),
)

actions = table(
    "actions",
    ident(),
    link("decision_id", "decisions"),
    words("what", required=True),
    words("owner"),
    day("due_on"),
    code("state", codes.ActionState),
    day("done_on"),
    words("note"),
    entry(),
)

decision_versions = table(
    "decision_versions",
    ident(),
    link("decision_id", "decisions"),
    day("kept_on"),
    words("outcome"),
    words("reason"),
    words("outcome_by"),
    code("changed", codes.YesNo),
    entry(),
)

OF_A_DECISION: dict[type[Any], sa.Table] = {
    VoteCount: vote_counts,
    Ballots: ballots,
    Objection: objections,
    Asked: advice,
    Action: actions,
    DecisionVersion: decision_versions,
}
"""By noun, in the order of the sheets."""
