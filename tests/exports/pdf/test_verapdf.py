"""veraPDF, the reference checker, finds nothing wrong in any variant, script or size."""

from __future__ import annotations

import pytest

from coproduce.exports.document import Column, Paragraph, Table
from tests.exports.pdf.documents import LONG, SCRIPTS, document
from tests.exports.pdf.test_structure import DOCUMENTS, SIZES

pytestmark = pytest.mark.slow

MANY = document(
    *(Paragraph(words) for words in SCRIPTS.values()),
    Table("Many rows", (Column("No."), Column("Words", 4)), tuple((str(number), LONG) for number in range(700))),
)


def test_every_variant_keeps_the_rules_of_pdf_ua(verapdf, printed):
    paths = {
        f"{name}, {size}": printed(given, large_print=large)
        for name, given in {**DOCUMENTS, "many pages": MANY}.items()
        for size, large in SIZES.items()
    }
    verdicts = dict(zip(paths, verapdf(paths.values()), strict=True))
    assert {name: str(verdict) for name, verdict in verdicts.items() if not verdict.passed} == {}
