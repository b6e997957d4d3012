"""一处法条引用：哪部法第几条第几款第几项，以及它唯一的规范写法。"""

from collections.abc import Iterable
from dataclasses import dataclass, replace

from casebook.law.numerals import write_numeral


class CitationError(ValueError):
    """引用读不懂。`reason` 说错在哪，`hint` 说怎么改，`quote` 是出错的那几个字。"""

    def __init__(self, reason: str, hint: str = "", quote: str = "") -> None:
        super().__init__(reason)
        self.reason = reason
        self.hint = hint or "写成“法规名称第几条第几款第几项”，例如 消防法第六十条第一款第三项。"
        self.quote = quote


@dataclass(frozen=True, slots=True, order=True)
class Citation:
    """一处引用：法规名称（照原样，不带书名号）、条、条之几、款、若干项。"""

    statute: str
    article: int
    suffix: int = 0
    paragraph: int | None = None
    items: tuple[int, ...] = ()

    @property
    def provision(self) -> str:
        """只有条款：“第六十条第一款第三项、第五项”。"""
        text = f"第{write_numeral(self.article)}条"
        if self.suffix:
            text += f"之{write_numeral(self.suffix)}"
        if self.paragraph is not None:
            text += f"第{write_numeral(self.paragraph)}款"
        return text + "、".join(f"第{write_numeral(item)}项" for item in self.items)

    @property
    def text(self) -> str:
        """规范写法：“《消防法》第六十条第二款”。"""
        return f"《{self.statute}》{self.provision}"

    @property
    def plain(self) -> str:
        """不带书名号的写法：“消防法第六十条第二款”。"""
        return self.statute + self.provision

    @property
    def key(self) -> tuple[int, int]:
        """条号：(条, 之几)。"""
        return self.article, self.suffix

    def named(self, statute: str) -> "Citation":
        """同一处，换一个法规名称。"""
        return replace(self, statute=statute)

    def covers(self, other: "Citation") -> bool:
        """`other` 是否就是这里或在这里之内（同名比较）：第六十条 含 第六十条第二款。"""
        if (self.statute, self.key) != (other.statute, other.key):
            return False
        if self.paragraph is not None and self.paragraph != other.paragraph:
            return False
        return not self.items or (bool(other.items) and set(other.items) <= set(self.items))

    def __str__(self) -> str:
        return self.text


def join_citations(citations: Iterable[Citation]) -> str:
    """连着印，同一部法只写一次名字：“《消防法》第二十八条、第六十条第二款”。"""
    parts: list[str] = []
    statute = None
    for citation in citations:
        parts.append(citation.provision if citation.statute == statute else citation.text)
        statute = citation.statute
    return "、".join(parts)
