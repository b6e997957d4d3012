"""要让人搜到的一篇：地址、标题、标签，以及分成“标题”和“全文”两处的文字。"""

import json
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import astuple

from casebook.article.blocks import (
    Answer,
    Article,
    Block,
    Bullets,
    Cards,
    Facts,
    Grid,
    Heading,
    Notice,
    Numbers,
    Paragraph,
    Question,
    Quotation,
)
from casebook.article.inlines import inline_text
from casebook.article.wording import day_text


class Document(Struct, frozen=True):
    """一篇。`label` 说明它属于哪里、是哪一天的；`aliases` 不显示，与标题一样要紧。

    `matters` 是案由的网址名。
    """

    address: str
    title: str
    label: str
    lines: tuple[str, ...]
    aliases: tuple[str, ...] = ()
    matters: tuple[str, ...] = ()

    @property
    def head(self) -> tuple[str, ...]:
        """标题和别名。"""
        return (self.title, *self.aliases)

    @property
    def everything(self) -> tuple[str, ...]:
        """能搜到的全部文字，一段一段。"""
        return (*self.head, *self.lines)


def document_of(article: Article, section: str, matters: tuple[str, ...]) -> Document:
    """一篇文章；`section` 是栏目的名称。"""
    day = [day_text(article.day)] if article.day else []
    return Document(
        article.address,
        article.title,
        " · ".join([section, *day]),
        tuple(line for line in (article.description, *text_lines(article.blocks)) if line),
        article.keywords,
        matters,
    )


def pack_document(document: Document) -> str:
    """一篇给搜索的文字写成一行 JSON。"""
    return json.dumps(astuple(document), ensure_ascii=False, separators=(",", ":"))


def unpack_document(packed: str) -> Document:
    """还原由 `pack_document` 写下的。"""
    address, title, label, *lists = json.loads(packed)
    return Document(address, title, label, *map(tuple, lists))


def text_lines(blocks: Iterable[Block]) -> Iterator[str]:
    """给人看的文字，一段一行；筛选、翻页、电话、图不算。"""
    for block in blocks:
        yield from _lines(block)


def _lines(block: Block) -> Iterator[str]:
    match block:
        case Heading(_, children) | Paragraph(children):
            yield inline_text(children)
        case Bullets(items):
            for item in items:
                yield from text_lines(item)
        case Quotation(blocks):
            yield from text_lines(blocks)
        case Answer(title, blocks) | Question(title, blocks) | Notice(_, title, blocks):
            yield title
            yield from text_lines(blocks)
        case Facts(rows):
            yield from (f"{row.label}：{inline_text(row.value)}" for row in rows)
        case Grid(caption, head, rows):
            yield caption
            yield from ("，".join(map(inline_text, row)) for row in (head, *rows))
        case Numbers(numbers):
            yield from (f"{number.label} {number.value}{number.unit}" for number in numbers)
        case Cards(cards):
            yield from (card.title for card in cards)
