"""年度报告页：能从记录算出的数都由记录算，其余用申报数；两者已经过勾稽。"""

from collections.abc import Iterator, Sequence
from functools import partial

from casebook.article.addresses import REPORTS, of_guide, of_report
from casebook.article.blocks import (
    Article,
    Block,
    Blocks,
    Card,
    Cards,
    Fact,
    Facts,
    Grid,
    Heading,
    Notice,
    Number,
    Numbers,
    Paragraph,
    paragraph,
)
from casebook.article.inlines import Amount, Day, Inlines, Link, words
from casebook.article.prose import read_prose
from casebook.article.wording import day_text
from casebook.book import Book, slug
from casebook.entries.entry import Loaded
from casebook.pages.charts import chart_section
from casebook.pages.drafts import Draft
from casebook.pages.statistics import statistics_section
from casebook.records.annual import AnnualReport
from casebook.records.case import ORDINARY, SUMMARY
from casebook.tally import LoadedCase, by_matter, decided, of_procedure, total_fine


def draft_reports(book: Book) -> Iterator[Draft]:
    """每年一页，另有一页目录。"""
    newest_first = sorted(book.reports, key=lambda report: report.value.year, reverse=True)
    for report in newest_first:
        write = partial(_report, report, book)
        day = report.value.report_day
        yield Draft(of_report(report.value.year), REPORTS, None, write, day)
    latest = newest_first[0].value.report_day if newest_first else None
    yield Draft(f"{REPORTS}/index.html", REPORTS, None, partial(_index, newest_first), latest)


def _index(newest_first: Sequence[Loaded[AnnualReport]]) -> Article:
    return Article(
        address=f"{REPORTS}/index.html",
        section=REPORTS,
        title="年度报告",
        description="每年查了什么、办了多少案、罚了多少，一年一份，数字与案件记录逐项对过。",
        blocks=(
            paragraph("每年查了什么、办了多少案、罚了多少，一年一份。数字与案件记录逐项对过。"),
            Cards(tuple(report_card(report.value) for report in newest_first)),
        ),
        day=newest_first[0].value.report_day if newest_first else None,
        listed=False,
    )


def report_card(report: AnnualReport) -> Card:
    """目录与订阅里的一条。"""
    until = f"截至{day_text(report.as_of)}"
    return Card(report.title, of_report(report.year), report.report_day, (until,))


def _report(loaded: Loaded[AnnualReport], book: Book) -> Article:
    report = loaded.value
    cases = decided(book.cases, report.year, report.as_of)
    return Article(
        address=of_report(report.year),
        section=REPORTS,
        title=report.title,
        description=(
            f"截至{day_text(report.as_of)}：检查{report.inspections.amount}起，"
            f"办案{len(cases)}件，罚款{total_fine(cases)}元。"
        ),
        blocks=(
            *_demonstration(cases),
            _headline(report, cases),
            *_scope(report),
            *_cases(report, cases, book),
            *chart_section(report, cases, book),
            *statistics_section(report, cases),
            *_campaigns(report, book),
            *_staff(report),
            *_narrative(report),
            *_origin(report),
        ),
        day=report.report_day,
        keywords=("年度报告", f"{report.year}年"),
        source=loaded.path,
        demonstration=any(case.value.demonstration for case in cases),
    )


def _demonstration(cases: tuple[LoadedCase, ...]) -> Blocks:
    """报告的数字是真的，逐案的数字由演示记录算出，要说清楚。"""
    count = sum(case.value.demonstration for case in cases)
    if not count:
        return ()
    text = (
        f"申报的数字出自镇政府公开的报告。用来核对的{count}件案件记录是为演示编写的，"
        "合计与报告一致，情节不是真的。"
    )
    return (Notice("demonstration", "含演示数据", (paragraph(text),)),)


def _headline(report: AnnualReport, cases: tuple[LoadedCase, ...]) -> Numbers:
    return Numbers(
        (
            Number("检查", str(report.inspections.amount), "起", report.inspections.basis),
            Number("作出处罚决定", str(len(cases)), "件"),
            Number("罚款", str(total_fine(cases)), "元", "决定书写明的数额"),
            Number("复议、诉讼", str(report.reconsiderations + report.litigations), "件"),
        )
    )


def _scope(report: AnnualReport) -> Iterator[Block]:
    yield Heading(2, words("这些数怎么数"), "scope")
    yield Paragraph(words("统计到 ", Day(report.as_of), "。"))
    yield from read_prose(report.scope_note)


def _cases(report: AnnualReport, cases: tuple[LoadedCase, ...], book: Book) -> Iterator[Block]:
    yield Heading(2, words("办了哪些案"), "cases")
    head = tuple(words(title) for title in ("案由", "程序", "件数", "罚款合计"))
    rows: list[tuple[Inlines, ...]] = []
    for procedure in (ORDINARY, SUMMARY):
        for name, same in by_matter(of_procedure(cases, procedure)).items():
            rows.append(
                (
                    _matter_name(name, book),
                    words(procedure),
                    words(f"{len(same)}件"),
                    words(Amount(total_fine(same))),
                )
            )
    rows.append(
        (
            words("合计"),
            words(""),
            words(f"{len(cases)}件"),
            words(Amount(total_fine(cases))),
        )
    )
    yield Grid(f"{report.year}年作出处罚决定的案件（由案件记录算出）", head, tuple(rows))


def _campaigns(report: AnnualReport, book: Book) -> Iterator[Block]:
    yield Heading(2, words("专项工作"), "campaigns")
    for campaign in report.campaigns:
        yield Heading(3, _matter_name(campaign.matter, book), f"campaign-{campaign.matter}")
        yield Numbers(
            tuple(
                Number(figure.name, str(figure.amount), figure.unit) for figure in campaign.figures
            )
        )
        if campaign.note:
            yield paragraph(campaign.note)


def _staff(report: AnnualReport) -> Iterator[Block]:
    yield Heading(2, words("人员与职权"), "staff")
    officers = report.officers
    yield Facts(
        (
            Fact(
                "执法人员",
                words(f"{officers.total}人，持证{officers.certified}人，待考{officers.awaiting}人"),
            ),
            Fact("执法事项", words(f"{report.powers.amount}项，依据{report.powers.basis}")),
            Fact("检查内容", words(report.inspections.subjects)),
            Fact("行政复议", words(f"{report.reconsiderations}件")),
            Fact("行政诉讼", words(f"{report.litigations}件")),
        )
    )


def _narrative(report: AnnualReport) -> Iterator[Block]:
    narrative = report.narrative
    for number, (title, text) in enumerate(
        (
            ("这一年怎么做的", narrative.measures),
            ("还有什么不足", narrative.problems),
            ("下一步", narrative.plans),
        ),
        start=1,
    ):
        yield Heading(2, words(title), f"narrative-{number}")
        yield from read_prose(text)


def _origin(report: AnnualReport) -> Iterator[Block]:
    origin = report.origin
    title = f"《{origin.title}》"
    source: Inlines = words(Link(words(title), origin.address)) if origin.address else words(title)
    yield Paragraph(words("申报数字出自", *source, "，文字是本站自己的话。"))


def _matter_name(name: str, book: Book) -> Inlines:
    matter = book.matter(name)
    return words(Link(words(name), of_guide(slug(matter)))) if matter else words(name)
