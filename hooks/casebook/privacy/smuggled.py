"""号码中间夹着看不见的字符：没有人会这样写编号、金额，只有想躲开检查的才会。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .glyphs import INVISIBLE

# 只从一段的开头试起、不退回来：几十万字符连成一行的编码，逐字试要算上几个小时。
_PARTED = re.compile(rf"(?<![0-9A-Za-z])[0-9A-Za-z]++(?:[{INVISIBLE}]++[0-9A-Za-z]++)++")
_FEWEST_DIGITS = 6
_MANY_PARTS, _LONG = 3, 8


def find_smuggled(text: str) -> Iterator[Finding]:
    """原文（不是摊平的）里六位以上、夹着看不见的字符的号码，不论是哪一种；字母写的账号要夹几处。"""
    for match in _PARTED.finditer(text):
        parts = re.split(f"[{INVISIBLE}]+", match.group())
        letters = len(parts) >= _MANY_PARTS and sum(map(len, parts)) >= _LONG
        if letters or sum(map(str.isdigit, match.group())) >= _FEWEST_DIGITS:
            yield Finding(match.start(), match.end(), "号码", "数字之间夹着看不见的字符。")
