"""四眼：公开的真实案件没写审核，按本镇的规矩提醒、拦下或不管；先审核，后公开。"""

from pathlib import Path

import pytest

from casebook.inspection import Place, inspect_all
from tests.workbench import replace_line

CASE = "cases/2025/2025-003.yml"
APPROVED = "演示: false\n审核:\n  角色: 法制审核员\n  日期: {day}\n"


def found(data: Path) -> list[tuple[str, bool]]:
    problems = inspect_all(Place(data, "cases_data"), None, None).problems
    return [(one.code, one.blocks) for one in problems if one.code in {"C120", "C121", "C122"}]


@pytest.mark.parametrize(
    ("rule", "expected"),
    [("提醒", [("C120", False)]), ("强制", [("C121", True)]), ("不用", [])],
)
def test_the_town_decides_what_a_missing_approval_means(
    data: Path, rule: str, expected: list[tuple[str, bool]]
) -> None:
    assert found(data) == []
    replace_line(data / "town.yml", "四眼: 提醒", f"四眼: {rule}")
    assert found(data) == []
    replace_line(data / CASE, "演示: true", "演示: false")
    assert found(data) == expected


@pytest.mark.parametrize(
    ("day", "expected"), [("2025-04-01", []), ("2026-01-05", [("C122", True)])]
)
def test_an_approval_comes_before_the_publication(
    data: Path, day: str, expected: list[tuple[str, bool]]
) -> None:
    replace_line(data / "town.yml", "四眼: 提醒", "四眼: 强制")
    replace_line(data / CASE, "演示: true\n", APPROVED.format(day=day))
    assert found(data) == expected
