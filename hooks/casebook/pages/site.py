"""一站：全部文章和列表页，按地址排好，彼此不重。"""

from msgspec import Struct

from casebook.article.blocks import Article
from casebook.book import Book
from casebook.pages.ask import draft_ask
from casebook.pages.commentaries import draft_commentaries
from casebook.pages.downloads import Download, plan_downloads
from casebook.pages.drafts import Draft
from casebook.pages.guides import draft_guides
from casebook.pages.home import draft_home
from casebook.pages.lists import draft_lists
from casebook.pages.news import draft_news
from casebook.pages.reports import draft_reports
from casebook.pages.sections import Sections, draft_guide_index, sections_of
from casebook.pages.words import draft_words


class Site(Struct, frozen=True):
    """一站的全部页面和可以下载的文件。"""

    book: Book
    articles: tuple[Article, ...]
    downloads: tuple[Download, ...]


def build_site(book: Book) -> Site:
    """从记录造出全部页面。同样的记录总得到同样的页面。"""
    articles = tuple(draft.write() for draft in plan_site(book, sections_of(book)))
    return Site(book, articles, tuple(plan_downloads(book)))


def plan_site(book: Book, sections: Sections) -> tuple[Draft, ...]:
    """全站各页的草案，按地址排好；哪页要写，写的时候才写。"""
    drafts = (
        draft_home(book, sections.news.items),
        draft_ask(book),
        draft_words(book),
        draft_guide_index(book),
        *draft_guides(book),
        *draft_lists(sections.commentaries),
        *draft_commentaries(book),
        *draft_lists(sections.news),
        *draft_news(book),
        *draft_reports(book),
    )
    return tuple(sorted(drafts, key=lambda draft: draft.address))
