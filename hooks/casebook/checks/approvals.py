"""四眼：公开以前由另一个人看过。要不要、从哪天起、是提醒还是强制，由本镇资料的“四眼”定。"""

from collections.abc import Iterator
from datetime import date

from casebook.book import Records
from casebook.entries.entry import Loaded
from casebook.problems import Problem
from casebook.records.annual import AnnualReport
from casebook.records.case import Bulletin, Case
from casebook.records.matter import Matter
from casebook.records.town import ENFORCE, Town
from casebook.source.nodes import Location

Published = Case | Bulletin | AnnualReport | Matter
"""要给居民看的四种记录；后两种没有“公开”这个键，写了就公开。"""

_HINT = "请另一个人看过，在“审核”里写上他的角色（例如 法制审核员）和日期；只写职务，不写姓名。"


def check_approval(
    loaded: Loaded[Case] | Loaded[Bulletin] | Loaded[AnnualReport], town: Town
) -> Iterator[Problem]:
    """公开的要写审核；审核不晚于公开。"""
    value = loaded.value
    day = _published_on(value)
    if awaits_approval(value, town):
        code = "C121" if town.four_eyes == ENFORCE else "C120"
        message = "这份记录是公开的，没有写谁审核过"
        yield loaded.problem(code, _switch(value), message, _HINT, quotable=True)
    elif value.approval is not None and day is not None and value.approval.day > day:
        message = f"审核日期 {value.approval.day} 晚于公开日期 {day}"
        hint = "先审核，后公开；检查日期。"
        yield loaded.problem("C122", ("审核", "日期"), message, hint, quotable=True)


def check_shared_approvals(records: Records, town: Town) -> Iterator[Problem]:
    """年度报告与普法指南。指南一直挂着，提醒列在待办里，不天天说；强制时缺了就拦。"""
    for report in records.reports:
        yield from check_approval(report, town)
    if town.four_eyes == ENFORCE:
        for matter in records.matters:
            if awaits_approval(matter.value, town):
                message = f"普法指南“{matter.value.name}”没有写谁审核过"
                yield matter.problem("C121", ("案由",), message, _HINT)


def awaits_approval(value: Published, town: Town) -> bool:
    """公开了、没写审核的；演示的、撤回的、本镇定下四眼以前公开的不算。"""
    if value.approval is not None or not town.asks_approval:
        return False
    if isinstance(value, Case | Bulletin) and (not value.public or value.demonstration):
        return False
    if isinstance(value, Case) and value.withdrawal is not None:
        return False
    day, since = _published_on(value), town.four_eyes_since
    return day is None or since is None or day >= since


def _published_on(value: Published) -> date | None:
    """公开的那一天；案件还没写公开日期的、没有日期的指南为 None。"""
    match value:
        case Case():
            return value.published_day
        case Bulletin():
            return value.day
        case AnnualReport():
            return value.report_day
        case Matter():
            return None


def _switch(value: Case | Bulletin | AnnualReport) -> Location:
    """说它公开了的那个键。"""
    return ("报告日期",) if isinstance(value, AnnualReport) else ("公开",)
