"""全站要让人搜到的：文章与手写页，连同大事。"""

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

from msgspec import Struct

from casebook.article.addresses import SECTION_NAMES
from casebook.article.blocks import Article
from casebook.book import Book, slug
from casebook.pages.words import words_page
from casebook.search.amending import Change, Read
from casebook.search.documents import Document, document_of
from casebook.search.handwritten import read_handwritten
from casebook.search.index import Opening, amend_index, page_file
from casebook.search.layout import Layout
from casebook.search.scripts import File
from casebook.search.topics import topics_of


class Library(Struct, frozen=True):
    """不随案件增减的部分：手写页、法律词语，和一开始搜就要知道的。"""

    standing: tuple[Document, ...]
    opening: Opening

    @classmethod
    def of(cls, book: Book, handwritten: Path) -> "Library":
        """一套记录和手写页所在的文件夹。"""
        pages = tuple(read_handwritten(handwritten))
        topics = (*topics_of(book), *(page.topic for page in pages if page.topic))
        hotline = book.town.hotlines[0].number if book.town.hotlines else ""
        matters = tuple(slug(matter) for matter in book.matters)
        documents = (*(page.document for page in pages), *documents_of(book, [words_page(book)]))
        return cls(documents, Opening(topics, hotline, matters))

    def layout(self, addresses: Iterable[str]) -> Layout:
        """连同它们的格局；`addresses` 是由记录做成的各篇。"""
        return Layout.of((*addresses, *(document.address for document in self.standing)))

    def files(self, documents: Iterable[Document]) -> Iterator[File]:
        """从头写；各篇自己的文件与文章一同写，这里只有它们的。"""
        changes = [Change(None, one) for one in (*documents, *self.standing)]
        yield from map(page_file, self.standing)
        layout = Layout.of(change.address for change in changes)
        yield from amend_index(changes, layout, self.opening, None)

    def amended(self, changes: Sequence[Change], layout: Layout, read: Read) -> Iterator[File]:
        """在上次的索引上改。"""
        return amend_index(changes, layout, self.opening, read)


def documents_of(book: Book, articles: Iterable[Article]) -> Iterator[Document]:
    """列表、目录、撤回说明以外的文章。"""
    slugs = {matter.value.name: slug(matter) for matter in book.matters}
    for article in articles:
        if article.listed:
            matters = tuple(slugs[word] for word in article.keywords if word in slugs)
            yield document_of(article, SECTION_NAMES.get(article.section, "本站"), matters)
