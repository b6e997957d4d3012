"""姓名的候选：每个姓氏处，后面一个字、两个字各算一个；一望而知不是的不要。"""

import re
from collections.abc import Iterator, Mapping
from functools import cache

from msgspec import Struct

from .human_acts import act_at
from .lexicon import UNKNOWN_COST
from .name_exclusions import (
    FUNCTION_SURNAMES,
    JOINING,
    NEVER_GIVEN,
    PLANTS,
    TAKES_NAME,
    is_everyday,
    is_nickname,
    is_not_one,
    is_opened,
    is_phrase,
    is_plausible,
    is_village,
)
from .name_features import SIZES, Site, features, look_at
from .name_tables import given_costs, shy_surnames, surname_costs
from .party import labelled_places
from .wordlike import features as wordlike_features
from .wordlike import (
    is_familiar,
    is_told,
    may_be_person,
    may_follow,
    ordinary_words,
    plain_words,
)

# 姓氏与旁边的字合成这么常用的词，就不必再打分。
_EVERYDAY_COST = 95
# “当事人和行政机关”的和多半是连词。
_CONJUNCTIONS = frozenset("和与及由从对")
# “电工”“业主”与后一个字另成一个词：水电工程、林业主管部门。
_OTHER_WORD_COST = 90
_SHORT_LABEL = 2
# 称呼后面多半是动词、数词的：被告人有、执法人员五分钟。
_GRAMMATICAL = frozenset("家从怀能别后有归五院通过越充终广东须经")
_COLONS = frozenset(':= “"')
_CLOSES_NAME = frozenset("\n ,、。:;!?”\"')]|/*")
# 虽不是人才做的事，也多半接在姓名后面：等三人、系累犯、未到庭、在旁边、与其妻。
_GOES_ON = re.compile(
    r"等[\d一二三四五六七八九十两数]|[系与和未无已也曾在被雇名](?![\u4e00-\u9fff]?[,。])"
)


class Option(Struct, frozen=True):
    """一个候选姓名、它的特征，前面有没有“当事人”之类称呼，本身是不是一个词。"""

    start: int
    end: int
    features: list[str]
    labelled: bool
    wordlike: bool = False


@cache
def _surname_pattern() -> re.Pattern[str]:
    """单姓，后面跟着可以入名的汉字。"""
    single = "".join(sorted(n for n in surname_costs().keys() - shy_surnames() if len(n) == 1))
    never = "".join(sorted(NEVER_GIVEN))
    return re.compile(rf"[{single}](?=[\u4e00-\u9fff])(?=[^{never}])")


@cache
def _compound_pattern() -> re.Pattern[str]:
    return re.compile("|".join(sorted(name for name in surname_costs() if len(name) > 1)))


def _surnames(text: str, labels: Mapping[int, int]) -> Iterator[tuple[int, str]]:
    """文中每个姓氏的位置；复姓与它的头一个字各算一次，平常是普通字的姓只在称呼后面算。"""
    for pattern in (_surname_pattern(), _compound_pattern()):
        for match in pattern.finditer(text):
            yield match.start(), match.group()
    for start, label in sorted(labels.items()):
        if text[start : start + 1] in shy_surnames() and (
            text[start - 1] in _COLONS or (label > _SHORT_LABEL and text[start] not in _GRAMMATICAL)
        ):
            yield start, text[start]


def _is_bound(text: str, start: int, costs: dict[str, int]) -> bool:
    """姓氏与左边的字合成一个很常用的词（地方、工程），不是姓。"""
    left = text[max(0, start - 1) : start + 1]
    if len(left) < 2 or left[0] in TAKES_NAME:
        return False
    return costs.get(left, UNKNOWN_COST) < _EVERYDAY_COST


def _is_other_word(text: str, start: int, costs: dict[str, int]) -> bool:
    """称呼的末一个字与姓氏另成一个很常用的词：水电工程、林业主管部门。"""
    return costs.get(text[max(0, start - 1) : start + 1], UNKNOWN_COST) < _OTHER_WORD_COST


def _is_introduced(text: str, start: int, given: int, costs: dict[str, int]) -> bool:
    """搭成常用词的（向前进、柴火旺）：左边引出一个人，名字两个字，后面紧跟着人做的事或停顿。"""
    if text[start:given] in FUNCTION_SURNAMES or text[start : given + 1] in PLANTS:
        return False
    if start and not is_opened(text, start):
        return False
    end = given + 2
    name = text[given:end]
    if name[-1:] in JOINING or len(name) < 2 or any(c not in given_costs() for c in name):
        return False
    if is_everyday(name, costs):
        return False
    if text[end : end + 1] in _CLOSES_NAME or is_told(text, end) or len(act_at(text, end)) > 1:
        return True
    return _GOES_ON.match(text, end) is not None


def sites(text: str, costs: dict[str, int]) -> Iterator[list[Option]]:
    """每个姓氏处的候选：后面一个字、两个字各算一个，至多有一个是真的。"""
    labels = labelled_places(text)
    for start, surname in _surnames(text, labels):
        given = start + len(surname)
        label = labels.get(start, 0)
        labelled = label > _SHORT_LABEL or (label > 0 and not _is_other_word(text, start, costs))
        pair = costs.get(text[start : start + 2], UNKNOWN_COST)
        ordinary = not labelled and pair < _EVERYDAY_COST
        # 左边引不出人、名字的头一个字又没人用来起名的，不必再看；绝大多数地方到此为止。
        likely = labelled or (not ordinary and text[given : given + 1] in given_costs())
        if not likely and not may_follow(text, start):
            continue
        if is_not_one(text, start, given, surname, labelled):
            continue
        site = None
        if labelled or (
            not _is_bound(text, start, costs)
            and (not ordinary or _is_introduced(text, start, given, costs))
        ):
            site = look_at(text, start, surname, costs)
        options = list(_options(text, start, given, surname, site, labelled, ordinary, costs))
        if options and (labelled or not is_village(text, given, surname)):
            yield options


def _options(
    text: str,
    start: int,
    given: int,
    surname: str,
    site: Site | None,
    labelled: bool,
    ordinary: bool,
    costs: dict[str, int],
) -> Iterator[Option]:
    """一处姓氏的各个候选：像普通词的只看左右文，其余的看用字和左右文。"""
    nickname = is_nickname(text, start, costs)
    for size in SIZES:
        end = given + size
        if not is_plausible(text, given, end, labelled) or (size == 1 and nickname):
            continue
        if text[start:end] in plain_words():
            continue
        alone = labelled and text[start - 1] in _COLONS and text[end : end + 1] in _CLOSES_NAME
        if text[start:end] in ordinary_words() and not alone:
            continue
        joined = surname in _CONJUNCTIONS and text[start - 1 : start] not in _COLONS
        if (
            (joined or not labelled)
            and is_phrase(text, given, end, surname, costs)
            and not (size > 1 and _is_introduced(text, start, given, costs))
        ):
            continue
        if is_familiar(text[start:end], costs):
            if may_be_person(text, start, end, labelled, costs):
                found = wordlike_features(text, start, end, labelled, costs)
                yield Option(start, end, found, labelled, wordlike=True)
        elif site and size > ordinary and (found := features(site, size, labelled, costs)):
            yield Option(start, end, found, labelled)
