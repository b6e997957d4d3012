"""把一句中文分成几行：在标点、词与词之间断，行首不放标点和虚词，各行尽量一样长。"""

import re
from functools import lru_cache
from itertools import pairwise

_NOT_FIRST = frozenset("，。！？、；：）》”’」』…—％%的了着过地得们吗呢吧啊")
_NOT_LAST = frozenset("（《“‘「『")
_NUMERALS = frozenset("零一二三四五六七八九十百千万两幺点0123456789")
_AFTER_NUMERALS = _NUMERALS | frozenset("年月日元条款项")
_NOT_FIRST_WORDS = frozenset({"以上", "以下", "以内", "以外", "之前", "之后"})
_STATUTE_ENDINGS = ("法", "法典", "条例", "规定", "办法")
_LEAST_ENDING = 4
"""一段末尾至少有这么多字（连句号）在同一行。"""
_AFTER_COMMA, _BETWEEN_ITEMS, _INSIDE_CLAUSE = 0.0, 0.5, 1.0


def break_lines(text: str, width: int) -> list[str]:
    """每行不超过 `width` 字，行数最少，其次断在标点后，再其次长短最匀。

    断不开的长词从中间断开。
    """
    pieces = [part for word in words(text) for part in _chop(word, width)]
    best: list[tuple[int, float, list[str]] | None] = [(0, 0.0, [])] + [None] * len(pieces)
    for end in range(1, len(pieces) + 1):
        for start in reversed(range(end)):
            line = "".join(pieces[start:end])
            if len(line.rstrip("，。、；")) > width:
                break  # 再往前只会更长
            before = best[start]
            if before is None:
                continue
            following = pieces[end] if end < len(pieces) else ""
            cost = before[1] + _cost(line, width, following)
            candidate = (before[0] + 1, cost, [*before[2], line])
            present = best[end]
            if present is None or candidate[:2] <= present[:2]:
                best[end] = candidate
    found = best[-1]
    assert found is not None
    return found[2]


def break_clauses(text: str, width: int) -> list[str]:
    """标题的各行：逗号隔开的各半各自分行，行末不留标点。"""
    clauses = [clause for clause in re.split(r"(?<=[，；。！？])", text) if clause]
    lines = [line for clause in clauses for line in break_lines(clause, width)]
    return [line.rstrip("，、；。") for line in lines]


@lru_cache(maxsize=4096)
def words(text: str) -> tuple[str, ...]:
    """词；标点与虚词并进前一个词，不许它们落到行首。"""
    import rjieba  # 词典要读零点几秒，用到才读

    merged: list[str] = []
    for word in rjieba.cut(text):
        if merged and (word in _NOT_FIRST_WORDS or _inseparable(merged[-1][-1], word[0])):
            merged[-1] += word
        else:
            merged.append(word)
    return tuple(merged)


def unbroken(text: str) -> tuple[str, ...]:
    """一段话里各个不从中间断行的单位；末尾几个词并在一起，最后一行不会只剩一两个字。"""
    *units, last = words(text) or ("",)
    while units and len(last) < _LEAST_ENDING:
        last = units.pop() + last
    return (*units, last)


def _inseparable(before: str, after: str) -> bool:
    """两个字之间不许断行：标点、虚词不落行首，数和西文不拆开。"""
    return (
        after in _NOT_FIRST
        or before in _NOT_LAST
        or (before in _NUMERALS and after in _AFTER_NUMERALS)
        or (before.isascii() and after.isascii())
    )


def _chop(word: str, width: int) -> list[str]:
    """太长的词切成几段，末段不只剩标点。"""
    if len(word.rstrip("，。、；！？")) <= width:
        return [word]
    count = -(-len(word) // width)
    marks = [round(index * len(word) / count) for index in range(count + 1)]
    return [word[start:end] for start, end in pairwise(marks)]


def _cost(line: str, width: int, following: str) -> float:
    """一行的难看：越空越难看；不断在标点后更难看。法名和“第几条”之间、顿号后面还可以断。"""
    slack = (width - len(line)) / width
    if not following or line[-1] in "，。！？；：":
        return slack * slack + _AFTER_COMMA
    halfway = line[-1] == "、" or (following[0] == "第" and line.endswith(_STATUTE_ENDINGS))
    return slack * slack + (_BETWEEN_ITEMS if halfway else _INSIDE_CLAUSE)
