"""各渠道的测试共用：知道网址和不知道网址的底稿、难排的文章。"""

import pytest
from msgspec.structs import replace

from casebook.book import Book
from casebook.channels.edition import Edition, Newsroom, goes_out
from casebook.channels.texts import Texts, build_texts
from casebook.channels.wechat import WechatRenderer
from casebook.pages.site import build_site
from tests.channels.hard import hard_editions

ADDRESS = "https://pufa.example.gov.cn/"


def with_address(book: Book, address: str | None) -> Book:
    """换一个网址。"""
    return replace(book, town=book.town.model_copy(update={"address": address}))


def editions_of(book: Book) -> list[Edition]:
    """一套记录送去各渠道的全部底稿。"""
    newsroom = Newsroom(book)
    return [newsroom.edition(article) for article in build_site(book).articles if goes_out(article)]


@pytest.fixture(scope="session")
def addressed(book: Book) -> list[Edition]:
    """网址已知的底稿。"""
    return editions_of(with_address(book, ADDRESS))


@pytest.fixture(scope="session")
def unaddressed(book: Book) -> list[Edition]:
    """网址还不知道的底稿。"""
    return editions_of(with_address(book, None))


@pytest.fixture(scope="session")
def hard(addressed: list[Edition]) -> list[Edition]:
    """两百篇难排的。"""
    return hard_editions(next(edition for edition in addressed if edition.id == "2025-001"))


@pytest.fixture(scope="session")
def renderer() -> WechatRenderer:
    """公众号渲染器。"""
    return WechatRenderer()


@pytest.fixture(scope="session")
def texts(addressed: list[Edition], renderer: WechatRenderer) -> dict[str, Texts]:
    """网址已知的各篇在各渠道的文字，按编号。"""
    return {edition.id: build_texts(edition, renderer) for edition in addressed}


@pytest.fixture(scope="session")
def by_id(addressed: list[Edition]) -> dict[str, Edition]:
    """网址已知的底稿，按编号。"""
    return {edition.id: edition for edition in addressed}
