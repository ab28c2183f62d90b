"""The web page: meaning in its tags, one file, nothing run, the same words in the same order as the other forms."""

from __future__ import annotations

import re
from html.parser import HTMLParser
from itertools import pairwise

import pytest

from coproduce.errors import DiskTrouble
from coproduce.exports import html, text
from coproduce.exports.document import Bold, Bullets, Column, Document, Heading, Link, Paragraph, Table
from tests.exports.pdf.documents import HOSTILE, SCRIPTS, document, every_block, hostile

EMPTY_TAGS = {"meta", "br", "link", "img", "hr", "input"}


class Page(HTMLParser):
    """A page read strictly: every tag that opens must close, in order."""

    def __init__(self, source: str) -> None:
        super().__init__(convert_charrefs=True)
        self.open: list[str] = []
        self.tags: list[tuple[str, dict]] = []
        self.words: list[str] = []
        self.feed(source)
        self.close()
        assert self.open == []

    def handle_starttag(self, tag, attrs):
        self.tags.append((tag, dict(attrs)))
        if tag not in EMPTY_TAGS:
            self.open.append(tag)

    def handle_endtag(self, tag):
        assert self.open.pop() == tag

    def handle_data(self, data):
        if "style" not in self.open:
            self.words.append(data)

    def said(self) -> str:
        return " ".join("".join(self.words).split())

    def all(self, *names: str) -> list[dict]:
        return [attributes for tag, attributes in self.tags if tag in names]


@pytest.fixture(scope="module")
def page() -> Page:
    return Page(html.render(every_block()))


def test_a_page_has_one_title_a_language_and_main_content(page):
    assert [attributes for tag, attributes in page.tags if tag == "html"] == [{"lang": "en-GB"}]
    for tag in ("title", "h1", "header", "main", "footer"):
        assert len(page.all(tag)) == 1


def test_headings_leave_no_level_out(page):
    levels = [int(tag[1]) for tag, _ in page.tags if re.fullmatch("h[1-6]", tag)]
    assert levels[0] == 1
    assert all(after <= before + 1 for before, after in pairwise(levels))


def test_every_heading_of_a_table_says_what_it_is_for(page):
    assert {each["scope"] for each in page.all("th")} == {"col", "row"}
    assert len(page.all("caption")) == len(page.all("table"))


def test_every_picture_has_words(page):
    pictures = [each for each in page.all("figure") if each.get("role") == "img"]
    assert pictures
    assert all(each["aria-label"].startswith("Bar chart.") for each in pictures)


def test_contents_lead_to_headings_that_are_there(page):
    targets = {each["href"][1:] for each in page.all("a") if each["href"].startswith("#")}
    assert targets
    assert targets <= {each["id"] for each in page.all("h2", "h3", "h4") if "id" in each}


def test_other_languages_say_so_and_run_their_own_way(page):
    languages = {each["lang"] for _, each in page.tags if "lang" in each}
    assert {"ar", "ur", "he", "zh", "hi", "bn"} <= languages
    assert all(each.get("dir") == "auto" for each in page.all("p") if "class" not in each)


def test_nothing_is_run_or_fetched():
    source = html.render(hostile())
    found = Page(source)
    assert not {"script", "img", "iframe", "link", "object", "embed", "form", "base", "svg", "font", "para"} & {
        tag for tag, _ in found.tags
    }
    assert not [name for _, attributes in found.tags for name in attributes if name.startswith("on")]
    assert {each["href"] for each in found.all("a") if not each["href"].startswith("#")} == {"https://example.org/"}
    assert [address for address in re.findall(r"url\(\"?([^)\"]+)", source) if not address.startswith("data:font/")] == []


def test_hostile_words_come_out_as_words():
    said = Page(html.render(hostile())).said()
    for name in ("markup", "picture", "script", "PDF operators", "formula", "quotes"):
        assert " ".join(HOSTILE[name].split()) in said


def test_the_page_says_the_same_words_in_the_same_order_as_the_text():
    given = document(
        Heading(2, "One"),
        Paragraph(("Some ", Bold("strong"), " words")),
        Bullets(("first", "second")),
        Table("Caption", (Column("a"), Column("b")), (("1", "2"),)),
        Paragraph(SCRIPTS["Hebrew"]),
    )
    plain = [word for word in re.split(r"[\s|=*:-]+", text.render(given)) if word]
    page = Page(html.render(given))
    said = [word for word in re.split(r"[\s|=*:-]+", " ".join(page.words)) if word]
    assert said[said.index("Riverside") :] == plain


def test_the_same_document_gives_the_same_page():
    assert html.render(every_block()) == html.render(every_block())


def test_a_page_is_written_whole_or_not_at_all(tmp_path):
    path = tmp_path / "report.html"
    html.write_html(every_block(), path)
    assert path.read_text(encoding="utf-8") == html.render(every_block())
    with pytest.raises(DiskTrouble, match="is not there"):
        html.write_html(every_block(), tmp_path / "gone" / "report.html")
    assert list(tmp_path.iterdir()) == [path]


def test_a_document_of_nothing_is_still_a_page():
    assert Page(html.render(Document("Empty", "", "", (), ()))).said() == "Empty Empty"


def test_links_to_mail_and_web_stay_links():
    source = html.render(document(Paragraph((Link("mail", "mailto:a@example.org"), Link("bad", "javascript:alert(1)")))))
    assert '<a href="mailto:a@example.org">mail</a>bad' in source
