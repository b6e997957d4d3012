"""隐私例外：只放行那一处、那几个字、到那一天；例外本身总要报，台账里的真值没有例外。"""

import json
from pathlib import Path

import pytest

from casebook.vault import Vault
from tests.workbench import replace_line, run_manage

NUMBER = "13912345678"
EXCEPTION = f"""隐私例外:
  - 文字: {NUMBER}
    理由: 村务公开栏上的值班电话
    审核人: 法制审核员
    至: {{until}}
"""


@pytest.fixture
def record(data: Path) -> Path:
    path = data / "cases/2025/2025-001.yml"
    replace_line(path, "地点: 某村村东农田", f"地点: 某村值班电话{NUMBER}")
    return path


def excuse(record: Path, until: str = "2026-12-31") -> None:
    text = record.read_text(encoding="utf-8")
    record.write_text(text + EXCEPTION.format(until=until), encoding="utf-8")


def found(record: Path, **env: str) -> list[dict]:
    data = record.parents[2]
    result = run_manage("check", "--data", str(data), "--format", "json", str(record), **env)
    assert NUMBER not in result.stdout + result.stderr
    problems = map(json.loads, result.stdout.splitlines())
    return [problem for problem in problems if problem["code"].startswith("P")]


def test_without_a_review_it_is_an_error(record: Path) -> None:
    assert [problem["code"] for problem in found(record)] == ["P101"]


def test_a_reviewed_exception_only_warns_and_is_itself_reported(record: Path) -> None:
    excuse(record)
    assert [(p["code"], p["severity"]) for p in found(record)] == [("P104", "warning")]
    assert run_manage("scan", str(record)).returncode == 0


def test_after_its_last_day_it_is_an_error_again(record: Path) -> None:
    excuse(record, until="2026-11-22")
    assert sorted(p["code"] for p in found(record)) == ["P101", "P101", "P105"]
    assert run_manage("scan", str(record)).returncode == 1


def test_on_its_last_day_it_still_holds(record: Path) -> None:
    excuse(record, until="2026-11-23")
    assert [problem["code"] for problem in found(record)] == ["P104"]


def test_another_value_is_not_excused(record: Path) -> None:
    excuse(record)
    text = record.read_text(encoding="utf-8")
    record.write_text(text.replace(f"值班电话{NUMBER}", "值班电话13812345678"), encoding="utf-8")
    assert sorted(p["code"] for p in found(record)) == ["P101", "P106"]


def test_what_the_ledger_holds_has_no_exception(record: Path, tmp_path: Path) -> None:
    excuse(record)
    vault = Vault(tmp_path / "私密")
    vault.remember([NUMBER])
    codes = {problem["code"] for problem in found(record, CASEBOOK_PRIVATE=str(vault.folder))}
    assert "P101" in codes


@pytest.mark.parametrize("missing", ["理由", "审核人", "至"])
def test_an_exception_must_be_complete(record: Path, missing: str) -> None:
    lines = EXCEPTION.format(until="2026-12-31").splitlines(keepends=True)
    kept = [line for line in lines if f" {missing}:" not in line]
    record.write_text(record.read_text(encoding="utf-8") + "".join(kept), encoding="utf-8")
    result = run_manage("check", "--data", str(record.parents[2]), str(record))
    assert "C102" in result.stdout
