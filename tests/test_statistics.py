"""统计表：一案一宗计最重，申报与算出并排，各种分法之和等于合计；真实公开的报告是样例。"""

from datetime import date
from decimal import Decimal
from io import BytesIO
from pathlib import Path

import openpyxl
import pytest
import yaml

from casebook.annual_table import count_penalties
from casebook.book import Book
from casebook.checks.statistics import check_statistics
from casebook.entries.entry import Loaded, read_entry
from casebook.pages.site import build_site
from casebook.problems import Problem
from casebook.records.annual import AnnualReport
from casebook.records.statistics import CONFISCATION, PenaltyTable, heaviest_column
from casebook.render import WebRenderer
from casebook.source.document import Source
from casebook.source.reading import parse_source
from casebook.tally import decided
from tests.workbench import DATA, replace_line

REPORTS = Path(__file__).parent / "data" / "statistics"
AS_OF = date(2025, 12, 8)


def report_with(extra: str) -> Loaded[AnnualReport]:
    """本镇 2025 年度报告，另加几行。"""
    text = (DATA / "annual" / "2025.yml").read_text(encoding="utf-8") + extra
    source = parse_source(text.encode(), Source("annual/2025.yml"))
    loaded = read_entry(AnnualReport, source)
    assert loaded is not None, source.problems
    return loaded


def problems(extra: str) -> list[Problem]:
    """加上这几行之后的问题；没有给案件，所以不看统计表与记录。"""
    found = check_statistics(report_with(extra), [])
    return [problem for problem in found if problem.code != "R204"]


# 计宗


@pytest.mark.parametrize(
    ("kinds", "column"),
    [
        (("警告",), "警告"),
        (("警告", "罚款"), "罚款"),
        (("罚款", "没收违法所得"), CONFISCATION),
        (("没收非法财物", "罚款", "警告"), CONFISCATION),
        (("罚款", "责令停产停业"), "责令停产停业"),
        (("行政拘留", "罚款"), "行政拘留"),
        (("其他行政处罚",), "其他行政处罚"),
        (("其他行政处罚", "警告"), "警告"),
        (("口头教育",), "其他行政处罚"),
        ((), None),
    ],
)
def test_a_case_counts_once_under_its_heaviest_penalty(
    kinds: tuple[str, ...], column: str | None
) -> None:
    assert heaviest_column(kinds) == column


def test_the_table_of_the_shipped_year(book: Book) -> None:
    table = count_penalties(decided(book.cases, 2025, AS_OF), None)
    assert {row.name: row.computed for row in table.notable} == {
        "警告": 6,
        "罚款": 14,
        "合计": 20,
        "罚没金额": 16100,
    }


def test_a_warning_with_a_fine_counts_as_a_fine(book: Book) -> None:
    """陈某一案警告并罚款，只计入罚款。"""
    [both] = [case for case in book.cases if len(case.value.penalty_kinds) == 2]
    assert both.value.penalty_kinds == ("警告", "罚款")
    table = count_penalties([both], None)
    assert [row.name for row in table.columns if row.computed] == ["罚款"]


def test_the_amount_may_be_declared_in_wan() -> None:
    assert PenaltyTable.model_validate({"罚没金额": "1.61", "金额单位": "万元"}).amount_in_yuan == (
        16100
    )
    assert PenaltyTable.model_validate({"罚没金额": "16,100"}).amount_in_yuan == 16100
    assert PenaltyTable.model_validate({"罚没金额": "0.5"}).amount_in_yuan == Decimal("0.5")


@pytest.mark.parametrize(
    ("old", "new", "said"),
    [
        ("合计: 20 ", "合计: 21 ", "申报 21 宗，记录算出 20 宗，相差 1 宗"),
        ("罚没金额: 16100", "罚没金额: 1610", "申报 1610 元，记录算出 16100 元，相差 -14490 元"),
    ],
)
def test_a_declared_figure_that_disagrees_is_an_error(
    book: Book, tmp_path: Path, old: str, new: str, said: str
) -> None:
    path = tmp_path / "2025.yml"
    path.write_text((DATA / "annual/2025.yml").read_text(encoding="utf-8"), encoding="utf-8")
    replace_line(path, old, new)
    source = parse_source(path.read_bytes(), Source("annual/2025.yml"))
    report = read_entry(AnnualReport, source)
    assert report is not None
    [problem] = check_statistics(report, decided(book.cases, 2025, AS_OF))
    assert problem.code == "R204"
    assert said in problem.message
    line = source.lines[problem.position.line - 1]
    assert line[problem.position.column - 1 :].startswith(new.split(": ")[1].strip())


# 各种分法：真实公开的报告


def reports() -> list[Path]:
    return sorted(REPORTS.glob("*.yml"))


def test_there_are_three_published_reports() -> None:
    assert [path.stem for path in reports()] == ["baodi-2024", "xinbei-2025", "xincun-2025"]


@pytest.mark.parametrize("path", reports(), ids=lambda path: path.stem)
def test_published_reports_add_up(path: Path) -> None:
    found = problems(path.read_text(encoding="utf-8"))
    assert [problem.code for problem in found if problem.blocks] == []


def test_an_average_above_200_in_summary_procedure_is_a_reminder() -> None:
    [problem] = problems((REPORTS / "xincun-2025.yml").read_text(encoding="utf-8"))
    assert problem.code == "R301"
    assert "277.5 元" in problem.message


def test_two_equal_amounts_are_not_taken_for_one_figure() -> None:
    """新北街道按程序和按法规各有一个 50500，改错哪个就指哪个，另一个不受牵连。"""
    text = (REPORTS / "xinbei-2025.yml").read_text(encoding="utf-8")
    assert text.count("金额: 50500") == 2
    for place in (0, 1):
        parts = text.split("金额: 50500")
        parts[place] += "金额: 50501"
        parts[1 - place] += "金额: 50500"
        wrong = parts[0] + parts[1] + parts[2]
        [error] = [problem for problem in problems(wrong) if problem.blocks]
        assert error.code == "R101"
        assert ("按程序", "按法规")[place] in error.message
        assert ("50501" in error.message, "50500" in error.message) == (True, False)


def test_two_ways_of_dividing_have_the_same_total() -> None:
    text = (REPORTS / "xinbei-2025.yml").read_text(encoding="utf-8")
    wrong = text.replace("件数: 26", "件数: 25").replace(
        "口径: 按法规\n    合计:\n      件数: 32", "口径: 按法规\n    合计:\n      件数: 31"
    )
    [error] = [problem for problem in problems(wrong) if problem.blocks]
    assert "按法规合计 31，按程序合计 32" in error.message


def test_the_published_figures_are_the_ones_in_the_reports() -> None:
    sums = {
        path.stem: yaml.safe_load(path.read_text(encoding="utf-8"))["分项"][0]["合计"]
        for path in reports()
    }
    assert sums == {
        "baodi-2024": {"处罚": 1917, "检查": 57618},
        "xinbei-2025": {"件数": 32, "金额": 56850},
        "xincun-2025": {"件数": 42, "金额": 19000},
    }


# 页面与下载


def test_the_page_shows_declared_beside_computed_and_keeps_inspections_apart(book: Book) -> None:
    [article] = [a for a in build_site(book).articles if a.address == "report/2025.html"]
    body = WebRenderer().body(article)
    section = body.split('id="statistics"')[1]
    assert "申报减算出" in section
    assert "16100元" in section
    assert "未单列" in section
    assert "1530起" in section.split('id="inspections"')[1]
    assert "没有单独统计" in section
    assert 'href="2025-penalties.xlsx"' in section


def test_the_download_opens_and_has_the_same_bytes_every_time(book: Book) -> None:
    [first] = build_site(book).downloads
    [second] = build_site(book).downloads
    assert first.address == "report/2025-penalties.xlsx"
    assert first.write() == second.write()
    sheet = openpyxl.load_workbook(BytesIO(first.write()))["行政处罚"]
    rows = [[cell.value for cell in row] for row in sheet.iter_rows()]
    head, computed, declared, difference = rows[2:6]
    assert len([title for title in head if title]) == 14
    by_name = dict(zip(head, zip(computed, declared, difference, strict=True), strict=True))
    assert by_name["罚款（宗）"] == (14, "未单列", "未单列")
    assert by_name["合计（宗）"] == (20, 20, 0)
    assert by_name["罚没金额（元）"] == (16100, 16100, 0)


def test_nothing_ranks_or_praises_fines(book: Book) -> None:
    text = "".join(WebRenderer().body(article) for article in build_site(book).articles)
    for word in ("排名", "罚款任务", "完成率", "创收", "突破"):
        assert word not in text
