"""What the PDF tests share."""

from __future__ import annotations

from pathlib import Path

import pytest

from coproduce.exports.document import Document
from coproduce.exports.pdf import PdfResult, render


@pytest.fixture
def printed(tmp_path: Path):
    """Print a document and hand back the path; the checker inside must have passed it."""
    made = []

    def printed(document: Document, **options) -> Path:
        path = tmp_path / f"document-{len(made)}.pdf"
        result: PdfResult = render(document, path, **options)
        assert result.verdict.passes, result.verdict.failures
        made.append(path)
        return path

    return printed
