"""WebP：RIFF 容器里的一块块数据（RFC 9649 第 2 节）。"""

from collections.abc import Iterator

from casebook.images import exif
from casebook.images.parts import Part, take

_HEADER = 12
_EXIF_FLAG, _XMP_FLAG = 0x08, 0x04
# 有的程序在 WebP 的 EXIF 块里照抄 JPEG 的开头。
_JPEG_LEAD = b"Exif\0\0"
_PICTURE = frozenset({"VP8 ", "VP8L", "VP8X", "ALPH", "ANIM", "ANMF", "ICCP"})


def recognise(data: bytes) -> bool:
    """文件开头是不是 WebP。"""
    return data[:4] == b"RIFF" and data[8:_HEADER] == b"WEBP"


def carried(data: bytes) -> list[str]:
    """附带哪几类信息。"""
    found = [kind for part in _parts(data) for kind in _kinds(part)]
    return found + (["附在后面的另一段数据"] if len(data) > _end(data) else [])


def clean(data: bytes) -> bytes:
    """只留画面：画面的块逐字节不变，去掉附带的块；要转正的图只记下方向。"""
    kept = [piece for part in _parts(data) if (piece := _cleaned(part))]
    flags = _EXIF_FLAG if any(piece.startswith(b"EXIF") for piece in kept) else 0
    body = b"WEBP" + b"".join(_flagged(piece, flags) for piece in kept)
    return b"RIFF" + len(body).to_bytes(4, "little") + body


def _cleaned(part: Part) -> bytes:
    if not _kinds(part):
        return part.raw
    if part.name == "EXIF" and (turned := exif.orientation(_tiff(part))) != exif.UPRIGHT:
        tiff = exif.only_orientation(turned)
        return b"EXIF" + len(tiff).to_bytes(4, "little") + tiff
    return b""


def _flagged(piece: bytes, flags: int) -> bytes:
    """扩展头里说有没有 EXIF、XMP 的两位，要与留下的块一致。"""
    if not piece.startswith(b"VP8X"):
        return piece
    head = piece[8] & ~(_EXIF_FLAG | _XMP_FLAG) | flags
    return piece[:8] + bytes((head,)) + piece[9:]


def _kinds(part: Part) -> list[str]:
    if part.name == "EXIF":
        return exif.carried(_tiff(part))
    if part.name == "XMP ":
        return ["XMP 信息"]
    return [] if part.name in _PICTURE else ["厂商私有数据"]


def _tiff(part: Part) -> bytes:
    return part.content.removeprefix(_JPEG_LEAD)


def _end(data: bytes) -> int:
    return 8 + int.from_bytes(take(data, 4, 4), "little")


def _parts(data: bytes) -> Iterator[Part]:
    at, end = _HEADER, _end(data)
    while at < end:
        head = take(data, at, 8)
        size = int.from_bytes(head[4:], "little")
        raw = take(data, at, 8 + size)
        if size % 2:  # 奇数长度的块后面补一个零
            raw += data[at + 8 + size : at + 9 + size] or b"\0"
        yield Part(head[:4].decode("latin-1"), raw[8 : 8 + size], raw)
        at += 8 + size + size % 2
