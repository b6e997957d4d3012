"""不带间隔号的少数民族姓名（巴特尔、扎西次仁）：整段由译名的常用成分拼成。"""

import re
from collections.abc import Iterator
from functools import cache

from .findings import Finding
from .lexicon import UNKNOWN_COST, read_lines

_LEAST, _MOST = 3, 9
# 成词的译名（乌兰巴托、阿克苏）在词表里；没见过的才像姓名。
_FAMILIAR_COST = 150
_NOT_AFTER = frozenset("州盟旗县市区省镇乡村湖河山族语路街")


@cache
def _parts() -> re.Pattern[str]:
    words = {word for line in read_lines("minority_names.txt") for word in line.split()}
    whole = sorted((word for word in words if len(word) > 1), key=lambda word: (-len(word), word))
    endings = "".join(sorted(word for word in words if len(word) == 1))
    letters = "".join(sorted({character for word in words for character in word}))
    # 先看有没有连着三个译名用字，绝大多数地方到此为止。
    return re.compile(rf"(?=[{letters}]{{{_LEAST}}})(?:{'|'.join(whole)})+[{endings}]?")


def find_minority_names(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """连着的译名成分，三个字以上、不是现成的词，后面也不是行政区划。"""
    for match in _parts().finditer(text):
        start, end = match.span()
        if not _LEAST <= end - start <= _MOST or "·" in text[max(0, start - 1) : end + 1]:
            continue
        familiar = costs.get(match.group(), UNKNOWN_COST) < _FAMILIAR_COST
        if not familiar and text[end : end + 1] not in _NOT_AFTER:
            yield Finding(start, end, "姓名", "像少数民族姓名。")
