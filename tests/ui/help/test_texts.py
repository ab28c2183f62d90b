"""The texts of the help: nothing missing, nothing that is not there, and easy to read."""

from __future__ import annotations

import ast
import re
from functools import cache
from pathlib import Path

import pytest

from ui.actions import ACTIONS
from ui.help.contents import contents, found, html_of
from ui.help.filling import fill, shortcuts
from ui.help.glossary import OURS, terms
from ui.help.markup import as_html, as_plain, links_in, places_in, screen_words_in
from ui.help.topics import FOLDER, GLOSSARY, GROUPS, topic_of, topics
from ui.screens import SCREENS

ROOT = Path(__file__).resolve().parents[3]
TOLD = [key for key in topics() if key != GLOSSARY]
ASKED_FOR = """
    participant, lived experience, capacity, access requirement, access rider, reasonable adjustment, offer, declining,
    benefits and permitted work, expense and fee, advance, remittance, real living wage, contribution, answered and told, dissent,
    stand aside, consent decision, fist to five, caucus or affinity group, tokenism, tlap ladder, iap2 spectrum, arnstein’s ladder,
    gunning principles, lundy model, 4pi, uk standards for public involvement, cube, accessible information standard, easy read, pdf/ua,
    small numbers, not recorded, cannot be shown, evidenced level, honesty page
"""


# -- nothing is missing


@pytest.mark.parametrize("screen", SCREENS, ids=lambda screen: screen.key)
def test_every_page_of_the_window_has_a_topic_of_its_own(screen):
    assert topic_of(screen.key) == screen.key
    assert topics()[screen.key].title == screen.title


@pytest.mark.parametrize("key", ["settings", "importing", "protection", "reports", "start", "undo", "finding", "trouble", "sharing"])
def test_what_is_no_page_has_a_topic_too(key):
    assert len(topics()[key].text) > 300


def test_where_there_is_no_workspace_help_tells_the_first_steps():
    assert topic_of("welcome") == topic_of("passing") == "start"


def test_every_file_of_the_folder_is_a_topic():
    assert {path.stem for path in FOLDER.glob("*.md")} == {"README", *topics()}
    assert [line.target for line in contents() if line.target] == [key for group in GROUPS for key in group.keys]


@pytest.mark.parametrize("key", [screen.key for screen in SCREENS] + ["settings"])
def test_a_page_says_what_it_is_for_then_the_jobs_then_its_keys(key):
    first, *parts = topics()[key].text.split("\n## ")
    headings = [part.partition("\n")[0] for part in parts]
    assert not first.startswith(("#", "-", "1."))
    assert len(headings) >= 5
    assert headings[-1] == "Keys"


def test_every_word_of_the_field_that_people_meet_is_told():
    names = {term.name.casefold() for term in terms()}
    wanted = {" ".join(name.split()) for name in ASKED_FOR.split(",")}
    assert wanted - names == set()


# -- nothing is there that is not in the program


@pytest.mark.parametrize("key", topics())
def test_every_link_leads_somewhere(key):
    places = {*topics(), *(f"{GLOSSARY}#{term.anchor}" for term in terms())}
    assert [target for target in links_in(topics()[key].text) if target not in places] == []


@pytest.mark.parametrize("key", topics())
def test_every_key_and_menu_is_one_of_the_program(key):
    for kind, command in places_in(topics()[key].text):
        assert fill(kind, command), command


@pytest.mark.parametrize("key", topics())
def test_words_said_to_be_on_the_screen_are_on_the_screen(key):
    assert [words for words in screen_words_in(topics()[key].text) if words not in words_of_the_window()] == []


@cache
def words_of_the_window():
    """Every word the window could show: whatever is written between quotes in it."""
    files = [path for folder in ("ui", "coproduce") for path in (ROOT / folder).rglob("*.py")]
    parts = (node for path in files for node in ast.walk(ast.parse(path.read_text(encoding="utf-8"))))
    return {node.value for node in parts if isinstance(node, ast.Constant) and isinstance(node.value, str)} | {"Esc"}


def test_the_shortcuts_are_those_of_the_menus():
    told = dict(shortcuts())
    for action in ACTIONS:
        if action.shortcuts:
            assert told[action.words].startswith(fill("key", action.key))
    assert told["Workshops"] == "Ctrl+2"
    assert told["Find on this page"] == "Ctrl+F"


def test_a_menu_is_told_with_the_way_to_it():
    assert fill("menu", "file.import") == "File › Import a workbook…"
    assert fill("key", "page.people") == "Ctrl+4"


# -- the glossary


@pytest.mark.parametrize("term", terms(), ids=lambda term: term.anchor)
def test_a_term_has_a_few_sentences_and_a_source(term):
    sentences = re.findall(r"[^.?!]+[.?!]", term.meaning)
    assert 1 <= len(sentences) <= 3
    assert term.sources
    for source in term.sources:
        assert source.title == OURS or (source.address and "://" not in source.address)
        assert re.fullmatch(r"|\d{4}", source.year)


def test_terms_have_places_of_their_own_in_the_order_of_their_names():
    anchors = [term.anchor for term in terms()]
    assert len(set(anchors)) == len(anchors)
    assert [term.name.casefold() for term in terms()] == sorted(term.name.casefold() for term in terms())


def test_the_program_never_advises_on_benefits():
    term = next(term for term in terms() if term.anchor == "benefits-and-permitted-work")
    assert "never gives advice" in term.meaning
    assert not re.search(r"£|\d", term.meaning), "a figure would be out of date within the year"


# -- easy to read


def sentences_of(key):
    words = as_plain(topics()[key].text)
    return [part for line in words.splitlines() for part in re.split(r"(?<=[.?!:])\s+", line.strip()) if len(part.split()) > 2]


def beats(word):
    """Syllables, near enough: groups of vowels, but for a silent e at the end."""
    letters = re.sub(r"[^a-z]", "", word.casefold())
    letters = re.sub(r"(?<=[^aeiouyl])e$", "", letters)
    return max(1, len(re.findall(r"[aeiouy]+", letters)))


@pytest.mark.parametrize("key", TOLD)
def test_an_eleven_year_old_can_read_it(key):
    sentences = sentences_of(key)
    words = [word for sentence in sentences for word in sentence.split() if re.search("[A-Za-z]", word)]
    grade = 0.39 * len(words) / len(sentences) + 11.8 * sum(map(beats, words)) / len(words) - 15.59  # Kincaid and others, 1975
    assert grade <= 6, f"{key} is at grade {grade:.1f}"


@pytest.mark.parametrize("key", TOLD)
def test_no_sentence_is_long(key):
    assert [sentence for sentence in sentences_of(key) if len(sentence.split()) > 25] == []


# -- finding, and turning into HTML


def test_words_in_a_title_come_before_words_in_a_text():
    lines = found("passphrase")
    assert "protection" in [line.target for line in lines]
    assert found("decisions")[0].target == "decisions"
    assert found("rider")[0].target == "glossary#access-rider"


def test_finding_sets_case_and_accents_aside_and_wants_every_word():
    assert found("SIÁN") == found("sian")
    assert [line.target for line in found("sian")] == ["people"]
    assert found("calendar zebra") == []


def test_a_shortcut_is_found_by_what_it_does():
    assert "shortcuts" in [line.target for line in found("larger text")]


def test_what_was_found_is_said_in_its_sentence():
    assert next(line.under for line in found("diagnosis") if line.target == "people").startswith("Never ask why")


def test_signs_of_html_in_a_text_stay_words():
    html = as_html("Write <b> & *not* **bold** [here](people).", fill)
    assert html == '<p>Write &lt;b&gt; &amp; *not* <b>bold</b> <a href="people">here</a>.</p>'


def test_lists_and_headings_become_lists_and_headings():
    html = as_html("First.\n\n## Head\n\n1. One\n2. Two\n   goes on\n\n- A\n- B", fill)
    assert html.splitlines() == [
        "<p>First.</p>",
        "<h2>Head</h2>",
        "<ol><li>One</li><li>Two goes on</li></ol>",
        "<ul><li>A</li><li>B</li></ul>",
    ]


@pytest.mark.parametrize("key", topics())
def test_no_sign_of_markdown_is_left_on_the_page(key):
    assert not re.search(r"\*\*|\]\(|\{key|\{menu|^##", html_of(key), re.MULTILINE)
