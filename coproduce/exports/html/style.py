"""How the page looks: the colours of the window by day and by night, large letters, wide margins; on paper as quiet as the PDF."""

from __future__ import annotations

from coproduce.domain.colours import ENOUGH, WHITE, contrast, darker, lighter, mixed_with_white

LIGHT = {
    "paper": "#FFFFFF", "ink": "#17212B", "muted": "#51606F", "line": "#DDE2E8", "edge": "#9AA6B2", "wash": "#F5F7F8", "accent": "#0B6B6B",
    "band": "#0B6B6B", "on-band": "#FFFFFF", "soft-band": "#DDF0EF", "plain": "#E1F1F0", "plain-ink": "#07504F", "good": "#E2F4E8",
    "good-ink": "#1B6E3C", "careful": "#FDF0DC", "careful-ink": "#8A4B00", "missing": "#EEF1F4", "missing-ink": "#3E4C59", "s1": "#0B6B6B",
    "s1-ink": "#FFFFFF", "s2": "#F8DDB5", "s2-edge": "#A35F0B", "s2-ink": "#17212B", "s3": "#5B4BC4", "s3-ink": "#FFFFFF", "s4": "#D6E6F7",
    "s4-edge": "#1F6FB2", "s4-ink": "#17212B", "s5": "#6B5500", "s5-ink": "#FFFFFF",
}  # fmt: skip
DARK = {
    "paper": "#11171D", "ink": "#E8EDF2", "muted": "#A6B4C2", "line": "#313D49", "edge": "#7D8C9B", "wash": "#1A222A", "accent": "#4EC5BC",
    "band": "#0E3B3B", "on-band": "#FFFFFF", "soft-band": "#C9E8E6", "plain": "#163A3A", "plain-ink": "#A5E6E0", "good": "#17382A",
    "good-ink": "#8FDDAA", "careful": "#3C2C14", "careful-ink": "#F6C177", "missing": "#232E38", "missing-ink": "#C3CEDA", "s1": "#4EC5BC",
    "s1-ink": "#06201E", "s2": "#4A3414", "s2-edge": "#F2B868", "s2-ink": "#F7E4C8", "s3": "#A99BFF", "s3-ink": "#15102E", "s4": "#1E3448",
    "s4-edge": "#6DB7F2", "s4-ink": "#DCECFA", "s5": "#DDBB4E", "s5-ink": "#201A00",
}  # fmt: skip

_RULES = """
* { box-sizing: border-box; }
html { font: 112.5%/1.55 "Atkinson Hyperlegible Next", "Atkinson Hyperlegible", system-ui, "Segoe UI", "Noto Sans", Arial,
  sans-serif; }
html.large { font-size: 150%; }
body { margin: 0; background: var(--paper); color: var(--ink); overflow-wrap: break-word; }
.column { max-width: 46rem; margin: 0 auto; padding: 0 1.25rem; }
header .column::after { content: ""; display: block; clear: both; }
header { background: var(--band); color: var(--on-band); padding: 3rem 0 2rem; }
header p { margin: 0; color: var(--soft-band); }
header .logo { float: inline-end; background: #fff; padding: .6rem; border-radius: .6rem; margin: 0 0 .8rem 1.2rem; max-width: 30%;
  max-height: 8rem; }
header .organisation { font-weight: 700; margin-bottom: .4rem; }
header .subtitle { font-size: 1.2rem; }
h1 { font-size: 2.3rem; line-height: 1.15; margin: 0 0 .5rem; }
h2, h3, h4, h5, h6 { line-height: 1.25; margin: 2.4rem 0 .7rem; break-after: avoid; }
h2 { font-size: 1.6rem; }
h3 { font-size: 1.22rem; color: var(--accent); margin-top: 1.8rem; }
h4, h5, h6 { font-size: 1.04rem; margin-top: 1.4rem; }
p, li, td, th, dd { unicode-bidi: plaintext; text-align: start; }
p { margin: 0 0 .8rem; }
a { color: var(--accent); font-weight: 600; }
a:focus-visible, .wide:focus-visible { outline: 3px solid var(--accent); outline-offset: 2px; border-radius: 3px; }
ul, ol { margin: 0 0 1rem; padding-inline-start: 1.5rem; }
li { margin-bottom: .4rem; }
li::marker { color: var(--accent); font-weight: 700; }
dl.details { margin: 1.6rem 0; }
dl.details div { display: flex; gap: 1.25rem; border-bottom: 1px solid var(--line); padding: .3rem 0; }
dl.details dt { color: var(--muted); flex: 0 0 9rem; }
dl.details dd { margin: 0; }
nav { margin: 2rem 0; }
nav ol { list-style: none; padding: 0; }
nav .deeper { padding-inline-start: 1.25rem; }
nav a { font-weight: 400; }
blockquote { margin: 1.4rem 0; padding: .1rem 0 .1rem 1.2rem; border-inline-start: 4px solid var(--accent); break-inside: avoid;
  font-size: 1.08rem; }
blockquote p { margin: 0 0 .3rem; }
.by { color: var(--muted); font-size: 1rem; }
.cards { list-style: none; padding: 0; margin: 1.2rem 0; display: grid; gap: .8rem;
  grid-template-columns: repeat(auto-fit, minmax(12rem, 1fr)); }
@media (min-width: 34rem), print { .cards.pairs { grid-template-columns: 1fr 1fr; } }
.cards li { border: 1px solid var(--line); border-top: 4px solid var(--accent); border-radius: 8px; padding: .8rem 1rem;
  margin: 0; break-inside: avoid; }
.cards p { margin: 0; }
.figure { font-size: 2rem; line-height: 1.2; font-weight: 700; color: var(--accent); }
.label { font-weight: 700; }
.note { color: var(--muted); }
.callout { border-radius: 8px; padding: 1rem 1.2rem .4rem; margin: 1.4rem 0; break-inside: avoid; }
.tone, .callout-title { font-weight: 700; margin-bottom: .2rem; }
.callout-title { font-size: 1.06rem; margin-bottom: .4rem; }
.tone::before { display: inline-block; width: 1.2em; height: 1.2em; line-height: 1.1em; margin-inline-end: .4em;
  text-align: center; border: 2px solid currentColor; border-radius: 50%; font-size: .85em; }
.plain .tone::before { content: "i"; }
.good .tone::before { content: "\\2713"; }
.careful .tone::before { content: "!"; border-radius: 3px; }
.callout.missing .tone::before { content: "\\2013"; border-style: dashed; }
.wide { overflow-x: auto; margin: .6rem 0 1.6rem; }
table { border-collapse: collapse; width: 100%; }
caption { text-align: start; font-weight: 700; padding: .3rem 0; }
th, td { padding: .4rem .6rem; border-bottom: 1px solid var(--line); vertical-align: top; }
tr { break-inside: avoid; }
thead { display: table-header-group; }
thead th { background: var(--wash); color: var(--muted); border-bottom: 2px solid var(--edge); }
tbody th { font-weight: 400; }
.number { text-align: end; font-variant-numeric: tabular-nums; unicode-bidi: normal; }
.chart-title { font-weight: 700; font-size: 1.08rem; margin: 1.6rem 0 .1rem; break-after: avoid; }
.chart { margin: .6rem 0 1.2rem; break-inside: avoid; }
.chart i { font-style: normal; display: inline-block; border-radius: 3px; }
.key { display: flex; flex-wrap: wrap; gap: .3rem 1.4rem; margin-bottom: .6rem; }
.key span { display: inline-flex; gap: .5rem; align-items: center; }
.key i { width: 1rem; height: 1rem; }
.chart-row { display: grid; grid-template-columns: minmax(6rem, 34%) 1fr; gap: 1rem; align-items: center; padding: .3rem 0; }
.bars { display: grid; gap: .2rem; }
.bar-line { display: grid; grid-template-columns: 1fr minmax(4rem, auto); gap: .6rem; align-items: center; }
.room { display: block; border-radius: 3px; line-height: 0; }
.track { background: var(--wash); }
.room i { height: 1.1rem; min-width: 2px; }
.stack { display: flex; gap: 2px; }
.stack i { padding: .1rem .35rem; font-weight: 700; min-width: 2px; overflow: hidden; white-space: nowrap; }
.s1 { background: var(--s1); color: var(--s1-ink); }
.s2 { background: var(--s2); color: var(--s2-ink); box-shadow: inset 0 0 0 1px var(--s2-edge); }
.s3 { background: repeating-linear-gradient(45deg, var(--s3) 0 6px, var(--paper) 6px 7px); color: var(--s3-ink);
  text-shadow: 0 0 3px var(--s3); }
.s4 { background: var(--s4); color: var(--s4-ink); box-shadow: inset 0 0 0 1px var(--s4-edge); }
.s5 { background: repeating-linear-gradient(-45deg, var(--s5) 0 6px, var(--paper) 6px 7px); color: var(--s5-ink);
  text-shadow: 0 0 3px var(--s5); }
.chart i.missing { border: 1.5px dashed var(--muted); color: var(--ink); background: none; }
footer { color: var(--muted); border-top: 1px solid var(--line); margin: 3rem 0 2rem; padding-top: .8rem; }
.pictured { display: flex; gap: 1.4rem; align-items: flex-start; margin: 1.2rem 0; break-inside: avoid; }
.pictured img { flex: 0 0 5.5rem; width: 5.5rem; height: 5.5rem; background: #fff; border-radius: 8px; }
.pictured img.code { flex-basis: 10rem; width: 10rem; height: 10rem; }
.pictured > div { flex: 1; min-width: 0; } .pictured > div > :first-child { margin-top: 0; }
.page-break { break-before: page; }
.write { margin: .4rem 0 1.2rem; break-inside: avoid; } .write i { display: block; height: 2.2rem; border-bottom: 1px solid var(--muted); }
"""

_TONES = ("plain", "good", "careful", "missing")

_PRINT = """
@media print {
  html { font-size: 12pt; } html.large { font-size: 18pt; }
  .column { max-width: none; padding: 0; } nav { display: none; } .wide { overflow: visible; }
  header { padding: 1.2rem 1.2rem 1rem; } * { print-color-adjust: exact; -webkit-print-color-adjust: exact; }
  a { color: inherit; } a[href^="http"]::after { content: " (" attr(href) ")"; font-weight: 400; }
}
@page { size: A4; margin: 20mm; }
"""


def stylesheet(colour: str = "") -> str:
    """The whole style, light unless the reader's screen is dark; always light on paper. In the colour given, ours where there is none."""
    light, night_colours = (LIGHT | _by_day(colour), DARK | _by_night(colour)) if colour else (LIGHT, DARK)
    tones = "".join(f".callout.{tone} {{ background: var(--{tone}); }} .{tone} .tone {{ color: var(--{tone}-ink); }}\n" for tone in _TONES)
    night = f"@media screen and (prefers-color-scheme: dark) {{ :root {{ {_variables(night_colours)} }} }}\n"
    return f":root {{ color-scheme: light dark; {_variables(light)} }}\n{night}{_RULES}{tones}{_PRINT}"


def _by_day(colour: str) -> dict[str, str]:
    grounds = [LIGHT[name] for name in ("paper", "wash", *_TONES)]
    return {"accent": darker(colour, grounds), "band": colour, "soft-band": _soft(colour)}


def _by_night(colour: str) -> dict[str, str]:
    grounds = [DARK[name] for name in ("paper", "wash", *_TONES)]
    return {"accent": lighter(colour, grounds), "band": colour, "soft-band": _soft(colour)}


def _soft(colour: str) -> str:
    soft = mixed_with_white(colour, 0.86)
    return soft if contrast(soft, colour) >= ENOUGH else WHITE


def _variables(colours: dict[str, str]) -> str:
    return " ".join(f"--{name}: {code};" for name, code in colours.items())
