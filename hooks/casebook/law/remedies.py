"""救济途径：对一份处罚决定，可以找谁、到哪天为止，罚款最晚哪天交。只算日子，不写文字。"""

from datetime import date, timedelta

from msgspec import Struct

from casebook.law.calendar import WorkCalendar
from casebook.law.periods import months_after

RECONSIDERATION_DAYS = 60
LITIGATION_MONTHS = 6
AFTER_RECONSIDERATION_DAYS = 15
PAYMENT_DAYS = 15
RECONSIDERATION_FIRST_SINCE = date(2024, 1, 1)


class Remedies(Struct, frozen=True):
    """一份决定的救济。`sue_by` 为 None 表示不能直接起诉，要先复议。"""

    reconsider_by: date
    sue_by: date | None
    pay_by: date


def reconsideration_first(decided: date) -> bool:
    """当场作出的处罚是不是要先复议再起诉；2024 年 1 月 1 日起是。

    依据：《行政复议法》第二十三条第一款第一项
    """
    return decided >= RECONSIDERATION_FIRST_SINCE


def find_remedies(
    on_the_spot: bool, decided: date, served: date, calendar: WorkCalendar
) -> Remedies:
    """从送达的次日起算：复议六十日，直接起诉六个月，缴款十五日，都是自然日。

    复议、起诉的最后一天赶上节假日的顺延；缴款不顺延，写最早的一天稳当。
    依据：《行政复议法》第二十条第一款；《行政诉讼法》第四十六条；《行政处罚法》第六十七条第三款
    """
    spot = on_the_spot and reconsideration_first(decided)
    return Remedies(
        calendar.not_before_holiday(served + timedelta(days=RECONSIDERATION_DAYS)),
        None if spot else calendar.not_before_holiday(months_after(served, LITIGATION_MONTHS)),
        payment_day(served),
    )


def payment_day(served: date) -> date:
    """收到决定书之日起十五日内缴款的最后一天。

    依据：《行政处罚法》第六十七条第三款
    """
    return served + timedelta(days=PAYMENT_DAYS)
