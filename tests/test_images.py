"""照片：附带的位置、相机、缩略图等一样不留，画面逐点不变；没脱敏、找不到、没说明的都报。"""

import io
from pathlib import Path

import pytest
from PIL import Image, PngImagePlugin

from casebook.images.formats import UNREADABLE, carried_in, clean_image
from casebook.images.parts import BrokenImage
from tests.workbench import run_manage

TURNED = 6
PHOTO = """图片:
  - 文件: images/field.jpg
    说明: 田埂上烧过的一片黑地，没有人
    已脱敏: {redacted}
"""


def picture() -> Image.Image:
    return Image.effect_noise((96, 64), 60).convert("RGB")


def personal_exif() -> Image.Exif:
    exif = Image.Exif()
    exif[0x0112] = TURNED
    exif[0x010F] = "某牌相机"
    exif[0x013B] = "拍摄者"
    exif.get_ifd(0x8825).update({1: "N", 2: (39.0, 40.0, 1.0), 3: "E", 4: (117.0, 10.0, 2.0)})
    return exif


def saved(image: Image.Image, style: str, **extra: object) -> bytes:
    stream = io.BytesIO()
    image.save(stream, style, **extra)
    return stream.getvalue()


def png_text() -> PngImagePlugin.PngInfo:
    info = PngImagePlugin.PngInfo()
    info.add_text("Author", "拍摄者")
    info.add_itxt("XML:com.adobe.xmp", "<x:xmpmeta/>")
    return info


STYLES = {
    "jpeg": ("JPEG", {"exif": personal_exif(), "comment": b"who"}),
    "progressive": ("JPEG", {"exif": personal_exif(), "progressive": True, "xmp": b"<x/>"}),
    "png": ("PNG", {"exif": personal_exif(), "pnginfo": png_text()}),
    "webp": ("WEBP", {"exif": personal_exif(), "xmp": b"<x/>"}),
    "lossless": ("WEBP", {"exif": personal_exif(), "lossless": True}),
}


@pytest.mark.parametrize("name", STYLES)
def test_personal_information_is_named_and_removed_without_touching_the_picture(name: str) -> None:
    style, extra = STYLES[name]
    image = saved(picture(), style, **extra)
    assert {"拍摄位置", "相机型号", "相机主人"} <= set(carried_in(image).split("、"))
    cleaned = clean_image(image)
    assert carried_in(cleaned) == ""
    before, after = Image.open(io.BytesIO(image)), Image.open(io.BytesIO(cleaned))
    assert before.tobytes() == after.tobytes()
    assert dict(after.getexif()) == {0x0112: TURNED}
    assert b"\xe6\x8b\x8d" not in cleaned


@pytest.mark.parametrize("style", ["JPEG", "PNG", "WEBP"])
def test_a_plain_picture_is_left_byte_for_byte(style: str) -> None:
    image = saved(picture(), style)
    assert carried_in(image) == ""
    assert clean_image(image) == image


@pytest.mark.parametrize("style", ["JPEG", "PNG", "WEBP"])
def test_a_second_picture_hidden_behind_is_cut_off(style: str) -> None:
    image = saved(picture(), style)
    assert carried_in(image + image) == "附在后面的另一段数据"
    assert clean_image(image + image) == image


def test_colour_profile_stays() -> None:
    image = saved(picture(), "JPEG", icc_profile=b"profile", exif=personal_exif())
    assert Image.open(io.BytesIO(clean_image(image))).info["icc_profile"] == b"profile"


@pytest.mark.parametrize("data", [b"", b"not a picture", b"\xff\xd8\xff\xe1\xff", b"RIFF"])
def test_what_cannot_be_read_is_not_called_clean(data: bytes) -> None:
    assert carried_in(data) == UNREADABLE
    with pytest.raises(BrokenImage):
        clean_image(data)


def add_photo(data: Path, redacted: str = "是", image: bytes | None = None) -> Path:
    record = data / "cases/2025/2025-001.yml"
    text = record.read_text(encoding="utf-8")
    record.write_text(text + PHOTO.format(redacted=redacted), encoding="utf-8")
    path = data / "images" / "field.jpg"
    path.parent.mkdir()
    path.write_bytes(image or saved(picture(), "JPEG"))
    return path


def codes(data: Path) -> set[str]:
    result = run_manage("check", "--data", str(data))
    return {word for word in result.stdout.split() if word in {"P103", "P107", "P108", "C117"}}


def test_a_redacted_and_clean_photo_is_fine(data: Path) -> None:
    add_photo(data)
    assert codes(data) == set()


def test_a_photo_with_a_position_is_refused_until_cleaned(data: Path) -> None:
    path = add_photo(data, image=saved(picture(), "JPEG", exif=personal_exif()))
    assert codes(data) == {"P103"}
    assert run_manage("scan", str(path)).returncode == 1
    result = run_manage("clean-images", str(path))
    assert result.returncode == 0
    assert "去掉了" in result.stdout
    assert codes(data) == set()
    assert run_manage("scan", str(path)).returncode == 0


def test_an_unredacted_photo_of_a_public_case_is_refused(data: Path) -> None:
    add_photo(data, redacted="否")
    assert codes(data) == {"P107"}


def test_a_missing_photo_and_an_unsupported_format_are_refused(data: Path) -> None:
    path = add_photo(data)
    path.rename(path.with_suffix(".heic"))
    assert codes(data) == {"C117", "P108"}


def test_broken_images_are_reported_and_kept(tmp_path: Path) -> None:
    broken = tmp_path / "x.jpg"
    broken.write_bytes(b"\xff\xd8\xff\xe1\xff")
    result = run_manage("clean-images", str(broken))
    assert result.returncode == 1
    assert broken.read_bytes() == b"\xff\xd8\xff\xe1\xff"
    assert run_manage("clean-images", str(tmp_path / "none.jpg")).returncode == 2
