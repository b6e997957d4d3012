"""预览：草稿假如公开了是什么样子。与网站、公众号用同一套渲染。"""

from collections.abc import Mapping
from pathlib import PurePosixPath

from msgspec.structs import replace

from casebook.article.blocks import Article, Picture
from casebook.book import Book
from casebook.channels.edition import Newsroom, goes_out
from casebook.channels.photographs import pasted
from casebook.channels.wechat import WechatRenderer
from casebook.desk.workspace import Record
from casebook.entries.entry import Loaded
from casebook.images.album import Photograph
from casebook.pages.photos import photo_files
from casebook.pages.sections import sections_of
from casebook.pages.site import plan_site
from casebook.render import WebRenderer


def _articles(published: Book, record: Record) -> tuple[Article, ...]:
    """这份记录的页面：解读在前，短讯在后。`published` 里它已当作公开的。"""
    drafts = plan_site(published, sections_of(published))
    # 页面的文件名就是编号；只写这几页，记录再多也马上看得到
    articles = [draft.write() for draft in drafts if PurePosixPath(draft.address).stem == record.id]
    return tuple(article for article in articles if article.source == record.shown)


def web_bodies(book: Book, record: Record) -> tuple[str, ...]:
    """网页正文；照片的数据写在里面。"""
    published = _published(book, record.shown)
    files, renderer = photo_files(published), WebRenderer()
    return tuple(
        renderer.body(_pictured(article, files)) for article in _articles(published, record)
    )


def _pictured(article: Article, files: Mapping[str, Photograph]) -> Article:
    blocks = (
        pasted(block, files) if isinstance(block, Picture) else block for block in article.blocks
    )
    return replace(article, blocks=tuple(blocks))


def wechat_bodies(book: Book, record: Record) -> tuple[str, ...]:
    """公众号正文；撤回的没有。"""
    published = _published(book, record.shown)
    newsroom, renderer = Newsroom(published), WechatRenderer()
    return tuple(
        renderer.body(newsroom.edition(article)).html
        for article in _articles(published, record)
        if goes_out(article)
    )


def _published(book: Book, path: str) -> Book:
    """只把这一份当作公开的。"""
    return replace(
        book,
        cases=tuple(
            Loaded(case.value.model_copy(update={"public": True}), case.source)
            if case.path == path
            else case
            for case in book.cases
        ),
        bulletins=tuple(
            Loaded(one.value.model_copy(update={"public": True}), one.source)
            if one.path == path
            else one
            for one in book.bulletins
        ),
    )
