"""要送去各渠道的一篇：文章本身、它出自的记录、案由、现行罚则和全网址。"""

from collections.abc import Mapping
from datetime import date
from pathlib import PurePosixPath

from msgspec import Struct

from casebook.article.addresses import GUIDES, NEWS
from casebook.article.blocks import Article, Notice
from casebook.book import Book
from casebook.entries.entry import Loaded
from casebook.images.album import Photograph
from casebook.law.register import Rule
from casebook.pages.commentaries import draft_commentaries
from casebook.pages.drafts import Draft
from casebook.pages.guides import draft_guides
from casebook.pages.news import draft_news
from casebook.pages.photos import photo_files
from casebook.records.case import Bulletin, Case
from casebook.records.matter import Matter
from casebook.records.town import Town
from casebook.render import kit_address

Record = Loaded[Case] | Loaded[Bulletin] | Loaded[Matter]


class Edition(Struct, frozen=True):
    """一篇文章在各渠道的底稿。

    `id` 用作文件夹名与命令行里的名字；`url` 是网页的全网址，本镇资料没写网址时为 None；
    `rules` 只有指南才有；`photos` 是全站照片的站内地址和出处。
    """

    id: str
    article: Article
    record: Record
    matter: Matter | None
    rules: tuple[Rule, ...]
    town: Town
    today: date
    url: str | None
    photos: Mapping[str, Photograph]

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


def goes_out(article: Article) -> bool:
    """要不要送去各渠道；列表、目录和撤回的不送。"""
    return kit_address(article) is not None


def absolute(target: str, town: Town) -> str | None:
    """站内地址的全网址；不知道网站的网址则为 None。"""
    return f"{town.address.rstrip('/')}/{target}" if town.address else None


class Newsroom:
    """编辑部：认得全部记录，把文章做成底稿。"""

    def __init__(self, book: Book) -> None:
        self.book = book
        self._records: dict[str, Record] = {
            record.path: record
            for group in (book.cases, book.bulletins, book.matters)
            for record in group
        }
        self._photos = photo_files(book)
        self._rules: dict[str, tuple[Rule, ...]] = {}

    def drafts(self) -> tuple[Draft, ...]:
        """可能要送去各渠道的文章的草案，按地址排好；列表和目录不在里面。"""
        book = self.book
        drafts = (*draft_commentaries(book), *draft_guides(book), *draft_news(book))
        return tuple(sorted(drafts, key=lambda draft: draft.address))

    def write(self, draft: Draft) -> Edition | None:
        """写成文章，做成底稿；撤回的不送，为 None。"""
        article = draft.write()
        return self.edition(article) if goes_out(article) else None

    def edition(self, article: Article) -> Edition:
        """一篇文章的底稿。只收 `goes_out` 的文章。"""
        record = self._records[article.source or ""]
        matter = next((found for word in article.keywords if (found := self._matter(word))), None)
        guide = article.section == GUIDES and matter is not None
        return Edition(
            id=_id(article, record),
            article=article,
            record=record,
            matter=matter,
            rules=self._current_rules(matter.name) if guide and matter else (),
            town=self.book.town,
            today=self.book.today,
            url=absolute(article.address, self.book.town),
            photos=self._photos,
        )

    def _current_rules(self, matter: str) -> tuple[Rule, ...]:
        if matter not in self._rules:
            self._rules[matter] = tuple(self.book.register.rules_for(matter, self.book.today))
        return self._rules[matter]

    def _matter(self, name: str) -> Matter | None:
        found = self.book.matter(name)
        return found.value if found else None


def _id(article: Article, record: Record) -> str:
    """文件名；写了解读的案件另有一则短讯，短讯的加上 -news。"""
    stem = PurePosixPath(article.address).stem
    told = isinstance(record.value, Case) and record.value.commentary is not None
    return f"{stem}-news" if told and article.section == NEWS else stem
