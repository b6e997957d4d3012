"""全站的工序：合起来才做得出的文件，例如搜索索引、下载。

一道工序有名字、取决于什么（指纹）和做成的文件；指纹没变、文件还在，就不再做。
频道、订阅等以后照样添在这里。
"""

import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import astuple, dataclass
from pathlib import Path

from casebook.book import Book
from casebook.pages.downloads import build_downloads
from casebook.search.documents import Document
from casebook.search.library import search_files
from casebook.source.reading import fingerprint

File = tuple[str, bytes]


@dataclass(frozen=True, slots=True)
class Stage:
    """一道工序。`inputs` 是它取决于的各份内容的指纹。"""

    name: str
    inputs: tuple[str, ...]
    files: Callable[[], Iterable[File]]

    @property
    def address(self) -> str:
        """在记忆里的名字；页面的地址里没有冒号，不会相混。"""
        return f"stage:{self.name}"


def download_stage(book: Book) -> Stage:
    """可以下载的表格，由案件与年度报告算出。"""
    inputs = [case.source.digest for case in book.cases]
    inputs += [report.source.digest for report in book.reports]

    def files() -> Iterator[File]:
        return ((file.address, file.content) for file in build_downloads(book))

    return Stage("下载", (*inputs, repr(book.town)), files)


def release_stage(book: Book) -> Stage:
    """订阅与开放数据，由全部记录做成。"""
    inputs = [case.source.digest for case in book.cases]
    inputs += [bulletin.source.digest for bulletin in book.bulletins]
    inputs += [matter.source.digest for matter in book.matters]

    def files() -> Iterator[File]:
        from casebook.releases.dataset import dataset_files  # 要装 openpyxl，用到才装
        from casebook.releases.feeds import feed_files

        yield from feed_files(book)
        yield from dataset_files(book)

    return Stage("订阅与数据", (*inputs, repr(book.town), book.today.isoformat()), files)


def search_stage(book: Book, packed: Iterable[str], handwritten: Path) -> Stage:
    """搜索索引，由各篇的文字、案由的说法与手写页做成。"""
    documents = tuple(packed)
    inputs = [fingerprint(text.encode()) for text in documents]
    inputs += [matter.source.digest for matter in book.matters]
    inputs += [fingerprint(path.read_bytes()) for path in sorted(handwritten.glob("*.md"))]

    def files() -> Iterator[File]:
        return search_files(book, map(unpack_document, documents), handwritten)

    return Stage("搜索", (*inputs, repr(book.town), repr(book.words)), files)


def pack_document(document: Document) -> str:
    """一篇给搜索的文字写成一行 JSON。"""
    return json.dumps(astuple(document), ensure_ascii=False, separators=(",", ":"))


def unpack_document(packed: str) -> Document:
    """还原由 `pack_document` 写下的。"""
    address, title, label, *lists = json.loads(packed)
    return Document(address, title, label, *map(tuple, lists))
