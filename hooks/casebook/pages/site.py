"""一站：全部文章和列表页，按地址排好，彼此不重。"""

from collections.abc import Iterator
from dataclasses import dataclass

from casebook.article.addresses import (
    COMMENTARIES,
    GUIDES,
    NEWS,
    SECTION_NAMES,
    of_commentary,
    of_guide,
    of_news,
)
from casebook.article.blocks import Article, Card, Cards, paragraph
from casebook.book import Book, in_force, slug
from casebook.pages.commentaries import build_commentaries
from casebook.pages.guides import build_guides
from casebook.pages.home import build_home
from casebook.pages.lists import Item, Section, build_lists, newest_first
from casebook.pages.news import build_news, case_summary
from casebook.pages.reports import build_reports


@dataclass(frozen=True, slots=True)
class Site:
    """一站的全部页面。"""

    book: Book
    articles: tuple[Article, ...]


def build_site(book: Book) -> Site:
    """从记录造出全部页面。同样的记录总得到同样的页面。"""
    news = newest_first(tuple(_news_items(book)))
    articles = (
        build_home(book, news),
        *build_guides(book),
        _guide_index(book),
        *build_commentaries(book),
        *build_lists(_commentary_section(book)),
        *build_news(book),
        *build_lists(_news_section(book, news)),
        *build_reports(book),
    )
    return Site(book, tuple(sorted(articles, key=lambda article: article.address)))


def _news_items(book: Book) -> Iterator[Item]:
    slugs = _slugs(book)
    for case in in_force(book.published()):
        value = case.value
        tags = (value.matter, str(value.status))
        card = Card(value.title, of_news(value.id), value.day, tags, case_summary(value))
        yield Item(card, value.day, tuple(slugs[name] for name in (value.matter,) if name in slugs))
    for bulletin in book.bulletins:
        if not bulletin.value.public:
            continue
        entry = bulletin.value
        card = Card(entry.title, of_news(entry.id), entry.day, (entry.kind,), entry.summary)
        yield Item(card, entry.day, tuple(slugs[name] for name in entry.matters if name in slugs))


def _news_section(book: Book, items: tuple[Item, ...]) -> Section:
    return Section(
        NEWS,
        SECTION_NAMES[NEWS],
        "镇里最近查了什么、怎么处理的，从新到旧。",
        items,
        tuple((slug(matter), matter.value.name) for matter in book.matters),
    )


def _commentary_section(book: Book) -> Section:
    slugs = _slugs(book)
    items = tuple(
        Item(
            Card(
                case.value.title,
                of_commentary(case.value.id),
                case.value.day,
                (case.value.matter,),
                case_summary(case.value),
            ),
            case.value.day,
            (slugs[case.value.matter],),
        )
        for matter in book.matters
        for case in book.commentaries_on(matter.value.name)
    )
    return Section(
        COMMENTARIES,
        SECTION_NAMES[COMMENTARIES],
        "身边的案子，一件一件讲清楚：怎么回事、怎么处理、为什么、怎么做才对。",
        newest_first(items),
        tuple((slug(matter), matter.value.name) for matter in book.matters),
    )


def _guide_index(book: Book) -> Article:
    cards = tuple(
        Card(matter.value.name, of_guide(slug(matter)), summary=matter.value.answer)
        for matter in book.matters
    )
    lead = "这件事能不能做、罚多少、怎么做才对，一件一件说清楚。"
    return Article(
        address=f"{GUIDES}/index.html",
        section=GUIDES,
        title=SECTION_NAMES[GUIDES],
        description=lead,
        blocks=(paragraph(lead), Cards(cards)),
        listed=False,
    )


def _slugs(book: Book) -> dict[str, str]:
    return {matter.value.name: slug(matter) for matter in book.matters}
