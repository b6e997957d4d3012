"""法律词语的解释：每个词在一篇里第一次出现时划线，解释列在文末；纸上、没有脚本时也看得到。"""

import re
from collections.abc import Iterable, Iterator

from msgspec import Struct
from msgspec.structs import replace

from casebook.article.blocks import (
    Answer,
    Article,
    Block,
    Blocks,
    Bullets,
    Paragraph,
    Question,
    Quotation,
)
from casebook.article.inlines import Emphasis, Inline, Inlines, Strong, Words

MOST = 8
"""一篇最多解释几个词，多了碍眼。"""


class Term(Words, frozen=True):
    """要解释的词；`number` 是文末的第几条。不认识它的渠道当普通文字。"""

    number: int


class Meaning(Struct, frozen=True):
    """文末的一条解释。"""

    word: str
    text: str


def explain(article: Article, meanings: Iterable[Meaning]) -> tuple[Article, tuple[Meaning, ...]]:
    """划了线的文章，和用到的解释，按出现的次序。"""
    pen = _Pen({meaning.word: meaning for meaning in meanings})
    blocks = tuple(pen.blocks(article.blocks))
    return replace(article, blocks=blocks), tuple(pen.used)


class _Pen:
    """在一篇文章里从头划到尾，记得划过哪些词。"""

    def __init__(self, meanings: dict[str, Meaning]) -> None:
        self.meanings = meanings
        self.used: list[Meaning] = []
        longest_first = sorted(meanings, key=len, reverse=True)
        self.pattern = re.compile("|".join(map(re.escape, longest_first))) if meanings else None

    def blocks(self, blocks: Blocks) -> Iterator[Block]:
        for block in blocks:
            match block:
                case Paragraph(children):
                    yield replace(block, children=tuple(self.inlines(children)))
                case Bullets(items):
                    yield replace(block, items=tuple(tuple(self.blocks(one)) for one in items))
                case Quotation(inner) | Answer(_, inner) | Question(_, inner):
                    yield replace(block, blocks=tuple(self.blocks(inner)))
                case _:
                    yield block

    def inlines(self, nodes: Inlines) -> Iterator[Inline]:
        for node in nodes:
            match node:
                case Words(text):
                    yield from self.words(text)
                case Strong(children) | Emphasis(children):
                    yield replace(node, children=tuple(self.inlines(children)))
                case _:
                    yield node

    def words(self, text: str) -> Iterator[Inline]:
        end = 0
        for match in self.pattern.finditer(text) if self.pattern else ():
            meaning = self.meanings[match[0]]
            if meaning in self.used or len(self.used) == MOST:
                continue
            self.used.append(meaning)
            if match.start() > end:
                yield Words(text[end : match.start()])
            yield Term(match[0], len(self.used))
            end = match.end()
        if end < len(text):
            yield Words(text[end:])
