"""Any bytes as a file, any text as a paste, an amount, a day or an answer: read or refused in words, and the same when read again.

`python -m tests.long.any_bytes 600` looks for more with atheris.
"""

from __future__ import annotations

import pytest
from hypothesis import HealthCheck, example, given, settings
from hypothesis import strategies as st

from tests.imports import any_text

SIGNS = "\",;\t\n\r'=+-@0123456789/.:£$€ \x00\x01\ufeff²٣hmé\u2028"
WORDS = st.sampled_from(
    ["person_id", "name", "left_on", "=1+1", "01/03/2025", "3 Mar 25", "£1,250.00", "9" * 5000, "1 h 30", "24:00", "#7A1F5C"]
)
TEXT = st.lists(st.text(SIGNS, max_size=6) | st.text(max_size=4) | WORDS, max_size=10).map("".join)
BYTES = st.binary(max_size=60) | st.tuples(TEXT, st.sampled_from(["utf-8", "utf-16", "cp1252", "utf-8-sig"])).map(
    lambda pair: pair[0].encode(pair[1], "replace")
)
ROWS = st.lists(st.lists(TEXT, max_size=4), max_size=4).map(
    lambda rows: "\n".join(["person_id,name,left_on", *(",".join(row) for row in rows)]).encode("utf-8", "replace")
)
MANY = settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture, HealthCheck.too_slow])


@pytest.mark.parametrize("so", any_text.OF_BYTES, ids=lambda so: so.__name__)
@MANY
@given(content=BYTES | ROWS)
def test_any_bytes_are_read_or_refused_in_words(so, content, tmp_path):
    so(content, tmp_path)


@pytest.mark.parametrize("so", any_text.OF_TEXT, ids=lambda so: so.__name__)
@MANY
@example(text="9" * 5000)
@example(text="3 March 0026")
@given(text=TEXT)
def test_any_text_is_read_or_refused_in_words(so, text, tmp_path):
    so(text, tmp_path)
