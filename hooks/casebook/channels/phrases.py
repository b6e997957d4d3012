"""把一句中文分成几行：在标点、词与词之间断，行首不放标点和虚词，各行尽量一样长。"""

import re
from functools import lru_cache
from itertools import accumulate, pairwise

_NOT_FIRST = frozenset("，。！？、；：）》”’」』…—％%的了着过地得们吗呢吧啊")
_HANGING = "，。、；"
"""落在行末不占地方的标点。"""
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

    断不开的长词从中间断开。一行就放得下的不必分词。
    """
    if 0 < len(text.rstrip(_HANGING)) <= width:
        return [text]
    marks = [0, *accumulate(len(part) for word in words(text) for part in _chop(word, width))]
    best: list[tuple[int, float, int] | None] = [(0, 0.0, 0)] + [None] * (len(marks) - 1)
    for end in range(1, len(marks)):
        stop = marks[end]
        bare = len(text[:stop].rstrip(_HANGING))
        awkward = _awkwardness(text[:stop], text[stop : stop + 1])
        for start in reversed(range(end)):
            if bare - marks[start] > width:
                break  # 再往前只会更长
            before = best[start]
            if before is None:
                continue
            slack = (width - stop + marks[start]) / width
            cost = before[1] + (slack * slack + awkward)
            present = best[end]
            if present is None or (before[0] + 1, cost) <= present[:2]:
                best[end] = before[0] + 1, cost, start
    lines: list[str] = []
    end = len(marks) - 1
    while end:
        found = best[end]
        assert found is not None
        lines.append(text[marks[found[2]] : marks[end]])
        end = found[2]
    return lines[::-1]


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


def _awkwardness(before: str, following: str) -> float:
    """断在这里的难看：标点后面最好，其次是法名和“第几条”之间、顿号后面。"""
    if not following or before[-1] in "，。！？；：":
        return _AFTER_COMMA
    halfway = before[-1] == "、" or (following == "第" and before.endswith(_STATUTE_ENDINGS))
    return _BETWEEN_ITEMS if halfway else _INSIDE_CLAUSE
