"""一个候选要有多大把握才认作姓名：看姓氏像不像普通字，看左右文把它放在什么位置。"""

from functools import cache

from .lexicon import UNKNOWN_COST, base_costs, word_classes
from .name_sites import Option
from .name_tables import surname_costs
from .wordlike import is_told

# 姓氏越像普通字（和、向、时），门槛越高；前面有称呼的，门槛最低。
_LOWEST, _HIGHEST, _PIVOT, _SLOPE = -2.2, 0.0, 50, 0.085
# 原告某某与、被告某某辩称：称呼和停顿之间单独的一个，差得多也认。
_PARTY = -3.6
_AFTER_PARTY = frozenset("与、,(。:;诉辩系及和")
_VERBAL = frozenset("vpdcmrqufeo")
# 像普通词的姓名，要左右文够把握；后面紧跟着人做的事、单独写在栏目里的不必，独占一个分句的更要。
_WORDLIKE, _TOLD, _LONELY = -0.8, -4.0, 3.2
_PAUSES = frozenset("\n,。;!?")


def threshold(text: str, option: Option) -> float:
    """分数高过它才认。"""
    if option.wordlike:
        signed = option.labelled and text[option.start - 1] == ":"
        if signed or is_told(text, option.end):
            return _TOLD
        return _LONELY if _fills_clause(text, option) else _WORDLIKE
    if option.labelled:
        return _PARTY if _stands_alone(text, option) else _LOWEST
    return _by_surname().get(text[option.start], _LOWEST)


@cache
def _by_surname() -> dict[str, float]:
    """每个单姓的门槛：作为姓氏比作为普通字少见多少，门槛就高多少。"""
    words = base_costs()
    excess = {s: c - words.get(s, UNKNOWN_COST) + _PIVOT for s, c in surname_costs().items()}
    return {s: max(_LOWEST, min(_HIGHEST, _LOWEST + _SLOPE * e)) for s, e in excess.items()}


def _fills_clause(text: str, option: Option) -> bool:
    """整个分句只有这一个词，没有说他做了什么：高峰,大家都说好。"""
    left, right = text[max(0, option.start - 1) : option.start], text[option.end : option.end + 1]
    return not option.labelled and {left, right} - {""} <= _PAUSES


def _stands_alone(text: str, option: Option) -> bool:
    """称呼和停顿之间单独的一个，名字不是动词（执法人员经核实）。"""
    given = text[option.start + 1 : option.end]
    alone = text[option.end : option.end + 1] in _AFTER_PARTY
    return alone and word_classes().get(given) not in _VERBAL
