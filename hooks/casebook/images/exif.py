"""EXIF：读出它带着哪几类信息和照片的方向，或写一份只有方向的。

格式见 CIPA DC-008（Exif 3.0）第 4.6 节；它就是一个小的 TIFF 文件。
"""

import struct
from collections.abc import Iterator

from msgspec import Struct

UPRIGHT = 1
_ORIENTATION = 0x0112
_SUBFOLDERS = frozenset({0x8769, 0x8825, 0xA005})
# 只关乎怎样显示画面的标签，留着也认不出谁、哪里、什么时候。
_HARMLESS = frozenset(
    {
        *(0x0100, 0x0101, 0x0102, 0x0103, 0x0106, 0x0112, 0x0115, 0x011A, 0x011B, 0x011C, 0x0128),
        *(0x0131, 0x0211, 0x0213, 0x8769, 0x9000, 0x9101, 0xA000, 0xA001, 0xA002, 0xA003),
    }
)
_KINDS = {
    0x8825: "拍摄位置",
    **dict.fromkeys((0x010F, 0x0110, 0xA433, 0xA434), "相机型号"),
    **dict.fromkeys((0x013B, 0x8298, 0xA430, 0x9C9D, 0xA436), "相机主人"),
    **dict.fromkeys((0xA431, 0xA435, 0xC62F), "相机编号"),
    **dict.fromkeys((0x0132, 0x9003, 0x9004, 0x9010, 0x9011, 0x9012), "拍摄时间"),
    **dict.fromkeys((0x010E, 0x9286, 0x9C9B, 0x9C9C, 0x9C9E, 0x9C9F), "附注"),
    **dict.fromkeys((0x0201, 0x0202), "缩略图"),
    0x927C: "厂商私有数据",
}
_OTHER = "拍摄参数"
_MOST_TAGS = 1000


class Tag(Struct, frozen=True):
    """一个标签和它的前四个字节（按本文件的字节序读成的数）。"""

    number: int
    short: int
    long: int


def carried(tiff: bytes) -> list[str]:
    """带着哪几类信息；只有方向、分辨率等显示用的就是空的，读不懂的也算带着。"""
    try:
        tags = list(_tags(tiff))
    except (struct.error, IndexError):
        return ["读不懂的 EXIF"]
    return [_KINDS.get(tag.number, _OTHER) for tag in tags if tag.number not in _HARMLESS]


def orientation(tiff: bytes) -> int:
    """照片该怎样转正，1 到 8；没写或写得不对都是 1（已正）。"""
    try:
        found = next((tag.short for tag in _tags(tiff) if tag.number == _ORIENTATION), UPRIGHT)
    except (struct.error, IndexError):
        return UPRIGHT
    return found if UPRIGHT <= found <= 8 else UPRIGHT


def only_orientation(value: int) -> bytes:
    """一份只有方向的 EXIF。"""
    return struct.pack(">2sHIHHHIHHI", b"MM", 42, 8, 1, _ORIENTATION, 3, 1, value, 0, 0)


def _tags(tiff: bytes) -> Iterator[Tag]:
    order = {b"II": "<", b"MM": ">"}.get(tiff[:2])
    if order is None:
        raise struct.error
    waiting = [struct.unpack_from(order + "I", tiff, 4)[0]]
    seen: set[int] = set()
    while waiting:
        at = waiting.pop()
        if at == 0 or at in seen or len(seen) > _MOST_TAGS:
            continue
        seen.add(at)
        count = struct.unpack_from(order + "H", tiff, at)[0]
        for index in range(min(count, _MOST_TAGS)):
            entry = at + 2 + 12 * index
            number = struct.unpack_from(order + "H", tiff, entry)[0]
            short = struct.unpack_from(order + "H", tiff, entry + 8)[0]
            long = struct.unpack_from(order + "I", tiff, entry + 8)[0]
            yield Tag(number, short, long)
            if number in _SUBFOLDERS:
                waiting.append(long)
        waiting.append(struct.unpack_from(order + "I", tiff, at + 2 + 12 * count)[0])
