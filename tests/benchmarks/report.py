"""How fast a long report is printed, against plain drawing and against ReportLab's own pages without tags.

    python -m tests.benchmarks.report

All figures are CPU seconds of this process, measured in one run, the kinds by turns, the best of three. Ratios matter, not seconds.
"""

from __future__ import annotations

import io
import sys
import threading
import time
from xml.sax.saxutils import escape

from coproduce.exports.document import Align, Block, Column, Document, Heading, Paragraph, Table
from coproduce.exports.pdf import styles
from coproduce.exports.pdf.fonts import FONT_FOLDER, TEXT, TEXT_BOLD
from coproduce.exports.pdf.renderer import draw
from coproduce.exports.pdf.watch import Watch

LINES_ON_A_PAGE = 44
SENTENCES = (
    "The line is open until eight on weekdays, because people who work shifts said that they could never ring it before. ",
    "Carers told us that evenings are the only time they have to themselves, and that music on hold makes waiting longer. ",
    "We wrote down what we heard, read it back to the group in June, and changed two of the nine points on the list. ",
    "Nobody asked for a new form; three people asked for the old one in large print, and one for somebody to fill it in with. ",
)
COLUMNS = (Column("No.", 0.5, Align.RIGHT), Column("Decision", 3), Column("Who decided", 1.5), Column("Days", 0.6, Align.RIGHT))


def rows(count: int) -> tuple[tuple[str, ...], ...]:
    """Table rows, some of one line, some of two."""
    whos = ("The whole group", "Project team", "Harbour Group")
    return tuple((str(n), SENTENCES[n % 4][: 40 + n * 7 % 60].strip(), whos[n % 3], str(n * 37 % 90)) for n in range(1, count + 1))


def sections(count: int) -> tuple[Block, ...]:
    """About one and a half pages for each section: a heading, paragraphs, a table."""
    blocks: list[Block] = []
    for number in range(count):
        text = [f"Point {number}.{place}: " + "".join(SENTENCES[(number + place + step) % 4] for step in range(4)) for place in range(4)]
        blocks += [Heading(2, f"Section {number + 1}: what people said"), *map(Paragraph, text), Table("Decisions", COLUMNS, rows(16))]
    return tuple(blocks)


def document(blocks: tuple[Block, ...]) -> Document:
    """A report around the blocks."""
    return Document("A long report", "For measuring", "Riverside Council", (("Made on", "today"),), blocks)


def ours(blocks: tuple[Block, ...]) -> tuple[float, int, int]:
    """CPU seconds, pages and bytes of our tagged PDF."""
    target = io.BytesIO()
    start = time.process_time()
    pages = draw(document(blocks), styles.ordinary(), target, Watch())
    return time.process_time() - start, pages, len(target.getvalue())


def drawn_plainly(blocks: tuple[Block, ...]) -> tuple[float, int, int]:
    """The same words by `drawString`, 44 lines to the page: no layout, no tables, no tags."""
    from reportlab.pdfgen.canvas import Canvas

    lines = _lines(blocks)
    target = io.BytesIO()
    start = time.process_time()
    canvas = Canvas(target, pageCompression=1)
    for place, line in enumerate(lines):
        if place and place % LINES_ON_A_PAGE == 0:
            canvas.showPage()
        if place % LINES_ON_A_PAGE == 0:
            canvas.setFont("Text", 12)
        canvas.drawString(62, 760 - 16 * (place % LINES_ON_A_PAGE), line)
    canvas.save()
    return time.process_time() - start, -(-len(lines) // LINES_ON_A_PAGE), len(target.getvalue())


def _lines(blocks: tuple[Block, ...]) -> list[str]:
    words = []
    for block in blocks:
        if isinstance(block, Heading):
            words.append(block.text)
        elif isinstance(block, Paragraph):
            words += [str(block.words)[start : start + 85] for start in range(0, len(str(block.words)), 85)]
        elif isinstance(block, Table):
            words += ["   ".join(row) for row in block.rows]
    return words


def untagged(blocks: tuple[Block, ...]) -> tuple[float, int, int]:
    """The same report by ReportLab's own paragraphs and tables, without tags."""
    from reportlab.lib import colors
    from reportlab.lib.styles import ParagraphStyle
    from reportlab.platypus import LongTable, SimpleDocTemplate
    from reportlab.platypus import Paragraph as Words

    body = ParagraphStyle("body", fontName="Text", fontSize=12, leading=17.4, spaceAfter=9)
    heading = ParagraphStyle("heading", fontName="Bold", fontSize=19, leading=23, spaceBefore=26, spaceAfter=8, keepWithNext=1)
    cell = ParagraphStyle("cell", fontName="Text", fontSize=12, leading=15.8)
    target = io.BytesIO()
    start = time.process_time()
    story = []
    for block in blocks:
        if isinstance(block, Heading):
            story.append(Words(escape(block.text), heading))
        elif isinstance(block, Paragraph):
            story.append(Words(escape(str(block.words)), body))
        elif isinstance(block, Table):
            cells = [[Words(escape(word), cell) for word in row] for row in block.rows]
            grid = [("LINEBELOW", (0, 0), (-1, -1), 0.5, colors.grey), ("VALIGN", (0, 0), (-1, -1), "TOP")]
            story.append(
                LongTable([[column.heading for column in COLUMNS], *cells], colWidths=[40, 240, 130, 60], repeatRows=1, style=grid)
            )
    made = SimpleDocTemplate(target, leftMargin=62, rightMargin=62)
    made.build(story)
    return time.process_time() - start, made.page, len(target.getvalue())


def compared(section_count: int, rounds: int = 3) -> dict[str, tuple[float, int, int]]:
    """Each kind of printing on the same content, by turns."""
    blocks = sections(section_count)
    kinds = {"tagged, ours": ours, "drawString, untagged": drawn_plainly, "ReportLab pages, untagged": untagged}
    found: dict[str, tuple[float, int, int]] = {}
    for _round in range(rounds):
        for name, measure in kinds.items():
            this = measure(blocks)
            found[name] = min(found.get(name, this), this)
    return found


def peak_memory(*, of_others: bool = False) -> float:
    """The most memory this process has used, in megabytes; `of_others`: the largest of those it started."""
    try:
        import resource
    except ImportError:  # Windows
        return float("nan")
    peak = resource.getrusage(resource.RUSAGE_CHILDREN if of_others else resource.RUSAGE_SELF).ru_maxrss
    return peak / (1024 * 1024 if sys.platform == "darwin" else 1024)


def prepare() -> None:
    """Load what both sides load once: fonts, libraries."""
    from reportlab.pdfbase import pdfmetrics
    from reportlab.pdfbase.ttfonts import TTFont

    pdfmetrics.registerFont(TTFont("Text", str(FONT_FOLDER / f"{TEXT}.ttf")))
    pdfmetrics.registerFont(TTFont("Bold", str(FONT_FOLDER / f"{TEXT_BOLD}.ttf")))
    for measure in (ours, drawn_plainly, untagged):
        measure(sections(2))


def say(words: str) -> None:
    sys.stdout.write(words + "\n")


def main() -> None:
    """Print the table."""
    table_times = {}
    start_memory = peak_memory()
    for count in (1000, 4000, 16000):
        table_times[count] = min(ours((Table("Every decision", COLUMNS, rows(count)),)) for _round in range(2))
    table_memory = peak_memory()
    prepare()
    speeds = {}
    for name, (seconds, pages, size) in compared(66).items():
        speeds[name] = pages / seconds
        say(f"{name:28} {pages:5} pages  {seconds:6.2f} s  {pages / seconds:7.0f} pages/s  {size / pages / 1024:5.1f} KB/page")
    mine = speeds["tagged, ours"]
    say(f"tagged ÷ drawString, pages/s:          {mine / speeds['drawString, untagged']:.2f}   (goal ≥ 0.125)")
    say(f"tagged ÷ ReportLab untagged, pages/s:  {mine / speeds['ReportLab pages, untagged']:.2f}")
    short, long = (min(ours(sections(count)) for _round in range(2)) for count in (66, 660))
    growth = (long[0] / long[1]) / (short[0] / short[1])
    say(f"time a page, {long[1]} pages ÷ {short[1]} pages:  {growth:.2f}   (linear = 1)")
    for count, (seconds, pages, _size) in table_times.items():
        say(f"one table of {count:6} rows: {pages:5} pages  {seconds:6.2f} s  {1e6 * seconds / count:6.0f} µs/row")
    say(f"time a row, 16,000 ÷ 1,000 rows:       {(table_times[16000][0] / 16) / table_times[1000][0]:.2f}   (linear = 1)")
    say(f"memory: {start_memory:.0f} MB at start, {table_memory:.0f} MB after the table, {peak_memory():.0f} MB at the end (goal ≤ 200)")
    worst = longest_wait(sections(66))
    say(f"longest wait of another thread while printing: {worst * 1000:.0f} ms")


def longest_wait(blocks: tuple[Block, ...]) -> float:
    """How long a thread that asks for a moment every millisecond had to wait, at worst, while another printed."""
    done = threading.Event()
    worker = threading.Thread(target=lambda: (ours(blocks), done.set()))
    worker.start()
    worst, last = 0.0, time.perf_counter()
    while not done.is_set():
        time.sleep(0.001)
        now = time.perf_counter()
        worst, last = max(worst, now - last), now
    worker.join()
    return worst


if __name__ == "__main__":
    main()
