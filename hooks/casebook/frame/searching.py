"""搜索条目：一篇文章按小标题分成几条，格式与 Material 的搜索相同。"""

import json
from collections.abc import Iterable, Iterator
from html import escape

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


def search_entries(article: Article) -> str:
    """这篇文章的条目，一行 JSON，逗号隔开；不进搜索的（列表、目录、撤回说明）为空。"""
    if not article.listed:
        return ""
    return ",".join(
        json.dumps(
            {"location": location, "title": escape(title, quote=False), "text": text},
            ensure_ascii=False,
        )
        for location, title, text in _parts(article)
    )


def complete_index(printed: str, entries: Iterable[str]) -> str:
    """把条目接在 Material 写好的索引后面。"""
    index = json.loads(printed)
    own = [json.dumps(entry, ensure_ascii=False) for entry in index.pop("docs")]
    config = json.dumps(index, ensure_ascii=False).removesuffix("}")
    documents = ",".join([*own, *filter(None, entries)])
    return f'{config}, "docs": [{documents}]}}'


def _parts(article: Article) -> Iterator[tuple[str, str, str]]:
    """（地址，标题，文字）；第一条是标题到第一个小标题之间的文字。"""
    location, title, texts = article.address, article.title, [article.description]
    for block in article.blocks:
        if isinstance(block, Heading | Answer):
            yield location, title, _joined(texts)
            location, texts = f"{article.address}#{block.anchor}", []
            title = block.question if isinstance(block, Answer) else inline_text(block.children)
        texts += _texts(block)
    yield location, title, _joined(texts)


def _joined(texts: Iterable[str]) -> str:
    return " ".join(f"<p>{escape(text, quote=False)}</p>" for text in texts if text)


def _texts(block: Block) -> Iterator[str]:
    """一块里给人看的文字；标题另算，翻页、筛选、电话不进搜索。"""
    match block:
        case Paragraph(children):
            yield inline_text(children)
        case Bullets(items):
            for item in items:
                yield from _all(item)
        case Quotation(blocks) | Answer(_, blocks) | Notice(_, _, blocks):
            yield from _all(blocks)
        case Question(ask, blocks):
            yield ask
            yield from _all(blocks)
        case Facts(rows):
            yield " ".join(f"{row.label}{inline_text(row.value)}" for row in rows)
        case Grid(caption, head, rows):
            yield " ".join([caption, *(inline_text(cell) for row in (head, *rows) for cell in row)])
        case Numbers(numbers):
            yield " ".join(f"{number.label}{number.value}{number.unit}" for number in numbers)
        case Cards(cards):
            yield " ".join(card.title for card in cards)


def _all(blocks: Iterable[Block]) -> Iterator[str]:
    for block in blocks:
        yield from _texts(block)
