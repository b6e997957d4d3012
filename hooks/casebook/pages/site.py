"""一站：全部文章和列表页，按地址排好，彼此不重。"""

from dataclasses import dataclass

from casebook.article.blocks import Article
from casebook.book import Book
from casebook.pages.commentaries import build_commentaries
from casebook.pages.guides import build_guides
from casebook.pages.home import build_home
from casebook.pages.lists import build_lists
from casebook.pages.news import build_news
from casebook.pages.reports import build_reports
from casebook.pages.sections import commentary_section, guide_index, news_section


@dataclass(frozen=True, slots=True)
class Site:
    """一站的全部页面。"""

    book: Book
    articles: tuple[Article, ...]


def build_site(book: Book) -> Site:
    """从记录造出全部页面。同样的记录总得到同样的页面。"""
    news = news_section(book)
    articles = (
        build_home(book, news.items),
        guide_index(book),
        *build_guides(book),
        *build_lists(commentary_section(book)),
        *build_commentaries(book),
        *build_lists(news),
        *build_news(book),
        *build_reports(book),
    )
    return Site(book, tuple(sorted(articles, key=lambda article: article.address)))
