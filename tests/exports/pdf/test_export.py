"""An export is whole or it is not there: cancelled and failed ones leave the old file, and the same document gives the same bytes."""

from __future__ import annotations

import io
import os
import subprocess
import sys
import threading
from pathlib import Path

import pikepdf
import pytest

from coproduce.errors import Cancelled, DiskTrouble
from coproduce.exports.document import Attachment, Paragraph
from coproduce.exports.pdf import render
from tests.exports.pdf.documents import LONG, document, every_block, hostile

TEN_PAGES = document(Paragraph(LONG * 150))


def test_a_finished_export_says_how_many_pages_and_passes_the_checker(tmp_path):
    path = tmp_path / "report.pdf"
    result = render(TEN_PAGES, path)
    assert result.verdict.passes
    assert result.verdict.failures == ()
    assert result.size == path.stat().st_size
    with pikepdf.open(path) as pdf:
        assert result.pages == len(pdf.pages)


def test_an_export_may_go_to_a_stream(tmp_path):
    stream = io.BytesIO()
    path = tmp_path / "same.pdf"
    assert render(TEN_PAGES, stream).pages == render(TEN_PAGES, path).pages
    assert stream.getvalue() == path.read_bytes()


def test_progress_counts_pages(tmp_path):
    told: list[int] = []
    result = render(TEN_PAGES, tmp_path / "report.pdf", progress=told.append)
    assert told == list(range(1, result.pages + 1))


def test_a_cancelled_export_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"the old report")
    told: list[int] = []
    with pytest.raises(Cancelled):
        render(TEN_PAGES, path, progress=told.append, cancelled=lambda: len(told) >= 2)
    assert told == [1, 2]
    assert path.read_bytes() == b"the old report"
    assert list(tmp_path.iterdir()) == [path]


def test_a_failed_export_leaves_the_old_file_and_nothing_else(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"the old report")

    def stumble(_page: int) -> None:
        raise RuntimeError("something broke")

    with pytest.raises(RuntimeError):
        render(TEN_PAGES, path, progress=stumble)
    assert path.read_bytes() == b"the old report"
    assert list(tmp_path.iterdir()) == [path]


def test_a_folder_that_is_gone_is_told_in_a_sentence(tmp_path):
    with pytest.raises(DiskTrouble, match="is not there"):
        render(TEN_PAGES, tmp_path / "gone" / "report.pdf")


def test_a_place_that_is_a_folder_is_told_in_a_sentence(tmp_path):
    (tmp_path / "report.pdf").mkdir()
    with pytest.raises(DiskTrouble, match="could not be written"):
        render(TEN_PAGES, tmp_path / "report.pdf")
    assert [entry.name for entry in tmp_path.iterdir()] == ["report.pdf"]


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="only Linux has a disk that is always full")
def test_a_full_disk_is_told_in_a_sentence_and_the_old_file_stays(tmp_path):
    path = tmp_path / "report.pdf"
    path.write_bytes(b"the old report")
    (tmp_path / "report.pdf.part").symlink_to("/dev/full")
    with pytest.raises(DiskTrouble, match="no room left"):
        render(TEN_PAGES, path)
    assert path.read_bytes() == b"the old report"
    assert list(tmp_path.iterdir()) == [path]


def test_the_same_document_gives_the_same_bytes(tmp_path):
    first, second = tmp_path / "first.pdf", tmp_path / "second.pdf"
    render(every_block(), first)
    render(hostile(), io.BytesIO())  # what was printed in between leaves no trace
    render(every_block(), second)
    assert first.read_bytes() == second.read_bytes()


def test_another_process_with_another_hash_seed_gives_the_same_bytes(tmp_path):
    script = (
        "import sys; from pathlib import Path; from coproduce.exports.pdf import render;"
        "from tests.exports.pdf.documents import every_block; render(every_block(), Path(sys.argv[1]))"
    )
    paths = [tmp_path / "one.pdf", tmp_path / "two.pdf"]
    for seed, path in enumerate(paths, 1):
        environment = {**os.environ, "PYTHONHASHSEED": str(seed), "TZ": f"Etc/GMT+{seed}"}
        subprocess.run([sys.executable, "-c", script, str(path)], check=True, env=environment, cwd=Path(__file__).parents[3])
    assert paths[0].read_bytes() == paths[1].read_bytes()


def test_two_threads_printing_at_once_do_not_disturb_each_other():
    alone = io.BytesIO()
    render(every_block(), alone)
    streams = [io.BytesIO() for _ in range(4)]
    threads = [threading.Thread(target=render, args=(every_block(), stream)) for stream in streams]
    others = [threading.Thread(target=render, args=(hostile(), io.BytesIO()), kwargs={"large_print": True}) for _ in range(2)]
    for thread in threads + others:
        thread.start()
    for thread in threads + others:
        thread.join()
    assert [stream.getvalue() == alone.getvalue() for stream in streams] == [True] * 4


def test_attached_files_come_out_as_they_went_in(tmp_path):
    path = tmp_path / "report.pdf"
    data = bytes(range(256)) * 20
    files = (Attachment("evidence – ŵ.json", "application/json", data, "The evidence"), Attachment("../up.csv", "text/csv", b"a,b\n1,2\n"))
    assert render(document(Paragraph("See inside."), attachments=files), path).verdict.passes
    with pikepdf.open(path) as pdf:
        found = {name: file.get_file().read_bytes() for name, file in pdf.attachments.items()}
        assert len(pdf.Root.AF) == 2
    assert found == {"evidence – ŵ.json": data, "up.csv": b"a,b\n1,2\n"}


def test_nothing_in_the_file_tells_when_or_where_it_was_made(tmp_path):
    path = tmp_path / "report.pdf"
    render(TEN_PAGES, path)
    with pikepdf.open(path) as pdf:
        assert "/CreationDate" not in pdf.docinfo
        text = pdf.Root.Metadata.read_bytes().decode()
    assert "CreateDate" not in text
    assert str(tmp_path) not in text
