"""PNG：一块块的数据，每块有长度、名字、内容与校验（W3C PNG 第三版第 5 章）。"""

import zlib
from collections.abc import Iterator

from casebook.images import exif
from casebook.images.parts import Part, take

_START = b"\x89PNG\r\n\x1a\n"
_TEXTS = frozenset({"tEXt", "zTXt", "iTXt"})
_HARMLESS_TEXTS = (b"Software\0",)


def recognise(data: bytes) -> bool:
    """文件开头是不是 PNG。"""
    return data.startswith(_START)


def carried(data: bytes) -> list[str]:
    """附带哪几类信息。"""
    parts = list(_parts(data))
    found = [kind for part in parts for kind in _kinds(part)]
    size = len(_START) + sum(len(part.raw) for part in parts)
    return found + (["附在后面的另一段数据"] if len(data) > size else [])


def clean(data: bytes) -> bytes:
    """只留画面：画面与颜色的块逐字节不变，去掉附带的块；要转正的图只记下方向。"""
    return _START + b"".join(_cleaned(part) for part in _parts(data))


def _cleaned(part: Part) -> bytes:
    if not _kinds(part):
        return part.raw
    if part.name == "eXIf" and (turned := exif.orientation(part.content)) != exif.UPRIGHT:
        return _chunk(b"eXIf", exif.only_orientation(turned))
    return b""


def _kinds(part: Part) -> list[str]:
    if part.name == "eXIf":
        return exif.carried(part.content)
    if part.name == "tIME":
        return ["修改时间"]
    if part.name in _TEXTS and not part.content.startswith(_HARMLESS_TEXTS):
        return ["XMP 信息"] if part.content.startswith(b"XML:com.adobe.xmp\0") else ["附注"]
    return []


def _chunk(name: bytes, content: bytes) -> bytes:
    size, check = len(content).to_bytes(4, "big"), zlib.crc32(name + content).to_bytes(4, "big")
    return size + name + content + check


def _parts(data: bytes) -> Iterator[Part]:
    at, name = len(_START), ""
    while name != "IEND":
        size = int.from_bytes(take(data, at, 4), "big")
        raw = take(data, at, size + 12)
        name = raw[4:8].decode("latin-1")
        yield Part(name, raw[8:-4], raw)
        at += size + 12
