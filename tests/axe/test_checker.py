"""The checker must see a fault when there is one, or its silence means nothing."""

from __future__ import annotations

import pytest

from tests.axe import checker

pytestmark = pytest.mark.slow

WHOLE = '<!DOCTYPE html><html lang="en"><head><title>A page</title></head><body><main><h1>A page</h1><p>Words.</p></main></body></html>'


def test_axe_finds_planted_faults_each_on_its_own_page(axe):
    planted = {
        "html-has-lang": WHOLE.replace(' lang="en"', ""),
        "document-title": WHOLE.replace("<title>A page</title>", ""),
        "image-alt": WHOLE.replace("Words.", '<img src="data:,">'),
        "color-contrast": WHOLE.replace("<p>", '<p style="color: #999; background: #fff">'),
        "heading-order": WHOLE.replace("<p>Words.</p>", "<h3>A part</h3>"),
        "region": WHOLE.replace("</main>", "</main><p>Outside.</p>"),
        "duplicate-id-active": WHOLE.replace("Words.", '<a id="a" href="#a">b</a><a id="a" href="#a">c</a>'),
        "scrollable-region-focusable": WHOLE.replace("<p>", '<p style="height: 20px; overflow: auto">' + "many words " * 900),
    }
    found = axe({"whole": WHOLE, **planted})
    assert found["whole"] == []
    assert {rule: [each.rule for each in found[rule]] for rule in planted} == {rule: [rule] for rule in planted}


def test_what_is_read_at_night_is_looked_at_by_night(axe):
    night = "<style>p { color: #000 } @media (prefers-color-scheme: dark) { p { color: #777; background: #666 } }</style></head>"
    page = {"night": WHOLE.replace("</head>", night)}
    assert axe(page)["night"] == []
    assert [each.rule for each in axe(page, dark=True)["night"]] == ["color-contrast"]


def test_a_page_that_gives_no_answer_is_named(axe, monkeypatch):
    monkeypatch.setattr(checker, "LONGEST", 3.0)
    stuck = WHOLE.replace("<body>", "<body><script>window.addEventListener = () => {}</script>")
    with pytest.raises(RuntimeError, match="no answer on 'stuck'"):
        axe({"stuck": stuck})


def test_where_there_is_no_chromium_it_says_what_to_read(monkeypatch):
    monkeypatch.delenv("COPRODUCE_CHROMIUM", raising=False)
    monkeypatch.setattr(checker, "BROWSERS", ())
    assert checker.why_not() == "axe needs Chromium, and there is none here: see tests/axe/README.md"
