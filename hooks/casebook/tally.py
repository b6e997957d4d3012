"""从案件记录算数：件数、罚款合计、最低、中位、最高。单位是件与元。"""

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from datetime import date
from statistics import median

from msgspec import Struct

from casebook.entries.entry import Loaded
from casebook.records.case import Case

LoadedCase = Loaded[Case]


class Spread(Struct, frozen=True):
    """一组罚款的件数与高低，元；中位数取整到元，逢半进一。"""

    count: int
    lowest: int
    median: int
    highest: int


def decided(cases: Iterable[LoadedCase], year: int, as_of: date) -> tuple[LoadedCase, ...]:
    """某年 1 月 1 日起、到 `as_of` 为止作出决定的案件，不论公开与否（按决定日统计）。"""
    return tuple(
        case
        for case in cases
        if case.value.decided_day is not None
        and case.value.decided_day.year == year
        and case.value.decided_day <= as_of
    )


def by_matter(cases: Iterable[LoadedCase]) -> Mapping[str, tuple[LoadedCase, ...]]:
    """各案由的案件，案由按头一次出现的先后，案件次序不变；没有案件的案由给出空的一组。"""
    groups: dict[str, list[LoadedCase]] = defaultdict(list)
    for case in cases:
        groups[case.value.matter].append(case)
    return defaultdict(tuple, {name: tuple(group) for name, group in groups.items()})


def of_procedure(cases: Iterable[LoadedCase], *procedures: str) -> tuple[LoadedCase, ...]:
    """某种（几种）程序的案件，次序不变。"""
    return tuple(case for case in cases if case.value.procedure in procedures)


def total_fine(cases: Iterable[LoadedCase]) -> int:
    """罚款合计，元。"""
    return sum(case.value.fine for case in cases)


def spread(cases: Sequence[LoadedCase]) -> Spread | None:
    """已决定且有罚款的案件的罚款高低；一件也没有则为 None。"""
    fines = sorted(case.value.fine for case in cases if case.value.fine)
    if not fines:
        return None
    return Spread(len(fines), fines[0], int(median(fines) + 0.5), fines[-1])
