"""JPEG：记号加长度的一段段数据，画面压缩在扫描段之后（ITU-T T.81 附录 B）。"""

import re
from collections.abc import Iterator

from casebook.images import exif
from casebook.images.parts import BrokenImage, Part, take

_START = b"\xff\xd8"
_END = b"\xff\xd9"
_EXIF = b"Exif\0\0"
_XMP = (b"http://ns.adobe.com/xap/1.0/\0", b"http://ns.adobe.com/xmp/extension/\0")
_SCAN = 0xDA
_COMMENT = 0xFE
_APPLICATION = range(0xE0, 0xF0)
# 显示画面要用的应用段：JFIF 头、颜色配置、Adobe 的色彩变换。
_NEEDED = (b"JFIF\0", b"ICC_PROFILE\0", b"Adobe")
# 压缩数据里的 FF 后面跟 00 或重启记号；跟别的就是下一段。
_NEXT_MARK = re.compile(rb"\xff[^\x00\xd0-\xd7\xff]", re.DOTALL)
_THUMBNAIL_SIZE = slice(12, 14)


def recognise(data: bytes) -> bool:
    """文件开头是不是 JPEG。"""
    return data.startswith(_START + b"\xff")


def carried(data: bytes) -> list[str]:
    """附带哪几类信息。"""
    parts = list(_parts(data))
    found = [kind for part in parts for kind in _kinds(part)]
    return found + (["附在后面的另一段数据"] if len(data) > _size(parts) else [])


def clean(data: bytes) -> bytes:
    """只留画面：压缩数据逐字节不变，去掉附带的段和画面之后的数据；要转正的照片只记下方向。"""
    return _START + b"".join(_cleaned(part) for part in _parts(data))


def _size(parts: list[Part]) -> int:
    return len(_START) + sum(len(part.raw) for part in parts)


def _cleaned(part: Part) -> bytes:
    if not _kinds(part):
        return part.raw
    if part.content.startswith(b"JFIF\0"):
        return _segment(0xE0, part.content[: _THUMBNAIL_SIZE.start] + b"\0\0")
    if part.content.startswith(_EXIF):
        turned = exif.orientation(part.content[len(_EXIF) :])
        if turned != exif.UPRIGHT:
            return _segment(0xE1, _EXIF + exif.only_orientation(turned))
    return b""


def _kinds(part: Part) -> list[str]:
    """一段里带着哪几类信息；画面要用的段没有。"""
    code, content = int(part.name), part.content
    if code == _COMMENT:
        return ["附注"]
    if code not in _APPLICATION:
        return []
    if content.startswith(_EXIF):
        return exif.carried(content[len(_EXIF) :])
    if content.startswith(_XMP):
        return ["XMP 信息"]
    if content.startswith(b"Photoshop 3.0\0"):
        return ["IPTC 信息"]
    if content.startswith(b"JFIF\0"):
        return ["缩略图"] if any(content[_THUMBNAIL_SIZE]) else []
    if content.startswith((b"JFXX\0", b"MPF\0")):
        return ["缩略图"]
    return [] if content.startswith(_NEEDED) else ["厂商私有数据"]


def _segment(code: int, content: bytes) -> bytes:
    return bytes((0xFF, code)) + (len(content) + 2).to_bytes(2, "big") + content


def _parts(data: bytes) -> Iterator[Part]:
    """从头到画面结束的各段；扫描段连同它后面的压缩数据算一段。"""
    at = len(_START)
    while at < len(data):
        first = at
        while take(data, at + 1, 1) == b"\xff":  # 记号前可以有任意个填充字节
            at += 1
        mark, code = take(data, at, 2)
        if mark != 0xFF:
            raise BrokenImage
        if data[at : at + 2] == _END:
            yield Part(str(code), b"", data[first : at + 2])
            return
        size = int.from_bytes(take(data, at + 2, 2), "big")
        content = take(data, at + 4, size - 2)
        at += size + 2
        if code == _SCAN:
            following = _NEXT_MARK.search(data, at)
            at = following.start() if following else len(data)
        yield Part(str(code), content, data[first:at])
