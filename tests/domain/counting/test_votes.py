"""Majority, fist to five, scores and dots: worked examples, ties, and nothing to count.

Where a case was published its source is named; the others are worked by hand.
"""

from __future__ import annotations

from collections import Counter
from fractions import Fraction

import pytest

from coproduce.domain.codes import CountedOf, Share
from coproduce.domain.counting import dot_vote, fist_to_five, majority, score
from coproduce.domain.counting.stood import Stood
from coproduce.domain.counting.told import rounded


@pytest.mark.parametrize(
    ("share", "of", "votes"),
    [
        (Share.MORE_THAN_HALF, 81, 41),  # Counting votes, roberts-rules.com: half of 81 is 40 1/2, a majority is 41
        (Share.MORE_THAN_HALF, 1000, 501),  # the same: not 510, which would be 51 %
        (Share.MORE_THAN_HALF, 20, 11),
        (Share.TWO_THIRDS, 19, 13),  # two thirds of 19 is 12.67, so 13 (worked by hand)
        (Share.TWO_THIRDS, 20, 14),  # the same: 13.34 is 14
        (Share.TWO_THIRDS, 12, 8),
        (Share.TWO_THIRDS, 34, 23),  # Calculation of two thirds vote, robertsrules.forumflash.com: 22 to 12 is not enough, 23 to 11 is
        (Share.TWO_THIRDS, 36, 24),  # the same: 24 to 12 is, for it is at least two thirds and not more than that
        (Share.TWO_THIRDS, 5, 4),  # 2/3 majority vote, the same forum: of five, 4 to 1 or 5 to 0
        (Share.THREE_QUARTERS, 20, 15),
        (Share.THREE_FIFTHS, 12, 8),
        (Share.FOUR_FIFTHS, 9, 8),
        (Share.EVERYBODY, 9, 9),
    ],
)
def test_how_many_votes_are_enough(share, of, votes):
    assert majority.enough(share, of) == votes


def test_a_majority_leaves_out_who_did_not_say():
    stood = Stood(support=6, object=4, abstain=5, present=15)
    assert majority.count(stood, Share.MORE_THAN_HALF, CountedOf.VOTED).is_reached is True
    assert majority.count(stood, Share.MORE_THAN_HALF, CountedOf.PRESENT).is_reached is False


def test_two_thirds_of_those_present_and_of_those_who_voted():
    """Two thirds of those present, robertsrules.forumflash.com: 8 were there, 5 voted yes, 1 no and 2 abstained; it did not pass."""
    stood = Stood(support=5, object=1, abstain=2, present=8)
    assert majority.count(stood, Share.TWO_THIRDS, CountedOf.PRESENT).is_reached is False
    assert majority.count(stood, Share.TWO_THIRDS, CountedOf.VOTED).is_reached is True


def test_who_abstains_counts_neither_way():
    """Abstentions counted in determining 2/3 majority, the same forum: 17 for and 8 against passes, whoever abstained."""
    assert majority.count(Stood(support=17, object=8, abstain=9), Share.TWO_THIRDS, CountedOf.VOTED).is_reached is True


def test_a_majority_in_words():
    told = majority.count(Stood(6, None, 4, 5, 15), Share.TWO_THIRDS, None).told()
    assert told.outcome == "6 for, 4 against, 5 did not say. Enough is two thirds of the 10 who voted: 7 votes. That is not reached."
    assert told.advice[0] == "4 people voted against. Write down why: a count does not say."


@pytest.mark.parametrize(
    ("stood", "share", "words"),
    [
        (Stood(), None, "Nothing is counted yet."),
        (
            Stood(0, None, 0, 9),
            Share.MORE_THAN_HALF,
            "0 for, 0 against, 9 did not say. Nobody voted for or against, so there is no majority.",
        ),
        (
            Stood(4, None, 4),
            Share.MORE_THAN_HALF,
            "4 for, 4 against. Enough is more than half of the 8 who voted: 5 votes. As many are for it as against. That is not reached.",
        ),
        (Stood(4, None, 3), None, "4 for, 3 against. What share is enough is not recorded, so the count does not say whether it is."),
    ],
)
def test_nothing_to_count_everybody_silent_and_ties_are_said(stood, share, words):
    assert majority.count(stood, share, None).told().outcome == words


def test_a_share_of_those_present_needs_to_know_who_was_there():
    found = majority.count(Stood(4, None, 3), Share.MORE_THAN_HALF, CountedOf.PRESENT)
    assert found.is_reached is None
    assert found.told().outcome.endswith("How many took part was not counted, so the share cannot be worked out.")


def test_most_votes_is_not_the_same_as_enough():
    """The Tennessee capital by first choices: Memphis has most, and less than half."""
    told = majority.count_options({"Memphis": 42, "Nashville": 26, "Chattanooga": 15, "Knoxville": 17}, Share.MORE_THAN_HALF)
    assert told.outcome == "Memphis has most: 42 votes of 100. Enough is more than half: 51 votes. That is not reached."
    assert majority.count_options({"A": 3, "B": 3, "C": 1}, Share.MORE_THAN_HALF).outcome.startswith("A and B are level.")
    assert majority.count_options({"A": 0}, None).outcome == "Nobody voted for any of the options."


def test_one_fist_among_fives_is_seen():
    """The mean would be 4.4: it is not the outcome."""
    found = fist_to_five.count({5: 7, 0: 1}, lowest=2)
    assert (found.shown, found.below, found.is_reached) == (8, 1, False)
    assert found.told().outcome == "1 hand was lower than 2. What was set is not reached."
    assert "4.4" not in str(found.told())


def test_hands_all_high_enough():
    found = fist_to_five.count({3: 4, 2: 1, 5: 2}, lowest=2)
    assert found.is_reached is True
    assert found.told().outcome == "No hand was lower than 2. That is what was set."


def test_hands_of_a_published_case_before_and_after_the_plan_was_changed():
    """A useful technique: fists of five voting, chrisgagne.com: all developers show 4 or 5 and the researcher 2, where 4 is enough; the
    plan is changed to meet the 2, and they show hands again."""
    before = fist_to_five.count({5: 3, 4: 2, 2: 1}, lowest=4)
    assert (before.below, before.is_reached) == (1, False)
    assert before.told().advice == ("Ask those who showed 0, 1 or 2 what would change it, and write that down. A mean would hide them.",)
    assert fist_to_five.count({5: 3, 4: 3}, lowest=4).is_reached is True


@pytest.mark.parametrize("low", [1, 2])
def test_one_low_hand_stops_it_however_many_are_high(low):
    """Fist of five voting, instantagenda.com: no hand of 1 or 2 is consensus, and any of them means that it cannot go on."""
    assert fist_to_five.count({3: 1, 4: 1, 5: 1}, lowest=3).is_reached is True
    assert fist_to_five.count({5: 20, low: 1}, lowest=3).is_reached is False


def test_fist_to_five_without_a_line_set_or_without_hands():
    assert fist_to_five.count({3: 1}, None).told().outcome.startswith("How low a hand may be is not recorded")
    assert fist_to_five.count({}, 2).told().outcome == "Nothing is counted yet."


def test_scores_for_the_capital_of_tennessee():
    """Each city scored 0 to 10 by distance: the sums worked by hand beside each."""
    found = score.count(
        {
            "Memphis": {10: 42, 0: 58},  # 420
            "Nashville": {4: 42, 10: 26, 6: 15, 5: 17},  # 168 + 260 + 90 + 85 = 603
            "Chattanooga": {2: 42, 4: 26, 10: 15, 7: 17},  # 84 + 104 + 150 + 119 = 457
            "Knoxville": {0: 42, 2: 26, 6: 15, 10: 17},  # 0 + 52 + 90 + 170 = 312
        }
    )
    assert [(each.option, each.total) for each in found.options] == [
        ("Nashville", 603),
        ("Chattanooga", 457),
        ("Memphis", 420),
        ("Knoxville", 312),
    ]
    assert found.options[0].mean == Fraction(603, 100)
    assert found.told().outcome == "Nashville has the highest score."


def test_scores_of_a_published_case_by_three_voters():
    """Range voting example, Fedora elections guide, table 1.1: three ballots, seven candidates, and C has most.

    Six of the seven totals are as printed there. C's is printed as 15, and its three scores 4, 7 and 6 are 17.
    """
    ballots = ((0, 3, 4, 4, 6, 0, 4), (7, 2, 7, 2, 3, 5, 0), (7, 7, 6, 1, 4, 1, 4))
    scores = {letter: Counter(ballot[place] for ballot in ballots) for place, letter in enumerate("ABCDEFG")}
    totals = {each.option: each.total for each in score.count(scores).options}
    assert totals == {"A": 14, "B": 12, "C": 17, "D": 7, "E": 13, "F": 6, "G": 8}
    assert score.count(scores).told().outcome == "C has the highest score."


def test_sum_and_mean_that_say_different_things_are_both_told():
    told = score.count({"A": {3: 10}, "B": {5: 2}}).told()
    assert told.outcome == "By the sum it is A, by the mean B. Say which of the two was agreed on before."
    assert "Not every option was scored as often." in told.warnings[0]


def test_level_scores_and_no_scores_are_said():
    assert score.count({"A": {3: 2}, "B": {2: 3, 0: 0}}).told().outcome.startswith("By the sum it is A and B, by the mean A.")
    assert score.count({"A": {3: 2}, "B": {3: 2}}).told().outcome.startswith("A and B are level.")
    assert score.count({"A": {}}).told().outcome == score.count({}).told().outcome == "Nothing is counted yet."
    assert score.count({"A": {0: 3}}).told().outcome == "A has the highest score."


@pytest.mark.parametrize(
    ("value", "words"), [(Fraction(5, 3), "1.67"), (Fraction(4), "4"), (Fraction(1, 2), "0.5"), (Fraction(201, 200), "1.01")]
)
def test_a_mean_is_rounded_to_two_places(value, words):
    assert rounded(value) == words


def test_dots_with_their_warning():
    told = dot_vote.count({"Bus": 4, "Café": 9}).told()
    assert told.outcome == "Café has most: 9 dots of 13."
    assert told.steps[0].rows == (("Café", "9"), ("Bus", "4"))
    assert told.warnings[1].startswith("People are swayed by the dots that are there already")


def test_dots_of_a_published_case_of_eleven_people_with_seven_each():
    """Introduction to cumulative voting, Wellesley math and politics modules: the sevenths of the example there, each as one dot. Dot
    votes are cumulative votes. A has 27 sevenths (3.86), C 26 (3.71) and G 13 (1.86), and these three are first."""
    sheets = [*5 * [{"A": 1, "C": 5, "D": 1}], *3 * [{"A": 7}], *2 * [{"G": 6, "F": 1}], dict.fromkeys("ABCDEFG", 1)]
    found = dot_vote.count(sum(map(Counter, sheets), Counter()))
    assert sum(number for _option, number in found.dots) == 11 * 7
    assert found.dots[:3] == (("A", 27), ("C", 26), ("G", 13))
    assert dict(found.dots[3:]) == {"D": 6, "F": 3, "B": 1, "E": 1}
    assert found.told().outcome == "A has most: 27 dots of 77."


def test_level_dots_and_no_dots_are_said():
    assert dot_vote.count({"Bus": 4, "Café": 4}).told().outcome.startswith("Bus and Café are level.")
    assert dot_vote.count({"Bus": 0}).told().outcome == "Nobody put down a dot."
    assert dot_vote.count({}).told().outcome == "Nothing is counted yet."
