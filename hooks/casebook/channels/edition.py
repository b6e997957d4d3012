"""要送去各渠道的一篇：文章本身、它出自的记录、案由、现行罚则和全网址。"""

from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import PurePosixPath
from urllib.parse import urljoin

from casebook.article.addresses import COMMENTARIES, GUIDES, NEWS
from casebook.article.blocks import Article, Notice
from casebook.book import Book
from casebook.entries.entry import Entry, Loaded
from casebook.law.register import Rule
from casebook.pages.site import Site
from casebook.records.matter import Matter
from casebook.records.town import Town

SECTIONS = (COMMENTARIES, GUIDES, NEWS)


@dataclass(frozen=True, slots=True)
class Edition:
    """一篇文章在各渠道的底稿。

    `id` 用作文件夹名与命令行里的名字；`url` 是网页的全网址，本镇资料没写网址时为 None；
    `rules` 只有指南才有。
    """

    id: str
    article: Article
    record: Loaded[Entry]
    matter: Matter | None
    rules: tuple[Rule, ...]
    town: Town
    url: str | None

    @property
    def title(self) -> str:
        """发出去的标题；指南的标题只有案由，补成一句问话。"""
        if self.article.section == GUIDES:
            return f"{self.article.title}，违法吗？罚多少？"
        return self.article.title

    @property
    def demonstration(self) -> bool:
        """正文里写了“演示案例”的，每个渠道都要说。"""
        return any(
            isinstance(block, Notice) and block.kind == "demonstration"
            for block in self.article.blocks
        )


def build_editions(site: Site) -> tuple[Edition, ...]:
    """全站要送去各渠道的文章，按地址排好。列表、目录和撤回的不在内。"""
    articles = [
        article for article in site.articles if article.section in SECTIONS and article.listed
    ]
    told = {_stem(article) for article in articles if article.section == COMMENTARIES}
    records = _records(site.book)
    return tuple(
        _edition(article, records[article.source], told, site.book)
        for article in articles
        if article.source is not None
    )


def absolute(target: str, town: Town) -> str | None:
    """站内地址的全网址；不知道网站的网址则为 None。"""
    return urljoin(town.address.rstrip("/") + "/", target) if town.address else None


def _edition(article: Article, record: Loaded[Entry], told: set[str], book: Book) -> Edition:
    stem = _stem(article)
    twice = article.section == NEWS and stem in told
    matter = next((found for word in article.keywords if (found := book.matter(word))), None)
    guide = article.section == GUIDES and matter is not None
    return Edition(
        id=f"{stem}-news" if twice else stem,
        article=article,
        record=record,
        matter=matter.value if matter else None,
        rules=tuple(book.register.rules_for(matter.value.name, book.today))
        if guide and matter
        else (),
        town=book.town,
        url=absolute(article.address, book.town),
    )


def _stem(article: Article) -> str:
    return PurePosixPath(article.address).stem


def _records(book: Book) -> dict[str, Loaded[Entry]]:
    def pairs() -> Iterator[tuple[str, Loaded[Entry]]]:
        for group in (book.cases, book.bulletins, book.matters):
            for loaded in group:
                yield loaded.path, Loaded(loaded.value, loaded.source)

    return dict(pairs())
