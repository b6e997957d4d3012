"""能把人认出来的组合：单看都不是个人信息，放在一起，同村的人就知道说的是谁。

匿名化须做到无法识别特定自然人（《个人信息保护法》第七十三条第四项），小村庄尤其要当心。
"""

import re
from collections.abc import Iterator

from .findings import Finding
from .name_tables import surname_costs

_SENTENCE = re.compile(r"[^。！？!?]+")
_EXACT_DATE = re.compile(r"\d{4}\s?(?:年\s?\d{1,2}\s?月\s?\d{1,2}\s?日|-\d{2}-\d{2})")
_SURNAME = re.compile(rf"[{''.join(n for n in surname_costs() if len(n) == 1)}](?:某|\*\*|××)")
_VILLAGE = re.compile(r"[\u4e00-\u9fff]{2,8}")
_REASON = "村名、姓氏和确切日期写在一起，小村里容易认出本人；改成“某村”，日期只写到月。"


def _villages(text: str, places: frozenset[str]) -> Iterator[tuple[int, int]]:
    """文中出现的村名，同一处取最长的。"""
    for run in _VILLAGE.finditer(text):
        at = run.start()
        while at < run.end() - 1:
            longest = range(min(run.end(), at + 6), at + 1, -1)
            end = next((end for end in longest if text[at:end] in places), None)
            if end is not None:
                yield at, end
            at = end or at + 1


def find_traceable(text: str, places: frozenset[str]) -> Iterator[Finding]:
    """一句话里有村名、隐名的姓氏和确切日期时，指出村名（提醒）。"""
    for sentence in _SENTENCE.finditer(text):
        part = sentence.group()
        if _EXACT_DATE.search(part) and _SURNAME.search(part):
            for start, end in _villages(part, places):
                offset = sentence.start()
                yield Finding(offset + start, offset + end, "可识别组合", _REASON, "likely")
