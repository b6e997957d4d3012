"""发布前的全部检查：读记录、核对引用与勾稽、过隐私门，一次给出所有问题。"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casebook.book import Book
from casebook.checks import photos, reidentification
from casebook.checks.exposure import inspect, read_documents
from casebook.checks.gate import Gate, make_gate
from casebook.loading import load_book
from casebook.problems import Problem, any_block, in_order
from casebook.vault import Vault


@dataclass(frozen=True, slots=True)
class Place:
    """一个文件夹和它在报告里的叫法。"""

    directory: Path
    display: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """检查的结果。`gate` 也是报告出口的遮盖工具。"""

    book: Book | None
    problems: tuple[Problem, ...]
    gate: Gate

    @property
    def publishable(self) -> Book | None:
        """可以发布的一套记录；有错误则为 None。"""
        return None if any_block(self.problems) else self.book


def inspect_all(
    data: Place, documents: Place | None, today: date | None, vault: Vault | None = None
) -> Inspection:
    """检查数据目录与手写页面。`today` 不给则用本镇资料的基准日期。

    给了 `vault` 就连同里面记得的台账真实信息一起查。
    """
    loading = load_book(data.directory, data.display, today)
    book = loading.book
    gate = make_gate(book.town if book else None, vault.known() if vault else None)
    sources = list(loading.sources)
    problems = list(loading.problems)
    if documents is not None:
        pages = read_documents(documents.directory, documents.display)
        problems += [found for page in pages for found in photos.check_document(page)]
        sources += pages
    problems += inspect(sources, gate, book.today if book else today)
    for place in filter(None, (data, documents)):
        problems += photos.check_files(place.directory, place.display)
    if book is not None:
        problems += _check_cases(book, data)
    return Inspection(book, tuple(in_order(problems)), gate)


def _check_cases(book: Book, data: Place) -> Iterator[Problem]:
    """案件的照片，以及几样合起来认得出人的写法。"""
    yield from photos.check_cases(book.cases, data.directory, data.display)
    for case in book.cases:
        yield from reidentification.check_case(case, book.town)
