"""A picture somebody chose becomes a small logo without anything of the file it came in; what cannot is refused in words."""

from __future__ import annotations

import base64
import io

import pytest
from PIL import Image, ImageDraw

from coproduce.domain.logo import LONGEST, checked_logo
from coproduce.domain.workspace import Setting
from coproduce.errors import Refused
from coproduce.exports.workbook import write_workbook
from coproduce.imports.logo import logo_from
from coproduce.imports.planning import plan_import
from coproduce.imports.workbook import read_workbook
from coproduce.operations.interchange import bring_in
from coproduce.operations.settings import change_settings
from coproduce.storage.queries.facts import load_all_nouns
from coproduce.storage.queries.organisation import settings
from coproduce.storage.workspace_file import WorkspaceFile


def opened(logo: str) -> Image.Image:
    return Image.open(io.BytesIO(base64.b64decode(logo)))


def drawn(mode="RGB", size=(900, 420)) -> Image.Image:
    picture = Image.new(mode, size)
    ImageDraw.Draw(picture).ellipse((20, 20, 400, 400), fill=(120, 30, 90, 255)[: len(mode)] if mode != "L" else 90)
    return picture


@pytest.mark.parametrize("mode, ending", [("RGB", "png"), ("RGBA", "png"), ("L", "png"), ("RGB", "jpg"), ("CMYK", "jpg"), ("L", "jpg")])
def test_any_png_or_jpeg_becomes_a_logo_that_can_be_kept(tmp_path, mode, ending):
    path = tmp_path / f"logo.{ending}"
    drawn(mode).save(path)
    logo = logo_from(path)
    assert checked_logo(logo) == logo
    assert opened(logo).size == (640, 299)


def test_what_is_see_through_becomes_white(tmp_path):
    drawn("RGBA").save(tmp_path / "a.png")
    few = drawn("RGB").quantize(8)
    few.save(tmp_path / "b.png", transparency=few.getpixel((890, 10)))
    for name in ("a.png", "b.png"):
        picture = opened(logo_from(tmp_path / name))
        assert "transparency" not in picture.info
        assert picture.convert("RGB").getpixel((630, 10)) == (255, 255, 255)


def test_what_the_file_said_of_itself_is_gone_and_it_stands_upright(tmp_path):
    exif = Image.Exif()
    exif[0x0112], exif[0x013B] = 6, "Canary Photographer"
    drawn().save(tmp_path / "turned.jpg", exif=exif, comment=b"canary", icc_profile=b"x" * 200)
    logo = base64.b64decode(logo_from(tmp_path / "turned.jpg"))
    assert opened(base64.b64encode(logo).decode()).size == (224, 480)
    for left in (b"anary", b"eXIf", b"iCCP", b"tEXt"):
        assert left not in logo


def test_a_photograph_is_made_smaller_until_it_fits(tmp_path):
    Image.effect_noise((1500, 1500), 80).convert("RGB").save(tmp_path / "noise.png")
    logo = logo_from(tmp_path / "noise.png")
    assert len(logo) <= LONGEST
    assert opened(logo).width < 640


def test_one_that_cannot_be_made_small_enough_says_so(tmp_path, monkeypatch):
    monkeypatch.setattr("coproduce.imports.logo.LONGEST", 300)
    drawn().save(tmp_path / "logo.png")
    with pytest.raises(Refused, match="cannot be made small enough to be kept"):
        logo_from(tmp_path / "logo.png")


@pytest.mark.parametrize("side", [6_400, 12_000, 30_000])
def test_a_bomb_is_refused_before_it_is_unpacked(tmp_path, side, monkeypatch):
    Image.new("1", (side, side)).save(tmp_path / "bomb.png")
    monkeypatch.setattr(Image.Image, "load", None)
    with pytest.raises(Refused, match=r"“bomb.png” has more points than a logo needs"):
        logo_from(tmp_path / "bomb.png")


def test_what_is_no_picture_or_damaged_or_another_kind_is_refused(tmp_path):
    (tmp_path / "words.png").write_text("Dear all,")
    drawn().save(tmp_path / "whole.png")
    (tmp_path / "half.png").write_bytes((tmp_path / "whole.png").read_bytes()[:600])
    drawn().save(tmp_path / "moving.gif")
    (tmp_path / "moving.gif").rename(tmp_path / "moving.png")
    for name in ("words.png", "half.png", "moving.png", "not there.png"):
        with pytest.raises(Refused, match="Choose a PNG or a JPEG"):
            logo_from(tmp_path / name)


def test_the_largest_logo_goes_through_a_workbook_whole(tmp_path):
    Image.effect_noise((1500, 1500), 80).convert("RGB").save(tmp_path / "noise.png")
    logo, there = logo_from(tmp_path / "noise.png"), tmp_path / "there.xlsx"
    assert len(logo) > 15_000
    with WorkspaceFile.create(tmp_path / "a.coproduce") as workspace:
        change_settings(workspace, {"logo": logo, "colour": "#7a1f5c"})
        write_workbook(load_all_nouns(workspace), there)
    with WorkspaceFile.create(tmp_path / "b.coproduce") as workspace:
        plan = plan_import(workspace, read_workbook(there))
        assert not plan.problems
        bring_in(workspace, plan)
        assert (settings(workspace).logo, settings(workspace).colour) == (logo, "#7A1F5C")


def test_a_workbook_with_a_look_that_cannot_be_printed_says_in_which_cell(tmp_path):
    write_workbook({Setting: [Setting("logo", "AAAA"), Setting("colour", "#FFFF00")]}, tmp_path / "there.xlsx")
    read = read_workbook(tmp_path / "there.xlsx")
    assert [problem.row for problem in read.problems] == [2, 3]
    assert "Choose the picture again in Settings." in str(read.problems[0])
    assert "The nearest darker tone is" in str(read.problems[1])


def test_a_file_too_large_is_not_opened(tmp_path, monkeypatch):
    monkeypatch.setattr("coproduce.imports.logo.LARGEST_FILE", 100)
    drawn().save(tmp_path / "large.png")
    with pytest.raises(Refused, match="larger than 20 megabytes"):
        logo_from(tmp_path / "large.png")
