"""网站上可以下载的文件：地址和字节。"""

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.article.addresses import of_statistics
from casebook.book import Book
from casebook.tally import decided


@dataclass(frozen=True, slots=True)
class Download:
    """一个下载文件；`address` 相对站点根。"""

    address: str
    content: bytes


def build_downloads(book: Book) -> Iterator[Download]:
    """每个年度一份行政处罚统计表。同样的记录总得到同样的字节。"""
    from casebook.sheets.penalties import penalty_workbook  # openpyxl 大，用到才装

    for report in book.reports:
        year, as_of = report.value.year, report.value.as_of
        cases = decided(book.cases, year, as_of)
        workbook = penalty_workbook(report.value, cases, book.town.authority)
        yield Download(of_statistics(year), workbook)
