"""Ranked choices, against examples worked by hand elsewhere.

The Tennessee capital (electowiki, *Tennessee example*): 42 % live near Memphis, 26 % near Nashville, 15 % near Chattanooga and 17 % near
Knoxville, and each ranks by distance. Run-off: Chattanooga and then Nashville drop out and Knoxville wins 58 to 42. Points: Nashville 194,
Chattanooga 173, Memphis 126, Knoxville 107. Two by two: Nashville beats Memphis 58:42, Chattanooga 68:32 and Knoxville 68:32.
"""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from coproduce.domain.counting import borda, instant_runoff, pairwise, ranked

MEMPHIS, NASHVILLE, CHATTANOOGA, KNOXVILLE = CITIES = ("Memphis", "Nashville", "Chattanooga", "Knoxville")
TENNESSEE = {
    (MEMPHIS, NASHVILLE, CHATTANOOGA, KNOXVILLE): 42,
    (NASHVILLE, CHATTANOOGA, KNOXVILLE, MEMPHIS): 26,
    (CHATTANOOGA, KNOXVILLE, NASHVILLE, MEMPHIS): 15,
    (KNOXVILLE, CHATTANOOGA, NASHVILLE, MEMPHIS): 17,
}


def test_the_run_off_for_the_capital_of_tennessee():
    found = instant_runoff.count(TENNESSEE)
    assert [dict(one.votes) for one in found.rounds] == [
        {MEMPHIS: 42, NASHVILLE: 26, CHATTANOOGA: 15, KNOXVILLE: 17},
        {MEMPHIS: 42, NASHVILLE: 26, KNOXVILLE: 32},
        {MEMPHIS: 42, KNOXVILLE: 58},
    ]
    assert [one.out for one in found.rounds] == [(CHATTANOOGA,), (NASHVILLE,), ()]
    assert [one.moved for one in found.rounds] == [{KNOXVILLE: 15}, {KNOXVILLE: 26}, None]
    assert found.winners == (KNOXVILLE,)


def test_the_run_off_for_what_a_town_builds():
    """Voting Theory: Instant Runoff, thoughtfulexaminations.com: 66 of 150 for the library, 39 and 45 for the others, then 79 to 71."""
    ballots = {
        ("Library", "F", "C"): 41,
        ("Library", "C", "F"): 25,
        ("F", "Library", "C"): 13,
        ("F", "C", "Library"): 26,
        ("C", "F", "Library"): 30,
        ("C", "Library", "F"): 15,
    }
    found = instant_runoff.count(ballots)
    assert [dict(one.votes) for one in found.rounds] == [{"Library": 66, "F": 39, "C": 45}, {"Library": 79, "C": 71}]
    assert (found.rounds[0].out, found.rounds[0].moved, found.winners) == (("F",), {"Library": 13, "C": 26}, ("Library",))


def test_the_points_for_the_capital_of_tennessee():
    assert borda.count(TENNESSEE).points == ((NASHVILLE, 194), (CHATTANOOGA, 173), (MEMPHIS, 126), (KNOXVILLE, 107))


def test_the_pairs_for_the_capital_of_tennessee():
    found = pairwise.count(TENNESSEE)
    won = {(pair.one, pair.other): (pair.for_one, pair.for_other) for pair in found.pairs}
    assert won == {
        (MEMPHIS, NASHVILLE): (42, 58),
        (MEMPHIS, CHATTANOOGA): (42, 58),
        (MEMPHIS, KNOXVILLE): (42, 58),
        (NASHVILLE, CHATTANOOGA): (68, 32),
        (NASHVILLE, KNOXVILLE): (68, 32),
        (CHATTANOOGA, KNOXVILLE): (83, 17),
    }
    assert found.winner == NASHVILLE


def test_the_words_say_that_the_ways_of_counting_differ():
    told = ranked.told(TENNESSEE, CITIES)
    assert told.outcome == "Knoxville wins in round 3 with 58 votes of the 100 that still count."
    assert told.steps[0].words == "Chattanooga drops out. 15 votes to Knoxville."
    assert [step.title for step in told.steps] == ["Round 1", "Round 2", "Round 3", "By points", "Two by two"]
    assert told.warnings == (
        "Counted by points it would be Nashville.",
        "More people put Nashville before each other option.",
        "Say which way to count was agreed on before.",
    )


def test_a_circle_has_no_first():
    """The paradox of Condorcet (1785): A before B, B before C and C before A, each two to one."""
    circle = {("A", "B", "C"): 1, ("B", "C", "A"): 1, ("C", "A", "B"): 1}
    assert pairwise.count(circle).winner is None
    assert "No option beats every other." in [step.words for step in ranked.told(circle).steps]


def test_a_ballot_that_names_nobody_left_counts_no_longer():
    found = instant_runoff.count({("A",): 5, ("B",): 4, ("C",): 2})
    assert found.rounds[0].moved == {"": 2}
    assert (found.rounds[1].exhausted, found.winners) == (2, ("A",))
    assert found.told().steps[0].words == "C drops out. 2 ballots name nobody else."


def test_a_tie_for_last_place_that_changes_the_end_is_said_and_not_broken():
    found = instant_runoff.count({("A", "B"): 4, ("B", "A"): 3, ("C", "B"): 3})
    assert (found.winners, found.tied) == (("A", "B"), ("B", "C"))
    assert found.told().outcome.startswith("B and C are level for last place, and who wins depends on which drops out.")


def test_a_tie_for_last_place_that_changes_nothing_still_has_an_end():
    found = instant_runoff.count({("A",): 4, ("B", "A"): 2, ("C", "A"): 2})
    assert found.winners == ("A",)
    assert found.told().outcome == "B and C are level for last place. Whichever drops out, A wins."


def test_two_that_are_level_at_the_end_stay_level():
    told = instant_runoff.count({("A", "B"): 2, ("B", "A"): 2}).told()
    assert told.outcome == "A and B are level. The count does not say which is first: people have to."


def test_options_nobody_put_first_drop_out_together():
    found = instant_runoff.count({("A",): 3, ("B",): 3, ("C", "A"): 1}, ["A", "B", "C", "D", "E"])
    assert found.rounds[0].out == ("D", "E")
    assert found.winners == ("A",)


@pytest.mark.parametrize(
    ("ballots", "words"),
    [({}, "Nothing is counted yet."), ({(): 7}, "Every ballot was empty, so nothing can be counted.")],
)
def test_nothing_to_count_is_said(ballots, words):
    assert ranked.told(ballots).outcome == words
    assert ranked.told(ballots, ["A", "B"]).outcome == words


def test_names_written_a_little_differently_are_the_same_option_and_count_once():
    found = instant_runoff.count({("Town hall", "town hall", "Library"): 2, ("TOWN HALL",): 1, ("Library",): 1}, ["Town hall", "Library"])
    assert found.winners == ("Town hall",)
    assert found.rounds[0].votes == {"Town hall": 3, "Library": 1}


BALLOTS = st.dictionaries(st.lists(st.sampled_from("ABCDE"), max_size=5).map(tuple), st.integers(0, 9), max_size=8)


@given(BALLOTS)
def test_no_ballot_is_lost_or_made_in_any_round(ballots):
    found = instant_runoff.count(ballots, "ABCDE")
    assert all(sum(one.votes.values()) + one.exhausted == sum(ballots.values()) for one in found.rounds)
    assert ranked.told(ballots, "ABCDE").outcome


@given(BALLOTS)
def test_who_has_more_than_half_of_the_first_places_wins_at_once(ballots):
    firsts = [ranking[0] for ranking, number in ballots.items() for _each in range(number) if ranking]
    ahead = [option for option in "ABCDE" if firsts.count(option) * 2 > len(firsts)]
    if ahead:
        assert instant_runoff.count(ballots, "ABCDE").winners == tuple(ahead)
