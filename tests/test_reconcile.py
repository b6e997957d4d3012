"""年度报告与记录对不上时，要说出两个数、各自的出处、由哪些记录构成。"""

import json
from pathlib import Path

import pytest

from tests.workbench import replace_line, run_manage


def problems(data: Path) -> list[dict[str, object]]:
    result = run_manage("check", "--data", str(data), "--format", "json")
    return [json.loads(line) for line in result.stdout.splitlines()]


def test_one_yuan_more_on_a_straw_fine_breaks_both_totals(data: Path) -> None:
    replace_line(data / "cases/2025/2025-001.yml", "\n罚款: 1000\n", "\n罚款: 1001\n")
    result = run_manage("check", "--data", str(data))
    assert result.returncode == 1
    assert "R202" in result.stdout
    for figure in ("15100", "15101", "16100", "16101"):
        assert figure in result.stdout


def test_a_fine_problem_names_files_lines_and_records(data: Path) -> None:
    replace_line(data / "cases/2025/2025-001.yml", "\n罚款: 1000\n", "\n罚款: 1001\n")
    [total, straw] = [problem for problem in problems(data) if problem["code"] == "R202"]
    assert str(total["path"]).endswith("annual/2025.yml")
    text = (data / "annual/2025.yml").read_text(encoding="utf-8").splitlines()
    assert text[int(str(total["line"])) - 1].strip() == "合计: 16100"
    assert text[int(str(straw["line"])) - 1].strip() == "露天焚烧秸秆: 15100"
    for number in ("001", "003", "004", "008", "009", "020"):
        assert f"2025-{number} " in str(straw["message"])
    assert "cases/2025/2025-001.yml:" in str(straw["message"])


@pytest.mark.parametrize(
    ("file", "old", "new", "code", "named"),
    [
        ("annual/2025.yml", "  持证: 8\n", "  持证: 7\n", "R101", ("10", "9")),
        ("annual/2025.yml", "露天焚烧秸秆: 13\n", "露天焚烧秸秆: 12\n", "R101", ("14", "13")),
        ("annual/2025.yml", "    合计: 6\n", "    合计: 7\n", "R201", ("7 件", "6 件")),
        ("annual/2025.yml", "        数量: 124\n", "        数量: 125\n", "R203", ("125", "124")),
        ("cases/2025/2025-002.yml", "程序: 简易程序", "程序: 普通程序", "R201", ("6 件", "5 件")),
    ],
)
def test_each_disagreement_is_an_error(
    data: Path, file: str, old: str, new: str, code: str, named: tuple[str, ...]
) -> None:
    replace_line(data / file, old, new)
    messages = [str(problem["message"]) for problem in problems(data) if problem["code"] == code]
    assert messages
    assert any(all(figure in message for figure in named) for message in messages)


def test_a_missing_record_is_noticed(data: Path) -> None:
    (data / "cases/2025/2025-003.yml").unlink()
    codes = [problem["code"] for problem in problems(data)]
    assert codes.count("R201") == 2
    assert codes.count("R202") == 2


def test_decisions_after_the_as_of_day_do_not_count(data: Path) -> None:
    record = (data / "cases/2025/2025-001.yml").read_text(encoding="utf-8")
    later = record.replace("2025-001", "2025-021").replace(
        "决定日期: 2025-03-05", "决定日期: 2025-12-09"
    )
    for name in ("送达日期", "公开日期", "履行日期"):
        later = "\n".join(line for line in later.split("\n") if not line.startswith(name))
    later = later.replace("〔2025〕1号", "〔2025〕21号")
    (data / "cases/2025/2025-021.yml").write_text(later, encoding="utf-8")
    assert not [problem for problem in problems(data) if str(problem["code"]).startswith("R")]
