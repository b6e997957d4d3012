"""日期的先后与追究时效。都以自然日计。"""

from collections.abc import Iterator
from datetime import date, timedelta
from itertools import pairwise

from casebook.checks.docket import Docket, Fault
from casebook.law.periods import years_after
from casebook.records.case import Case
from casebook.records.circumstances import LIMITATION_YEARS

DECISION_DAYS = 90
"""立案到决定最多多少自然日。"""
ORDER = "先违法、再立案、告知、决定、送达、公开"


def dates_out_of_order(docket: Docket) -> Iterator[Fault]:
    """后面的一步早于前面的一步：违法、发现、立案、告知、决定、送达、公开、撤回。

    依据：《行政处罚法》第四十四条、第五十四条第二款、第六十一条
    """
    for (earlier, before), (later, after) in _pairs(docket.case):
        if after < before:
            message = f"“{later}”{after} 早于“{earlier}”{before}"
            at = ("撤回", "日期") if later == "撤回日期" else (later,)
            yield Fault(at, message, f"顺序应是{ORDER}；多半是年份或月份写错了。")


def time_barred(docket: Docket) -> Iterator[Fault]:
    """违法行为过了二年（法定情形五年）才被发现，不再给予处罚。

    依据：《行政处罚法》第三十六条；《生态环境法典》第一千零五十四条
    """
    case = docket.case
    found = case.found_day or case.filed_day or case.decided_day
    if case.decided_day is None or found is None:
        return
    years = LIMITATION_YEARS[case.limitation]
    last = years_after(case.act_day, years)
    if found > last:
        hint = "行为连续、继续的，违法日期写终了那天；早就发现的补上“发现日期”。"
        if years == 2:
            hint += "属于五年情形的，“追究时效”写 五年。"
        message = f"{case.act_day} 的行为到 {last} 满{case.limitation}，{found} 才被发现，不再处罚"
        yield Fault(("违法日期",), message, hint)


def decision_too_late(docket: Docket) -> Iterator[Fault]:
    """立案到决定超过九十日。

    依据：《行政处罚法》第六十条
    """
    case = docket.case
    if case.filed_day is None or case.decided_day is None:
        return
    last = case.filed_day + timedelta(days=DECISION_DAYS)
    if case.decided_day > last:
        days = (case.decided_day - case.filed_day).days
        message = f"立案到决定 {days} 天，超过 {DECISION_DAYS} 天；最晚 {last} 作出决定"
        yield Fault(("决定日期",), message, "核对两个日期；有法定的延长、扣除的，案卷里要有记录。")


def _pairs(case: Case) -> Iterator[tuple[tuple[str, date], tuple[str, date]]]:
    """写了日期的相邻两步。"""
    withdrawn = case.withdrawal.day if case.withdrawal else None
    steps = (
        ("违法日期", case.act_day),
        ("发现日期", case.found_day),
        ("立案日期", case.filed_day),
        ("告知日期", case.notice_day),
        ("决定日期", case.decided_day),
        ("送达日期", case.served_day),
        ("公开日期", case.published_day),
        ("撤回日期", withdrawn),
    )
    yield from pairwise((name, day) for name, day in steps if day is not None)
    if case.decided_day and case.settled_day and case.fine:
        yield ("决定日期", case.decided_day), ("履行日期", case.settled_day)
