"""law-report：该重新核对的、没有核实的、没有条号的都列得出；--rules 列出全部规则。"""

from pathlib import Path

from casebook.checks.rulebook import RULEBOOK
from tests.workbench import replace_line, run_manage


def test_the_report_names_what_is_not_verified() -> None:
    result = run_manage("law-report")
    assert result.returncode == 0
    assert "天津市市容和环境卫生管理条例" in result.stdout
    assert "罚则 vend-tjcsr 没有核到条号" in result.stdout
    assert "罚则 straw-tj 的数额待核" in result.stdout
    assert "0 部超过一年没有核对" in result.stdout


def test_a_year_later_every_statute_is_due(data: Path) -> None:
    result = run_manage("law-report", "--data", str(data), "--today", "2027-11-24")
    count = len(list((data / "statutes").glob("*.yml")))
    assert f"{count} 部超过一年没有核对" in result.stdout
    same_day = run_manage("law-report", "--data", str(data), "--today", "2027-11-23")
    assert "0 部超过一年没有核对" in same_day.stdout


def test_an_unreadable_statute_is_named(data: Path) -> None:
    replace_line(data / "statutes/fire-protection-law.yml", "层级: 法律", "层级: 法")
    result = run_manage("law-report", "--data", str(data))
    assert result.returncode == 1
    assert "fire-protection-law.yml" in result.stderr


def test_the_rules_are_listed_with_their_sources() -> None:
    result = run_manage("law-report", "--rules")
    lines = result.stdout.splitlines()
    assert len(lines) == len(RULEBOOK) + 1
    assert any(line.startswith("L301") and "第五十一条" in line for line in lines)
