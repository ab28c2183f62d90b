"""What the monkey types: what people write, and what nobody ought to."""

from __future__ import annotations

PLAUSIBLE = (
    "Siân Prys-Llewelyn",
    "Deaf-led group",
    "12/03/2026",
    "1 May 2026",
    "14:30",
    "9.45",
    "25",
    "12.50",
    "45",
    "3",
    "We asked for the ramp twice",
    "BSL; captions",
    "Dydd Gŵyl Dewi – croeso i bawb",
    "a",
    "an",
    "person@example.org",
)

ABSURD = (
    "",
    " ",
    "\t",
    "مرحبا بكم في ورشة العمل",
    "שלום 123 abc",
    "👩🏽‍🦽👨‍👩‍👧‍👦🏴󠁧󠁢󠁷󠁬󠁳󠁿",
    "<b>bold</b><img src=x>&amp;",
    '=HYPERLINK("https://example.org","x")',
    "@SUM(1+1)*cmd|' /C calc'!A0",
    "'; DROP TABLE people; --",
    "{name} {0} {} %s %(x)d %",
    "& && &File",
    "\u202egnirts desrever\u202c",
    "e\u0301\u0301\u0301\u0301\u0327",
    "\u200b\u200b\ufeff",
    "99999999999999999999",
    "-1",
    "1e9",
    "0",
    "00/00/0000",
    "31/02/2026",
    "29/02/2024",
    "25:99",
    "24:00",
    "£12.345",
    "NaN",
    "None",
    "١٢٫٥٠",
    "one two three " * 80,
    "W" * 5000,
    "ŵ" * 300,
)

TABLES = (
    "Name\tGroup\nSiân\tDeaf-led group\nIdris\tCarers\n",
    "Name\tGroup\tAccess\nAna\t\tBSL\n\n\t\t\nAna\tx\ty\n",
    "one line",
    "مرحبا\t=1+1\n<b>\t{x}\n",
    "a,b,c\n1,2,3\n",
)
"""What lies on the clipboard when the monkey pastes."""
