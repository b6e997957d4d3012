"""法律核对的几个范例，经 manage.py check 走一遍：换法、幅度、简易程序、公开期限、缺日历。"""

import json
import re
from pathlib import Path

import pytest

from tests.workbench import run_manage

SIX_DAYS = """
编号: 2026-001
标题: 秋收后点秸秆
案由: 露天焚烧秸秆
程序: 普通程序
当事人: 张某
地点: 某村村东农田
违法日期: 2026-08-20
立案日期: 2026-08-20
告知日期: 2026-08-21
决定日期: 2026-08-26
送达日期: 2026-08-26
公开日期: 2026-08-31
违反: 生态环境法典第二百四十六条
处罚依据: 生态环境法典第一千一百三十一条第一款
罚款: 1200
文书号: 津宝大口屯罚决〔2026〕1号
公开: 是
演示: true
""".lstrip()
LANE = """
编号: 2026-001
标题: 车停在消防车通道上
案由: 占用消防通道
程序: 普通程序
当事人: 李某
当事人类型: 公民
地点: 某小区
违法日期: 2026-03-12
立案日期: 2026-03-12
告知日期: 2026-03-13
决定日期: 2026-03-18
送达日期: 2026-03-18
公开日期: 2026-03-20
违反: 消防法第二十八条
处罚依据: 消防法第六十条第二款
罚款: 5000
文书号: 津宝大口屯罚决〔2026〕1号
公开: 是
演示: true
""".lstrip()


def check(data: Path, record: str, *changes: tuple[str, str], today: str = "2026-09-01") -> dict:
    """把一件案件放进数据，检查；返回它的问题（代码 -> 那条问题）。"""
    for old, new in changes:
        assert record.count(old) == 1, old
        record = record.replace(old, new)
    year = record.split("编号: ", 1)[1][:4]
    path = data / "cases" / year / "2026-001.yml"
    path = path.with_name(re.search(r"编号: (\S+)", record)[1] + ".yml")
    path.parent.mkdir(exist_ok=True)
    path.write_text(record, encoding="utf-8")
    result = run_manage("check", "--data", str(data), "--today", today, "--format", "json")
    problems = [json.loads(line) for line in result.stdout.splitlines()]
    mine = [problem for problem in problems if problem["path"].endswith(path.name)]
    errors = [problem for problem in mine if problem["severity"] == "error"]
    assert (result.returncode == 1) == bool(errors), problems
    return {problem["code"]: problem for problem in mine}


def test_the_repealed_law_fails_with_the_article_to_cite_instead(data: Path) -> None:
    found = check(
        data,
        SIX_DAYS,
        ("生态环境法典第二百四十六条", "大气污染防治法第七十七条"),
        ("生态环境法典第一千一百三十一条第一款", "大气污染防治法第一百一十九条第一款"),
    )
    assert set(found) == {"L201"}
    assert "生态环境法典第一千一百三十一条第一款" in found["L201"]["hint"]


def test_the_code_with_1200_yuan_passes(data: Path) -> None:
    assert check(data, SIX_DAYS) == {}


def test_400_yuan_fails_naming_the_range(data: Path) -> None:
    found = check(data, SIX_DAYS, ("罚款: 1200", "罚款: 400"))
    assert set(found) == {"L101"}
    assert "500–2000" in found["L101"]["message"]
    assert (found["L101"]["line"], found["L101"]["column"]) == (15, 5)


def test_5000_yuan_for_a_person_in_a_fire_lane_fails(data: Path) -> None:
    found = check(data, LANE)
    assert set(found) == {"L101"}
    assert "不超过 500 元" in found["L101"]["message"]


def test_in_summary_procedure_it_also_exceeds_200(data: Path) -> None:
    found = check(
        data,
        LANE,
        ("普通程序", "简易程序"),
        ("立案日期: 2026-03-12\n告知日期: 2026-03-13\n", ""),
        ("罚决", "当罚"),
    )
    assert set(found) == {"L101", "L301"}
    assert "200 元" in found["L301"]["message"]


@pytest.mark.parametrize("basis", ["消防法第六十条第一款第五项", "消防法第六十条第二款"])
def test_a_unit_fined_3000_fails(data: Path, basis: str) -> None:
    found = check(
        data,
        LANE,
        ("公民", "单位"),
        ("李某", "某超市"),
        ("消防法第六十条第二款", basis),
        ("5000", "3000"),
    )
    assert "5000–50000" in found["L101"]["message"]
    assert ("L104" in found) == (basis == "消防法第六十条第二款")


@pytest.mark.parametrize(
    ("decided", "last", "late"),
    [("2025-09-29", "2025-10-15", "2025-10-16"), ("2025-01-09", "2025-01-20", "2025-01-21")],
)
def test_publication_counts_make_up_days(data: Path, decided: str, last: str, late: str) -> None:
    (data / "annual" / "2025.yml").unlink()
    year = decided[:4]
    record = SIX_DAYS.replace("2026-08-31", "公开").replace("编号: 2026-001", f"编号: {year}-901")
    record = record.replace("2026-08-20", f"{int(year) - 1}-12-20").replace("2026-08-21", decided)
    record = record.replace("2026-08-26", decided).replace("〔2026〕1号", f"〔{year}〕901号")
    record = record.replace("生态环境法典第二百四十六条", "大气污染防治法第七十七条")
    record = record.replace(
        "生态环境法典第一千一百三十一条第一款", "大气污染防治法第一百一十九条第一款"
    )
    record = record.replace(f"立案日期: {int(year) - 1}-12-20", f"立案日期: {decided}")
    assert check(data, record.replace("公开日期: 公开", f"公开日期: {last}")) == {}
    found = check(data, record.replace("公开日期: 公开", f"公开日期: {late}"))
    assert set(found) == {"D204"}
    assert last in found["D204"]["message"]


@pytest.mark.parametrize(
    ("published", "today", "code"),
    [
        ("2027-01-08", "2027-02-01", "D901"),
        ("", "2027-02-01", "D901"),
        ("2026-12-30", "2026-12-31", "D902"),
        ("", "2026-12-31", "D902"),
    ],
)
def test_a_missing_calendar_is_said_never_guessed(
    data: Path, published: str, today: str, code: str
) -> None:
    record = SIX_DAYS.replace("2026-08-2", "2026-12-2").replace("2026-12-26", "2026-12-28")
    line = f"公开日期: {published}\n" if published else ""
    found = check(data, record.replace("公开日期: 2026-08-31\n", line), today=today)
    assert set(found) == {code}
    assert "缺少2027年的工作日历" in found[code]["message"]


def test_the_town_can_supply_the_missing_calendar(data: Path) -> None:
    (data / "calendar").mkdir()
    (data / "calendar" / "2027.yml").write_text(
        "年度: 2027\n来源: 假设的放假通知\n核对日期: 2026-12-01\n"
        "放假:\n  - 2027-01-01 至 2027-01-03\n上班:\n  - 2027-01-09\n",
        encoding="utf-8",
    )
    record = SIX_DAYS.replace("2026-08-2", "2026-12-2").replace("2026-12-26", "2026-12-28")
    assert check(data, record, ("2026-08-31", "2027-01-07"), today="2027-02-01") == {}
    found = check(data, record, ("2026-08-31", "2027-01-08"), today="2027-02-01")
    assert "最晚 2027-01-07" in found["D204"]["message"]
