"""The page around the blocks: title, details, contents, footer."""

from __future__ import annotations

from base64 import b64encode
from html import escape

from coproduce.exports.document import Document
from coproduce.exports.house_look import logo_alt
from coproduce.exports.html.blocks import Body
from coproduce.exports.html.fonts import font_faces
from coproduce.exports.html.style import stylesheet
from coproduce.exports.html.words import line, said_in
from coproduce.i18n import gettext as _

HEADINGS_WITHOUT_CONTENTS = 8
"""A page with more headings begins with links to them."""


def page(document: Document, *, large_print: bool) -> str:
    """The whole page; in large print at 18 point on the screen and on paper."""
    body = Body()
    blocks = body.html(document.blocks)
    contents = _contents(body) if len(body.headings) > HEADINGS_WITHOUT_CONTENTS else ""
    foot = [f"<p{said_in(words)}>{line(words)}</p>" for words in (document.footer, document.record) if words.strip()]
    footer = f"<footer>{''.join(foot)}</footer>" if foot else ""
    size = ' class="large"' if large_print else ""
    return f"""<!DOCTYPE html>
<html lang="{escape(document.language)}"{size}>
<head>
<meta charset="utf-8">
<meta name="viewport" content="width=device-width, initial-scale=1">
<meta name="color-scheme" content="light dark">
<title>{line(document.title)}</title>
<style>
{font_faces()}{stylesheet(document.look.colour)}</style>
</head>
<body>
<header><div class="column">
{_title(document)}
</div></header>
<main class="column">
{_details(document)}{contents}{blocks}
{footer}
</main>
</body>
</html>
"""


def _title(document: Document) -> str:
    organisation = (
        f'<p class="organisation"{said_in(document.organisation)}>{line(document.organisation)}</p>'
        if document.organisation.strip()
        else ""
    )
    subtitle = f'<p class="subtitle"{said_in(document.subtitle)}>{line(document.subtitle)}</p>' if document.subtitle.strip() else ""
    return f"{_logo(document)}{organisation}\n<h1{said_in(document.title)}>{line(document.title)}</h1>\n{subtitle}"


def _logo(document: Document) -> str:
    if not document.look.logo:
        return ""
    data = b64encode(document.look.logo).decode("ascii")
    return f'<img class="logo" alt="{escape(logo_alt(document.organisation))}" src="data:image/png;base64,{data}">\n'


def _details(document: Document) -> str:
    rows = "\n".join(f"<div><dt>{line(name)}</dt><dd{said_in(words)}>{line(words)}</dd></div>" for name, words in document.details)
    return f'<dl class="details">\n{rows}\n</dl>\n' if rows else ""


def _contents(body: Body) -> str:
    items = "\n".join(
        f'<li{" class=deeper" if level > 2 else ""}><a href="#{name}">{words}</a></li>'
        for level, name, words in body.headings
        if level <= 3
    )
    return f'<nav aria-label="{escape(_("Contents"))}">\n<h2>{line(_("Contents"))}</h2>\n<ol>\n{items}\n</ol>\n</nav>\n'
