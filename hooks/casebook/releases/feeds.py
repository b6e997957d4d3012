"""订阅：全站、各栏目、各案由最近的若干条，各有 Atom 和 JSON Feed 两种。时间取自记录，不看时钟。"""

import json
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, datetime, time, timedelta, timezone
from heapq import nlargest
from typing import Any

from feedgenerator import Atom1Feed
from msgspec import Struct
from msgspec.structs import replace

from casebook.article.addresses import (
    COMMENTARIES,
    GUIDES,
    HOME,
    NEWS,
    REPORTS,
    SECTION_NAMES,
    Listing,
    of_guide,
)
from casebook.article.blocks import Card
from casebook.book import Book, slug
from casebook.imprint import FEED, Imprint, of_matter, of_section
from casebook.pages.lists import Item, by_age
from casebook.pages.reports import report_card
from casebook.pages.sections import Sections, guide_cards
from casebook.pages.words import imprint_of

NEWEST = 20
"""一份订阅最多几条。"""
BEIJING = timezone(timedelta(hours=8))
File = tuple[str, bytes]


class Feed(Struct, frozen=True):
    """一份订阅：文件名（不带扩展名）、标题、对应的网页、条目（从新到旧）。"""

    stem: str
    title: str
    page: str
    items: Sequence[Item]


def feed_files(feeds: Iterable[Feed], book: Book) -> Iterator[File]:
    """全部订阅文件。"""
    imprint = imprint_of(book)
    for feed in feeds:
        yield f"{feed.stem}.xml", _atom(feed, imprint, book.today)
        yield f"{feed.stem}.json", _json_feed(feed, imprint)


def feeds_of(book: Book, sections: Sections) -> Iterator[Feed]:
    """全站一份，每个栏目一份，每个案由一份（没有条目的案由也有，免得订了以后失效）。"""
    name = book.town.site_name
    items = {NEWS: sections.news.items, COMMENTARIES: sections.commentaries.items}
    items |= {GUIDES: tuple(_guides(book)), REPORTS: tuple(_reports(book))}
    everything = [item for several in items.values() for item in several]
    yield Feed(FEED, name, HOME, _newest(everything))
    for section, called in SECTION_NAMES.items():
        page = Listing(section).address()
        yield Feed(of_section(section), f"{name}·{called}", page, _newest(items[section]))
    for matter in book.matters:
        short = slug(matter)
        mine = (item for item in everything if short in item.matters)
        title = f"{name}·{matter.value.name}"
        yield Feed(of_matter(short), title, of_guide(short), _newest(mine))


def _guides(book: Book) -> Iterator[Item]:
    """指南的日期是现行罚则最近一次对照法规原文的日期：核对过、改过，订阅的人就知道。"""
    for matter, card in zip(book.matters, guide_cards(book), strict=True):
        rules = book.register.rules_for(matter.value.name, book.today)
        checked = max((rule.statute.checked_on for rule in rules), default=book.today)
        yield _item(replace(card, day=min(checked, book.today)), (slug(matter),))


def _reports(book: Book) -> Iterator[Item]:
    return (_item(report_card(report.value), ()) for report in book.reports)


def _item(card: Card, matters: tuple[str, ...]) -> Item:
    return Item(card, matters, digest="")


def _newest(items: Iterable[Item]) -> Sequence[Item]:
    return nlargest(NEWEST, items, key=by_age)


def _atom(feed: Feed, imprint: Imprint, today: date) -> bytes:
    atom = Atom1Feed(
        title=feed.title,
        link=_link(feed.page, feed, imprint),
        description=feed.title,
        language="zh-CN",
        feed_url=_link(f"{feed.stem}.xml", feed, imprint),
        feed_guid=_identity(feed.page, imprint),
        author_name=imprint.authority,
    )
    for item in feed.items:
        atom.add_item(
            title=item.card.title,
            link=_link(item.card.target, feed, imprint),
            description=item.card.summary,
            unique_id=_identity(item.card.target, imprint),
            pubdate=_moment(item.day),
            updateddate=_moment(item.day),
            categories=item.card.tags,
        )
    if not feed.items:
        atom.latest_post_date = lambda: _moment(today)
    return str(atom.writeString("utf-8")).encode()


def _json_feed(feed: Feed, imprint: Imprint) -> bytes:
    content: dict[str, Any] = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "language": "zh-CN",
        "authors": [{"name": imprint.authority}],
        "items": [
            {
                "id": _identity(item.card.target, imprint),
                "url": _link(item.card.target, feed, imprint),
                "title": item.card.title,
                "content_text": item.card.summary,
                "date_published": _moment(item.day).isoformat(),
                "tags": item.card.tags,
            }
            for item in feed.items
        ],
    }
    if imprint.address:
        content["home_page_url"] = imprint.absolute(feed.page)
        content["feed_url"] = imprint.absolute(f"{feed.stem}.json")
    return json.dumps(content, ensure_ascii=False, indent=1).encode()


def _link(target: str, feed: Feed, imprint: Imprint) -> str:
    """全网址；不知道网站的网址时，相对于订阅文件自己。"""
    return imprint.absolute(target) or "../" * feed.stem.count("/") + target


def _identity(target: str, imprint: Imprint) -> str:
    return imprint.absolute(target) or f"urn:casebook:{target}"


def _moment(day: date) -> datetime:
    return datetime.combine(day, time(), BEIJING)
