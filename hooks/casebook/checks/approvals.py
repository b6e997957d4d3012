"""四眼：公开以前由另一个人看过。要不要、是提醒还是强制，由本镇资料的“四眼”定。"""

from collections.abc import Iterator

from casebook.entries.entry import Loaded
from casebook.problems import Problem
from casebook.records.case import Case
from casebook.records.town import ENFORCE, REMIND, Town

_HINT = "补上“审核:”，下面两行写“角色: 法制审核员”和“日期: …”；只写职务，不写姓名。"


def check_case(case: Loaded[Case], town: Town) -> Iterator[Problem]:
    """公开、没有撤回的真实案件要写审核；审核不晚于公开。演示的案件不要求。"""
    value = case.value
    if value.approval is not None:
        if value.published_day is not None and value.approval.day > value.published_day:
            message = f"审核日期 {value.approval.day} 晚于公开日期 {value.published_day}"
            yield case.problem("C122", ("审核", "日期"), message, "先审核，后公开；检查日期。")
        return
    if not value.public or value.withdrawal is not None or value.demonstration:
        return
    code = {REMIND: "C120", ENFORCE: "C121"}.get(town.four_eyes)
    if code is not None:
        yield case.problem(code, ("公开",), "公开写了“是”，没有写谁审核过", _HINT)
