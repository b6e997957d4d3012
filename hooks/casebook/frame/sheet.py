"""样张：主题印好、留着空档的一页。填上一篇文章的标题、摘要、目录和正文，就是成品。"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import groupby

from msgspec import Struct

from casebook.frame.slots import FrameProblem, Slot, find_slots
from casebook.render import Anchor

MAX_ROWS = 5
"""样张最多印几项目录；更长的目录照最后一张样张里各项的样子续下去。"""

Pieces = tuple[str | Slot, ...]


class Contents(Struct, frozen=True):
    """样张里的一份目录：除最后一项外每项的样子（连同项与项之间的文字），和最后一项的样子。"""

    each: Pieces
    last: Pieces

    def fill(self, rows: Sequence[Anchor]) -> Iterator[str]:
        """写出全部目录项。"""
        for row in rows[:-1]:
            yield from _fill(self.each, {"anchor": row.anchor, "heading": row.title})
        if rows:
            yield from _fill(self.last, {"anchor": rows[-1].anchor, "heading": rows[-1].title})


class Sheet(Struct, frozen=True):
    """一张样张：原样的文字、空档和目录，依次排着。"""

    parts: tuple[Pieces | Contents, ...]

    @classmethod
    def read(cls, html: str, address: str) -> "Sheet":
        """从印好的样张里找出空档；少了正文的空档就不能用。"""
        pieces = find_slots(html, address)
        if sum(piece == Slot("body") for piece in pieces) != 1:
            raise FrameProblem("样张里找不到唯一的一处正文")
        return cls(tuple(_parts(pieces)))

    def fill(self, values: Mapping[str, str], rows: Sequence[Anchor]) -> str:
        """填好的一页。"""
        first = {"anchor1": rows[0].anchor, "heading1": rows[0].title} if rows else {}
        everything = {**values, **first}
        written: list[str] = []
        for part in self.parts:
            written += part.fill(rows) if isinstance(part, Contents) else _fill(part, everything)
        return "".join(written)


def _fill(pieces: Pieces, values: Mapping[str, str]) -> Iterator[str]:
    for piece in pieces:
        yield piece if isinstance(piece, str) else piece.fill(values[piece.key])


def _parts(pieces: Pieces) -> Iterator[Pieces | Contents]:
    """把属于同一份目录的连续几项合成一个 `Contents`；只用到第一项的地方（跳转链接）照填第一项。"""
    for listed, group in groupby(_with_rows(pieces), key=lambda item: item[0] > 0):
        marked = list(group)
        rows = {number for number, _ in marked}
        if not listed or rows == {1}:
            yield tuple(piece for _, piece in marked)
        else:
            yield _contents(marked, max(rows))


def _contents(marked: Sequence[tuple[int, str | Slot]], count: int) -> Contents:
    rows = [
        tuple(_plain(piece for number, piece in marked if number == row))
        for row in range(1, count + 1)
    ]
    first, last = rows[0], rows[-1]
    if any(row != first for row in rows[:-1]) or not last or first[: len(last)] != last:
        raise FrameProblem("主题把目录的各项印得不一样，没法照样续写")
    return Contents(first, last)


def _plain(row: Iterable[str | Slot]) -> Iterator[str | Slot]:
    """去掉“第几项”，各项才好比较，也才好套用。"""
    for piece in row:
        yield Slot(piece.name, piece.escaped) if isinstance(piece, Slot) else piece


def _with_rows(pieces: Pieces) -> Iterator[tuple[int, str | Slot]]:
    """给每一段标上它属于目录的第几项；夹在两项之间的文字属于前一项，目录以外为 0。"""
    row, seen = 0, set[str]()
    for index, piece in enumerate(pieces):
        if isinstance(piece, Slot):
            if piece.row != row:
                row, seen = piece.row, set()
            seen.add(piece.name)
        elif row and not _continues(pieces[index + 1 :], row, seen):
            row = 0
        yield row, piece


def _continues(following: Pieces, row: int, seen: set[str]) -> bool:
    """后面紧接着的空档是不是还在同一份目录里：同一项里没填过的，或者下一项。"""
    after = next((piece for piece in following if isinstance(piece, Slot)), None)
    if after is None:
        return False
    return after.row == row + 1 or (after.row == row and after.name not in seen)
