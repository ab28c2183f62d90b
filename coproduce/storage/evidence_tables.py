"""The table of what an organisation says about its figures."""

from __future__ import annotations

import sqlalchemy as sa

from coproduce.domain.own_words import Topic
from coproduce.storage.columns import code, day, entry, ident, link, words
from coproduce.storage.ground import table

own_words = table(
    "own_words",
    ident(),
    link("project_id", "projects", index=False),
    code("about", Topic, required=True),
    words("words", required=True),
    day("written_on", required=True),
    words("written_by"),
    entry(),
    extra=(sa.UniqueConstraint("project_id", "about"),),
)
