"""The tables of what was said, what was decided, and how people judged it."""

from __future__ import annotations

from coproduce.domain import codes
from coproduce.storage.columns import code, day, entry, ident, link, whole, words
from coproduce.storage.ground import table

contributions = table(
    "contributions",
    ident(),
    link("workshop_id", "workshops"),
    words("words", required=True),
    link("person_id", "people", required=False),
    code("capacity", codes.Capacity),
    code("said_as", codes.SaidAs),
    words("theme"),
    words("part"),
    code("answer", codes.Answer),
    day("answered_on"),
    words("reason"),
    day("told_on"),
    words("told_how"),
    code("made_a_difference", codes.YesPartlyNo),
    day("difference_asked_on"),
    entry(),
)

decisions = table(
    "decisions",
    ident(),
    link("project_id", "projects"),
    words("question", required=True),
    link("workshop_id", "workshops", required=False),
    code("at_invitation", codes.AtInvitation),
    code("method", codes.DecisionMethod),
    words("threshold"),
    day("decided_on"),
    words("outcome"),
    words("outcome_by"),
    words("reason"),
    code("dissent_asked", codes.YesNo),
    code("changed", codes.YesNo),
    words("owner"),
    day("due_on"),
    code("state", codes.DecisionState),
    day("review_on"),
    day("reviewed_on"),
    code("review_result", codes.ReviewResult),
    day("locked_on"),
    day("changed_after_on"),
    words("decided_by_whom"),
    words("why_elsewhere"),
    day("threshold_set_on"),
    code("share", codes.Share),
    code("counted_of", codes.CountedOf),
    whole("lowest_hand"),
    link("follows_id", "decisions", required=False),
    entry(),
)

options = table(
    "options",
    ident(),
    link("decision_id", "decisions"),
    words("option", required=True),
    words("meaning"),
    words("proposed_by"),
    entry(),
)

deciders = table(
    "deciders",
    ident(),
    link("decision_id", "decisions"),
    code("capacity", codes.Capacity, required=True),
    whole("could_decide"),
    whole("took_part"),
    whole("support"),
    whole("stand_aside"),
    whole("object"),
    whole("abstain"),
    entry(),
)

dissents = table(
    "dissents",
    ident(),
    link("decision_id", "decisions"),
    words("words", required=True),
    code("said_as", codes.SaidAs),
    link("person_id", "people", required=False),
    entry(),
)

changes = table(
    "changes",
    ident(),
    link("decision_id", "decisions"),
    link("contribution_id", "contributions"),
    words("before", required=True),
    words("after", required=True),
    entry(),
)

turns = table(
    "turns",
    ident(),
    link("workshop_id", "workshops"),
    whole("turns", required=True),
    link("person_id", "people", required=False),
    code("capacity", codes.Capacity),
    code("runs_it", codes.YesNo),
    entry(),
)

verdicts = table(
    "verdicts",
    ident(),
    link("workshop_id", "workshops"),
    code("given_by", codes.GivenBy, required=True),
    whole("voice"),
    whole("ways"),
    whole("agenda"),
    whole("change"),
    code("access_worked", codes.YesPartlyNo),
    code("had_influence", codes.YesPartlyNo),
    words("words"),
    entry(),
)

equality_counts = table(
    "equality_counts",
    ident(),
    link("project_id", "projects"),
    words("question", required=True),
    words("answer", required=True),
    whole("count", required=True),
    entry(),
)
