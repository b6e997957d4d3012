"""合起来认得出人：一处一处都不算个人信息，真实的小地名、姓氏和准确日期放在一起就认得出了。

判断的标准写死在这里：当事人是隐名的个人（不是单位），正文或地点里出现本区真实的村或社区。
见《个人信息保护法》第四条、第七十三条（匿名化须无法识别且不能复原）。
"""

import re
from collections.abc import Iterator
from functools import cache

from casebook.checks.exposure import locate
from casebook.entries.entry import Loaded
from casebook.law.parties import ORGANISATION
from casebook.privacy import Guard
from casebook.privacy.gazetteer import district_places
from casebook.problems import Problem
from casebook.records.case import Case
from casebook.records.town import Town
from casebook.source.document import Source
from casebook.source.nodes import Location

_SHORTEST = 3


def check_case(case: Loaded[Case], town: Town) -> Iterator[Problem]:
    """公开的案件里，个人的姓氏、准确的日期和真实的村名同时出现；每个键最多提醒一次。"""
    value = case.value
    if not value.public or value.party_kind == ORGANISATION:
        return
    for location, text in _texts(value):
        village = next(villages(text, town), None)
        if village is not None:
            day = value.act_day
            yield case.problem(
                "P109",
                location,
                f"真实的村或社区“{village.group()}”同当事人的姓、{day:%Y-%m-%d} 这一天写在一起，"
                "邻里可能认得出是谁",
                f"写成“某村”，日期只说到 {day.year} 年 {day.month} 月。",
            )


def check_text(source: Source, guard: Guard) -> Iterator[Problem]:
    """案件以外的文字：一句话里村名、隐名的姓和准确日期凑齐了，指出村名。"""
    for exposure in locate(source, guard.hint("\n".join(source.lines))):
        yield source.problem(
            "P109", exposure.mark, exposure.finding.reason, "写成“某村”，日期只说到月。"
        )


def _texts(case: Case) -> Iterator[tuple[Location, str]]:
    """会公开的文字和它们的位置。"""
    plain = (("地点", case.place), ("标题", case.title), ("摘要", case.summary))
    for name, text in plain:
        if text:
            yield (name,), text
    if case.commentary is not None:
        for name, text in case.commentary.sections():
            yield ("解读", name), text


def villages(text: str, town: Town) -> Iterator[re.Match[str]]:
    """文中提到的真实村名、社区名；本镇、本区自己的名称不算。"""
    own = (town.name, town.district)
    for match in _pattern().finditer(text):
        if not any(match.group() in name for name in own):
            yield match


@cache
def _pattern() -> re.Pattern[str]:
    """三个字以上的地名，长的优先；两个字的名字太像普通的词，乡镇和街道也不算小地名。"""
    names = (name for name in district_places() if len(name) >= _SHORTEST)
    longest_first = sorted(map(re.escape, names), key=lambda name: (-len(name), name))
    return re.compile(rf"(?:{'|'.join(longest_first)})(?![镇乡街])")
