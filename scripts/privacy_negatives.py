"""难例：样子像号码、像地址、像店名，其实不是个人信息的写法，测试与基准共用。

花括号里的是现造的数：{n4} 四位数字，{year}{mm}{dd} 日期，{hm} 时刻，{d} 小数，
{cn} 汉字数码，{L} 字母。
"""

import random
import re
from pathlib import Path

from privacy_numbers import digits

_FILE = Path(__file__).with_name("privacy_texts") / "hard_negatives.txt"
_SLOT = re.compile(r"\{(\w+)\}")
_CHINESE = "一二三四五六七八九"
TEMPLATES = tuple(
    line for line in _FILE.read_text(encoding="utf-8").splitlines() if not line.startswith("# ")
)


def _fill(slot: str, rng: random.Random) -> str:
    if slot[0] == "n" and slot[1:].isdigit():
        return rng.choice("123456789") + digits(rng, int(slot[1:]) - 1)
    month, day = rng.randint(1, 12), rng.randint(1, 28)
    filled = {
        "year": str(rng.randint(2005, 2026)),
        "m": str(month),
        "mm": f"{month:02}",
        "day": str(day),
        "dd": f"{day:02}",
        "hm": f"{rng.randrange(24):02}:{rng.randrange(60):02}",
        "hour": str(rng.randrange(24)),
        "min": str(rng.randrange(60)),
        "ss": f"{rng.randrange(60):02}",
        "d": f"{rng.uniform(1, 200):.2f}",
        "cn": rng.choice(_CHINESE),
        "cnm": rng.choice(_CHINESE),
        "cnd": rng.choice(_CHINESE),
        "L": rng.choice("ABCDEFGHJKLMNPQRSTUVWXYZ"),
    }
    return filled[slot]


def hard_negative(rng: random.Random) -> str:
    """一两句话，里面没有一处是个人信息。"""
    chosen = rng.choices(TEMPLATES, k=rng.choice((1, 1, 2)))
    ends = ("。", "；", "，已核对。", "\n", "")
    lead = rng.choice(("", "", "经查，", "- ", "其中", "现场发现", "| "))
    return lead + "".join(
        _SLOT.sub(lambda slot: _fill(slot[1], rng), template) + rng.choice(ends[:-1])
        for template in chosen
    )
