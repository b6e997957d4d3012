"""法规的骨架：名称、沿革、各条在哪一章、分几款几项；以及读不懂的地方。"""

from collections.abc import Iterator
from itertools import pairwise

from msgspec import Struct, field

from casebook.law.numerals import write_numeral

Key = tuple[int, int]


class OutlinedParagraph(Struct):
    """一款：文字和项数。"""

    text: str
    items: int = 0


class OutlinedArticle(Struct):
    """一条：条号、所在的编章节、各款。"""

    key: Key
    chapter: str
    paragraphs: list[OutlinedParagraph] = field(default_factory=list)

    @property
    def text(self) -> str:
        """全文，一款一段。"""
        return "\n".join(paragraph.text for paragraph in self.paragraphs)


class Unread(Struct, frozen=True):
    """读不懂的一行：第几行（从 1 起）、为什么。"""

    line: int
    reason: str


class Outline(Struct):
    """一部法规的骨架。"""

    name: str = ""
    history: str = ""
    articles: list[OutlinedArticle] = field(default_factory=list)
    unread: list[Unread] = field(default_factory=list)

    @property
    def paragraph_count(self) -> int:
        """一共几款。"""
        return sum(len(article.paragraphs) for article in self.articles)

    @property
    def item_count(self) -> int:
        """一共几项。"""
        return sum(part.items for article in self.articles for part in article.paragraphs)

    @property
    def last_number(self) -> int:
        """最后一条的条号，也就是条数（“之一”不另计）。"""
        return max((article.key[0] for article in self.articles), default=0)

    def gaps(self) -> Iterator[str]:
        """条号不相接的地方，写成“第三条之后是第五条”。"""
        keys = [(0, 0), *(article.key for article in self.articles)]
        for before, after in pairwise(keys):
            if after not in following_keys(before):
                start = f"{write_key(before)}之后" if before != (0, 0) else "开头"
                yield f"{start}是{write_key(after)}"


def following_keys(key: Key) -> tuple[Key, Key]:
    """紧接着的条号：下一条，或者这一条之一、之二。"""
    number, suffix = key
    return (number + 1, 0), (number, suffix + 1)


def write_key(key: Key) -> str:
    """“第一百二十条之一”。"""
    number, suffix = key
    tail = f"之{write_numeral(suffix)}" if suffix else ""
    return f"第{write_numeral(number)}条{tail}"
