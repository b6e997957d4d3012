"""照片由一段一段的数据连成；各格式怎样分段不同，坏了都抛出同一种异常。"""

from msgspec import Struct


class BrokenImage(Exception):
    """照片残缺，或者不是它自称的格式。"""


class Part(Struct, frozen=True):
    """一段：它的记号、去掉记号与长度以后的内容、连同记号与长度的原样字节。"""

    name: str
    content: bytes
    raw: bytes


def take(data: bytes, start: int, size: int) -> bytes:
    """从 `start` 起恰好 `size` 个字节；不够就是残缺。"""
    piece = data[start : start + size]
    if len(piece) != size:
        raise BrokenImage
    return piece
