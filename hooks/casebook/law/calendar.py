"""工作日历：某一天上不上班，几个工作日以后是哪天。

法定节假日与调休取自 chinesecalendar 库；库里没有的年份，由 `cases_data/calendar/<年>.yml` 补上。
两处都没有的年份一律说“无法计算”，绝不当作周一到周五上班。
"""

import re
from collections.abc import Iterable, Iterator
from datetime import date, timedelta
from functools import lru_cache
from typing import Annotated, Self

from msgspec import Struct
from pydantic import BeforeValidator, Field, ValidationInfo, WithJsonSchema, model_validator

from casebook.entries.entry import Entry
from casebook.entries.fields import Count, Day, Line, read_day, read_one_or_many, refuse

ONE_DAY = timedelta(days=1)
_SPAN = re.compile(r"\s*(?:至|到|~|～|—+)\s*")
_LONGEST_HOLIDAY = 31


class CalendarMissing(Exception):
    """某一年的工作日历没有，期限无法计算。`year` 是那一年。"""

    def __init__(self, year: int) -> None:
        super().__init__(f"缺少{year}年的工作日历")
        self.year = year


def _read_days(value: object, info: ValidationInfo) -> object:
    """一列日期；“2027-02-05 至 2027-02-11”展开成其间的每一天。"""
    rows = read_one_or_many(value)
    if not isinstance(rows, list | tuple):
        return rows
    return tuple(day for row in rows for day in _expand(row, info))


def _expand(row: object, info: ValidationInfo) -> Iterator[object]:
    ends = _SPAN.split(row) if isinstance(row, str) else [row]
    days = [read_day(end, info) for end in ends]
    first, last = days[0], days[-1]
    if not (isinstance(first, date) and isinstance(last, date)):
        yield from days
        return
    if not (len(days) <= 2 and first <= last < first + timedelta(days=_LONGEST_HOLIDAY)):
        hint = "写成“2027-02-05 至 2027-02-11”，前一天要早于后一天。"
        raise refuse("C104", f"里的起止读不懂：“{row}”", hint, row)
    while first <= last:
        yield first
        first += ONE_DAY


Days = Annotated[
    tuple[date, ...],
    BeforeValidator(_read_days),
    WithJsonSchema({"type": "array", "items": {"type": "string"}}),
]


class HolidayPlan(Entry):
    """一年的放假与调休，照国务院办公厅的通知写；没有写到的日子，周一到周五上班。"""

    year: Count = Field(alias="年度", description="四位年份，与文件名相同")
    origin: Line = Field(alias="来源", description="放假安排的通知，写标题和文号")
    checked_on: Day = Field(alias="核对日期", description="对照通知的日期")
    days_off: Days = Field(
        alias="放假", description="放假的日子，可写起止，例如 2027-02-05 至 2027-02-11"
    )
    make_up_days: Days = Field(default=(), alias="上班", description="调休要上班的周末")

    @model_validator(mode="after")
    def _stays_in_its_year(self) -> Self:
        strangers = [day for day in (*self.days_off, *self.make_up_days) if day.year != self.year]
        if strangers:
            raise refuse("C104", f"里有别的年份：{strangers[0]}", "别的年份写到那一年的文件里。")
        if both := sorted(set(self.days_off) & set(self.make_up_days)):
            raise refuse("C104", f"里 {both[0]} 既放假又上班", "对照通知，删去写错的一处。")
        return self

    def is_working(self, day: date) -> bool:
        """这一天上不上班。"""
        if day in self.make_up_days:
            return True
        return day.weekday() < 5 and day not in self.days_off


class WorkCalendar(Struct, frozen=True):
    """工作日历。`plans` 是补上的年份，优先于库。"""

    plans: tuple[HolidayPlan, ...] = ()

    @classmethod
    def of(cls, plans: Iterable[HolidayPlan]) -> "WorkCalendar":
        """由若干年的安排组成。"""
        return cls(tuple(plans))

    def is_working(self, day: date) -> bool:
        """这一天上不上班。没有那一年的日历时抛出 `CalendarMissing`。"""
        for plan in self.plans:
            if plan.year == day.year:
                return plan.is_working(day)
        known = _library_says(day)
        if known is None:
            raise CalendarMissing(day.year)
        return known

    def after(self, day: date, working_days: int) -> date:
        """从 `day` 的次日数起，第几个工作日。《行政处罚法》第八十五条：二、三、五、七日指工作日。

        数到没有日历的年份时抛出 `CalendarMissing`。
        """
        while working_days:
            day += ONE_DAY
            working_days -= self.is_working(day)
        return day

    def not_before_holiday(self, day: date) -> date:
        """期间的最后一天；赶上节假日就顺延到节后第一天。没有日历的年份不顺延。"""
        try:
            while not self.is_working(day):
                day += ONE_DAY
        except CalendarMissing:
            pass
        return day


@lru_cache(maxsize=16384)
def _library_says(day: date) -> bool | None:
    """库里这一天上不上班；没有那一年为 None。库每次都要重算起止，所以记住答过的。"""
    import chinese_calendar  # type: ignore[import-untyped]  # 导入要 20 毫秒，用到才导入

    try:
        return bool(chinese_calendar.is_workday(day))
    except NotImplementedError:
        return None
