"""请 MkDocs 与主题印的页：导航里的几页、每个栏目的样张，以及拿来对照的几篇文章。"""

from collections.abc import Iterable, Iterator
from datetime import date

from msgspec import Struct

from casebook.article.addresses import ASK, DATA, HOME, SECTION_NAMES, WORDS, Listing
from casebook.article.blocks import Article
from casebook.frame.sheet import MAX_ROWS
from casebook.frame.slots import anchor_sentinel, sentinel
from casebook.render import Anchor, WebRenderer, contents

FIXED = frozenset(
    {HOME, ASK, WORDS, DATA, *(Listing(section).address() for section in SECTION_NAMES)}
)
"""在导航里的页，由 MkDocs 直接印成。"""


class StockPage(Struct, frozen=True):
    """一页交给 MkDocs 印的内容；`article` 供主题判断这是不是文章、属于哪个栏目。"""

    address: str
    article: Article
    rows: tuple[Anchor, ...]
    body: str
    head: str

    @property
    def day(self) -> date | None:
        """页面的日期。"""
        return self.article.day


def stock_article(article: Article, renderer: WebRenderer) -> StockPage:
    """一篇文章按 MkDocs 的老路印。"""
    return StockPage(
        article.address, article, contents(article), renderer.body(article), renderer.head(article)
    )


def sheet_address(section: str, rows: int) -> str:
    """某个栏目、有几项目录的样张的地址。"""
    return f"{section}/casebook-sheet-{rows}.html"


def sheets_of(sections: Iterable[str]) -> Iterator[StockPage]:
    """每个栏目的样张：目录从没有到 `MAX_ROWS` 项各一张，因为主题可能按项数换样子。"""
    for section in sections:
        for count in range(MAX_ROWS + 1):
            yield _sheet(section, count)


def _sheet(section: str, count: int) -> StockPage:
    address = sheet_address(section, count)
    article = Article(
        address=address,
        section=section,
        title=sentinel("title"),
        description=sentinel("description"),
        blocks=(),
    )
    rows = tuple(
        Anchor(sentinel("heading", row), anchor_sentinel(row), 2) for row in range(1, count + 1)
    )
    return StockPage(address, article, rows, sentinel("body"), sentinel("head"))
