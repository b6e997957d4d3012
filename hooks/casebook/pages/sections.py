"""三个栏目各列些什么：执法动态、案例解读按日期，普法指南按案由的次序。"""

from functools import partial

from msgspec import Struct

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
from casebook.book import Book, slug
from casebook.entries.entry import Loaded
from casebook.pages.drafts import Draft
from casebook.pages.lists import Item, Section, newest_first
from casebook.pages.news import case_summary
from casebook.records.case import Bulletin, Case


class Sections(Struct, frozen=True):
    """从新到旧列出的两个栏目：全部公开的案件与动态，全部案例解读。"""

    news: Section
    commentaries: Section


def sections_of(book: Book) -> Sections:
    """由全部记录排出两个栏目；案由以网址里的名字记。"""
    slugs = {matter.value.name: slug(matter) for matter in book.matters}
    return Sections(_news(book, slugs), _commentaries(book, slugs))


def _news(book: Book, slugs: dict[str, str]) -> Section:
    items = [
        _item(_case_card(case.value), case, (case.value.matter,), slugs)
        for case in book.published()
    ]
    items += [
        _item(_bulletin_card(bulletin.value), bulletin, bulletin.value.matters, slugs)
        for bulletin in book.bulletins
        if bulletin.value.public
    ]
    return _section(NEWS, "镇里最近查了什么、怎么处理的，从新到旧。", items, slugs)


def _commentaries(book: Book, slugs: dict[str, str]) -> Section:
    items = [
        _item(_commentary_card(case.value), case, (case.value.matter,), slugs)
        for case in book.commentaries()
    ]
    lead = "身边的案子，一件一件讲清楚：怎么回事、怎么处理、为什么、怎么做才对。"
    return _section(COMMENTARIES, lead, items, slugs)


def draft_guide_index(book: Book) -> Draft:
    """普法指南的目录页。"""
    return Draft(f"{GUIDES}/index.html", GUIDES, None, partial(_guide_index, book))


def _guide_index(book: Book) -> Article:
    lead = "这件事能不能做、罚多少、怎么做才对，一件一件说清楚。"
    return Article(
        address=f"{GUIDES}/index.html",
        section=GUIDES,
        title=SECTION_NAMES[GUIDES],
        description=lead,
        blocks=(paragraph(lead), Cards(guide_cards(book))),
        listed=False,
    )


def guide_cards(book: Book) -> tuple[Card, ...]:
    """每个案由一条，附一句话的回答。"""
    return tuple(
        Card(matter.value.name, of_guide(slug(matter)), summary=matter.value.answer)
        for matter in book.matters
    )


def _case_card(case: Case) -> Card:
    """撤回的只说已撤回，不再露出标题和案情。"""
    address = of_news(case.id)
    if case.withdrawal is not None:
        return Card("一份处罚信息已撤回", address, case.withdrawal.day, (str(case.status),))
    return Card(case.title, address, case.day, (case.matter, str(case.status)), case_summary(case))


def _bulletin_card(bulletin: Bulletin) -> Card:
    address = of_news(bulletin.id)
    return Card(bulletin.title, address, bulletin.day, (bulletin.kind,), bulletin.summary)


def _commentary_card(case: Case) -> Card:
    address = of_commentary(case.id)
    return Card(case.title, address, case.day, (case.matter,), case_summary(case))


def _item(
    card: Card,
    record: Loaded[Case] | Loaded[Bulletin],
    matters: tuple[str, ...],
    slugs: dict[str, str],
) -> Item:
    return Item(card, tuple(slugs[m] for m in matters if m in slugs), record.source.digest)


def _section(name: str, lead: str, items: list[Item], slugs: dict[str, str]) -> Section:
    matters = tuple((short, matter) for matter, short in slugs.items())
    return Section(name, SECTION_NAMES[name], lead, newest_first(items), matters)
