"""The table of what was asked of other organisations."""

from __future__ import annotations

from coproduce.domain import codes
from coproduce.storage.columns import code, day, entry, ident, link, words
from coproduce.storage.ground import table

asks = table(
    "asks",
    ident(),
    link("project_id", "projects"),
    words("words", required=True),
    words("asked_of", required=True),
    link("contribution_id", "contributions", required=False),
    link("decision_id", "decisions", required=False),
    day("asked_on"),
    code("answer", codes.AskAnswer),
    day("answered_on"),
    words("their_words"),
    day("look_again_on"),
    entry(),
)
