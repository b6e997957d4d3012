"""缴款与加处罚款：十五日内缴，逾期每日百分之三，总数不超过罚款本数。"""

from collections.abc import Iterator
from datetime import date

from casebook.checks.docket import Docket, Fault
from casebook.law.remedies import payment_day
from casebook.records.case import Case

LATE_PERCENT = 3
"""逾期每日加处罚款的百分之几。"""


def payment_too_late(docket: Docket) -> Iterator[Fault]:
    """缴款期限写得超过十五日，或者过了期限才缴清而没有加处罚款、没有批准延期。

    依据：《行政处罚法》第六十六条第二款、第六十七条第三款
    """
    case = docket.case
    if not case.fine or case.served_day is None:
        return
    last = payment_day(case.served_day)
    if case.payment_due is not None and case.payment_due > last and not case.deferred:
        message = f"{case.served_day} 送达，最晚 {last} 缴款，缴款期限却写了 {case.payment_due}"
        yield Fault(("缴款期限",), message, "批准暂缓、分期的，“延期缴款”写 是；否则改正日期。")
    due = case.payment_due or last
    if case.settled_day is not None and case.settled_day > due and not case.late_fee:
        days = (case.settled_day - due).days
        message = f"罚款最晚 {due} 缴，{case.settled_day} 才缴清，晚了 {days} 天"
        hint = "批准延期的，“延期缴款”写 是，再写新的“缴款期限”；加处了罚款的写“加处罚款”。"
        yield Fault(("履行日期",), message, hint)


def late_fee_over_cap(docket: Docket) -> Iterator[Fault]:
    """加处罚款超过每日百分之三，或者超过罚款本数。

    依据：《行政处罚法》第七十二条第一款第一项
    """
    case = docket.case
    if not case.late_fee:
        return
    if case.late_fee > case.fine:
        message = f"加处罚款 {case.late_fee} 元，超过罚款本数 {case.fine} 元"
        yield Fault(("加处罚款",), message, "加处罚款的总数不能超过罚款本数。")
        return
    due = _due(case)
    if due is None or case.settled_day is None:
        return
    days = max(0, (case.settled_day - due).days)
    if case.late_fee * 100 > case.fine * LATE_PERCENT * days:
        most = case.fine * LATE_PERCENT * days // 100
        message = f"晚了 {days} 天，每日百分之三最多加处 {most} 元，这里是 {case.late_fee} 元"
        yield Fault(("加处罚款",), message, "复议、诉讼期间不计；核对缴款期限和履行日期。")


def _due(case: Case) -> date | None:
    return case.payment_due or (payment_day(case.served_day) if case.served_day else None)
