"""全站的工序：合起来才做得出的文件，例如搜索索引、下载。

一道工序有名字、取决于什么（指纹）和做成的文件；指纹没变、文件还在，就不再做。
频道、订阅等以后照样添在这里。
"""

from collections.abc import Callable, Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from casebook.book import Book
from casebook.memory.pages import Pages
from casebook.pages.downloads import plan_downloads
from casebook.releases.dataset import dataset_files, dataset_of
from casebook.releases.feeds import Feed, feed_files
from casebook.search.amending import Change, Read
from casebook.search.documents import Document, unpack_document
from casebook.search.library import Library
from casebook.source.reading import fingerprint

File = tuple[str, bytes]


class Amendment(Struct, frozen=True):
    """在上次做成的文件上改：`basis` 与上次相同才行，只给出变了的文件。"""

    basis: str
    files: Callable[[Read], Iterable[File]]


class Stage(Struct, frozen=True):
    """一道工序。`inputs` 是它取决于的各份内容的指纹；`amendment` 是不必全部重做的办法。"""

    name: str
    inputs: tuple[str, ...]
    files: Callable[[], Iterable[File]]
    amendment: Amendment | None = None

    @property
    def address(self) -> str:
        """在记忆里的名字；页面的地址里没有冒号，不会相混。"""
        return f"stage:{self.name}"


def download_stage(book: Book) -> Stage:
    """可以下载的表格，由案件与年度报告算出。"""
    downloads = tuple(plan_downloads(book))

    def files() -> Iterator[File]:
        return ((file.address, file.write()) for file in downloads)

    return Stage("下载", tuple(part for file in downloads for part in file.inputs), files)


def feed_stage(book: Book, feeds: Sequence[Feed]) -> Stage:
    """订阅；最近的几条没有变，就不必重写。"""
    inputs = (repr(feeds), repr(book.town), book.today.isoformat())
    return Stage("订阅", inputs, lambda: feed_files(feeds, book))


def dataset_stage(book: Book) -> Stage:
    """开放数据；只改了正文的，表里没有变。"""
    dataset = dataset_of(book)
    inputs = (fingerprint(dataset.csv), repr(book.town), book.today.isoformat())
    return Stage("开放数据", inputs, lambda: dataset_files(dataset, book))


def search_stage(book: Book, pages: Pages, handwritten: Path) -> Stage:
    """搜索索引，由各篇的文字、案由的说法与手写页做成；变了几篇，就只改用得着的几份。"""
    library = Library.of(book, handwritten)
    wordings = {page.address: page.wording for page in pages.finished.values() if page.wording}
    layout = library.layout(wordings)
    basis = fingerprint(repr((layout.basis, library)).encode())

    def files() -> Iterator[File]:
        return library.files(map(unpack_document, pages.documents()))

    def amended(read: Read) -> Iterator[File]:
        changes = [
            Change(_unpacked(former), _unpacked(pages.document(address)))
            for address, former in pages.former.items()
        ]
        return library.amended([c for c in changes if c.former or c.present], layout, read)

    inputs = (basis, *(f"{address} {wordings[address]}" for address in sorted(wordings)))
    return Stage("搜索", inputs, files, Amendment(basis, amended))


def _unpacked(packed: str) -> Document | None:
    return unpack_document(packed) if packed else None
