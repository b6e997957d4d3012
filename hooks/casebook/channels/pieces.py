"""把文章的树压成一块接一块的平片：公众号要平的块，纯文本也要平的行，两者从同一串平片来。

列表写成文字标记；网站上才有用的筛选、翻页、入口不要；没有内容的小标题不要。
"""

from collections.abc import Iterator
from enum import StrEnum
from itertools import count
from typing import NamedTuple

from casebook.article.blocks import (
    Answer,
    Article,
    Block,
    Blocks,
    Bullets,
    Cards,
    Facts,
    Grid,
    Heading,
    Hotlines,
    Notice,
    Numbers,
    Paragraph,
    Picture,
    Question,
    Quotation,
)
from casebook.article.inlines import Link, Words
from casebook.article.wording import day_text
from casebook.channels.runs import References, Run, Runs, flatten

BULLETS = ("●", "○", "■")


class Kind(StrEnum):
    """平片的种类，也是模板里宏的名字。"""

    HEADING = "heading"
    SUBHEADING = "subheading"
    TEXT = "text"
    LEAD = "lead"
    ITEM = "item"
    QUOTE = "quote"
    NOTICE = "notice"
    FACTS = "facts"
    TABLE = "table"
    NUMBERS = "numbers"
    PICTURE = "picture"


_RANKS = {Kind.HEADING: 2, Kind.SUBHEADING: 1}


class Piece(NamedTuple):
    """一个平片；一篇有几十个，又要当记忆的键，所以是元组。

    `marker` 是列表的标记，`depth` 是列表的层次（从 0 起）；`rows` 只有表格和事实框才有，
    表格的第一行是表头；`picture` 只有图才有。
    """

    kind: Kind
    runs: Runs = ()
    marker: str = ""
    depth: int = 0
    rows: tuple[tuple[Runs, ...], ...] = ()
    picture: Picture | None = None


def build_pieces(article: Article, references: References) -> tuple[Piece, ...]:
    """一篇文章的全部平片；引用的网址记进 `references`。"""
    kept: list[Piece] = []
    for piece in reversed(tuple(_many(article.blocks, references, depth=0))):
        if _leads_somewhere(piece, kept[-1] if kept else None):
            kept.append(piece)
    return tuple(reversed(kept))


def _leads_somewhere(piece: Piece, following: Piece | None) -> bool:
    """小标题后面要有内容或更低一级的小标题。"""
    rank = _RANKS.get(piece.kind, 0)
    return not rank or (following is not None and rank > _RANKS.get(following.kind, 0))


def _many(blocks: Blocks, references: References, depth: int) -> Iterator[Piece]:
    for block in blocks:
        yield from _one(block, references, depth)


def _one(block: Block, references: References, depth: int) -> Iterator[Piece]:
    match block:
        case Heading(level, children, _):
            kind = Kind.HEADING if level <= 2 else Kind.SUBHEADING
            yield from _filled(Piece(kind, flatten(children, references)))
        case Paragraph((Link(_, target),)) if references.dead(target):
            pass  # 只有一个去处、又没有网址可写的一段，留着只会叫人白找
        case Paragraph(children, lead):
            kind = Kind.LEAD if lead else Kind.TEXT
            yield from _filled(Piece(kind, flatten(children, references)))
        case Bullets(items, start):
            markers = (f"{n}." for n in count(start)) if start is not None else None
            for item in items:
                marker = next(markers) if markers else BULLETS[min(depth, len(BULLETS) - 1)]
                yield from _item(item, marker, references, depth)
        case Quotation(blocks):
            for piece in _many(blocks, references, depth):
                yield _quoted(piece)
        case Notice(_, title, blocks):
            yield Piece(Kind.NOTICE, (*_notice(title, blocks, references),))
        case Answer(question, blocks, _):
            yield Piece(Kind.HEADING, (Run(question),))
            yield from _many(blocks, references, depth)
        case Question(ask, blocks):
            yield Piece(Kind.SUBHEADING, (Run(ask),))
            yield from _many(blocks, references, depth)
        case _:
            yield from _tabular(block, references)


def _tabular(block: Block, references: References) -> Iterator[Piece]:
    """成行成列的块；别的（筛选、翻页、入口）只在网站上有用。"""
    match block:
        case Facts(rows):
            yield Piece(
                Kind.FACTS,
                rows=tuple(((Run(row.label),), flatten(row.value, references)) for row in rows),
            )
        case Grid(caption, head, rows):
            if caption:
                yield Piece(Kind.SUBHEADING, (Run(caption),))
            cells = (tuple(flatten(cell, references) for cell in row) for row in (head, *rows))
            yield Piece(Kind.TABLE, rows=tuple(cells))
        case Numbers(items):
            texts = (
                f"{item.label} {item.value}{item.unit}" + (f"（{item.note}）" if item.note else "")
                for item in items
            )
            yield Piece(Kind.NUMBERS, (Run("　".join(texts)),))
        case Picture(caption=caption) as picture:
            yield Piece(Kind.PICTURE, (Run(caption),) if caption else (), picture=picture)
        case Cards(items):
            for card in items:
                if references.dead(card.target):
                    continue
                linked = Link((Words(card.title),), card.target)
                detail = "，".join([*([day_text(card.day)] if card.day else []), *card.tags])
                text = (linked, Words(f"（{detail}）" if detail else ""))
                yield Piece(Kind.ITEM, flatten(text, references), BULLETS[0])
        case Hotlines(items):
            for line in items:
                number, purpose = Run(line.number, strong=True), Run(f"，{line.purpose}")
                yield Piece(Kind.ITEM, (Run(f"{line.name} "), number, purpose), BULLETS[0])


def _item(item: Blocks, marker: str, references: References, depth: int) -> Iterator[Piece]:
    """列表的一项：第一段带标记，其余各段缩进同样多而不带。"""
    pieces = list(_many(item, references, depth + 1))
    if not pieces or pieces[0].kind is not Kind.TEXT:
        yield Piece(Kind.ITEM, (), marker, depth)
    for index, piece in enumerate(pieces):
        if piece.kind is Kind.TEXT:
            yield Piece(Kind.ITEM, piece.runs, marker if index == 0 else "", depth)
        else:
            yield piece


def _quoted(piece: Piece) -> Piece:
    """引用里的文字；表格等保持原样，列表的标记留在文字前面。"""
    if piece.rows or piece.picture:
        return piece
    marker = (Run(f"{piece.marker} "),) if piece.marker else ()
    return Piece(Kind.QUOTE, (*marker, *piece.runs))


def _notice(title: str, blocks: Blocks, references: References) -> Iterator[Run]:
    yield Run(f"{title}：", strong=True)
    for piece in _many(blocks, references, depth=0):
        yield from piece.runs


def _filled(piece: Piece) -> Iterator[Piece]:
    """没有文字的段落和小标题不要。"""
    if piece.runs:
        yield piece
