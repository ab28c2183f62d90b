"""Access: asked in good time, confirmed, working in the person's own words, and papers people could read."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from enum import StrEnum

from coproduce.domain.access import Arrangement
from coproduce.domain.agenda import Paper
from coproduce.domain.asking import OLD_ANSWER_DAYS
from coproduce.domain.codes import OrganiserSays, PersonSays
from coproduce.domain.dates import after
from coproduce.domain.evidence.gaming import GAMING
from coproduce.domain.evidence.indicator import Finding, RecordKind, Share, Theme, Unit
from coproduce.domain.evidence.record_ids import paper_id
from coproduce.domain.evidence.scene import Scene, Seat, Side, Sitting
from coproduce.domain.wording import N_

AN_OLD_ANSWER = timedelta(days=OLD_ANSWER_DAYS)
"""Asking somebody once holds for a year."""


def asked_in_good_time(scene: Scene) -> Iterator[Unit]:
    """Attendance rows whose person was asked about access early enough, of all participants' rows at held workshops.

    Range 0 to 1. Rows of unexpected people are left out. Early enough: for this workshop at least the set days before it, or
    the person in the year up to that day. Not asked counts against; capacity unknown is not recorded.
    Worked: 34 rows, 21 in time, 3 of unknown capacity: 21 of 34, at most 24.
    Source: Disability Partnership Calderdale 2022, Tickboxes and Tokenism.
    """
    for sitting in scene.held:
        for seat in sitting.seats:
            if not seat.staffed and not seat.is_unexpected and seat.side is not Side.ORGANISATION:
                yield seat.id, Finding.NOT_RECORDED if seat.side is None else _asked(scene, sitting, seat)


def _asked(scene: Scene, sitting: Sitting, seat: Seat) -> Finding:
    person = scene.person(seat.row.person_id)
    first_asked = person.access_first_asked_on if person else None
    for_this_one = seat.row.access_asked_on
    latest = after(sitting.day, -scene.settings.ask_access_days)
    earliest = after(sitting.day, -AN_OLD_ANSWER.days)
    if for_this_one is not None and for_this_one <= latest:
        return Finding.YES
    if first_asked is not None and earliest <= first_asked <= latest:
        return Finding.YES
    return Finding.MISSING if for_this_one is None and first_asked is None else Finding.NO


def _arrangements(scene: Scene) -> Iterator[tuple[Sitting, Arrangement]]:
    for arrangement in scene.facts.arrangements:
        sitting = scene.sittings.get(arrangement.workshop_id)
        if sitting is not None:
            yield sitting, arrangement


def _worked(said: StrEnum | None, worked: StrEnum) -> Finding:
    if said is None:
        return Finding.NOT_RECORDED
    return Finding.YES if said is worked else Finding.NO


def worked_for_the_person(scene: Scene) -> Iterator[Unit]:
    """Arrangements of which the person says that they worked, of all arrangements of held workshops.

    Range 0 to 1. Partly is a no. Nobody asked the person: not recorded.
    Worked: 25 arrangements, 8 worked, 13 did not or partly, 4 not asked: 8 of 25, at most 12.
    Source: Disability Partnership Calderdale 2022.
    """
    for _sitting, arrangement in _arrangements(scene):
        yield arrangement.id, _worked(arrangement.person_says, PersonSays.WORKED)


def worked_for_the_organiser(scene: Scene) -> Iterator[Unit]:
    """Arrangements of which the organiser says that they worked, of all arrangements of held workshops.

    Range 0 to 1; always beside the person's own answer, never instead of it. Blank is not recorded.
    Worked: 25 arrangements, 14 worked, 7 did not, 4 blank: 14 of 25, at most 18.
    Source: Disability Partnership Calderdale 2022.
    """
    for _sitting, arrangement in _arrangements(scene):
        yield arrangement.id, _worked(arrangement.organiser_says, OrganiserSays.WORKED)


def confirmed_before_the_day(scene: Scene) -> Iterator[Unit]:
    """Arrangements confirmed before the workshop, of all at held workshops but those asked for on the day or later.

    Range 0 to 1. Not confirmed counts against and is missing; so does an arrangement whose asking has no date.
    Worked: 25 arrangements, 19 confirmed by the day before, two on the day, 4 never: 19 of 25.
    Source: Ulster University, accessible events.
    """
    for sitting, arrangement in _arrangements(scene):
        if arrangement.asked_on is not None and arrangement.asked_on >= sitting.day:
            continue
        if arrangement.confirmed_on is None:
            yield arrangement.id, Finding.MISSING
        else:
            yield arrangement.id, Finding.YES if arrangement.confirmed_on < sitting.day else Finding.NO


def papers_in_time_in_the_right_format(scene: Scene) -> Iterator[Unit]:
    """Papers sent early enough in the format the person needs, of all papers owed for held workshops.

    Range 0 to 1. Early enough: at least the set days before. Sent in time with nothing recorded of what was needed: not
    recorded. Late or unsent is a no.
    Worked: needed in Easy Read, sent in standard print two weeks before: no. Any format will do: yes.
    Source: Shaping Our Lives 2023, barriers to involvement.
    """
    for paper in scene.facts.papers:
        sitting = scene.sittings.get(paper.workshop_id)
        if sitting is not None:
            yield paper_id(paper), _paper(paper, sitting, scene.settings.papers_promise_days)


def _paper(paper: Paper, sitting: Sitting, days_before: int) -> Finding:
    if paper.sent_on is None or paper.sent_on > after(sitting.day, -days_before):
        return Finding.NO
    if paper.right_format is None:
        return Finding.NOT_RECORDED
    return Finding.YES if paper.right_format else Finding.NO


T10 = Share(
    id="T10",
    asks=N_("Was access asked about in good time?"),
    theme=Theme.ACCESS,
    record=RecordKind.ATTENDANCE,
    ask=asked_in_good_time,
    gaming=GAMING["T10"],
    sources=("Disability Partnership Calderdale 2022",),
    counts_against=True,
)
T11 = Share(
    id="T11",
    asks=N_("Did access work, in the person's words?"),
    theme=Theme.ACCESS,
    record=RecordKind.ARRANGEMENT,
    ask=worked_for_the_person,
    gaming=GAMING["T11"],
    sources=("Disability Partnership Calderdale 2022",),
)
T11O = Share(
    id="T11o",
    asks=N_("… and in the organiser's?"),
    theme=Theme.ACCESS,
    record=RecordKind.ARRANGEMENT,
    ask=worked_for_the_organiser,
    gaming=GAMING["T11o"],
    sources=("Disability Partnership Calderdale 2022",),
)
T12 = Share(
    id="T12",
    asks=N_("Was access confirmed before the day?"),
    theme=Theme.ACCESS,
    record=RecordKind.ARRANGEMENT,
    ask=confirmed_before_the_day,
    gaming=GAMING["T12"],
    sources=("Ulster University, Accessible events",),
    counts_against=True,
)
T13 = Share(
    id="T13",
    asks=N_("Did papers arrive in time in the right format?"),
    theme=Theme.ACCESS,
    record=RecordKind.PAPER,
    ask=papers_in_time_in_the_right_format,
    gaming=GAMING["T13"],
    sources=("Shaping Our Lives 2023",),
)
