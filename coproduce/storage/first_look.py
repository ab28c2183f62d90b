# ruff: noqa: S608  every part of every query is a constant of this file
"""Today's figures within a few milliseconds, with the bare driver: shown while SQLAlchemy and the rest are still loading.

The same figures as `queries.today`, which a test compares; once the workspace is open, that is the one to use.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from pathlib import Path
from typing import Any, NamedTuple

from coproduce.storage.checks import key_for, looking_into, read_header, way_to_look
from coproduce.storage.faults import damaged, disk_in_words

_LIVE = "p.cancelled_reason IS NULL AND (p.response IS NULL OR p.response <> 'declined')"
_LEFT = "(coalesce(p.approved, p.claimed, p.offered, 0) - coalesce(p.paid, 0))"
_OWED = f"{_LIVE} AND {_LEFT} > 0"
_LATE = f"{_OWED} AND w.date < :pay_before"
_NO_REPLY = "(p.offered IS NOT NULL AND p.response IS NULL AND p.claimed IS NULL AND p.approved IS NULL)"
_NOTHING_PAID = "(p.paid IS NULL OR p.paid = 0)"
_UNPAID = f"({_NOTHING_PAID} OR p.paid_on IS NULL OR {_LEFT} > 0)"
_WITH_OTHERS = f"({_NOTHING_PAID} AND ({_NO_REPLY} OR (p.sent_on IS NOT NULL AND p.failed_on IS NULL)) OR p.sent_back_on IS NOT NULL)"
_AHEAD = "(w.state IS NULL OR w.state NOT IN ('cancelled', 'held', 'closed'))"
_HELD = "w.state IN ('held', 'closed')"
_HERE = "(:project IS NULL OR w.project_id = :project)"
_UNANSWERED = "(c.answer IS NULL OR c.answered_on IS NULL)"
_PROMISE_GONE = "(w.feedback_promised_by < :today OR (w.feedback_promised_by IS NULL AND w.date < :answer_before))"
_TO_ARRANGE = "a.confirmed_on IS NULL AND (a.organiser_says IS NULL OR a.organiser_says <> 'not_possible') AND w.date >= :today"
_NOT_LATE = f"{_OWED} AND w.date >= :pay_before"
_OFFERED = f"{_LIVE} AND {_NOTHING_PAID} AND {_NO_REPLY}"
_BEFORE = f"{_LIVE} AND {_UNPAID} AND (p.advance_asked_on IS NOT NULL OR p.needed_by IS NOT NULL) AND {_AHEAD} AND w.date >= :today"
_NEVER_ASKED = (
    "who.left_on IS NULL AND who.restricted_on IS NULL AND (who.access_asked IS NULL OR who.access_asked = 'not_asked')"
    " AND who.access_first_asked_on IS NULL AND who.access_asked_again_on IS NULL"
)
_MAY_ASK_AGAIN = "who.left_on IS NULL AND who.restricted_on IS NULL AND who.access_asked IS NOT 'prefers_not_to_say'"
_ASKED_LONG_AGO = (
    f"{_MAY_ASK_AGAIN} AND coalesce(who.access_first_asked_on, '') < :old_answer AND coalesce(who.access_asked_again_on, '') < :old_answer"
    " AND who.id NOT IN (SELECT person_id FROM attendances WHERE access_asked_on >= :old_answer)"
    " AND (who.access_first_asked_on IS NOT NULL OR who.access_asked_again_on IS NOT NULL"
    " OR who.id IN (SELECT person_id FROM attendances WHERE access_asked_on IS NOT NULL))"
)
_UNASKED_SEAT = (
    f"{_AHEAD} AND w.date >= :today AND t.access_asked_on IS NULL"
    " AND (t.role IS NULL OR t.role NOT IN ('interpreter', 'supporter'))"
    " AND (t.capacity IS NULL OR t.capacity NOT IN ('employed', 'representing'))"
    " AND (t.response IS NULL OR t.response <> 'declined') AND (t.state IS NULL OR t.state <> 'apologies')"
)
_OLD_ANSWER_DAYS = 365
"""As in `domain.asking`."""
_CAME = "t.state IN ('here', 'left_early', 'unexpected')"
_PARTICIPANT = "t.capacity IN ('lived_experience', 'community', 'carer')"

_QUERIES = (
    f"""
    SELECT coalesce(sum(CASE WHEN {_OWED} THEN {_LEFT} END), 0) AS owed_pence,
           count(DISTINCT CASE WHEN {_OWED} THEN p.person_id END) AS owed_people,
           count(CASE WHEN {_OWED} THEN 1 END) AS owed_lines,
           coalesce(sum(CASE WHEN {_LATE} THEN {_LEFT} END), 0) AS late_pence,
           count(DISTINCT CASE WHEN {_LATE} THEN p.person_id END) AS late_people,
           count(CASE WHEN {_LATE} THEN 1 END) AS late_lines,
           coalesce(sum(CASE WHEN {_NOT_LATE} THEN {_LEFT} END), 0) AS not_late_pence,
           count(DISTINCT CASE WHEN {_NOT_LATE} THEN p.person_id END) AS not_late_people,
           count(CASE WHEN {_NOT_LATE} THEN 1 END) AS not_late_lines,
           count(CASE WHEN {_OFFERED} THEN 1 END) AS offers,
           count(DISTINCT CASE WHEN {_OFFERED} THEN p.person_id END) AS offers_people,
           min(CASE WHEN {_OFFERED} THEN p.offered_on END) AS oldest_offer,
           count(CASE WHEN {_BEFORE} THEN 1 END) AS advances,
           count(DISTINCT CASE WHEN {_BEFORE} THEN p.person_id END) AS advances_people,
           count(CASE WHEN {_BEFORE} AND p.needed_by < :today THEN 1 END) AS advances_late,
           count(CASE WHEN {_LIVE} AND {_UNPAID} AND NOT {_WITH_OTHERS} THEN 1 END) AS to_offer
    FROM payments p JOIN workshops w ON w.id = p.workshop_id WHERE {_HERE}
    """,
    f"""
    SELECT count(*) AS needs
    FROM arrangements a JOIN workshops w ON w.id = a.workshop_id WHERE {_HERE} AND {_TO_ARRANGE} AND {_AHEAD}
    """,
    f"""
    SELECT count(CASE WHEN w.date < :today AND {_AHEAD} THEN 1 END) AS to_hold, count(CASE WHEN w.state = 'held' THEN 1 END) AS to_close,
           count(CASE WHEN {_HELD} THEN 1 END) AS workshops_held
    FROM workshops w WHERE {_HERE}
    """,
    f"""
    SELECT count(CASE WHEN {_UNANSWERED} THEN 1 END) AS unanswered,
           count(CASE WHEN {_UNANSWERED} AND {_PROMISE_GONE} THEN 1 END) AS unanswered_late,
           count(CASE WHEN NOT {_UNANSWERED} AND c.told_on IS NULL THEN 1 END) AS untold
    FROM contributions c JOIN workshops w ON w.id = c.workshop_id WHERE {_HERE} AND {_HELD}
    """,
    """
    SELECT count(CASE WHEN d.review_on <= :today AND d.reviewed_on IS NULL THEN 1 END) AS reviews,
           count(CASE WHEN d.due_on < :today AND (d.state IS NULL OR d.state NOT IN ('done', 'stopped')) THEN 1 END) AS overdue,
           count(CASE WHEN d.decided_on IS NOT NULL AND d.dissent_asked IS NOT 'yes' THEN 1 END) AS dissent_not_asked
    FROM decisions d WHERE :project IS NULL OR d.project_id = :project
    """,
    "SELECT count(*) AS retention FROM people WHERE retain_until <= :today AND restricted_on IS NULL",
    f"""
    SELECT count(DISTINCT t.person_id) AS to_ask
    FROM attendances t JOIN workshops w ON w.id = t.workshop_id JOIN people who ON who.id = t.person_id
    WHERE {_HERE} AND {_UNASKED_SEAT} AND w.date <= :ask_until AND {_NEVER_ASKED}
    """,
    f"""
    SELECT count(DISTINCT t.person_id) AS ask_again
    FROM attendances t JOIN workshops w ON w.id = t.workshop_id JOIN people who ON who.id = t.person_id
    WHERE {_HERE} AND {_UNASKED_SEAT} AND {_ASKED_LONG_AGO}
    """,
    f"""
    SELECT count(*) AS needs_to_review
    FROM people who WHERE {_MAY_ASK_AGAIN} AND who.id IN (SELECT person_id FROM requirements WHERE review_on <= :today)
    """,
    f"""
    SELECT count(*) AS papers, count(DISTINCT r.workshop_id) AS papers_workshops
    FROM papers r JOIN workshops w ON w.id = r.workshop_id
    WHERE {_HERE} AND r.sent_on IS NULL AND {_AHEAD} AND w.date >= :today AND w.date <= :papers_until
    """,
    f"""
    SELECT count(DISTINCT t.person_id) AS came, count(DISTINCT CASE WHEN {_PARTICIPANT} THEN t.person_id END) AS participants
    FROM attendances t JOIN workshops w ON w.id = t.workshop_id WHERE {_HERE} AND {_HELD} AND {_CAME}
    """,
)

_DUE = f"""
    SELECT a.need, a.supplier, a.needed_by, w.date FROM arrangements a JOIN workshops w ON w.id = a.workshop_id
    WHERE {_HERE} AND {_TO_ARRANGE} AND {_AHEAD} AND (a.needed_by < :today OR a.needed_by IS NULL AND w.date < :notice_until)
    """

_NEXT = f"""
    SELECT w.id, w.title, w.date, (SELECT count(*) FROM attendances t WHERE t.workshop_id = w.id)
    FROM workshops w WHERE {_HERE} AND {_AHEAD} AND w.date >= :today ORDER BY w.date, w.id LIMIT 5
    """


@dataclass(frozen=True, slots=True)
class NextWorkshop:
    """A workshop to come, and how many are on its list."""

    id: str
    title: str
    date: date
    listed: int


@dataclass(frozen=True, slots=True)
class TodayFigures:
    """Counts, but for the sums in pence and the day of the oldest offer, as it is written; each as `queries.today.TodayFigures` defines it.

    `dissent_not_asked` are decisions taken without a yes to "was dissent asked for?". `projects` are (id, title).
    """

    organisation: str
    currency: str
    projects: tuple[tuple[str, str], ...]
    next_workshops: tuple[NextWorkshop, ...]
    owed_pence: int
    owed_people: int
    owed_lines: int
    late_pence: int
    late_people: int
    late_lines: int
    not_late_pence: int
    not_late_people: int
    not_late_lines: int
    offers: int
    offers_people: int
    oldest_offer: str | None
    advances: int
    advances_people: int
    advances_late: int
    to_offer: int
    needs: int
    needs_late: int
    to_ask: int
    ask_again: int
    needs_to_review: int
    papers: int
    papers_workshops: int
    to_hold: int
    to_close: int
    workshops_held: int
    unanswered: int
    unanswered_late: int
    untold: int
    reviews: int
    overdue: int
    dissent_not_asked: int
    retention: int
    came: int
    participants: int


def first_look(path: Path, *, today: date, passphrase: str | None = None, project_id: str | None = None) -> TodayFigures:
    """Read the figures of a project, or of all of them, without opening the workspace for work.

    Only the first of the opening checks is made. Raises a `WorkspaceError` where the file cannot be read.
    """
    key = key_for(path, read_header(path), passphrase)
    with disk_in_words(path), looking_into(path, key, way_to_look(path)) as connection:
        connection.execute("BEGIN")
        try:
            return _read(connection, today, project_id)
        except (ValueError, TypeError, KeyError, OverflowError) as error:  # the checks that would have refused such values come later
            raise damaged(path.name) from error


def _read(connection: Any, today: date, project_id: str | None) -> TodayFigures:
    settings = dict(connection.execute("SELECT id, value FROM settings"))
    given: dict[str, str | None] = {
        "today": today.isoformat(),
        "pay_before": _moved(today, -_days(settings.get("payment_promise_days"), 30)),
        "answer_before": _moved(today, -_days(settings.get("feedback_promise_days"), 28)),
        "ask_until": _moved(today, _days(settings.get("ask_access_days"), 14)),
        "old_answer": _moved(today, -_OLD_ANSWER_DAYS),
        "papers_until": _moved(today, _days(settings.get("papers_promise_days"), 5)),
        "project": project_id,
    }
    figures: dict[str, Any] = {}
    for query in _QUERIES:
        cursor = connection.execute(query, given)
        figures.update(zip([column[0] for column in cursor.description], cursor.fetchone(), strict=True))
    figures["needs_late"] = _needs_late(connection, given, today)
    ahead = connection.execute(_NEXT, given).fetchall()
    return TodayFigures(
        organisation=settings.get("organisation", ""),
        currency=settings.get("currency", "").strip() or "GBP",
        projects=tuple(connection.execute("SELECT id, title FROM projects ORDER BY entry, id")),
        next_workshops=tuple(NextWorkshop(one, title, date.fromisoformat(day), listed) for one, title, day, listed in ahead),
        **figures,
    )


class _Wanted(NamedTuple):
    """As much of an arrangement as the rule of `domain.lead_times` looks at."""

    need: str
    supplier: str | None
    needed_by: date | None


def _needs_late(connection: Any, given: Mapping[str, str | None], today: date) -> int:
    """What is still to arrange and had to be by a day that has gone, as `queries.notice` finds it.

    The rule is loaded here, once a workspace is looked at: the module itself has to be there before the domain is.
    """
    from coproduce.domain.lead_times import LeadTime, notice_from
    from coproduce.domain.suppliers import Supplier

    lead_times = [LeadTime(need, days) for need, days in connection.execute("SELECT need, days FROM lead_times")]
    asking = connection.execute("SELECT name, notice_days FROM suppliers WHERE notice_days IS NOT NULL")
    notice = notice_from(lead_times, [Supplier(name, notice_days=days) for name, days in asking])
    late = 0
    for need, supplier, needed_by, day in connection.execute(_DUE, {**given, "notice_until": _moved(today, notice.longest)}):
        wanted = _Wanted(need, supplier, date.fromisoformat(needed_by) if needed_by else None)
        by = notice.arrange_by(wanted, date.fromisoformat(day))
        late += by is not None and by.day < today
    return late


def _days(written: str | None, default: int) -> int:
    return min(int(written), 36_500) if written and written.strip().isdecimal() else default


def _moved(today: date, days: int) -> str:
    return (today + timedelta(days=days)).isoformat()
