"""Bytes led by what they reach in the readers, for so many seconds, against the properties of `tests/imports/any_text.py`.

    .venv/bin/python -m tests.long.any_bytes 600

Needs atheris (on libFuzzer), which is no part of the program or of its tests: put it into an environment of its own with
`.venv/bin/python -m pip install --target FOLDER atheris` and run with `PYTHONPATH=FOLDER`. Without it, this says so and does nothing.
"""

from __future__ import annotations

import sys
import tempfile
from pathlib import Path

SEEDS = (
    b"person_id,name,left_on\n0001,Zo\xc3\xab,01/03/2025\n",
    b'sep=;\r\nperson_id;name\r\n1;"a;b"\r\n',
    "person_id\tname\n1\tŵyn\n".encode("utf-16"),
    b"reference,amount paid,paid on\n1,12.50,01/03/2026\n",
    b"\xc2\xa31,250.00",
    b"3 March 2026",
    b"1 h 30 min",
    b"14:30",
    b'\'=HYPERLINK("x")',
)


def main() -> int:
    """The command."""
    try:
        import atheris
    except ImportError:
        print("atheris is not installed, so nothing was tried. How to get it stands at the head of this file.")
        return 0
    with atheris.instrument_imports(include=["coproduce.imports", "coproduce.domain", "coproduce.exports.csv", "ui.kit.reading", "csv"]):
        from tests.imports import any_text
    properties = (*any_text.OF_BYTES, *any_text.OF_TEXT)
    seconds = sys.argv[1] if len(sys.argv) > 1 else "600"
    with tempfile.TemporaryDirectory() as folder:
        home = Path(folder)
        corpus = home / "corpus"
        corpus.mkdir()
        for place, so in enumerate(properties):
            for number, seed in enumerate(SEEDS):
                (corpus / f"{so.__name__} {number}").write_bytes(bytes([place]) + seed)

        def one(content: bytes) -> None:
            so = properties[content[0] % len(properties)] if content else properties[0]
            rest = content[1:]
            so(rest if so in any_text.OF_BYTES else rest.decode("utf-8", "replace"), home)

        atheris.Setup(
            [
                sys.argv[0],
                f"-max_total_time={seconds}",
                "-timeout=60",
                "-rss_limit_mb=2048",
                "-max_len=2048",
                f"-artifact_prefix={Path.cwd()}/found-",
                str(corpus),
            ],
            one,
        )
        atheris.Fuzz()
    return 0


if __name__ == "__main__":
    sys.exit(main())
