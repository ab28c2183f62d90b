"""The codes a reader of a PDF sees at the foot of its pages."""

from __future__ import annotations

import re

import pypdfium2

from coproduce.storage.queries.record_code import check_code


def agrees_on_every_page(file, pdf):
    """Each page has one code at its foot, all pages the same, and it agrees with the history of the workspace."""
    with pypdfium2.PdfDocument(pdf) as document:
        pages = [page.get_textpage().get_text_range() for page in document]
    codes = [set(re.findall(r"Record [\d,]+ · [0-9A-Z]{4}-[0-9A-Z]{4}", words)) for words in pages]
    return all(len(found) == 1 and found == codes[0] for found in codes) and check_code(file, codes[0].pop()).agrees
