"""Everything the window leads to, walked as somebody does who cannot use a mouse, cannot see, or needs large words."""

from __future__ import annotations

import pytest

from tests.ui import walk
from tests.ui.crawl import calls_in
from ui.sample import sample_workspace

pytestmark = pytest.mark.slow

LEAST = 60
"""So many different windows, forms, menus and states of pages one round meets; a round that meets fewer has lost its way."""


@pytest.fixture
def opened(open_window, use_look, tmp_path, qtbot):
    """A window on the sample in an appearance and a text size."""
    made = []

    def opened(appearance="light", scale=1.0):
        use_look(appearance, scale)
        made.append(open_window(width=walk.SMALL[0], height=walk.SMALL[1]))
        made[0].take(sample_workspace(tmp_path))
        return made[0]

    yield opened
    qtbot.waitUntil(lambda: made[0].jobs.current is None, timeout=60_000)


def test_everything_has_a_name_and_tab_goes_through_it_as_people_read(opened, tmp_path):
    crawl, troubles = walk.go_round(opened(), tmp_path, [walk.names, walk.keys])
    assert troubles == []
    assert len(crawl.seen) >= LEAST
    missed = calls_in() - crawl.called
    assert len(missed) <= len(calls_in()) / 2, f"forms the round never opened: {sorted(missed)}"


def test_nothing_is_cut_off_where_words_are_twice_as_large_on_a_small_screen(opened, tmp_path):
    crawl, troubles = walk.go_round(opened("light", 2.0), tmp_path, [walk.room])
    assert troubles == []
    assert len(crawl.seen) >= LEAST


@pytest.mark.parametrize("appearance", ["dark", "contrast"])
def test_another_appearance_takes_no_name_and_no_key_away(opened, tmp_path, appearance):
    _crawl, troubles = walk.go_round(opened(appearance), tmp_path, [walk.names, walk.keys], pages=["workshops", "plan", "settings"])
    assert troubles == []
