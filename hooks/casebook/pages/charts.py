"""年度报告里的图：按案由、按月、按程序，有两年以上的再按年；数都由案件记录算出，图下附同样的表。"""

from collections import Counter
from collections.abc import Iterator, Sequence

from casebook.article.blocks import Bar, Block, Chart, Heading
from casebook.article.inlines import words
from casebook.book import Book
from casebook.records.annual import AnnualReport
from casebook.records.case import ORDINARY, SUMMARY
from casebook.tally import LoadedCase, by_matter, decided, total_fine

MONTHS = range(1, 13)


def chart_section(report: AnnualReport, cases: Sequence[LoadedCase], book: Book) -> Iterator[Block]:
    """“看图”一节；没有案件就没有图。"""
    if not cases:
        return
    yield Heading(2, words("看图"), "charts")
    groups = by_matter(cases)
    year = f"{report.year}年"
    counts = {name: len(group) for name, group in groups.items()}
    yield _chart(f"{year}各案由作出处罚决定的件数", "案由", counts, "件")
    fines = {name: total_fine(group) for name, group in groups.items()}
    yield _chart(f"{year}各案由的罚款合计", "案由", fines, "元")
    decisions = Counter(day.month for case in cases if (day := case.value.decided_day))
    months = {f"{month}月": decisions[month] for month in MONTHS}
    yield _chart(f"{year}各月作出处罚决定的件数", "月份", months, "件", upright=True)
    followed = Counter(case.value.procedure for case in cases)
    procedures = {name: followed[name] for name in (ORDINARY, SUMMARY)}
    yield _chart(f"{year}两种程序的件数", "程序", procedures, "件")
    years = {f"{other.value.year}年": _of_year(other.value, book) for other in book.reports}
    if len(years) > 1:
        yield _chart("各年作出处罚决定的件数", "年份", years, "件")


def _of_year(report: AnnualReport, book: Book) -> int:
    return len(decided(book.cases, report.year, report.as_of))


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
