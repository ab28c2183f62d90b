"""Long work: on a worker, with progress, stopped when asked, and never in the way of the window."""

from __future__ import annotations

import threading

import pytest
from PySide6.QtWidgets import QPushButton

from coproduce.errors import Cancelled, Refused


@pytest.fixture
def window(open_window):
    return open_window(())


def test_work_runs_on_a_worker_and_its_result_comes_back_on_the_main_thread(window, qtbot):
    came = []

    def done(worker):
        came.append((worker, threading.current_thread()))

    window.jobs.start("Counting", lambda _progress: threading.current_thread(), done)
    qtbot.waitUntil(lambda: bool(came))
    [(worker, main)] = came
    assert main is threading.main_thread()
    assert worker is not main


def test_progress_is_shown_while_work_runs_and_gone_after(window, qtbot):
    go_on, seen = threading.Event(), []

    def work(progress):
        progress(3, 10)
        go_on.wait(10)
        return "made"

    window.jobs.start("Making the PDF", work, seen.append)
    strip = window.status_line.strip
    qtbot.waitUntil(lambda: strip.isVisible() and strip._bar.value() == 3)
    assert strip._bar.maximum() == 10
    assert strip._bar.accessibleName() == "Making the PDF"
    go_on.set()
    qtbot.waitUntil(lambda: seen == ["made"])
    assert not strip.isVisible()


def test_cancel_stops_work_at_its_next_step(window, qtbot):
    finished = []

    def work(progress):
        for done in range(100_000):
            progress(done, 100_000)
            threading.Event().wait(0.001)
        finished.append(True)

    window.jobs.start("Making the PDF", work, finished.append)
    strip = window.status_line.strip
    qtbot.waitUntil(strip.isVisible)
    [cancel] = strip.findChildren(QPushButton)
    cancel.click()
    qtbot.waitUntil(lambda: window.jobs.current is None)
    assert finished == []
    assert window.message_bar.words == "Stopped. Nothing was changed."


def test_a_refusal_on_the_worker_is_shown_like_any_other(window, qtbot):
    def work(_progress):
        raise Refused("The folder is full.")

    window.jobs.start("Writing", work, lambda _result: None)
    qtbot.waitUntil(lambda: window.message_bar.words == "The folder is full.")


def test_an_error_can_be_taken_by_whoever_began_the_work(window, qtbot):
    taken = []

    def work(_progress):
        raise Cancelled

    window.jobs.start("Writing", work, lambda _result: None, taken.append)
    qtbot.waitUntil(lambda: len(taken) == 1)
    assert isinstance(taken[0], Cancelled)


def test_closing_the_window_stops_work(window, qtbot):
    started, stopped = threading.Event(), threading.Event()

    def work(progress):
        started.set()
        for _turn in range(10_000):
            try:
                progress(0, 0)
            except Cancelled:
                stopped.set()
                raise
            threading.Event().wait(0.001)

    window.jobs.start("Writing", work, lambda _result: None, lambda _error: None)
    started.wait(10)
    window.close()
    assert stopped.is_set()
