"""按内容认出照片的格式，交给各格式去看、去清理。"""

from collections.abc import Callable

from msgspec import Struct

from casebook.images import jpeg, png, webp
from casebook.images.parts import BrokenImage

SUFFIXES = frozenset({".jpg", ".jpeg", ".png", ".webp"})
OTHER_SUFFIXES = frozenset(
    {".heic", ".heif", ".avif", ".tif", ".tiff", ".bmp", ".gif", ".dng", ".raw", ".cr2", ".nef"}
)
UNREADABLE = "读不懂的内容"


class Format(Struct, frozen=True):
    """一种照片格式：文件开头的样子，怎样列出附带信息，怎样去掉。"""

    recognise: Callable[[bytes], bool]
    carried: Callable[[bytes], list[str]]
    clean: Callable[[bytes], bytes]


_FORMATS = (
    Format(jpeg.recognise, jpeg.carried, jpeg.clean),
    Format(png.recognise, png.carried, png.clean),
    Format(webp.recognise, webp.carried, webp.clean),
)


def carried_in(data: bytes) -> str:
    """照片附带的信息，例如“拍摄位置、缩略图”；没有则为空。格式不对或残缺的算读不懂。"""
    image = _format_of(data)
    try:
        kinds = [UNREADABLE] if image is None else image.carried(data)
    except BrokenImage:
        kinds = [UNREADABLE]
    return "、".join(dict.fromkeys(kinds))


def clean_image(data: bytes) -> bytes:
    """去掉附带信息的照片；压缩过的画面数据原样不动，只留下看图要用的方向和颜色。

    格式不对或残缺时抛出 BrokenImage。
    """
    image = _format_of(data)
    if image is None:
        raise BrokenImage
    return image.clean(data)


def _format_of(data: bytes) -> Format | None:
    return next((image for image in _FORMATS if image.recognise(data)), None)
