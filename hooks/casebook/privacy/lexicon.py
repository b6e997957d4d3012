"""词表与分词代价：一段文字不含姓名时，最顺的切分有多“贵”。

代价是概率的负自然对数乘以十；越常见的词越便宜。
"""

from functools import cache
from pathlib import Path

DATA = Path(__file__).parent / "data"
LONGEST_WORD = 4
# 没见过的单字按极少见的词算；自编的日常用语和地名按常用词算。
UNKNOWN_COST = 150
LOOKALIKE_COST = 88
PLACE_COST = 92


def read_lines(name: str) -> list[str]:
    """数据文件的各行，去掉井号开头的说明。"""
    lines = (DATA / name).read_text(encoding="utf-8").splitlines()
    return [line for line in lines if line and not line.startswith("#")]


@cache
def _entries() -> tuple[tuple[int, str, list[str]], ...]:
    """词典的各行：代价、词性、代价和词性都一样的词。"""
    rows = (line.split() for line in read_lines("lexicon.txt"))
    return tuple((int(cost), letter, words) for cost, letter, *words in rows)


@cache
def word_classes() -> dict[str, str]:
    """词典里每个词的词性，只取头一个字母：n 名词、v 动词、p 介词、d 副词……"""
    return {word: letter for _, letter, words in _entries() for word in words}


@cache
def legal_words() -> frozenset[str]:
    """以姓氏开头、法律和公文里常用的词：不当姓名看。"""
    return frozenset(word for line in read_lines("legal_words.txt") for word in line.split())


@cache
def base_costs() -> dict[str, int]:
    """词典与自编用语的代价表。"""
    costs = {word: cost for cost, _, words in _entries() for word in words}
    for line in read_lines("lookalikes.txt"):
        for word in line.split():
            costs[word] = min(LOOKALIKE_COST, costs.get(word, LOOKALIKE_COST))
    for word in legal_words():
        costs.setdefault(word, PLACE_COST)
    return costs


def with_places(places: frozenset[str]) -> dict[str, int]:
    """代价表里再加上地名；地名比词典里的同形词优先。"""
    costs = dict(base_costs())
    for place in places:
        costs[place] = min(PLACE_COST, costs.get(place, PLACE_COST))
    return costs


def suffix_costs(window: str, costs: dict[str, int]) -> list[int]:
    """`window` 从每个位置切到末尾的最小代价；最后一项是 0。"""
    size = len(window)
    best = [0] * (size + 1)
    get = costs.get
    for at in range(size - 1, -1, -1):
        lowest = get(window[at], UNKNOWN_COST) + best[at + 1]
        for end in range(at + 2, at + LONGEST_WORD + 1):
            if end > size:
                break
            cost = get(window[at:end])
            if cost is not None and cost + best[end] < lowest:
                lowest = cost + best[end]
        best[at] = lowest
    return best


def word_after(text: str, at: int) -> str:
    """从 `at` 起最长的词；不是词时返回那个字符，到头了返回空串。"""
    classes = word_classes()
    for end in range(min(len(text), at + LONGEST_WORD), at, -1):
        if text[at:end] in classes:
            return text[at:end]
    return text[at : at + 1]


def word_before(text: str, at: int) -> str:
    """到 `at` 为止最长的词；不是词时返回前面那个字符，没有则返回空串。"""
    classes = word_classes()
    for start in range(max(0, at - LONGEST_WORD + 1), at):
        if text[start:at] in classes:
            return text[start:at]
    return text[at - 1 : at] if at else ""
