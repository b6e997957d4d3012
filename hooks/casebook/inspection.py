"""发布前的全部检查：读记录、核对引用与勾稽、过隐私门，一次给出所有问题。"""

from dataclasses import dataclass
from datetime import date
from pathlib import Path

from casebook.book import Book
from casebook.checks.gate import inspect, make_guard, read_documents
from casebook.loading import load_book
from casebook.privacy import Guard
from casebook.problems import Problem, any_block, in_order


@dataclass(frozen=True, slots=True)
class Place:
    """一个文件夹和它在报告里的叫法。"""

    directory: Path
    display: str


@dataclass(frozen=True, slots=True)
class Inspection:
    """检查的结果。`guard` 也是报告出口的遮盖工具。"""

    book: Book | None
    problems: tuple[Problem, ...]
    guard: Guard

    @property
    def publishable(self) -> Book | None:
        """可以发布的一套记录；有错误则为 None。"""
        return None if any_block(self.problems) else self.book


def inspect_all(data: Place, documents: Place | None, today: date | None) -> Inspection:
    """检查数据目录与手写页面。`today` 不给则用本镇资料的基准日期。"""
    loading = load_book(data.directory, data.display, today)
    guard = make_guard(loading.book.town if loading.book else None)
    sources = list(loading.sources)
    if documents is not None:
        sources += read_documents(documents.directory, documents.display)
    problems = in_order([*loading.problems, *inspect(sources, guard)])
    return Inspection(loading.book, tuple(problems), guard)
