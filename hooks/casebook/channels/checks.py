"""一份记录送去各渠道会不会出毛病：标题、摘要、横幅、广播、短视频、正文大小（W 类问题）。"""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePosixPath

from msgspec.structs import replace

from casebook.article.addresses import GUIDES
from casebook.article.blocks import Article
from casebook.book import Book, Records
from casebook.channels.digest import BODY_LIMIT
from casebook.channels.edition import Edition, Newsroom, goes_out
from casebook.channels.review import Fault, review_body, review_edition, review_matter
from casebook.channels.script import build_script
from casebook.channels.video import build_video
from casebook.channels.wechat import WechatRenderer
from casebook.channels.wechat_structure import EXPANSION
from casebook.entries.entry import Entry, Loaded
from casebook.pages.commentaries import draft_commentaries
from casebook.pages.guides import draft_guides
from casebook.pages.news import draft_news
from casebook.problems import Problem
from casebook.records.case import Bulletin, Case
from casebook.records.matter import Matter
from casebook.records.town import Town

LONG = BODY_LIMIT // EXPANSION
"""正文不到这么多字的，怎么排也超不过公众号的上限，不必排出来量。"""


def check_channels(
    loaded: Loaded[Entry], ground: Records, town: Town, today: date
) -> Iterator[Problem]:
    """一件案件、一条动态或一个案由；`ground` 是案由、法规等各份都要用的记录。"""
    for fault in _faults(loaded, ground, town, today):
        yield loaded.problem(fault.code, fault.location, fault.message, fault.hint)


def _faults(loaded: Loaded[Entry], ground: Records, town: Town, today: date) -> Iterator[Fault]:
    value = loaded.value
    if isinstance(value, Case):
        alone = replace(ground, cases=(Loaded(value, loaded.source),), bulletins=())
    elif isinstance(value, Bulletin):
        alone = replace(ground, cases=(), bulletins=(Loaded(value, loaded.source),))
    elif isinstance(value, Matter):
        alone = replace(ground, cases=(), bulletins=())
        yield from review_matter(value)
    else:
        return
    book = Book.of(alone, town, today)
    newsroom = Newsroom(book)
    for article in _articles(loaded, book):
        if goes_out(article):
            edition = newsroom.edition(article)
            yield from review_edition(edition, build_video(build_script(edition)))
            yield from _measure(edition, newsroom)


def _articles(loaded: Loaded[Entry], book: Book) -> Iterator[Article]:
    """这一份做成的文章；案件看它的短讯，标题、摘要、事实与解读是同样的。"""
    if not isinstance(loaded.value, Matter):
        yield from (draft.write() for draft in draft_news(book))
        return
    stem = PurePosixPath(loaded.path).stem
    for draft in draft_guides(book):
        if PurePosixPath(draft.address).stem == stem:
            yield draft.write()


def _measure(edition: Edition, newsroom: Newsroom) -> Iterator[Fault]:
    """长的文章排出来，量公众号正文有多大；案件量它的解读。"""
    guide = edition.article.section == GUIDES
    if not guide and sum(map(len, edition.record.source.lines)) < LONG:
        return
    longest = [edition]
    if isinstance(edition.record.value, Case):
        drafts = draft_commentaries(newsroom.book)
        longest = [newsroom.edition(draft.write()) for draft in drafts]
    renderer = WechatRenderer()
    for one in longest:
        yield from review_body(renderer.body(one).html, one)
