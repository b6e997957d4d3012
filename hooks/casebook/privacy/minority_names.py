"""不带间隔号的少数民族姓名（巴特尔、扎西次仁）：整段由译名的常用成分拼成。"""

import re
from collections.abc import Iterator
from functools import cache

from .findings import Finding
from .human_acts import act_at
from .lexicon import UNKNOWN_COST, read_lines
from .wordlike import is_told

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


# 只有名没有姓的藏族名字：左右都说是人才算，格桑花、洛桑村不算。
_SINGLE = re.compile(
    "扎西|次仁|次旦|卓玛|卓嘎|拉姆|央金|白玛|格桑|洛桑|丹增|旦增|平措|顿珠|多吉|才让|旺堆|索朗|索南|达瓦|巴桑|"
    "普布|米玛|仁青|贡布|曲珍|德吉|梅朵|罗布|诺布|桑吉|尼玛|加措|嘉措|拉毛|泽仁|措姆|旺姆|强巴"
)
_KIN = frozenset(["姐妹", "兄弟", "父子", "母女", "夫妇", "老人", "没有"])
# 傣族名字：岩、玉后面跟着两个译名用字。
_DAI = re.compile("[岩玉][温罕腊囡香坎叫应光龙论甩吨旺尖扁捧波伦保恩帅燕儿糯丙宰胆么拉]{2}")


def _stands_for_person(text: str, start: int, end: int) -> bool:
    """左边是开头、停顿或连词，右边紧跟着人做的事或称呼。"""
    before = text[start - 1 : start]
    if before and before not in '\n,、。:;!?“"(和与及跟对向给由被把是叫':
        return False
    return text[end : end + 2] in _KIN or is_told(text, end) or act_at(text, end) != ""


def find_single_names(text: str) -> Iterator[Finding]:
    """单独的藏族名字、三个字的傣族名字。"""
    for match in _SINGLE.finditer(text):
        if _stands_for_person(text, *match.span()):
            yield Finding(*match.span(), "姓名", "像少数民族姓名。")
    for match in _DAI.finditer(text):
        yield Finding(*match.span(), "姓名", "像少数民族姓名。")


def find_minority_names(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """连着的译名成分，三个字以上、不是现成的词，后面也不是行政区划。"""
    for match in _parts().finditer(text):
        start, end = match.span()
        if not _LEAST <= end - start <= _MOST or "·" in text[max(0, start - 1) : end + 1]:
            continue
        familiar = costs.get(match.group(), UNKNOWN_COST) < _FAMILIAR_COST
        if not familiar and text[end : end + 1] not in _NOT_AFTER:
            yield Finding(start, end, "姓名", "像少数民族姓名。")
