"""台账的自由文字里像姓名的一概当姓名：草稿宁可多换几个字，也不能漏下一个真名。

先看位置：称呼后面的、与姓名并列的，只要是姓加一两个字；再用隐私门的姓名模型，门槛低得多。
"""

import re
from collections.abc import Iterable, Iterator
from functools import cache

from casebook.ledger.paragraphs import read_paragraphs
from casebook.privacy.gazetteer import district_places
from casebook.privacy.lexicon import with_places
from casebook.privacy.name_model import score, weights
from casebook.privacy.name_sites import sites
from casebook.privacy.name_tables import surname_costs

_LIKELY = -3.0
_NEARLY_AS_LIKELY = 3.0


def likely_names(text: str, known: Iterable[str]) -> list[str]:
    """文中像姓名的文字；`known` 是已经知道的姓名，与它们并列的也是。"""
    found = list(dict.fromkeys([*_called(text), *_scored(text)]))
    everyone = [*known, *found]
    while listed := [name for name in _listed(text, everyone) if name not in everyone]:
        found += listed
        everyone += listed
    return found


def _called(text: str) -> Iterator[str]:
    """称呼后面的：“邻居某某”“询问某某”。"""
    return (match["name"] for match in _after_call().finditer(text))


def _listed(text: str, names: list[str]) -> Iterator[str]:
    """与姓名并列的：“某某、某某”“某某和某某”。"""
    for name in names:
        at = text.find(name)
        while at >= 0:
            at += len(name)
            match = _after_and().match(text, at)
            if match:
                yield match["name"]
            at = text.find(name, at)


def _scored(text: str) -> Iterator[str]:
    """姓名模型打分不太低的；同一处长短都像的取长的。"""
    table = weights()
    for options in sites(text, _costs()):
        scored = [(score(option.features, table), option) for option in options]
        best = max((value for value, _ in scored), default=_LIKELY)
        if best > _LIKELY:
            close = [option for value, option in scored if value > best - _NEARLY_AS_LIKELY]
            longest = max(close, key=lambda option: option.end)
            yield text[longest.start : longest.end]


@cache
def _after_call() -> re.Pattern[str]:
    calls, _ = _words()
    return re.compile(rf"(?:{calls})[:：\s]*{_name()}")


@cache
def _after_and() -> re.Pattern[str]:
    return re.compile(rf"[、和与及同]{_name()}")


@cache
def _name() -> str:
    """姓加一两个字，后面断开或者接着常见的动词。"""
    _, verbs = _words()
    longest_first = sorted(surname_costs(), key=len, reverse=True)
    given = r"[^\W\da-zA-Z_某们等的了在是]"
    return (
        rf"(?P<name>(?:{'|'.join(longest_first)}){given}{{1,2}})"
        rf"(?=[^\u4e00-\u9fff]|{verbs}|[和与及同等的在]|$)"
    )


@cache
def _words() -> tuple[str, str]:
    (_, *calls), (_, *verbs) = read_paragraphs("calls.txt")
    return "|".join(" ".join(calls).split()), "|".join(" ".join(verbs).split())


@cache
def _costs() -> dict[str, int]:
    return with_places(district_places())
