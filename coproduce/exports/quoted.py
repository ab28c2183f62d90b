"""Whose words stand in a document: by the ids of what was said, so that a copy can be asked for back."""

from __future__ import annotations

from collections.abc import Iterable

from coproduce.domain.decisions import Dissent
from coproduce.domain.facts import ProjectFacts
from coproduce.domain.room import Contribution
from coproduce.exports.document import Document
from coproduce.exports.text import render


def quotes_in(document: Document, projects: Iterable[ProjectFacts]) -> tuple[str, ...]:
    """The ids of contributions and disagreements whose words the document holds, whatever the line breaks. `projects` are not filtered."""
    text = _one_line(render(document))
    found: list[str] = []
    for facts in projects:
        said: list[Contribution | Dissent] = [*facts.contributions, *facts.linked_contributions, *facts.dissents]
        found += [str(one.id) for one in said if (words := _one_line(one.words)) and words in text]
    return tuple(dict.fromkeys(found))


def _one_line(words: str) -> str:
    return " ".join(words.split()).casefold()
