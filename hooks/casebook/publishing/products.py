"""由一篇文章做成的东西：网页，以后还有各渠道的文件。每样都只看这一篇和自己的模板。"""

from collections.abc import Iterator, Mapping, Sequence
from typing import Protocol

from msgspec import Struct, field

from casebook.article.blocks import Article
from casebook.book import Book
from casebook.frame.press import Frames
from casebook.memory.pages import Finished, Output
from casebook.pages.drafts import Draft
from casebook.publishing.shelf import Shelf
from casebook.render import WebRenderer
from casebook.search.documents import pack_document
from casebook.search.index import page_file
from casebook.search.library import documents_of
from casebook.source.reading import fingerprint
from casebook.timing import Clock


class Product(Protocol):
    """一样东西。`key` 变了，全部重做；`name` 是计时里的叫法。"""

    @property
    def name(self) -> str:
        """叫什么。"""
        ...

    @property
    def key(self) -> str:
        """除文章以外它还取决于什么（例如样张）的指纹；代码与模板的版本不必写。"""
        ...

    def files(self, article: Article) -> Iterator[tuple[str, bytes]]:
        """做成的文件：网站里的相对路径和内容。"""
        ...


class WebPage(Struct, frozen=True):
    """网页。"""

    frames: Frames
    renderer: WebRenderer
    name: str = "网页"

    @property
    def key(self) -> str:
        """样张的指纹。"""
        return self.frames.digest

    def files(self, article: Article) -> Iterator[tuple[str, bytes]]:
        """一个 HTML 文件。"""
        body, head = self.renderer.body(article), self.renderer.head(article)
        page = self.frames.fill(article, body, head)
        yield article.address, page.encode("utf-8", "xmlcharrefreplace")


class Job(Struct, frozen=True):
    """要写的一页：草案、它的指纹，和上次写成而且完好的文件。"""

    draft: Draft
    key: str
    known: Mapping[str, Output] = field(default_factory=dict)


class Maker(Struct, frozen=True):
    """把草案写成文章，再做成各样东西，放到架上。"""

    book: Book
    products: Sequence[Product]
    shelf: Shelf

    def make(self, job: Job) -> Finished:
        """做一页。"""
        clock = Clock()
        outputs: list[Output] = []
        with clock.stage("文章"):
            article = job.draft.write()
        for product in self.products:
            with clock.stage(product.name):
                files = tuple(product.files(article))
            with clock.stage("写文件"):
                outputs += [self.shelf.put(name, data, job.known.get(name)) for name, data in files]
        packed = ""
        for document in documents_of(self.book, [article]):
            with clock.stage("搜索"):
                name, data = page_file(document)
                outputs.append(self.shelf.put(name, data, job.known.get(name)))
                packed = pack_document(document)
        wording = fingerprint(packed.encode()) if packed else ""
        return Finished(article.address, job.key, tuple(outputs), wording, packed, clock.spent)


class Making(Struct, frozen=True):
    """写一批：可以分给几个进程的活。"""

    maker: Maker
    jobs: Sequence[Job]

    def __call__(self, index: int) -> Finished:
        """写其中一页。"""
        return self.maker.make(self.jobs[index])
