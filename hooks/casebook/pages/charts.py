"""年度报告里的图：按案由、按月、按程序，有两年以上的再按年；数都由案件记录算出，图下附同样的表。"""

from collections.abc import Iterable, Iterator, Sequence

from casebook.article.blocks import Bar, Block, Chart, Heading
from casebook.article.inlines import words
from casebook.book import Book
from casebook.records.annual import AnnualReport
from casebook.records.case import ORDINARY, SUMMARY
from casebook.tally import LoadedCase, decided, of_matter, of_procedure, total_fine

MONTHS = range(1, 13)


def chart_section(report: AnnualReport, cases: Sequence[LoadedCase], book: Book) -> Iterator[Block]:
    """“看图”一节；没有案件就没有图。"""
    if not cases:
        return
    yield Heading(2, words("看图"), "charts")
    names = dict.fromkeys(case.value.matter for case in cases)
    groups = {name: of_matter(cases, name) for name in names}
    year = f"{report.year}年"
    yield _counts(f"{year}各案由作出处罚决定的件数", "案由", groups)
    yield _fines(f"{year}各案由的罚款合计", "案由", groups)
    months = {f"{month}月": _decided_in(cases, month) for month in MONTHS}
    yield _counts(f"{year}各月作出处罚决定的件数", "月份", months, upright=True)
    procedures = {name: of_procedure(cases, name) for name in (ORDINARY, SUMMARY)}
    yield _counts(f"{year}两种程序的件数", "程序", procedures)
    years = {f"{other.value.year}年": _of_year(other.value, book) for other in book.reports}
    if len(years) > 1:
        yield _counts("各年作出处罚决定的件数", "年份", years)


def _decided_in(cases: Iterable[LoadedCase], month: int) -> tuple[LoadedCase, ...]:
    days = ((case, case.value.decided_day) for case in cases)
    return tuple(case for case, day in days if day is not None and day.month == month)


def _of_year(report: AnnualReport, book: Book) -> tuple[LoadedCase, ...]:
    return decided(book.cases, report.year, report.as_of)


def _counts(
    title: str, label: str, groups: dict[str, tuple[LoadedCase, ...]], upright: bool = False
) -> Chart:
    numbers = {name: len(cases) for name, cases in groups.items()}
    return _chart(title, label, numbers, "件", upright)


def _fines(title: str, label: str, groups: dict[str, tuple[LoadedCase, ...]]) -> Chart:
    return _chart(title, label, {name: total_fine(cases) for name, cases in groups.items()}, "元")


def _chart(
    title: str, label: str, numbers: dict[str, int], unit: str, upright: bool = False
) -> Chart:
    longest = max(*numbers.values(), 1)
    return Chart(
        title,
        (words(label), words("件数" if unit == "件" else "罚款合计")),
        tuple((words(name), words(f"{number}{unit}")) for name, number in numbers.items()),
        tuple(
            Bar(name, f"{number}{unit}", round(100 * number / longest))
            for name, number in numbers.items()
        ),
        upright,
    )
