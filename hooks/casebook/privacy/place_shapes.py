"""候选姓名其实是地名：登记在册的、字面一看就是的（孙家滩）、几个同样结尾并列的（徐营、潘营、沈营）。

前面有称呼的另算：地名也可能正是人名。
"""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator

from .name_sites import Option
from .wordlike import is_told

# 地名比里面像姓名的几个字最多多出几个字；地名后面常接的方位。
_REACH = 4
_SIDES = frozenset("东南西北村内外里口旁头")
# 几乎只作地名的末字，和“某家”后面作地名的末字。
_ENDINGS = frozenset("坟峪洼沟坨滩甸墓坝堤渠桥湾闸淀沽堼疃套寨街巷坑河埝埽垴店铺村路碑")
_AFTER_FAMILY = _ENDINGS | frozenset(
    "梁台口头圪营店仓铺庙街楼堡屯庄岭岗崖坎坡坑河塘井码牌务园场集窝窑顶门洞沿"
)
# 几个这样结尾的排在一起，就都是地名；人名也有用这些字的，所以单个不算。
_SHARED = _AFTER_FAMILY | frozenset("城村镇乡里山川林海泉关集")
_SISTERS = 3
_DOES = re.compile("家(?![庄村屯园])|把|说|称|将|在询问|骑|被依法")
_ROAD = re.compile(r"路(?![过上边口遇旁途])|街(?![上头边口])|渠(?![道水边])")


def without_places(
    text: str, scored: Iterable[tuple[float, Option]], places: frozenset[str]
) -> Iterator[tuple[float, Option]]:
    """去掉是地名的候选，其余连同分数原样给出。"""
    left: list[tuple[float, Option]] = []
    gone: dict[int, float] = {}
    for value, option in scored:
        if not option.labelled and (_registered(text, option, places) or _shaped(text, option)):
            gone[option.start] = max(value, gone.get(option.start, value))
        else:
            left.append((value, option))
    shared = _shared_endings(text, (option for _, option in left))
    for value, option in left:
        # “吕泉沟”是地名，它里面不那么像的“吕泉”也不是人名
        part = value < gone.get(option.start, value) or _ending(text, option) in shared
        if option.labelled or not part:
            yield value, option


def _registered(text: str, option: Option, places: frozenset[str]) -> bool:
    """在一个登记的地名里面，或者是地名加方位（杜台北）。"""
    return any(
        text[start:end] in places and (end >= option.end or text[end] in _SIDES)
        for start in range(max(0, option.start - _REACH), option.start + 1)
        for end in range(option.end - 1, min(len(text), option.end + _REACH) + 1)
    )


def _shaped(text: str, option: Option) -> bool:
    """“吕洼沟”“孙家梁”，或者后面就是路名、街名的末字：贺兰路；后面写着人做的事的不算。"""
    if _DOES.match(text, option.end) or is_told(text, option.end):
        return False
    name = text[option.start : option.end]
    if name[-1] == "子" and name[-2] in _AFTER_FAMILY:  # 林台子、蒋沟子
        return True
    if name[-1] in (_AFTER_FAMILY if name[1:-1] == "家" else _ENDINGS):
        return True
    return _ROAD.match(text, option.end) is not None


def _ending(text: str, option: Option) -> tuple[int, str]:
    """几个字、末字是什么。"""
    return option.end - option.start, text[option.end - 1]


def _shared_endings(text: str, options: Iterable[Option]) -> frozenset[tuple[int, str]]:
    """至少三个不同的候选共有的地名末字。"""
    found: dict[tuple[int, str], set[str]] = defaultdict(set)
    for option in options:
        if not option.labelled and text[option.end - 1] in _SHARED:
            found[_ending(text, option)].add(text[option.start : option.end])
    return frozenset(ending for ending, names in found.items() if len(names) >= _SISTERS)
