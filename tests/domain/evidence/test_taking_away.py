"""Nobody looks better by writing less down: no unit turns from no, or not recorded, into yes, but where a definition says so.

So a question can turn to "met" by taking something away only where the unit that stood in the way leaves its scope.
"""

from __future__ import annotations

from random import Random

from tests.domain.evidence.anything import any_project
from tests.domain.evidence.taking_away import BY_DEFINITION, gained

SEEDS = range(24)


def test_knowing_less_answers_no_question_with_yes_but_where_its_definition_says_so():
    found = {taken for seed in SEEDS for taken in gained(any_project(seed), Random(seed))}
    assert found - BY_DEFINITION.keys() == set()
    assert found, "the projects are too plain to find even what the definitions allow"
