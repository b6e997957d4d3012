"""网站上可以下载的文件：地址、取决于什么、怎样写出。"""

from collections.abc import Callable, Iterator
from functools import partial

from msgspec import Struct

from casebook.annual_table import AnnualTable, count_penalties
from casebook.article.addresses import of_statistics
from casebook.book import Book
from casebook.records.annual import AnnualReport
from casebook.tally import decided


class Download(Struct, frozen=True):
    """一个下载文件；`address` 相对站点根，`inputs` 没有变就写出同样的字节。"""

    address: str
    inputs: tuple[str, ...]
    write: Callable[[], bytes]


def plan_downloads(book: Book) -> Iterator[Download]:
    """每个年度一份行政处罚统计表。"""
    authority = book.town.authority
    for loaded in book.reports:
        report = loaded.value
        cases = decided(book.cases, report.year, report.as_of)
        table = count_penalties(cases, report.table)
        demonstration = any(case.value.demonstration for case in cases)
        yield Download(
            of_statistics(report.year),
            (loaded.source.digest, repr(table), str(demonstration), authority),
            partial(_penalties, report, table, demonstration, authority),
        )


def _penalties(
    report: AnnualReport, table: AnnualTable, demonstration: bool, authority: str
) -> bytes:
    from casebook.sheets.penalties import penalty_workbook  # openpyxl 大，用到才装

    return penalty_workbook(report, table, demonstration, authority)
