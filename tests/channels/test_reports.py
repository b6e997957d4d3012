"""check 报出各渠道的毛病（W 类）：指到哪个键，说清几个字，只提醒不拦。"""

from pathlib import Path

import pytest

from casebook.inspection import Place, inspect_all
from casebook.problems import Problem, any_block
from tests.workbench import replace_line

CASE, GUIDE = "cases/2025/2025-001.yml", "matters/straw-burning.yml"
TITLE = "标题: 开春腾地点了玉米秸，他说这是自家的地"
SUMMARY = "摘要: 二月底，张某在某村村东的承包地里点着了三堆隔年的玉米秸，"


def warnings(data: Path) -> list[Problem]:
    problems = inspect_all(Place(data, "cases_data"), None, None).problems
    found = [problem for problem in problems if problem.code.startswith("W")]
    assert not any_block(found)
    return found


def test_the_shipped_records_have_none(data: Path) -> None:
    assert warnings(data) == []


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "key"),
    [
        (CASE, TITLE, TITLE + "谁也管不着" * 4, "W101", "标题"),
        (CASE, TITLE, TITLE + "谁也管不着" * 10, "W102", "标题"),
        (CASE, SUMMARY, "摘要: " + "二月底张某在地里点火" * 13, "W103", "摘要"),
        (
            GUIDE,
            "- 秸秆还田好，来年少施肥",
            "- 秸秆还田是一件大好事情，来年少施肥料又多打粮",
            "W201",
            "横幅",
        ),
        (GUIDE, "- 秸秆还田好，来年少施肥", "- 秸秆还田好，少施肥", "W202", "横幅"),
        (GUIDE, "- 秸秆还田好，来年少施肥", "- 严禁烧秸秆，后果要自负", "W203", "横幅"),
        (GUIDE, "先别点火。", "先别点火" * 12 + "。", "W301", "口播"),
        (CASE, SUMMARY, SUMMARY + "他说了又说，" * 60, "W302", "摘要"),
        (GUIDE, "先别点火。", "先看WWWWW网站。", "W303", "口播"),
        (CASE, SUMMARY, SUMMARY + "他说了又说，" * 60, "W401", "摘要"),
    ],
)
def test_a_slip_is_reported_at_its_key(
    file: str, old: str, new: str, code: str, key: str, data: Path
) -> None:
    replace_line(data / file, old, new)
    found = [problem for problem in warnings(data) if problem.code == code]
    assert found, [problem.code for problem in warnings(data)]
    lines = (data / file).read_text(encoding="utf-8").splitlines()
    at = found[0].position
    assert at.path.endswith(file)
    assert any(key in line for line in lines[max(0, at.line - 6) : at.line])
    assert found[0].hint


def test_a_body_too_big_for_wechat_is_reported(data: Path) -> None:
    path = data / CASE
    text = path.read_text(encoding="utf-8")
    longer = text.replace("  以案说法: |\n", "  以案说法: |\n" + "    再说一段。\n\n" * 320)
    path.write_text(longer, encoding="utf-8")
    assert "W104" in {problem.code for problem in warnings(data)}
