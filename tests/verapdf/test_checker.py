"""The checker must see a fault when there is one, or its silence means nothing."""

from __future__ import annotations

import pytest
from reportlab.pdfgen.canvas import Canvas

pytestmark = pytest.mark.slow


def test_verapdf_finds_what_is_wrong_with_an_untagged_page(verapdf, tmp_path):
    page = tmp_path / "untagged page – ŵ.pdf"
    canvas = Canvas(str(page))
    canvas.drawString(72, 720, "Nobody tagged this.")
    canvas.save()
    (verdict,) = verapdf([page])
    assert not verdict.passed
    assert verdict.path == page
    clauses = {failure.clause for failure in verdict.failures}
    assert "7.1-3" in clauses, str(verdict)  # content neither tagged nor an artifact
    assert "7.1-8" in clauses, str(verdict)  # no metadata, so nothing says what the file claims to be


def test_verapdf_says_so_when_a_file_is_no_pdf(verapdf, tmp_path):
    letter = tmp_path / "letter.pdf"
    letter.write_text("Dear all,")
    (verdict,) = verapdf([letter])
    assert not verdict.passed
    assert verdict.error
