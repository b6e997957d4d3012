"""行政处罚统计表的下载文件：算出的数、申报的数和差各一行，另附怎么数、检查的两种口径。"""

from collections.abc import Sequence
from decimal import Decimal
from io import BytesIO

from openpyxl import Workbook
from openpyxl.styles import Alignment, Font
from openpyxl.utils import get_column_letter
from openpyxl.worksheet.worksheet import Worksheet

from casebook.annual_table import COUNTING_RULES, NOT_DECLARED, AnnualTable
from casebook.records.annual import AnnualReport
from casebook.sheets.frozen import freeze

Cell = str | int | Decimal


def penalty_workbook(
    report: AnnualReport, table: AnnualTable, demonstration: bool, authority: str
) -> bytes:
    """一年的统计表，xlsx 的字节。`table` 由这一年截至申报日作出决定的案件数出。"""
    book = Workbook()
    sheet = book.worksheets[0]
    sheet.title = "行政处罚"
    title = f"{report.year}年度行政处罚统计表（截至{report.as_of}）"
    _write(sheet, title, _table_rows(table, authority))
    notes: list[list[Cell]] = [[rule] for rule in COUNTING_RULES]
    if demonstration:
        notes.append(["含演示记录：逐案记录是为演示编写的，不是真实案件。"])
    _write(book.create_sheet("怎么数"), "怎么数", notes)
    _write(book.create_sheet("行政检查"), "行政检查的两种数法", _inspection_rows(report))
    draft = BytesIO()
    book.save(draft)
    return freeze(draft, report.report_day)


def _table_rows(table: AnnualTable, authority: str) -> list[list[Cell]]:
    rows = table.rows
    return [
        [f"单位：{authority}", "", "金额单位：元"],
        ["", *(f"{row.name}（{row.unit}）" for row in rows)],
        ["由案件记录算出", *(row.computed for row in rows)],
        ["申报", *(_or_blank(row.declared) for row in rows)],
        ["申报减算出", *(_or_blank(row.difference) for row in rows)],
    ]


def _inspection_rows(report: AnnualReport) -> list[list[Cell]]:
    declared = report.table.inspections if report.table else None
    return [
        ["数法", "次数", "说明"],
        [report.inspections.basis, report.inspections.amount, "录入执法平台的数目"],
        ["统计年报的行政检查次数", _or_blank(declared), "有特定对象、有完整记录的才计一次"],
    ]


def _or_blank(number: Decimal | int | None) -> Cell:
    """数照写；没有申报的写“未单列”。"""
    return NOT_DECLARED if number is None else number


def _write(sheet: Worksheet, title: str, rows: Sequence[Sequence[Cell]]) -> None:
    """标题一行，下面逐行；列宽按字数。"""
    sheet.append([title])
    sheet["A1"].font = Font(bold=True, size=14)
    for row in rows:
        sheet.append(list(row))
    for index, column in enumerate(sheet.iter_cols(min_row=2), start=1):
        widest = max(len(str(cell.value or "")) for cell in column)
        sheet.column_dimensions[get_column_letter(index)].width = min(60, 2 * widest + 2)
        for cell in column:
            cell.alignment = Alignment(wrap_text=True, vertical="center")
