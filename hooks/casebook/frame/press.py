"""印制：收下 MkDocs 印好的样张，核对几页，然后把每篇文章填成成品。"""

import hashlib
from collections.abc import Iterable, Iterator, Sequence
from functools import partial

from msgspec import Struct, field
from msgspec.structs import replace

from casebook.article.blocks import Article
from casebook.frame.oracle import compare
from casebook.frame.sheet import MAX_ROWS, Sheet
from casebook.frame.stock import FIXED, StockPage, sheet_address, sheets_of, stock_article
from casebook.pages.drafts import Draft
from casebook.render import WebRenderer, contents

SAMPLES = 3
"""每个栏目拿几页与 MkDocs 印的对照。"""


class Frames(Struct, frozen=True):
    """各栏目的样张，按目录项数排；`digest` 变了，所有的页都要重填。"""

    sheets: dict[str, tuple[Sheet, ...]]
    digest: str

    def fill(self, article: Article, body: str, head: str) -> str:
        """把一篇文章填成一页。"""
        rows = contents(article)
        sheet = self.sheets[article.section][min(len(rows), MAX_ROWS)]
        values = {
            "address": article.address,
            "title": article.title,
            "description": article.description,
            "body": body,
            "head": head,
        }
        return sheet.fill(values, rows)


class Press(Struct):
    """一次构建里要 MkDocs 印的页，和印好收回来的。"""

    fixed: tuple[StockPage, ...]
    samples: tuple[StockPage, ...]
    sheets: tuple[StockPage, ...]
    printed: dict[str, str] = field(default_factory=dict)

    @property
    def pages(self) -> tuple[StockPage, ...]:
        """全部要印的页。"""
        return (*self.fixed, *self.samples, *self.sheets)

    def written(self, drafts: Iterable[Draft]) -> Iterator[Draft]:
        """这些草案；为印样张已经写成文章的，不必再写一遍。"""
        articles = {page.address: page.article for page in (*self.fixed, *self.samples)}
        for draft in drafts:
            article = articles.get(draft.address)
            yield draft if article is None else replace(draft, write=partial(_same, article))

    def collect(self, address: str, html: str) -> str:
        """收下一页；样张与对照页不算成品，返回空文字，MkDocs 就不写文件。"""
        if address in FIXED:
            return html
        self.printed[address] = html
        return ""

    def frames(self) -> Frames:
        """全部样张都印好之后，读出空档，并核对对照页；不同则抛出 `FrameProblem`。"""
        sections = dict.fromkeys(sheet.article.section for sheet in self.sheets)
        sheets = {section: tuple(self._read(section)) for section in sections}
        digest = hashlib.sha256(repr(sheets).encode()).hexdigest()
        frames = Frames(sheets, digest)
        for sample in self.samples:
            filled = frames.fill(sample.article, sample.body, sample.head)
            compare(sample.address, self.printed[sample.address], filled)
        return frames

    def _read(self, section: str) -> Iterator[Sheet]:
        for count in range(MAX_ROWS + 1):
            address = sheet_address(section, count)
            yield Sheet.read(self.printed[address], address)


def _same(article: Article) -> Article:
    return article


def prepare(drafts: Sequence[Draft], renderer: WebRenderer) -> Press:
    """定下这次要 MkDocs 印哪些页。"""
    return Press(
        fixed=tuple(_stock((d for d in drafts if d.address in FIXED), renderer)),
        samples=tuple(_stock(_samples(drafts), renderer)),
        sheets=tuple(sheets_of(dict.fromkeys(d.section for d in drafts if d.section))),
    )


def _stock(drafts: Iterable[Draft], renderer: WebRenderer) -> Iterator[StockPage]:
    return (stock_article(draft.write(), renderer) for draft in drafts)


def _samples(drafts: Sequence[Draft]) -> Iterator[Draft]:
    """每个栏目里均匀取几篇，头尾都有。"""
    sections: dict[str, list[Draft]] = {}
    for draft in drafts:
        if draft.address not in FIXED:
            sections.setdefault(draft.section, []).append(draft)
    for group in sections.values():
        last = len(group) - 1
        places = {last * step // max(1, SAMPLES - 1) for step in range(SAMPLES)}
        yield from (group[place] for place in sorted(places))
