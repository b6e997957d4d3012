"""姓名模型：特征权重之和。权重由 scripts/train_names.py 训练，随代码一起提交。"""

from collections.abc import Mapping
from functools import cache
from itertools import repeat

from .lexicon import read_lines


@cache
def weights() -> dict[str, float]:
    """训练好的特征权重。"""
    table: dict[str, float] = {}
    for line in read_lines("name_weights.txt"):
        weight, *features = line.split("\t")
        table.update(dict.fromkeys(features, float(weight)))
    return table


def score(found: list[str], table: Mapping[str, float]) -> float:
    """特征权重之和：大于零像姓名，小于零不像。"""
    return sum(map(table.get, found, repeat(0.0)))
