"""首页：先回答——哪些事不能做、要罚多少、最近发生了什么、找谁。"""

from collections.abc import Sequence
from datetime import date
from functools import partial

from casebook.article.addresses import ASK, HOME, NEWS, REMEDIES, Listing, of_report
from casebook.article.blocks import Article, Block, Cards, Choice, Choices, Doors, Heading
from casebook.article.inlines import words
from casebook.book import Book
from casebook.pages.ask import TITLE
from casebook.pages.drafts import Draft
from casebook.pages.lists import Item
from casebook.pages.notices import hotlines
from casebook.pages.sections import guide_cards

LATEST = 5


def draft_home(book: Book, latest: Sequence[Item]) -> Draft:
    """首页；`latest` 是从新到旧的动态。"""
    return Draft(HOME, "", None, partial(_home, book, latest[:LATEST]), _day(latest))


def _home(book: Book, latest: Sequence[Item]) -> Article:
    town = book.town
    blocks: list[Block] = [
        Choices("不想打字", (Choice(f"{TITLE}：一件一件挑", ASK),)),
        Heading(2, words("哪些事不能做，罚多少"), "guides"),
        Doors(guide_cards(book)),
        Heading(2, words("最近的事"), "latest"),
        Cards(tuple(item.card for item in latest)),
        Choices("更多", (Choice("全部执法动态", Listing(NEWS).address()), *_more(book))),
        Heading(2, words("找谁"), "contacts"),
        hotlines(town),
    ]
    return Article(
        address=HOME,
        section="",
        title=town.site_name,
        description=f"{town.district}{town.name}的执法案例与普法指南：哪些事不能做、罚多少、找谁。",
        blocks=tuple(blocks),
        day=_day(latest),
        demonstration=book.demonstration,
        listed=False,
    )


def _day(latest: Sequence[Item]) -> date | None:
    return latest[0].day if latest else None


def _more(book: Book) -> tuple[Choice, ...]:
    newest = max((report.value.year for report in book.reports), default=None)
    report = (Choice(f"{newest}年度报告", of_report(newest)),) if newest else ()
    return (*report, Choice("不服处罚怎么办", REMEDIES))
