"""在一张表里找到表头与数据：跳过标题行、空行、合计行和重复的表头，两层表头合起来认。"""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field

from casebook.ledger.columns import UNUSED, Column, find_column, plain_header
from casebook.ledger.sheets import Cell, Row, Sheet

_SEARCHED_ROWS = 20
_FEWEST_COLUMNS = 3
_CLOSING = re.compile(
    r"^(合计|总计|小计|共计|累计|本页|本月|本季|制表|填表|审核|统计|单位负责人|注[:：]|说明[:：]|备注[:：])"
)
_DIGIT = re.compile(r"\d")


@dataclass(frozen=True, slots=True)
class Heading:
    """表里的一列：第几列（从 0 起）、表头原文、认成了什么（没认出是 None）。"""

    index: int
    header: str
    column: Column | None


@dataclass(frozen=True, slots=True)
class Record:
    """数据里的一行：原表第几行（从 1 起）、每种列的内容；同一种列可以有好几格。"""

    sheet: str
    number: int
    cells: Mapping[str, list[Cell]] = field(repr=False)
    copied: frozenset[str] = frozenset()

    def all(self, name: str) -> list[Cell]:
        """某种列里有内容的各格。"""
        return [cell for cell in self.cells.get(name, []) if str(cell).strip()]

    def text(self, name: str) -> str:
        """某种列的第一段文字；没有则为空。"""
        return next((_plain_text(cell) for cell in self.all(name)), "")

    def texts(self, name: str) -> list[str]:
        """某种列的各段文字。"""
        return [_plain_text(cell) for cell in self.all(name)]


@dataclass(frozen=True, slots=True)
class Table:
    """认好表头的一张表。"""

    sheet: Sheet
    headings: tuple[Heading, ...]
    first_row: int

    def records(self) -> Iterator[Record]:
        """数据的各行，依次给出。"""
        for index in range(self.first_row, len(self.sheet.rows)):
            row = self.sheet.rows[index]
            if self._is_data(row):
                yield self._record(index, row)

    def _is_data(self, row: Row) -> bool:
        filled = [str(cell).strip() for cell in row if str(cell).strip()]
        if not filled or any(_CLOSING.match("".join(text.split())) for text in filled[:2]):
            return False
        known = {plain_header(heading.header) for heading in self.headings if heading.column}
        if sum(plain_header(text) in known for text in filled) >= _FEWEST_COLUMNS:
            return False  # 换页时重复的表头
        return any(
            str(row[heading.index]).strip()
            for heading in self.headings
            if heading.column and heading.column.name != UNUSED and heading.index < len(row)
        )

    def _record(self, index: int, row: Row) -> Record:
        cells: dict[str, list[Cell]] = {}
        copied = set()
        for heading in self.headings:
            if heading.column and heading.index < len(row):
                cells.setdefault(heading.column.name, []).append(row[heading.index])
                if (index, heading.index) in self.sheet.copied:
                    copied.add(heading.column.name)
        return Record(self.sheet.name, index + 1, cells, frozenset(copied))


def find_table(sheet: Sheet, mapping: Mapping[str, str]) -> Table | None:
    """认出表头；怎么看都不像台账的表返回 None。"""
    best: Table | None = None
    for depth in (1, 2):  # 一层表头够用就不把标题行也算进去
        for top in range(min(_SEARCHED_ROWS, len(sheet.rows))):
            table = _table_at(sheet, top, depth, mapping)
            if table is not None and (best is None or _width(table) > _width(best)):
                best = table
    return best


def _table_at(sheet: Sheet, top: int, depth: int, mapping: Mapping[str, str]) -> Table | None:
    levels = sheet.rows[top : top + depth]
    if len(levels) < depth or any(_looks_like_data(row) for row in levels):
        return None
    headings = []
    for index in range(max(map(len, levels))):
        column_levels = [str(row[index]) if index < len(row) else "" for row in reversed(levels)]
        titles = list(dict.fromkeys(text for text in column_levels if text.strip()))
        shown = " / ".join("".join(title.split()) for title in reversed(titles))
        headings.append(Heading(index, shown, find_column(titles, mapping)))
    table = Table(sheet, tuple(headings), top + depth)
    return table if _width(table) >= _FEWEST_COLUMNS else None


def _looks_like_data(row: Row) -> bool:
    """表头全是不带数字的文字。"""
    filled = [cell for cell in row if str(cell).strip()]
    texts = [cell for cell in filled if isinstance(cell, str) and not _DIGIT.search(cell)]
    return len(texts) < len(filled)


def _width(table: Table) -> int:
    """认出的、用得上的不同的列有多少。"""
    names = {heading.column.name for heading in table.headings if heading.column}
    return len(names - {UNUSED})


def _plain_text(cell: Cell) -> str:
    """格子里的文字；存成数的号码去掉小数点。"""
    if isinstance(cell, float) and cell.is_integer():
        return str(int(cell))
    return str(cell).strip()
