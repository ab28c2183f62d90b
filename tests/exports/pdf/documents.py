"""Documents to print in tests: one with every kind of block, one in many scripts, one made of text that breaks naive printers."""

from __future__ import annotations

from coproduce.exports.document import (
    Align,
    Attachment,
    Block,
    Bold,
    Bullets,
    Callout,
    Chart,
    ChartKind,
    ChartRow,
    Column,
    Document,
    Heading,
    KeyFigure,
    KeyFigures,
    Link,
    PageBreak,
    Paragraph,
    Pictured,
    Quote,
    RoomToWrite,
    Table,
    Tone,
)
from coproduce.exports.pictures import Picture

LONG = (
    "The line is open until eight on weekdays and until one on Saturdays, because people who work shifts said that they could never "
    "ring it, and because carers told us that evenings are the only time they have to themselves. "
)

SCRIPTS = {
    "Welsh": "Mae’r cyngor yn gwrando: dŵr, tŷ, ŷd, ŵyn a’r llwybr.",
    "Polish": "Zażółć gęślą jaźń, prosimy o wcześniejszy autobus.",
    "Turkish": "Işığın önünde güçlü bir köprü var, teşekkürler.",
    "Vietnamese": "Chúng tôi muốn xe buýt chạy muộn hơn vào buổi tối.",
    "Greek": "Θέλουμε το λεωφορείο να περνάει και το βράδυ.",
    "Ukrainian": "Ми хочемо, щоб автобус ходив і ввечері, дякуємо.",
    "Arabic": "نريد أن تعمل الحافلة حتى الساعة 20:30 مساءً (في أيام الأسبوع) وشكرا لكم جميعا على الاستماع إلينا اليوم.",
    "Urdu": "ہم چاہتے ہیں کہ بس شام آٹھ بجے تک چلے، آپ کا بہت شکریہ۔",
    "Persian": "می‌خواهیم اتوبوس تا ساعت ۸ شب کار کند.",
    "Hebrew": "אנחנו רוצים שהאוטובוס יעבור גם בערב, בשעה 20:30 (בימי חול).",
    "Chinese": "我们希望公共汽车晚上也能运行，谢谢大家来参加今天的会议。我们会在下个月告诉大家结果。",
    "Hindi": "हम चाहते हैं कि बस शाम को भी चले, आप सबका धन्यवाद।",
    "Bengali": "আমরা চাই বাসটি সন্ধ্যায়ও চলুক, সবাইকে ধন্যবাদ।",
    "Panjabi": "ਅਸੀਂ ਚਾਹੁੰਦੇ ਹਾਂ ਕਿ ਬੱਸ ਸ਼ਾਮ ਨੂੰ ਵੀ ਚੱਲੇ।",
    "Gujarati": "અમે ઇચ્છીએ છીએ કે બસ સાંજે પણ ચાલે.",
    "Tamil": "பேருந்து மாலையிலும் ஓட வேண்டும் என்று விரும்புகிறோம்.",
    "Amharic": "አውቶቡሱ በምሽትም እንዲሰራ እንፈልጋለን።",
    "Emoji and symbols": "Good 👍🏽 bus 🚌, family 👩‍👩‍👧, heart ❤️, tick ✓, arrow →, sum ∑, 1 ≤ 2, ½ of £5.",
    "Both ways": "The group “صوت الجيران” met 3 times; ההצעה was agreed by 7 of 8.",
}

HOSTILE = {
    "markup": "<b>x</b> & <i>y</i> &amp; <br/> </para> <font name='Nope' size=1000000>z</font>",
    "picture": '<img src="file:///etc/passwd" width="5"/><img src="http://127.0.0.1/x.png"/>',
    "script": "<script>alert(1)</script> javascript:alert(1) {{7*7}} ${7*7} %s %n {0} {name}",
    "PDF operators": "(unbalanced \\ (paren) ET BT /F1 12 Tf endstream endobj >> << [ ] % comment",
    "formula": '=HYPERLINK("http://x") +1 -1 @SUM(A1)',
    "controls": "a\x00b\x01c\x02d\x0be\x1bf\x7fg\x85h",
    "surrogate": "left\ud800right",
    "invisible": "one\u200btwo\u2060three\ufefffour\u00adfive",
    "turned round": "abc\u202egnp.exe\u202cdef \u2067abc\u2069",
    "private use": "before \ue000 after \U000f0000 end",
    "no font": "Korean 한국어 and Thai ภาษาไทย",
    "piled marks": "Z" + "\u0301" * 100 + "algo",
    "decomposed": "cafe\u0301 n\u0303 w\u0302",
    "long word": "w" * 300,
    "long address": "https://example.org/" + "a/b-c_d?e=f&" * 30,
    "spaces": "  two  spaces \t tab \u00a0 hard \u3000 wide  ",
    "newlines": "one\ntwo\r\nthree\rfour\u2028five\u2029six",
    "quotes": "“It’s 5′ 10″ – no, 6…” ‹ok› «oui»",
    "ligatures": "office affluent fjord ﬁve",
    "full stop": ".",
}


def document(*blocks: Block, title: str = "What we decided together", **more) -> Document:
    """A small document around some blocks."""
    details = (("Made on", "5 March 2026"), ("Data up to", "1 March 2026"))
    return Document(
        title, more.pop("subtitle", "Booking line redesign"), more.pop("organisation", "Riverside Council"), details, blocks, **more
    )


def every_block() -> Document:
    """A report with every kind of block, in a natural order, over several pages."""
    return Document(
        title="What we decided together, and what came of it",
        subtitle="Booking line redesign, March to July 2025",
        organisation="Riverside Council with the Harbour Group",
        details=(
            ("Made on", "5 March 2026"),
            ("Data up to", "1 March 2026"),
            ("For", "Everyone who came, the people who pay for the project, and anyone who asks for it"),
            ("This is an invented example", "No person in it is real"),
        ),
        blocks=(*_summary(), *_loop(), *_charts(), *_decisions(), *_method()),
        footer="Coproduce 0.1.0 · data up to 1 March 2026",
        attachments=(Attachment("evidence.json", "application/json", b'{"workshops": 4}', "The evidence of this report, as data"),),
    )


def _summary() -> tuple[Block, ...]:
    return (
        Heading(2, "In short"),
        Paragraph((
            "Twenty people came to four workshops. ", Bold("Fourteen of them have lived experience"),
            " of ringing for an appointment. " + LONG,
        )),
        KeyFigures((
            KeyFigure("7 of 8", "payments made within 28 days", "Rests on 8 accepted offers"),
            KeyFigure("£1,240", "paid to participants", "Of £1,500 agreed at the start"),
            KeyFigure("3", "decisions changed by what people said", "Of 9 decisions recorded"),
        )),
        Callout(Tone.CAREFUL, "One figure rests on few people", (
            Paragraph("Only 4 of 20 people filled in the feedback sheet, so the figures on how the workshops felt say little."),
            Bullets(("Ask again in a short call.", (Bold("Before June"), ": offer the sheet in Bengali, and read it out."))),
        )),
        Paragraph(("The notes are on ", Link("the page of the project", "https://example.org/booking?a=1&b=2"), ", or ask ",
                   Link("the team", "mailto:team@example.org"), " for them on paper.")),
        Heading(2, "Who took part"),
        Paragraph(LONG * 3),
        Bullets(("Eight people who ring the line themselves.", "Four carers. " + LONG, "Two from the Deaf-led group, with interpreters."),),
        Heading(3, "How we worked"),
        Bullets(("First we listened.", "Then we wrote down what we heard.", "Then we checked it together."), ordered=True),
        Callout(Tone.GOOD, "Everybody was offered payment before the first workshop", ()),
    )  # fmt: skip


def _loop() -> tuple[Block, ...]:
    return (
        Heading(2, "What people said, and what came of it"),
        Quote("I ring on my break, and by the time somebody answers my break is over.", "A participant, workshop 1"),
        Paragraph("We did this: the line now opens at seven. Told on 3 June 2025."),
        Quote("نريد أن نتكلم مع شخص يفهمنا، وليس مع آلة.", "A participant, workshop 2", "ar"),
        Paragraph("We did part of it: an interpreter can be booked for the same day. Told on 3 June 2025."),
        Quote(LONG * 2, "A carer, workshop 3"),
        Callout(
            Tone.MISSING, "Two things have no answer yet", (Paragraph("They were said at workshop 4. The answer is due on 1 April 2026."),)
        ),
        Callout(
            Tone.PLAIN,
            "In their own words",
            (Paragraph("Words are printed as they were said. Names are printed only where the person chose it."),),
        ),
    )


def _charts() -> tuple[Block, ...]:
    return (
        Heading(2, "The figures"),
        Heading(3, "Days from accepting to money"),
        Chart("Days to payment, by workshop", "Participants waited longer than organisers at every workshop but the last.", ChartKind.PAIRS,
              ("Participants", "People from organisations"), (
                  ChartRow("Workshop 1: What rings true", (31.0, 9.0), ("31 days", "9 days")),
                  ChartRow("Workshop 2: Listening back to the calls with the whole team", (24.0, 8.0), ("24 days", "8 days")),
                  ChartRow("Workshop 3", (None, 8.0), ("not recorded", "8 days")),
                  ChartRow("Workshop 4", (6.0, 7.0), ("6 days", "7 days"))), "Workshop"),
        Heading(3, "Was each thing in place?"),
        Chart("Access, by what was asked for", "Of 19 things asked for, 12 were in place and for 4 nobody wrote it down.", ChartKind.SHARES,
              ("In place", "Partly", "Not in place", "Not recorded"), (
                  ChartRow("Step-free way in", (5.0, 1.0, 0.0, 1.0), ("5", "1", "0", "1")),
                  ChartRow("Interpreter", (2.0, 0.0, 1.0, 2.0), ("2", "0", "1", "2")),
                  ChartRow("Large print", (5.0, 1.0, 0.0, 1.0), ("5", "1", "0", "1")),
                  ChartRow("A quiet room", (0.0, 0.0, 0.0, 0.0), ("0", "0", "0", "0"))), "Asked for"),
        Chart("What people talked about most", "Waiting was named most often.", ChartKind.BARS, ("Times named",), (
            ChartRow("Waiting", (18.0,), ("18",)), ChartRow("Opening hours", (11.0,), ("11",)),
            ChartRow("Being understood", (9.0,), ("9",)), ChartRow("Music on hold", (0.0,), ("0",))), "What"),
    )  # fmt: skip


def _decisions() -> tuple[Block, ...]:
    columns = (Column("No.", 0.4, Align.RIGHT), Column("Decision", 3), Column("Who decided", 1.4), Column("Days", 0.6, Align.RIGHT))
    rows = tuple(
        (str(number), ["Open the line at seven.", "Answer within five minutes. " + LONG, "اسم الخط بالعربية"][number % 3],
         ["The whole group", "The project team", "Harbour Group, after asking its members"][number % 3], f"{number * 37 % 90}")
        for number in range(1, 41)
    )  # fmt: skip
    return (
        RoomToWrite(3),
        Pictured(Picture.CALENDAR, (Paragraph("We meet on Tuesday."),)),
        Pictured(Picture.TOGETHER, (Heading(3, "What we do"), Paragraph(LONG), Bullets(("We listen.", "We decide.")))),
        PageBreak(),
        Heading(2, "Every decision"),
        Paragraph("In the order they were made. Dissent stands beside the decision, in the same size."),
        Table("Decisions of the project", columns, rows, row_headings=2),
    )


def _method() -> tuple[Block, ...]:
    return (
        Heading(2, "How we know"),
        Heading(3, "What the figures rest on"),
        Heading(4, "Counting"),
        Paragraph(LONG * 4),
        Heading(2, "In other languages"),
        *(Paragraph(words) for words in SCRIPTS.values()),
        Table("The same sentence", (Column("Language", 1), Column("Sentence", 3)), tuple(SCRIPTS.items())),
    )


def hostile() -> Document:
    """Every hostile text in every place a text can stand."""
    texts = tuple(HOSTILE.values())
    return Document(
        title=HOSTILE["markup"],
        subtitle=HOSTILE["controls"],
        organisation=HOSTILE["script"],
        details=tuple((name, text) for name, text in HOSTILE.items()),
        blocks=(
            *(Heading(2, text) for text in texts),
            *(Paragraph(text) for text in texts),
            Paragraph((
                Link("script", "javascript:alert(1)"), Link("file", "file:///etc/passwd"), Link("good", "https://example.org/"),
                Bold(HOSTILE["markup"]),
            )),
            Bullets(texts),
            *(Quote(text, text) for text in texts),
            Table(HOSTILE["markup"], (Column(HOSTILE["markup"]), Column(HOSTILE["spaces"])), tuple(HOSTILE.items())),
            Chart(HOSTILE["markup"], HOSTILE["controls"], ChartKind.BARS, (HOSTILE["quotes"],),
                  tuple(ChartRow(text, (1.0,), (text,)) for text in texts)),
            KeyFigures(tuple(KeyFigure(text, text, text) for text in texts)),
            Callout(Tone.PLAIN, HOSTILE["markup"], tuple(Paragraph(text) for text in texts)),
        ),
        footer=HOSTILE["markup"],
        attachments=(Attachment("../../etc/passwd", "text/plain", b"x", HOSTILE["markup"]),),
    )  # fmt: skip
