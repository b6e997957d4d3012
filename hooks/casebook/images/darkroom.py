"""冲印：量照片的大小、记下指纹；给人看的一份另存成不大的 JPEG，画面之外什么也不带。"""

import io
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path

from PIL import Image, ImageFile, ImageOps

from casebook.images.album import Album, Photograph
from casebook.source.reading import fingerprint

LONGEST_SIDE = 1280
QUALITY = 80
_ORIENTATION, _SIDEWAYS = 0x0112, 5
"""EXIF 的方向从 5 起是横着拍的：转正以后宽高互换。"""


def read_album(directory: Path, names: Iterable[str]) -> Album:
    """量好这些照片；找不到、打不开的不在里面。"""
    found = ((name, read_photograph(directory / name)) for name in dict.fromkeys(names))
    return {name: photograph for name, photograph in found if photograph is not None}


@contextmanager
def _whole_pictures_only() -> Iterator[None]:
    """只剩半张的不当照片；排海报的库会把 Pillow 改成照收，用的时候改回来。"""
    lenient, ImageFile.LOAD_TRUNCATED_IMAGES = ImageFile.LOAD_TRUNCATED_IMAGES, False
    try:
        yield
    finally:
        ImageFile.LOAD_TRUNCATED_IMAGES = lenient


def read_photograph(path: Path) -> Photograph | None:
    """量一张照片；不是照片的、画面坏了的为 None。"""
    try:
        data = path.read_bytes()
        with _whole_pictures_only(), Image.open(io.BytesIO(data)) as image:
            image.load()  # 只看开头认不出画面坏没坏
            width, height = image.size
            if image.getexif().get(_ORIENTATION, 1) >= _SIDEWAYS:
                width, height = height, width
    except (OSError, Image.DecompressionBombError):
        return None
    scale = min(1.0, LONGEST_SIDE / max(width, height))
    shown = (max(1, round(side * scale)) for side in (width, height))
    return Photograph(path, fingerprint(data), *shown)


def print_jpeg(photograph: Photograph) -> bytes:
    """给人看的一份：转正，长边不超过 1280 像素；同样的文件总得到同样的字节。"""
    with Image.open(photograph.path) as image:
        image.draft("RGB", photograph.size)
        upright = ImageOps.exif_transpose(image)
    scaled = _on_white(upright).resize(photograph.size, Image.Resampling.LANCZOS)
    stream = io.BytesIO()
    profile = upright.info.get("icc_profile")  # 没有它，有的手机拍的颜色会变
    scaled.save(stream, "JPEG", quality=QUALITY, optimize=True, icc_profile=profile)
    return stream.getvalue()


def _on_white(image: Image.Image) -> Image.Image:
    """透明的地方垫上白纸，换成 JPEG 收的颜色。"""
    if not image.has_transparency_data:
        return image.convert("RGB")
    layer = image.convert("RGBA")
    paper = Image.new("RGBA", layer.size, "white")
    return Image.alpha_composite(paper, layer).convert("RGB")
