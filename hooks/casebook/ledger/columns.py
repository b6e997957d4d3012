"""台账的列：每一种列变成草稿里的什么、有哪些常见的叫法，以及怎样从表头认出来。"""

import re
import unicodedata
from collections.abc import Iterable, Mapping
from functools import cache

from msgspec import Struct

from casebook.ledger.paragraphs import read_paragraphs

UNUSED = "不用"


class Column(Struct, frozen=True):
    """一种列：名字（对应文件里就写它）、导入以后变成什么、表头常见的叫法。"""

    name: str
    becomes: str
    synonyms: tuple[str, ...]


def _read_columns() -> tuple[Column, ...]:
    columns = []
    for name, becomes, *synonyms in read_paragraphs("columns.txt"):
        columns.append(Column(name, becomes, (name, *" ".join(synonyms).split())))
    return tuple(columns)


COLUMNS = _read_columns()
NAMES = tuple(column.name for column in COLUMNS)
BY_NAME = {column.name: column for column in COLUMNS}

_BRACKETED = re.compile(r"\([^()]*\)|\[[^\[\]]*\]|【[^【】]*】")
_NOISE = re.compile(r"[\s*:：、/\\.。,，;；_\-—]")


def plain_header(text: object) -> str:
    """表头去掉单位、括号、空白与标点：“罚款金额（元）”就是“罚款金额”。"""
    folded = unicodedata.normalize("NFKC", str(text))
    return _NOISE.sub("", _BRACKETED.sub("", folded))


def find_column(headers: Iterable[str], mapping: Mapping[str, str]) -> Column | None:
    """从一列的各层表头（由下到上）认出它是什么；先看对应文件，再看叫法，都不像就是 None。"""
    levels = [plain for header in headers if (plain := plain_header(header))]
    if not levels:
        return None
    candidates = [*levels, "".join(levels), "".join(reversed(levels))]
    for candidate in candidates:
        if candidate in mapping:
            return BY_NAME[mapping[candidate]]
    synonyms = _synonyms()
    for candidate in candidates:
        if candidate in synonyms:
            return synonyms[candidate]
    return _longest_ending(levels[0], synonyms)


def _longest_ending(header: str, synonyms: Mapping[str, Column]) -> Column | None:
    """“被处罚当事人姓名”以“当事人姓名”结尾；太短的叫法不这样认，免得“备注说明”一类认错。"""
    endings = [word for word in synonyms if len(word) > 2 and header.endswith(word)]
    return synonyms[max(endings, key=len)] if endings else None


@cache
def _synonyms() -> dict[str, Column]:
    return {plain_header(word): column for column in COLUMNS for word in column.synonyms}
