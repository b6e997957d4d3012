"""人名：在姓氏处取候选，用小模型打分；认出的名字在全文里再找一遍。"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cache

from .findings import Finding
from .lexicon import UNKNOWN_COST
from .name_features import SIZES, features, look_at
from .name_model import score, weights
from .name_tables import RARE_SURNAME_COST, surname_costs
from .party import SHORT_TITLES, STEMS, TITLE, labelled_places

_NEVER_GIVEN = frozenset("某的了是在被把等个吗呢吧这那些很们你我他她它啊哪怎什么哦嗯也诉氏")
_COVERED = frozenset("某×*＊○●□")
_NOT_ALONE = STEMS | SHORT_TITLES
# 只出现在“邓小平理论”之类提法里的名字，法律文书常引，不是当事人。
_FIGURES = frozenset({"邓小平", "毛泽东", "马克思", "习近平"})
# 姓氏与旁边的字合成这么常用的词，就不必再打分。
_EVERYDAY_COST, _FAMILIAR_COST = 95, 112
# 少见的姓多半是普通字，要有更足的把握；别处已认出的名字，分数低些也认。
_SURE, _SURE_RARE, _REPEATED = -0.8, 0.5, -6.0


@dataclass(frozen=True, slots=True)
class Option:
    """一个候选姓名、它的特征，以及前面有没有“当事人”之类称呼。"""

    start: int
    end: int
    features: list[str]
    labelled: bool


@cache
def _surname_pattern() -> re.Pattern[str]:
    """单姓，后面跟着可以入名的汉字。"""
    single = "".join(sorted(name for name in surname_costs() if len(name) == 1))
    never = "".join(sorted(_NEVER_GIVEN))
    return re.compile(rf"[{single}](?=[\u4e00-\u9fff])(?=[^{never}])")


@cache
def _compound_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(name for name in surname_costs() if len(name) > 1)))


def _surnames(text: str) -> Iterator[tuple[int, str]]:
    """文中每个姓氏的位置；复姓与它的头一个字各算一次。"""
    for pattern in (_surname_pattern(), _compound_pattern()):
        for match in pattern.finditer(text):
            yield match.start(), match.group()


def _is_ordinary(text: str, start: int, costs: dict[str, int]) -> bool:
    """姓氏与左边或右边的字合成一个很常用的词（方法、地方），多半不是姓。"""
    right = costs.get(text[start : start + 2], UNKNOWN_COST)
    left = costs.get(text[start - 1 : start + 1], UNKNOWN_COST) if start else UNKNOWN_COST
    return min(left, right) < _EVERYDAY_COST


def _is_word_in_passing(text: str, start: int, end: int, costs: dict[str, int]) -> bool:
    """整个候选就是一个常用词，又不在冒号后面：“当事人陈述”里没有姓名。"""
    known = costs.get(text[start:end], UNKNOWN_COST) < _FAMILIAR_COST
    return known and text[start - 1 : start] != ":"


def _plausible(text: str, given: int, end: int) -> bool:
    """名字不是虚词，后面不是遮盖，也不是化名（张甲）、称谓（李家）。"""
    if end > len(text) or text[end - 1] in _NEVER_GIVEN or text[end : end + 1] in _COVERED:
        return False
    if text[given - 1 : given + 2] in _FIGURES:
        return False
    return text[given] not in (_NOT_ALONE if end - given == 1 else STEMS)


def sites(text: str, costs: dict[str, int]) -> Iterator[list[Option]]:
    """每个姓氏处的候选：后面一个字、两个字各算一个，至多有一个是真的。"""
    labels = labelled_places(text)
    for start, surname in _surnames(text):
        labelled = start in labels
        given = start + len(surname)
        if TITLE.match(text, given) or (not labelled and _is_ordinary(text, start, costs)):
            continue
        site = look_at(text, start, surname, costs)
        yield [
            Option(start, given + size, found, labelled)
            for size in SIZES
            if _plausible(text, given, given + size)
            and not _is_word_in_passing(text, start, given + size, costs)
            and (found := features(site, size, labelled, costs))
        ]


def _best(scored: list[tuple[float, Option]]) -> list[tuple[float, Option]]:
    """互相重叠的候选只留分数最高的。"""
    kept: list[tuple[float, Option]] = []
    taken: set[int] = set()
    for value, option in sorted(scored, key=lambda pair: -pair[0]):
        span = range(option.start, option.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append((value, option))
    return kept


def _is_sure(text: str, value: float, option: Option) -> bool:
    rare = surname_costs().get(text[option.start], 0) >= RARE_SURNAME_COST
    return value > (_SURE_RARE if rare and not option.labelled else _SURE)


def find_names(text: str, costs: dict[str, int]) -> Iterator[Finding]:
    """姓名：分数够高的，以及与已认出的名字相同、分数不太低的。"""
    table = weights()
    scored = [(score(o.features, table), o) for site in sites(text, costs) for o in site]
    best = _best([pair for pair in scored if pair[0] > _REPEATED])
    sure = {(o.start, o.end) for value, o in best if _is_sure(text, value, o)}
    known = {text[start:end] for start, end in sure}
    for _, option in best:
        start, end = option.start, option.end
        if (start, end) in sure:
            yield Finding(start, end, "姓名", "用字和上下文都像真实姓名。")
        elif text[start:end] in known:
            yield Finding(start, end, "姓名", "与本文别处认出的姓名相同。")
