"""Who works with a workspace; the rest of resourcing; decisions and the loop.

What it says is fixed for good: later changes are revisions of their own.
"""

from __future__ import annotations

from coproduce.storage.migrations.growing import Growing

revision = "0004"
down_revision = "0003"
branch_labels = None
depends_on = None

_OF_A_DECISION = ("vote_counts", "ballots", "objections", "advice", "actions", "decision_versions")


def upgrade() -> None:
    """New tables, and new columns in some."""
    _team()
    _issued()
    _mileage()
    _budget()
    _loop()
    _suppliers()
    _lead_times()
    _asking_again()
    _decisions()
    _of_decisions()


def _team() -> None:
    Growing("team").words("name", required=True).code("right", "lead organiser finance reader", required=True).create()


def _issued() -> None:
    (
        Growing("issued_reports")
        .whole("history_id", required=True)
        .words("report project_id project audience", required=True)
        .day("as_of made_on", required=True)
        .words("form fingerprint", required=True)
        .bytes("evidence")
        .create(index="fingerprint")
    )


def _mileage() -> None:
    Growing("rates").recode("shape", "per_hour band task role_level per_mile").widen()
    Growing("payments").whole("miles").widen()


def _budget() -> None:
    Growing("budget_lines").link("workshop_id", "workshops", required=False).widen()


def _loop() -> None:
    Growing("contributions").day("difference_asked_on").recode("answer", "adopted part not_adopted parked heard").widen()
    (
        Growing("asks")
        .link("project_id", "projects")
        .words("words asked_of", required=True)
        .link("contribution_id", "contributions", required=False)
        .link("decision_id", "decisions", required=False)
        .day("asked_on")
        .code("answer", "yes part no no_answer")
        .day("answered_on")
        .words("their_words")
        .day("look_again_on")
        .create()
    )


def _suppliers() -> None:
    Growing("suppliers").words("name", required=True).words("does contact_route area").whole("notice_days").words("note").create()


def _lead_times() -> None:
    Growing("lead_times").words("need", required=True).whole("days", required=True).words("source").create()


def _asking_again() -> None:
    Growing("people").day("access_asked_again_on").widen()


def _decisions() -> None:
    shares = "more_than_half three_fifths two_thirds three_quarters four_fifths everybody"
    decisions = Growing("decisions").words("decided_by_whom why_elsewhere").day("threshold_set_on").code("share", shares)
    decisions.code("counted_of", "voted present").whole("lowest_hand").link("follows_id", "decisions", required=False).widen()


def _of_decisions() -> None:
    groups = "lived_experience community carer employed representing"
    of_one = [Growing(name).link("decision_id", "decisions") for name in _OF_A_DECISION]
    counts, ballots, objections, advice, actions, versions = of_one
    counts.whole("number", required=True).words("option").whole("value").code("capacity", groups).whole("round").create()
    ballots.whole("number", required=True).words("ranking").code("capacity", groups).create()
    objections.words("words", required=True).whole("round").code("integrated", "yes no").words("how").create()
    advice.words("who").link("person_id", "people", required=False).code("asked_as", "affected expert").words("said").day(
        "asked_on"
    ).create()
    actions.words("what", required=True).words("owner").day("due_on").code("state", "to_do under_way done dropped")
    actions.day("done_on").words("note").create()
    versions.day("kept_on").words("outcome reason outcome_by").code("changed", "yes no").create()
