"""人写的 Markdown 文字变成块。

只收段落、小标题、列表、引用、表格、重点与链接；原样的 HTML 当作文字。
"""

import re
from collections.abc import Iterator, Sequence

from markdown_it import MarkdownIt
from markdown_it.token import Token

from casebook.article.blocks import (
    Block,
    Blocks,
    Bullets,
    Grid,
    Heading,
    Paragraph,
    Quotation,
)
from casebook.article.inlines import (
    Break,
    Emphasis,
    Inline,
    Inlines,
    Link,
    Strong,
    Words,
    inline_text,
)

_PARSER = MarkdownIt("commonmark", {"html": False}).enable("table").disable("image")
_WORDS = r"[^\s!-/:-@\[-`{-~]"
_LINE = rf"(?!\d){_WORDS}(?:(?:{_WORDS}|[ ,.:;?/()])*{_WORDS})?"
_PLAIN = re.compile(rf"\n*{_LINE}(?:\n+{_LINE})*\n*")
_BLANK_LINES = re.compile(r"\n\n+")
"""没有任何记号的文字，大多数段落都是：不必请解析器，读出来一样。"""


def read_prose(text: str, base_level: int = 3) -> Blocks:
    """一段 Markdown 的块；其中最高一级小标题算作 `base_level` 级。"""
    if _PLAIN.fullmatch(text):
        return tuple(map(_plain_paragraph, _BLANK_LINES.split(text.strip("\n"))))
    return tuple(_blocks(_Cursor(_PARSER.parse(text)), base_level))


def _plain_paragraph(text: str) -> Paragraph:
    return Paragraph(tuple(map(Words, text.split("\n"))))


class _Cursor:
    """在记号序列上前进。"""

    def __init__(self, tokens: Sequence[Token]) -> None:
        self.tokens = tokens
        self.index = 0

    def take(self) -> Token | None:
        """取下一个记号；没有了则为 None。"""
        if self.index >= len(self.tokens):
            return None
        self.index += 1
        return self.tokens[self.index - 1]

    def inside(self, opening: Token) -> "_Cursor":
        """跳过与 `opening` 配对的一段，返回只走这一段的光标。"""
        closing = opening.type.replace("_open", "_close")
        start = self.index
        while (token := self.take()) is not None:
            if token.type == closing and token.level == opening.level:
                break
        return _Cursor(self.tokens[start : self.index - 1])


def _blocks(cursor: _Cursor, base_level: int) -> Iterator[Block]:
    while (token := cursor.take()) is not None:
        match token.type:
            case "paragraph_open":
                yield Paragraph(_line(cursor.inside(token)))
            case "heading_open":
                children = _line(cursor.inside(token))
                level = min(4, base_level - 1 + int(token.tag[1]))
                yield Heading(level, children, anchor=inline_text(children))
            case "bullet_list_open":
                yield Bullets(_items(cursor.inside(token), base_level))
            case "ordered_list_open":
                start = int(token.attrs.get("start", 1))
                yield Bullets(_items(cursor.inside(token), base_level), start)
            case "blockquote_open":
                yield Quotation(tuple(_blocks(cursor.inside(token), base_level)))
            case "table_open":
                yield _grid(cursor.inside(token))
            case "fence" | "code_block":
                yield Paragraph((Words(token.content.strip()),))


def _items(cursor: _Cursor, base_level: int) -> tuple[Blocks, ...]:
    items = []
    while (token := cursor.take()) is not None:
        if token.type == "list_item_open":
            items.append(tuple(_blocks(cursor.inside(token), base_level)))
    return tuple(items)


def _grid(cursor: _Cursor) -> Grid:
    rows: list[tuple[Inlines, ...]] = []
    cells: list[Inlines] = []
    while (token := cursor.take()) is not None:
        if token.type in ("th_open", "td_open"):
            cells.append(_line(cursor.inside(token)))
        elif token.type == "tr_close":
            rows.append(tuple(cells))
            cells = []
    return Grid("", rows[0], tuple(rows[1:]))


def _line(cursor: _Cursor) -> Inlines:
    token = cursor.take()
    return _inlines(_Cursor(token.children or [])) if token is not None else ()


def _inlines(cursor: _Cursor) -> Inlines:
    result: list[Inline] = []
    while (token := cursor.take()) is not None:
        match token.type:
            case "text" | "code_inline" | "html_inline":
                if token.content:
                    result.append(Words(token.content))
            case "softbreak":
                result.append(Words(""))
            case "hardbreak":
                result.append(Break())
            case "strong_open":
                result.append(Strong(_inlines(cursor.inside(token))))
            case "em_open":
                result.append(Emphasis(_inlines(cursor.inside(token))))
            case "link_open":
                target = str(token.attrs.get("href", ""))
                result.append(Link(_inlines(cursor.inside(token)), target))
    return tuple(part for part in result if part != Words(""))
