"""台账的自由文字里像姓名的一概当姓名：草稿宁可多换几个字，也不能漏下一个真名。

用的是隐私门的姓名模型，门槛低得多；同一处长短都像的取长的，与姓名并列的门槛再低些。
"""

from collections.abc import Iterable
from functools import cache

from casebook.privacy.gazetteer import district_places
from casebook.privacy.lexicon import with_places
from casebook.privacy.name_model import score, weights
from casebook.privacy.names import sites

_LIKELY, _LISTED = -3.0, -7.0
_NEARLY_AS_LIKELY = 3.0
_AND = frozenset("、和与及同,，")


def likely_names(text: str, known: Iterable[str]) -> list[str]:
    """文中像姓名的文字；`known` 是已经知道的姓名，与它们并列的更像。"""
    table = weights()
    found: list[str] = []
    for options in sites(text, _costs()):
        scored = [(score(option.features, table), option) for option in options]
        best = max((value for value, _ in scored), default=_LISTED)
        start = options[0].start if options else 0
        listed = best > _LISTED and _follows_name(text, start, [*known, *found])
        if best > _LIKELY or listed:
            close = [option for value, option in scored if value > best - _NEARLY_AS_LIKELY]
            longest = max(close, key=lambda option: option.end)
            found.append(text[longest.start : longest.end])
    return list(dict.fromkeys(found))


def _follows_name(text: str, start: int, names: list[str]) -> bool:
    """前面是“某某、”“某某和”。"""
    return text[start - 1 : start] in _AND and text[: max(start - 1, 0)].endswith(tuple(names))


@cache
def _costs() -> dict[str, int]:
    return with_places(district_places())
