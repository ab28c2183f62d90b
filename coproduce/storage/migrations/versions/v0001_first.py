"""The first schema.

What it says is fixed for good: later changes are revisions of their own.
"""

from __future__ import annotations

from typing import Any

import sqlalchemy as sa
from alembic import op

from coproduce.storage.migrations.growing import LONGEST, Growing

revision = "0001"
down_revision = None
branch_labels = None
depends_on = None

_YES_NO = "yes no"
_CAPACITIES = "lived_experience community carer employed representing"
_AT_INVITATION = "open options_fixed decided"
_YES_PARTLY_NO = "yes partly no"
_SAID_AS = "named role anonymous"


def upgrade() -> None:
    """Every table, index and trigger of the first release, and what is searched."""
    _organisation()
    _people()
    _workshops()
    _needs_and_money()
    _what_was_said()
    _decisions()
    _verdicts()
    _records()
    _triggers()
    _search()


def _organisation() -> None:
    Growing("settings").words("value", required=True).create()
    (
        Growing("rates")
        .words("label", required=True)
        .code("shape", "per_hour band task role_level", required=True)
        .pence("amount", required=True)
        .day("valid_from", required=True)
        .day("valid_to")
        .words("region source")
        .code("is_floor", _YES_NO)
        .create()
    )
    (
        Growing("projects")
        .words("title", required=True)
        .words("purpose open_to_change not_open")
        .code("level_framework", "tlap iap2 arnstein")
        .words("intended_level")
        .several("stages_run")
        .words("partners")
        .day("starts_on ends_on")
        .create()
    )


def _people() -> None:
    (
        Growing("people")
        .words("name", required=True)
        .words("full_name group named_contact")
        .day("inducted_on")
        .code("induction_confirmed", _YES_NO)
        .code("access_asked", "not_asked asked_no_answer asked_none_needed asked_needs_given prefers_not_to_say")
        .day("access_first_asked_on upfront_asked_on")
        .words("reply_format pronouns contact_route")
        .code("left_reason_asked under_18", _YES_NO)
        .day("left_on guardian_consent_on retain_until")
        .code("photo_consent quote_consent name_consent keep_needs_consent", _YES_NO)
        .day("consents_asked_on assent_on")
        .create(name_key=True, index="name_key+id")
    )
    (
        Growing("requirements")
        .link("person_id", "people")
        .words("need", required=True)
        .words("words")
        .code("seen_by", "organisers helpers everyone")
        .day("review_on")
        .code("keep", _YES_NO)
        .create()
    )


def _workshops() -> None:
    (
        Growing("workshops")
        .link("project_id", "projects")
        .words("title", required=True)
        .day("date", required=True)
        .clock("starts_at")
        .words("venue")
        .code("format", "in_person online hybrid")
        .several("stages")
        .code("state", "draft planned held closed cancelled")
        .day("invited_on adjustments_by feedback_promised_by")
        .whole("headcount")
        .words("cancelled_reason")
        .create(index="date")
    )
    (
        Growing("blocks")
        .link("workshop_id", "workshops")
        .whole("order", required=True)
        .words("title", required=True)
        .whole("minutes", required=True)
        .words("lane")
        .clock("pinned_start")
        .code("category", "welcome listening talk small_groups whole_group decision break caucus reflection other")
        .several("led_by")
        .words("proposed_by")
        .code("at_invitation", _AT_INVITATION)
        .create()
    )
    (
        Growing("attendances")
        .link("workshop_id", "workshops", index=False)
        .link("person_id", "people")
        .code("capacity", _CAPACITIES)
        .code("role", "participant facilitator chair co_chair note_taker observer interpreter supporter")
        .code("response", "accepted declined")
        .code("state", "here left_early apologies absent unexpected")
        .whole("minutes_present prep_minutes_asked travel_minutes minutes_chaired")
        .day("access_asked_on")
        .create(unique=("workshop_id", "person_id"))
    )


def _needs_and_money() -> None:
    (
        Growing("papers")
        .link("workshop_id", "workshops", index=False)
        .link("person_id", "people")
        .words("paper", required=True)
        .words("format_needed format_sent")
        .day("sent_on")
        .create(unique=("workshop_id", "person_id", "paper"))
    )
    (
        Growing("arrangements")
        .link("person_id", "people")
        .link("workshop_id", "workshops")
        .words("need", required=True)
        .words("words")
        .day("asked_on needed_by agreed_on booked_on confirmed_on")
        .code("organiser_says", "worked partly did_not not_possible")
        .code("person_says", "worked partly did_not")
        .words("not_possible_reason")
        .day("told_on")
        .pence("cost")
        .create()
    )
    (
        Growing("payments")
        .link("workshop_id", "workshops")
        .link("person_id", "people")
        .code("kind", "fee expense", required=True)
        .words("category how_told reference cancelled_reason")
        .pence("offered claimed approved paid")
        .day("offered_on response_on claimed_on approved_on paid_on advance_asked_on needed_by")
        .code("response", "accepted declined less voucher donation group")
        .code("decline_reason", "own_choice benefits employer_pays other prefer_not_to_say")
        .whole("session_minutes_paid prep_minutes_paid")
        .code("paid_direct", _YES_NO)
        .create()
    )


def _what_was_said() -> None:
    (
        Growing("contributions")
        .link("workshop_id", "workshops")
        .words("words", required=True)
        .link("person_id", "people", required=False)
        .code("capacity", _CAPACITIES)
        .code("said_as", _SAID_AS)
        .code("answer", "adopted part not_adopted parked")
        .words("theme reason told_how")
        .day("answered_on told_on")
        .code("made_a_difference", _YES_PARTLY_NO)
        .create()
    )


def _decisions() -> None:
    (
        Growing("decisions")
        .link("project_id", "projects")
        .words("question", required=True)
        .link("workshop_id", "workshops", required=False)
        .code("at_invitation", _AT_INVITATION)
        .code("method", "consent consensus advice majority fist_to_five score dot_vote ranked decided_elsewhere")
        .words("threshold")
        .day("decided_on")
        .words("outcome outcome_by reason")
        .code("dissent_asked changed", _YES_NO)
        .words("owner")
        .day("due_on")
        .code("state", "to_decide decided in_progress done stopped")
        .day("review_on reviewed_on")
        .code("review_result", "kept changed undone")
        .create()
    )
    Growing("options").link("decision_id", "decisions").words("option", required=True).words("meaning proposed_by").create()
    (
        Growing("deciders")
        .link("decision_id", "decisions")
        .code("capacity", _CAPACITIES, required=True)
        .whole("could_decide took_part support stand_aside object abstain")
        .create()
    )
    Growing("dissents").link("decision_id", "decisions").words("words", required=True).code("said_as", _SAID_AS).link(
        "person_id", "people", required=False
    ).create()
    Growing("changes").link("decision_id", "decisions").link("contribution_id", "contributions").words(
        "before after", required=True
    ).create()


def _verdicts() -> None:
    (
        Growing("turns")
        .link("workshop_id", "workshops")
        .whole("turns", required=True)
        .link("person_id", "people", required=False)
        .code("capacity", _CAPACITIES)
        .create()
    )
    (
        Growing("verdicts")
        .link("workshop_id", "workshops")
        .code("given_by", "participant organiser", required=True)
        .whole("voice ways agenda change")
        .code("access_worked had_influence", _YES_PARTLY_NO)
        .words("words")
        .create()
    )
    Growing("equality_counts").link("project_id", "projects").words("question answer", required=True).whole("count", required=True).create()


def _within(table: str, column: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(f'length("{column}") <= {LONGEST}', name=f"ck_{table}_{column}_length")


def _words(table: str, names: str) -> list[sa.Column[str] | sa.CheckConstraint]:
    return [part for name in names.split() for part in (sa.Column(name, sa.Text(), nullable=False), _within(table, name))]


def _line(table: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint([column], ["history.id"], name=f"fk_{table}_{column}", deferrable=True, initially="DEFERRED")


def _whole(name: str) -> sa.Column[int]:
    return sa.Column(name, sa.Integer(), autoincrement=False, nullable=False)


def _records() -> None:
    op.create_table(
        "history",
        _whole("id"),
        sa.Column("at", sa.DateTime(timezone=True).with_variant(sa.Text(), "sqlite"), nullable=False),
        *_words("history", "label what"),
        sa.Column("took_back", sa.Integer()),
        _whole("records"),
        sa.PrimaryKeyConstraint("id", name="pk_history"),
        _line("history", "took_back"),
        sqlite_strict=True,
    )
    op.create_table(
        "history_records",
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("record_id", sa.Text(), nullable=False),
        _whole("history_id"),
        *_words("history_records", "action"),
        sa.Column("fields", sa.Text()),
        _within("history_records", "fields"),
        sa.PrimaryKeyConstraint("kind", "record_id", "history_id", name="pk_history_records"),
        _line("history_records", "history_id"),
        sqlite_strict=True,
        sqlite_with_rowid=False,
    )
    _rows_kept("undo_steps", *_words("undo_steps", "label"), _whole("undone"), _whole("size"))
    _rows_kept("bin_entries", *_words("bin_entries", "kind record_id title went_with"))


def _rows_kept(table: str, *parts: sa.Column[Any] | sa.CheckConstraint) -> None:
    op.create_table(
        table,
        sa.Column("id", sa.Integer(), nullable=False),
        _whole("history_id"),
        *parts,
        sa.Column("images", sa.LargeBinary(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=f"pk_{table}"),
        _line(table, "history_id"),
        sqlite_strict=True,
    )


def _triggers() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    for table, verb in (("history", "is"), ("history_records", "are")):
        for what in ("update", "delete"):
            op.execute(
                f"CREATE TRIGGER {table}_{verb}_kept_{what} BEFORE {what.upper()} ON {table} "
                "BEGIN SELECT RAISE(ABORT, 'history is only added to'); END"
            )
    op.execute(
        "CREATE TRIGGER history_has_no_gaps BEFORE INSERT ON history WHEN NEW.id <> (SELECT coalesce(max(id), 0) + 1 FROM history) "
        "BEGIN SELECT RAISE(ABORT, 'history has no gaps'); END"
    )


def _search() -> None:
    if op.get_bind().dialect.name != "sqlite":
        return
    op.execute(
        "CREATE TABLE search_rows (id INTEGER PRIMARY KEY, kind TEXT NOT NULL, record_id TEXT NOT NULL, words TEXT NOT NULL, "
        "CONSTRAINT uq_search_rows_kind_record_id UNIQUE (kind, record_id)) STRICT"
    )
    op.execute(
        "CREATE VIRTUAL TABLE search USING fts5(words, content='search_rows', content_rowid='id', "
        "tokenize='unicode61 remove_diacritics 2', prefix='1 2 3')"
    )
    op.execute("INSERT INTO search(search, rank) VALUES ('secure-delete', 1)")
