"""姓名的小模型：候选的字像不像名字、左右文像不像姓名的左右文，合成一个分数。

特征与权重都是看得懂的文字；权重由 scripts/train_names.py 训练，随代码一起提交。
"""

import math
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from itertools import repeat

from .lexicon import UNKNOWN_COST, class_after, class_before, read_lines, suffix_costs

LEFT, RIGHT = 3, 3
# 当作姓名比当作普通词贵这么多，左右文再像也不必往下看。
_HOPELESS = -95
RARE_SURNAME_COST = 69
_PRIOR_COST = 50
_RARE_GIVEN = 112
_GIVEN_COSTS = {"常用": 52, "较常用": 70, "偶用": 88}
_PLACE_ENDINGS = frozenset(
    "村庄屯镇乡县区市路街道桥河沟营堡寨港店铺台坨沽淀洼楼园里湾岛山沿头湖寺庙院所站厂"
)
_EDGES = "^$"


@cache
def surname_costs() -> dict[str, int]:
    """姓氏的代价；复姓按少见的姓算。"""
    costs = {}
    for line in read_lines("surnames.txt"):
        share, surnames = line.split()
        cost = round(-10 * math.log(int(share) / 1000))
        costs.update(dict.fromkeys(surnames, cost))
    for line in read_lines("compound_surnames.txt"):
        costs.update(dict.fromkeys(line.split(), 76))
    return costs


@cache
def common_surnames() -> str:
    """千分之二以上的单姓。"""
    least = -10 * math.log(2 / 1000)
    return "".join(name for name, cost in surname_costs().items() if cost <= least + 1)


@cache
def given_costs() -> dict[str, int]:
    """名字用字的代价。"""
    costs: dict[str, int] = {}
    for line in reversed(read_lines("given_characters.txt")):
        tier, characters = line.split()
        costs.update(dict.fromkeys(characters, _GIVEN_COSTS[tier]))
    return costs


@cache
def weights() -> dict[str, float]:
    """训练好的特征权重。"""
    pairs = (line.rsplit("\t", 1) for line in read_lines("name_weights.txt"))
    return {feature: float(weight) for feature, weight in pairs}


@dataclass(frozen=True, slots=True)
class Site:
    """一处姓氏连同左右文；窗口里的切分代价只算一次，供各种长度的候选共用。"""

    window: str
    surname_at: int
    surname: str
    left_cost: int
    suffix: list[int]
    before: str
    after: str


def _run_left(text: str, start: int) -> int:
    """向左最多三个连续汉字的起点。"""
    at = start
    while at > 0 and start - at < LEFT and "\u4e00" <= text[at - 1] <= "\u9fff":
        at -= 1
    return at


def _run_right(text: str, start: int, reach: int) -> int:
    end = min(len(text), start + reach)
    at = start
    while at < end and "\u4e00" <= text[at] <= "\u9fff":
        at += 1
    return at


def look_at(text: str, start: int, surname: str, costs: dict[str, int]) -> Site:
    """取出姓氏左右的一段连续汉字，算好各处切分的代价。"""
    first = _run_left(text, start)
    last = _run_right(text, start, len(surname) + 2 + RIGHT)
    window = text[first:last]
    suffix = suffix_costs(window, costs)
    left = suffix_costs(text[first:start], costs)[0]
    return Site(
        window,
        start - first,
        surname,
        left,
        suffix,
        text[max(0, start - 2) : first],
        text[last : last + 1],
    )


def _name_cost(surname: str, given: str) -> int:
    table = given_costs()
    return _PRIOR_COST + surname_costs()[surname] + sum(map(table.get, given, repeat(_RARE_GIVEN)))


def _step(value: int) -> int:
    """把代价差压成不多的几档：每一个自然对数单位一档。"""
    return max(-12, min(15, value // 10))


def features(site: Site, size: int, labelled: bool, costs: dict[str, int]) -> list[str]:
    """候选“姓 + `size` 个字”的特征；窗口里没有这么多字，或者一望而知不是时，返回空表。"""
    at, window = site.surname_at, site.window
    start_given = at + len(site.surname)
    end = start_given + size
    if end > len(window):
        return []
    given = window[start_given:end]
    gain = site.suffix[0] - site.left_cost - _name_cost(site.surname, given) - site.suffix[end]
    if gain < _HOPELESS:
        return []
    left = (site.before + window[:at])[-2:] or _EDGES[0]
    right = (window[end : end + 2] or site.after) or _EDGES[1]
    left_class, right_class = (
        class_before(window, at) or left[-1],
        class_after(window, end) or right[0],
    )
    last = window[end - 1]
    found = [
        f"n{size}",
        f"g{size}={_step(gain)}",
        f"s={min(8, surname_costs()[site.surname] // 10)}",
        f"l1={left[-1]}",
        f"l2={left}",
        f"r1={right[0]}",
        f"r2={right}",
        f"b={left[-1]}{right[0]}",
        f"e={last}" if last in _PLACE_ENDINGS else "e",
        f"c{size}={_rarity(given)}",
        f"lp={left_class}",
        f"rp{size}={right_class}",
    ]
    if surname_costs()[site.surname] >= RARE_SURNAME_COST:
        found.append(f"S={site.surname}")
    if len(site.surname) == 1:
        common = min(12, costs.get(site.surname, UNKNOWN_COST) // 10)
        found.append(f"q{size}={common}/{_step(gain) // 2}")
    if costs.get(window[at : start_given + 1], UNKNOWN_COST) < UNKNOWN_COST:
        found.append(f"w{size}")
    if right[0] in _PLACE_ENDINGS:
        found.append("p")
    if at and costs.get(window[at - 1 : start_given]) is not None:
        found.append("x")
    if end < len(window) and costs.get(window[end - 1 : end + 1]) is not None:
        found.append(f"y{size}")
    if size > 1 and costs.get(given) is not None:
        found.append("v")
    if labelled:
        found.append(f"k{size}")
    return found


def _rarity(given: str) -> str:
    """名字各字的层次：常用 0、较常用 1、偶用 2、其余 3。"""
    return given.translate(_levels())


@cache
def _levels() -> defaultdict[int, str]:
    levels = {cost: str(level) for level, cost in enumerate(_GIVEN_COSTS.values())}
    known = {ord(character): levels[cost] for character, cost in given_costs().items()}
    return defaultdict(lambda: "3", known)


def score(found: list[str], table: Mapping[str, float]) -> float:
    """特征权重之和：大于零像姓名，小于零不像。"""
    return sum(map(table.get, found, repeat(0.0)))
