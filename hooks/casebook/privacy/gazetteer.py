"""地名：本区的村、社区和街镇。姓名检查把它们当普通词看。

村名取自 china-division（MIT），见 data/README.md。
"""

import re
from functools import cache

from .glyphs import FOLD
from .lexicon import read_lines

_OFFICE = re.compile(r"(?:社区)?(?:居委会|村委会|居民委员会|村民委员会)$|社区$")
# 街镇、河流、公路的名字：范围大，与姓氏写在一起也认不出人。
TOWNS = frozenset({
    *("海滨", "宝平", "钰华", "潮阳", "朝霞", "周良", "周良庄", "大口屯", "王卜庄", "方家庄"),
    *("林亭口", "八门城", "大钟庄", "新安", "霍各庄", "新开口", "大白庄", "大白", "口东"),
    *("郝各庄", "牛家牌", "尔王庄", "黄庄", "史各庄", "牛道口", "大唐庄", "马家店", "宝坻"),
    *("津围", "潮白河", "青龙湾", "箭杆河"),
})  # fmt: skip


def _forms(name: str) -> set[str]:
    """一个村的几种叫法：史各庄村、史各庄。括号与正式检查时一样用半角：东于(瞿阝)。"""
    full = _OFFICE.sub("", name).translate(FOLD)
    short = full.removesuffix("村") if len(full) > 2 else full
    return {full, short, short + "村"}


@cache
def district_places() -> frozenset[str]:
    """本区地名的各种叫法。"""
    names = (line.split(",")[1].strip('"') for line in read_lines("villages.csv")[1:])
    return frozenset(form for name in names for form in _forms(name) if len(form) > 1) | TOWNS
