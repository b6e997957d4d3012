"""全站要让人搜到的：文章与手写页，连同大事，写成索引。"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from casebook.article.addresses import SECTION_NAMES
from casebook.article.blocks import Article
from casebook.book import Book, slug
from casebook.pages.words import words_page
from casebook.search.documents import Document, document_of
from casebook.search.handwritten import read_handwritten
from casebook.search.index import File, write_index
from casebook.search.topics import topics_of


def search_files(book: Book, documents: Iterable[Document], handwritten: Path) -> Iterator[File]:
    """搜索要的全部文件（地址，内容）。`handwritten` 是手写页所在的文件夹。"""
    pages = tuple(read_handwritten(handwritten))
    everything = [
        *documents,
        *documents_of(book, [words_page(book)]),
        *(page.document for page in pages),
    ]
    topics = [*topics_of(book), *(page.topic for page in pages if page.topic)]
    hotline = book.town.hotlines[0].number if book.town.hotlines else ""
    return write_index(everything, topics, hotline)


def documents_of(book: Book, articles: Iterable[Article]) -> Iterator[Document]:
    """列表、目录、撤回说明以外的文章。"""
    slugs = {matter.value.name: slug(matter) for matter in book.matters}
    for article in articles:
        if article.listed:
            matters = tuple(slugs[word] for word in article.keywords if word in slugs)
            yield document_of(article, SECTION_NAMES.get(article.section, "本站"), matters)
