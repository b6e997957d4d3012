"""姓氏与名字用字的代价表：负的自然对数乘以十，与词表同一把尺子。"""

import math
from collections import defaultdict
from functools import cache

from .lexicon import read_lines

# 万分之几的姓多半是普通字（和、应、管），要另眼相看。
RARE_SURNAME_COST = 80
RARE_GIVEN_COST = 112
_COMPOUND_COST = 79
_SHY_COST = 104
_GIVEN_COSTS = {"常用": 52, "较常用": 70, "偶用": 88, "罕用": 103}


@cache
def surname_costs() -> dict[str, int]:
    """姓氏的代价；复姓按少见的姓算。"""
    costs = {}
    for line in read_lines("surnames.txt"):
        share, surnames = line.split()
        costs.update(dict.fromkeys(surnames, round(-10 * math.log(float(share) / 1000))))
    for line in read_lines("compound_surnames.txt"):
        costs.update(dict.fromkeys(line.split(), _COMPOUND_COST))
    costs.update(dict.fromkeys(shy_surnames(), _SHY_COST))
    return costs


@cache
def shy_surnames() -> frozenset[str]:
    """平常多半是普通字的姓（后、能、经）：只在称呼后面才当姓看。"""
    return frozenset("".join(read_lines("shy_surnames.txt")))


@cache
def common_surnames() -> str:
    """千分之二以上的单姓。"""
    costs = surname_costs().items()
    return "".join(name for name, cost in costs if len(name) == 1 and cost < RARE_SURNAME_COST)


@cache
def given_costs() -> dict[str, int]:
    """名字用字的代价。"""
    costs: dict[str, int] = {}
    for line in reversed(read_lines("given_characters.txt")):
        tier, characters = line.split()
        costs.update(dict.fromkeys(characters, _GIVEN_COSTS[tier]))
    return costs


@cache
def _levels() -> defaultdict[int, str]:
    levels = {cost: str(level) for level, cost in enumerate(_GIVEN_COSTS.values())}
    known = {ord(character): levels[cost] for character, cost in given_costs().items()}
    return defaultdict(lambda: "4", known)


def rarity(given: str) -> str:
    """名字各字的层次：常用 0、较常用 1、偶用 2、罕用 3、其余 4。"""
    return given.translate(_levels())
