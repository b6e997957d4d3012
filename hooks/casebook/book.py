"""一镇的全部记录读好之后的样子。各处只读它，不再碰文件。"""

from collections.abc import Iterable, Iterator
from datetime import date
from typing import Self

from msgspec import Struct

from casebook.entries.entry import Loaded
from casebook.images.album import Album
from casebook.law.calendar import HolidayPlan, WorkCalendar
from casebook.law.register import Register
from casebook.records.annual import AnnualReport
from casebook.records.case import Bulletin, Case
from casebook.records.matter import Matter
from casebook.records.town import Town
from casebook.records.words import Word


class Records(Struct, frozen=True):
    """五类记录、法规登记册、补上的工作日历与法律词语；各按编号、次序排好。"""

    cases: tuple[Loaded[Case], ...]
    bulletins: tuple[Loaded[Bulletin], ...]
    matters: tuple[Loaded[Matter], ...]
    reports: tuple[Loaded[AnnualReport], ...]
    register: Register
    plans: tuple[Loaded[HolidayPlan], ...]
    words: tuple[Word, ...]

    @property
    def calendar(self) -> WorkCalendar:
        """工作日历，库里没有的年份由 `plans` 补上。"""
        return WorkCalendar.of(plan.value for plan in self.plans)

    def matter(self, name: str) -> Loaded[Matter] | None:
        """按登记的案由名称找。"""
        return next((matter for matter in self.matters if matter.value.name == name), None)


class Book(Records, frozen=True):
    """可以成书的一套：记录、本镇资料、“今天”和案件的照片。"""

    town: Town
    today: date
    album: Album

    @classmethod
    def of(cls, records: Records, town: Town, today: date, album: Album | None = None) -> Self:
        """一套记录配上本镇资料、“今天”和照片。"""
        return cls(
            records.cases,
            records.bulletins,
            records.matters,
            records.reports,
            records.register,
            records.plans,
            records.words,
            town,
            today,
            album or {},
        )

    @property
    def demonstration(self) -> bool:
        """只要有一份演示记录，全站就要说明这是演示。"""
        return any(case.value.demonstration for case in self.cases) or any(
            bulletin.value.demonstration for bulletin in self.bulletins
        )

    def published(self) -> Iterator[Loaded[Case]]:
        """有页面的案件：公开的，以及公开后又撤回的。"""
        return (case for case in self.cases if case.value.public)

    def commentaries(self) -> tuple[Loaded[Case], ...]:
        """公开、未撤回、写了解读的案件，按编号。"""
        return tuple(
            case for case in in_force(self.published()) if case.value.commentary is not None
        )


def slug(loaded: Loaded[Matter]) -> str:
    """案由在网址里的名字，就是它的文件名。"""
    return loaded.path.rpartition("/")[2].removesuffix(".yml")


def in_force(cases: Iterable[Loaded[Case]]) -> tuple[Loaded[Case], ...]:
    """没有撤回的案件。"""
    return tuple(case for case in cases if case.value.withdrawal is None)
