"""把台账文件读成一张张表：.xlsx、.xls 用 calamine，.csv 自己读（GBK 也行）。

合并的格子都补上内容。
"""

import csv
from collections.abc import Callable
from dataclasses import dataclass, field
from datetime import date, datetime, time, timedelta
from pathlib import Path

from casebook.failures import reason
from casebook.source.encoding import decode_text

Cell = str | int | float | bool | date | datetime | time | timedelta
Row = list[Cell]
WORKBOOKS = frozenset({".xlsx", ".xlsm", ".xls", ".et"})
_DELIMITERS = ",\t;，"


class LedgerProblem(Exception):
    """台账用不成；文字是中文，不含台账里的内容，可直接给人看。"""


@dataclass(frozen=True, slots=True)
class Sheet:
    """一张表。`copied` 是合并格子里补出来的位置（行、列从 0 起），算金额时不重复计。"""

    name: str
    rows: list[Row] = field(repr=False)
    copied: frozenset[tuple[int, int]] = frozenset()


def read_sheets(path: Path) -> list[Sheet]:
    """文件里有内容的每张表；读不成时抛出 LedgerProblem。"""
    suffix = path.suffix.lower()
    reader: Callable[[Path], list[Sheet]]
    if suffix in WORKBOOKS:
        reader = _read_workbook
    elif suffix in {".csv", ".txt"}:
        reader = _read_csv
    else:
        what = f"不认识 {suffix} 的文件" if suffix else "文件没有扩展名，认不出是哪一种"
        raise LedgerProblem(f"{what}；台账请存成 .xlsx、.xls 或 .csv。")
    sheets = [sheet for sheet in reader(path) if any(map(any, sheet.rows))]
    if not sheets:
        raise LedgerProblem("台账是空的。")
    return sheets


def _read_workbook(path: Path) -> list[Sheet]:
    from python_calamine import CalamineError, CalamineWorkbook  # 导入台账时才用到

    try:
        with path.open("rb") as file:
            book = CalamineWorkbook.from_filelike(file)
            sheets = [book.get_sheet_by_name(name) for name in book.sheet_names]
            return [
                _filled(
                    sheet.name,
                    [list(row) for row in sheet.to_python(skip_empty_area=False)],
                    sheet.merged_cell_ranges or [],
                )
                for sheet in sheets
            ]
    except OSError as error:
        raise LedgerProblem(f"台账读不出来：{reason(error)}。") from None
    except CalamineError:
        raise LedgerProblem(
            "这不是能读的 Excel 文件：可能加了密码、没存完整，或只是改了扩展名。"
            "请用 Excel 或 WPS 打开，另存为 .xlsx 再试。"
        ) from None


def _filled(
    name: str, rows: list[Row], merged: list[tuple[tuple[int, int], tuple[int, int]]]
) -> Sheet:
    """合并的格子只有左上角有内容，补到它盖住的每一格。"""
    copied = set()
    for (top, left), (bottom, right) in merged:
        for number in range(top, min(bottom + 1, len(rows))):
            for column in range(left, min(right + 1, len(rows[number]))):
                if (number, column) != (top, left):
                    rows[number][column] = rows[top][left]
                    copied.add((number, column))
    return Sheet(name, rows, frozenset(copied))


def _read_csv(path: Path) -> list[Sheet]:
    try:
        text = decode_text(path.read_bytes())
    except OSError as error:
        raise LedgerProblem(f"台账读不出来：{reason(error)}。") from None
    if text is None:
        raise LedgerProblem("台账的编码读不懂；请用 Excel 或 WPS 另存为 .xlsx 再试。")
    delimiter = max(_DELIMITERS, key=text[:5000].count)
    rows: list[Row] = [list(row) for row in csv.reader(text.splitlines(), delimiter=delimiter)]
    return [Sheet(path.suffix.lstrip("."), rows)]
