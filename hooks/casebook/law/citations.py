"""法条引用：把人写的“大气污染防治法第119条第一款”读成有类型的值（`Citation`）。

只管写法，不管这部法、这一条存不存在；那由登记册（`register`）回答。
"""

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from typing import Annotated

from pydantic import BeforeValidator, WithJsonSchema

from casebook.entries.fields import refuse
from casebook.law.numerals import NUMERAL, read_numeral
from casebook.law.provisions import Citation, CitationError, join_citations

__all__ = [
    "OWN",
    "Citation",
    "CitationError",
    "Citations",
    "OwnCitations",
    "join_citations",
    "parse_citation",
    "parse_citations",
]

OWN = "本法"
_LONGEST_RANGE = 50
_LONGEST_TEXT = 500


def parse_citation(text: str, within: str | None = None) -> Citation:
    """恰好一处引用。读不懂或不止一处时抛出 `CitationError`。"""
    citations = parse_citations(text, within)
    if len(citations) > 1:
        raise CitationError(f"“{text}”里有 {len(citations)} 处引用，这里只能写一处")
    return citations[0]


@lru_cache(maxsize=4096)
def parse_citations(text: str, within: str | None = None) -> tuple[Citation, ...]:
    """一段文字里的全部引用，依次给出，不重复。

    `within` 是省略名称或写“本法”时所指的法规；没有给而又省略，就是读不懂。
    读不懂时抛出 `CitationError`。
    """
    if len(text) > _LONGEST_TEXT:
        raise CitationError("引用写得太长", "一项写一处引用，几处就写几项。")
    return tuple(dict.fromkeys(_Reader(text, within).read()))


_NUMBERS = rf"第?[（(]?{NUMERAL}[）)]?(?:[、，,和及或]第?[（(]?{NUMERAL}[）)]?)*"
_UNIT = re.compile(
    rf"(?P<numbers>{_NUMBERS})(?P<unit>条(?!例)|款|项|目)(?:之(?P<suffix>{NUMERAL}))?"
)
_ARTICLE = re.compile(rf"{_NUMBERS}条(?!例)")
_TITLE = re.compile(r"《(?P<name>[^《》]+)》(?:[（(][^（）()]*[）)])?")
_FILLER = re.compile(
    r"[、，,；;。.]+|以及|和(?!平|田)|及|与|并|或者|或|[的之]?规定|的"
    r"|依据|根据|依照|按照|(?:违反了?|参照|适用|见)(?=《)"
)
_RANGE = re.compile(r"(?:至|到|—+|－|-|~|～)\s*(?=第|[（(]|" + NUMERAL + ")")
_OWN = re.compile(r"本(?:法典|法|条例|规定|办法|规章)")
_SAME = re.compile(r"(?:该|同)(?:法典|法|条例|规定|办法|规章)")
_VAGUE = re.compile(r"前[一二两三四]?[条款项]|本[条款项]|上述|下列")
_NAME = re.compile(
    r"[\w（）()〔〕〈〉·、]*?"
    r"(?:法|法典|条例|规定|办法|细则|决定|意见|通知|准则|规则|解释|制度|公告|通告|标准)"
    r"(?:[（(][^（）()]*[）)])?"
)


class _Reader:
    """从左到右读一遍。"""

    def __init__(self, text: str, within: str | None) -> None:
        self.text = _tidy(text)
        self.within = within
        self.position = 0
        self.statute: str | None = None
        self.unused_name: str | None = None
        self.found: list[Citation] = []
        self.last_unit = ""

    def read(self) -> list[Citation]:
        while self.position < len(self.text):
            self._step()
        if self.unused_name is not None:
            raise CitationError(f"“{self.unused_name}”后面没有写第几条", quote=self.unused_name)
        if not self.found:
            raise CitationError("没有写引用的条款")
        return self.found

    def _step(self) -> None:
        if self.last_unit and self._take(_RANGE):
            self._read_range()
        elif self._take(_FILLER):
            pass
        elif match := self._take(_TITLE):
            self._open(match["name"])
        elif match := self._take(_OWN):
            self._open(self._own(match.group()))
        elif match := self._take(_SAME):
            if self.statute is None:
                raise CitationError(f"“{match.group()}”前面没有写过法规名称", quote=match.group())
            self._open(self.statute)
        elif match := _VAGUE.match(self.text, self.position):
            quote = match.group()
            raise CitationError(f"“{quote}”要写成具体的第几条、第几款、第几项", quote=quote)
        elif match := self._take(_UNIT):
            self._unit(match)
        else:
            self._bare_name()

    def _take(self, pattern: re.Pattern[str]) -> re.Match[str] | None:
        match = pattern.match(self.text, self.position)
        if match is not None:
            self.position = match.end()
        return match

    def _open(self, name: str) -> None:
        if self.unused_name is not None:
            raise CitationError(f"“{self.unused_name}”后面没有写第几条", quote=self.unused_name)
        self.statute = self.unused_name = name
        self.last_unit = ""

    def _own(self, word: str) -> str:
        if self.within is None:
            raise CitationError(f"看不出“{word}”指哪一部", "写出法规名称。", word)
        return self.within

    def _bare_name(self) -> None:
        """没有书名号的名称：一直到下一个“第几条”之前。"""
        match = _ARTICLE.search(self.text, self.position)
        rest = self.text[self.position : match.start() if match else len(self.text)]
        name = re.sub(r"(?:的|之|中)+$", "", rest)
        if _NAME.fullmatch(name):
            pass
        elif match is not None:
            hint = "写完整的法规名称或登记过的简称，或给名称加上书名号《》。"
            raise CitationError(f"“{name}”不像法规名称", hint, name)
        elif _UNIT.search(rest):
            raise CitationError(f"“{rest}”里少了“第几条”", quote=rest)
        else:
            raise CitationError(f"看不懂“{rest}”", quote=rest)
        self.position += len(rest)
        self._open(name)

    def _unit(self, match: re.Match[str]) -> None:
        numbers = [self._number(word) for word in re.findall(NUMERAL, match["numbers"])]
        unit = match["unit"]
        if match["suffix"] and (unit != "条" or len(numbers) > 1):
            raise CitationError(f"看不懂“{match.group()}”", quote=match.group())
        if unit == "条":
            self._articles(numbers, self._number(match["suffix"]) if match["suffix"] else 0)
        elif unit == "目":
            raise CitationError(
                f"“{match.group()}”：引用写到“项”为止", "去掉“第几目”。", match.group()
            )
        elif not self.found or self.unused_name is not None:
            raise CitationError(f"“{match.group()}”前面少了“第几条”", quote=match.group())
        elif unit == "款":
            self._paragraphs(numbers)
        else:
            self._items(numbers)
        self.last_unit = unit

    def _number(self, word: str) -> int:
        number = read_numeral(word)
        if number is None:
            raise CitationError(
                f"读不出“{word}”是几", "数字写完整，例如 一百零一、一百一十、101。", word
            )
        return number

    def _articles(self, numbers: list[int], suffix: int = 0) -> None:
        statute = self.statute or self.within
        if statute is None:
            raise CitationError("少了法规名称", "在“第几条”前面写上法规名称。")
        self.statute, self.unused_name = statute, None
        self.found += [Citation(statute, number, suffix) for number in numbers]

    def _paragraphs(self, numbers: list[int]) -> None:
        last = self.found[-1]
        if last.paragraph is None and not last.items:
            self.found.pop()
        self.found += [replace(last, paragraph=number, items=()) for number in numbers]

    def _items(self, numbers: list[int]) -> None:
        last = self.found.pop()
        items = tuple(dict.fromkeys([*last.items, *numbers]))
        self.found.append(replace(last, items=items))

    def _read_range(self) -> None:
        match = self._take(_UNIT)
        unit, last = self.last_unit, self.found[-1]
        first = {"条": last.article, "款": last.paragraph, "项": (last.items or (0,))[-1]}[unit]
        numbers = [self._number(w) for w in re.findall(NUMERAL, match["numbers"])] if match else []
        if match is None or match["unit"] != unit or match["suffix"] or len(numbers) != 1:
            raise CitationError("“至”的两头要是同一级，例如 第一项至第三项")
        if first is None or not first < numbers[0] <= first + _LONGEST_RANGE:
            raise CitationError(f"“至”的后面要比前面大，而且不要跨得太远：“{match.group()}”")
        following = list(range(first + 1, numbers[0] + 1))
        {"条": self._articles, "款": self._paragraphs, "项": self._items}[unit](following)


def _tidy(text: str) -> str:
    """全角数字、空白归一；书名号以外的标点不动。"""
    return re.sub(r"[\s\u200b\ufeff]+", "", text).translate(_DIGITS)


_DIGITS = str.maketrans("０１２３４５６７８９", "0123456789")


def _read_all(value: object, within: str | None) -> Iterator[object]:
    for one in value if isinstance(value, list | tuple) else [value]:
        if not isinstance(one, str):
            yield one
            continue
        try:
            yield from parse_citations(one, within)
        except CitationError as error:
            raise refuse("C209", f"“{one}”：{error.reason}", error.hint) from None


def read_citations(value: object) -> object:
    """校验器：一段或几段文字读成若干引用，法规名称不能省。"""
    return tuple(_read_all(value, None))


def read_own_citations(value: object) -> object:
    """校验器：写在某部法自己的文件里，省略的法规名称记作 `OWN`。"""
    return tuple(_read_all(value, OWN))


_TEXT_OR_LIST = WithJsonSchema(
    {"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}
)
Citations = Annotated[tuple[Citation, ...], BeforeValidator(read_citations), _TEXT_OR_LIST]
OwnCitations = Annotated[tuple[Citation, ...], BeforeValidator(read_own_citations), _TEXT_OR_LIST]
