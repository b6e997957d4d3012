"""check 命令：退出码、两种格式、只看某些文件、公开日志里不漏内容。"""

import json
import shutil
from pathlib import Path

from casebook.book import Book
from casebook.checks.gate import make_gate
from tests.workbench import replace_line, run_manage

ACCIDENTS = Path(__file__).parent / "data" / "accidents"
KEYS = ["path", "line", "column", "code", "severity", "message", "hint"]


def test_the_shipped_data_is_clean() -> None:
    """没有错误；只提醒登记册里如实记着的、还没核实的事，一部法一条。"""
    result = run_manage("check", "--format", "json")
    problems = [json.loads(line) for line in result.stdout.splitlines()]
    assert result.returncode == 0
    assert {problem["code"] for problem in problems} == {"L902"}
    assert len({problem["path"] for problem in problems}) == len(problems)


def test_every_accident_is_reported_in_one_run(data: Path) -> None:
    quiet = {"good", "old-procedure-name", "trailing-full-width-space"}
    names = {}
    for number, path in enumerate(sorted(ACCIDENTS.glob("*.yml")), start=900):
        name = f"cases/2025/2025-{number}.yml"
        shutil.copy(path, data / name)
        names[path.stem] = f"{data}/{name}"
    big = data / "cases/2025/2025-899.yml"
    with big.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    result = run_manage("check", "--data", str(data), "--format", "json")
    assert result.returncode == 1
    assert "Traceback" not in result.stdout + result.stderr
    found = [json.loads(line) for line in result.stdout.splitlines()]
    reported = {problem["path"] for problem in found}
    assert not {stem for stem, path in names.items() if path not in reported} - quiet
    assert str(big) in reported
    assert all(problem["line"] >= 1 and problem["column"] >= 1 for problem in found)


def test_json_has_one_object_a_line_with_the_agreed_keys(data: Path) -> None:
    replace_line(data / "cases/2025/2025-001.yml", "案由: 露天焚烧秸秆", "案由: 烧秸秆")
    result = run_manage("check", "--data", str(data), "--format", "json")
    for line in result.stdout.splitlines():
        assert list(json.loads(line)) == KEYS
    [dangling] = [p for p in map(json.loads, result.stdout.splitlines()) if p["code"] == "C106"]
    assert (dangling["line"], dangling["column"], dangling["severity"]) == (3, 5, "error")
    assert "露天焚烧秸秆" in dangling["hint"]


def test_only_the_named_files_are_reported(data: Path) -> None:
    replace_line(data / "cases/2025/2025-001.yml", "公开: 是", "公开: 可以")
    replace_line(data / "cases/2025/2025-002.yml", "公开: 是", "公开: 也许")
    one = str(data / "cases/2025/2025-002.yml")
    result = run_manage("check", "--data", str(data), one)
    assert result.returncode == 1
    assert "也许" in result.stdout
    assert "可以" not in result.stdout.replace("可以证明", "")


def test_a_file_outside_the_data_is_misuse(tmp_path: Path) -> None:
    stranger = tmp_path / "x.yml"
    stranger.write_text("编号: 2025-001\n", encoding="utf-8")
    result = run_manage("check", str(stranger), "没有这一份.yml")
    assert result.returncode == 2
    assert f"{stranger} 不在数据文件夹 cases_data 里；别处的数据要写上 --data。" in result.stderr
    assert "没有这个文件：没有这一份.yml。" in result.stderr
    assert run_manage("check", "--today", "明天").returncode == 2
    assert run_manage("check", "--data", str(tmp_path / "nowhere")).returncode == 2


def test_a_public_log_quotes_nothing(data: Path) -> None:
    secret = "13800138000"
    replace_line(data / "cases/2025/2025-001.yml", "当事人: 张某", f"当事人: 张某 {secret}")
    replace_line(data / "cases/2025/2025-001.yml", "公开: 是", "公开: 大概")
    for style in ("text", "json"):
        result = run_manage("check", "--data", str(data), "--format", style, CI="true")
        assert result.returncode == 1
        assert "P101" in result.stdout
        assert "大概" not in result.stdout
        assert secret not in result.stdout


def test_a_problem_on_a_line_with_an_identifier_does_not_print_it(data: Path) -> None:
    secret = "13800138000"
    replace_line(data / "cases/2025/2025-001.yml", "公开: 是", f"公开: 问{secret}")
    result = run_manage("check", "--data", str(data))
    assert "C206" in result.stdout
    assert secret not in result.stdout
    assert "＊" in result.stdout


def test_the_wrong_folder_is_one_problem_not_one_for_every_file(data: Path) -> None:
    result = run_manage("check", "--data", str(data / "cases"))
    assert result.returncode == 1
    assert "看看 --data 写的是不是数据文件夹" in result.stdout
    assert "共 1 个错误、0 个提醒" in result.stdout


def test_what_a_report_says_is_not_taken_for_a_name(book: Book) -> None:
    """报告都要遮过才印；自己的话被当成姓名遮去，就看不懂了。"""
    gate = make_gate(book.town.public_lines)
    reports = [*ACCIDENTS.glob("*.txt"), *(ACCIDENTS.parent / "law").rglob("fail.txt")]
    lines = {line for path in reports for line in path.read_text("utf-8").splitlines()}
    said = {line for line in lines if " | " not in line}
    assert len(said) > 150
    assert not {line for line in said if gate.mask(line) != line}


def test_positions_hold_in_an_empty_data_folder(tmp_path: Path) -> None:
    result = run_manage("check", "--data", str(tmp_path))
    assert result.returncode == 1
    assert "C109" in result.stdout
