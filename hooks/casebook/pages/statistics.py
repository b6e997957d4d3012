"""年度报告里的统计表：算出的数、申报的数、相差多少，并排列出；检查的两种数法分开说。"""

from collections.abc import Iterator, Sequence
from decimal import Decimal

from casebook.annual_table import COUNTING_RULES, NOT_DECLARED, Row, count_penalties
from casebook.article.addresses import of_statistics
from casebook.article.blocks import Block, Bullets, Fact, Facts, Grid, Heading, Paragraph, paragraph
from casebook.article.inlines import Inlines, Link, words
from casebook.article.wording import day_text
from casebook.records.annual import AnnualReport
from casebook.records.statistics import AMOUNT, Breakdown
from casebook.tally import LoadedCase


def statistics_section(report: AnnualReport, cases: Sequence[LoadedCase]) -> Iterator[Block]:
    """统计表一节。`cases` 是这一年截至申报日作出决定的案件。"""
    table = count_penalties(cases, report.table)
    yield Heading(2, words("行政处罚统计表"), "statistics")
    head = tuple(words(title) for title in ("项目", "由案件记录算出", "申报", "申报减算出"))
    rows = tuple(_cells(row) for row in table.notable)
    caption = f"{report.year}年，截至{day_text(report.as_of)}（没有列出的各类都是零）"
    yield Grid(caption, head, rows)
    yield Bullets(tuple((paragraph(rule),) for rule in COUNTING_RULES))
    yield Paragraph(words(Link(words("下载全表（xlsx）"), of_statistics(report.year))))
    yield from map(_breakdown, report.breakdowns)
    yield from _inspections(report)


def _cells(row: Row) -> tuple[Inlines, ...]:
    return (
        words(row.name),
        words(f"{row.computed}{row.unit}"),
        words(_number(row.declared, row.unit)),
        words("—" if row.difference is None else _number(row.difference, row.unit)),
    )


def _number(number: Decimal | int | None, unit: str) -> str:
    return NOT_DECLARED if number is None else f"{number}{unit}"


def _breakdown(breakdown: Breakdown) -> Grid:
    """报告里别的分法，照申报数列出。"""
    measures = tuple(breakdown.totals)
    head = tuple(words(title) for title in ("申报", *map(_measure, measures)))
    rows = [
        (words(part.name), *(words(str(part.figures.get(m, 0))) for m in measures))
        for part in breakdown.parts
    ]
    rows.append((words("合计"), *(words(str(breakdown.totals[m])) for m in measures)))
    return Grid(breakdown.basis, head, tuple(rows))


def _measure(name: str) -> str:
    return f"{name}（元）" if name == AMOUNT else name


def _inspections(report: AnnualReport) -> Iterator[Block]:
    """平台录入数与统计年报的次数数法不同，不能相比，所以分开列。"""
    declared = report.table.inspections if report.table else None
    yield Heading(3, words("检查的两种数法"), "inspections")
    yield Facts(
        (
            Fact(report.inspections.basis, words(f"{report.inspections.amount}起")),
            Fact(
                "统计年报的行政检查次数",
                words("没有单独统计" if declared is None else f"{declared}次"),
            ),
        )
    )
    yield paragraph(
        "前一个数是录进执法平台的全部检查；后一个数只算有特定对象、有完整记录的，"
        "巡查和查完转为处罚的不算。两个数不能放在一起比。"
    )
