"""把文字变成便于查找的样子：全角变半角、字母小写、只留字和数。读者那头（search.js）照同样的办法做。"""

import unicodedata
from collections.abc import Iterable, Iterator
from itertools import pairwise


def fold(text: str) -> str:
    """只留文字和数字；标点、空格去掉，所以“违法，自家”里找得到“法自”。"""
    lowered = unicodedata.normalize("NFKC", text).lower()
    return "".join(filter(str.isalnum, lowered))


def pairs(text: str) -> Iterator[str]:
    """折叠过的一段文字里，每两个相邻的字。"""
    return map("".join, pairwise(text))


def pairs_of(lines: Iterable[str]) -> set[str]:
    """几段文字里的全部两字；不跨段。"""
    return {pair for line in lines for pair in pairs(fold(line))}


def shard_of(gram: str, shards: int) -> int:
    """一个词条归在第几份。"""
    first, last = ord(gram[0]), ord(gram[-1])
    return (first * 31 + last) % shards
