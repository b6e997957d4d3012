"""真实村名、姓氏和准确日期凑在一起要提醒；镇名、“某村”和单位的案件不提醒。"""

from pathlib import Path

import pytest

from tests.workbench import replace_line, run_manage

PLACE = "地点: 某村村东农田"


def warned(data: Path) -> bool:
    return "P109" in run_manage("check", "--data", str(data)).stdout


def test_the_shipped_data_needs_no_such_warning(data: Path) -> None:
    assert not warned(data)


@pytest.mark.parametrize("place", ["三里屯村东农田", "史各庄村东农田"])
def test_a_real_village_beside_a_surname_and_a_day_is_warned_about(data: Path, place: str) -> None:
    replace_line(data / "cases/2025/2025-001.yml", PLACE, f"地点: {place}")
    result = run_manage("check", "--data", str(data))
    assert "P109" in result.stdout
    assert "某村" in result.stdout
    assert "2025 年 2 月" in result.stdout


def test_the_town_itself_is_no_small_place(data: Path) -> None:
    replace_line(data / "cases/2025/2025-001.yml", PLACE, "地点: 大口屯镇某村")
    assert not warned(data)


def test_an_unpublished_case_is_not_warned_about(data: Path) -> None:
    record = data / "cases/2025/2025-001.yml"
    replace_line(record, PLACE, "地点: 三里屯村东农田")
    replace_line(record, "公开: 是", "公开: 否\n不公开理由: 练习")
    assert not warned(data)
