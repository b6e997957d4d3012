"""统计表与记录、各种分法与合计要对得上；简易程序的件均数要说得通。"""

from collections.abc import Iterator, Sequence

from casebook.annual_table import CONFISCATED, TOTAL, Row, count_penalties
from casebook.checks.procedure import LIMITS
from casebook.entries.entry import Loaded
from casebook.law.parties import PERSON
from casebook.problems import Problem
from casebook.records.annual import AnnualReport
from casebook.records.case import SUMMARY
from casebook.records.statistics import AMOUNT, CASES
from casebook.source.nodes import Location
from casebook.tally import LoadedCase

LoadedReport = Loaded[AnnualReport]


def check_statistics(report: LoadedReport, cases: Sequence[LoadedCase]) -> Iterator[Problem]:
    """一份年度报告的统计表和分项。`cases` 是这一年截至申报日作出决定的案件。"""
    declared = report.value.table
    if declared is not None:
        for row in count_penalties(cases, declared).rows:
            if row.difference:
                yield _disagreement(report, row)
    yield from _sums(report)
    yield from _totals_agree(report)
    yield from _averages(report)


def _disagreement(report: LoadedReport, row: Row) -> Problem:
    inside = row.name in (TOTAL, CONFISCATED)
    at: Location = ("统计表", row.name) if inside else ("统计表", "宗数", row.name)
    return report.problem(
        "R204",
        at,
        f"统计表“{row.name}”：申报 {row.declared} {row.unit}，"
        f"记录算出 {row.computed} {row.unit}，相差 {row.difference} {row.unit}",
        "一案计一宗，计入最重的一类；金额以决定书为准。核对记录，确实申报有误才改申报数。",
        quotable=True,
    )


def _sums(report: LoadedReport) -> Iterator[Problem]:
    """每种分法里，各项之和与合计。只按位置核对，不按数值找：两个数相同也可能是两回事。"""
    for index, breakdown in enumerate(report.value.breakdowns):
        for measure, total in breakdown.totals.items():
            found = breakdown.sum_of(measure)
            if found != total:
                parts = " + ".join(str(part.figures.get(measure, 0)) for part in breakdown.parts)
                yield report.problem(
                    "R101",
                    ("分项", index, "合计", measure),
                    f"{breakdown.basis}的{measure}合计 {total}，各项之和是 {found}（{parts}）",
                    "核对原报告，改正合计或分项。",
                )


def _totals_agree(report: LoadedReport) -> Iterator[Problem]:
    """几种分法的合计要相同。"""
    first: dict[str, tuple[str, int]] = {}
    for index, breakdown in enumerate(report.value.breakdowns):
        for measure, total in breakdown.totals.items():
            basis, expected = first.setdefault(measure, (breakdown.basis, total))
            if total != expected:
                yield report.problem(
                    "R101",
                    ("分项", index, "合计", measure),
                    f"{measure}：{breakdown.basis}合计 {total}，{basis}合计 {expected}",
                    "同一个数换一种分法，合计应当相同；核对原报告。",
                )


def _averages(report: LoadedReport) -> Iterator[Problem]:
    """简易程序的件均罚款超过个人限额：里面有单位，或者有人罚超了。"""
    limit = LIMITS[PERSON]
    for index, breakdown in enumerate(report.value.breakdowns):
        for place, part in enumerate(breakdown.parts):
            count, amount = part.figures.get(CASES, 0), part.figures.get(AMOUNT, 0)
            if part.name == SUMMARY and count and amount > limit * count:
                yield report.problem(
                    "R301",
                    ("分项", index, "各项", place, "数", AMOUNT),
                    f"简易程序件均罚款 {amount / count:.1f} 元，超过个人的限额 {limit} 元",
                    "其中有单位的没有问题；都是个人的，逐件核对罚款和程序。",
                    quotable=True,
                )
