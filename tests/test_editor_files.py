"""编辑器、自动检查与 Windows 入口的文件：读得懂、对得上现在的命令和输出。"""

import json
import re
from pathlib import Path

import pytest
import yaml
from commands import find_command

from casebook.editing.roundtrip import load
from casebook.entries.kinds import fields_of
from casebook.records.case import Case
from tests.workbench import ROOT, replace_line, run_manage

WORKFLOWS = (".github/workflows/ci.yml", ".gitlab-ci.yml", ".workflow/ci.yml")


def read_json(name: str):
    return json.loads((ROOT / ".vscode" / name).read_text(encoding="utf-8"))


def test_the_problem_matcher_reads_what_check_prints(data: Path) -> None:
    replace_line(data / "cases/2025/2025-001.yml", "公开: 是", "公开: 大概")
    printed = run_manage("check", "--data", str(data)).stdout.splitlines()
    [pattern] = read_json("tasks.json")["tasks"][0]["problemMatcher"]["pattern"]
    [found] = [m for line in printed if (m := re.match(pattern["regexp"], line)) and "C206" in line]
    assert found.group(pattern["file"]).endswith("cases/2025/2025-001.yml")
    assert found.group(pattern["line"]).isdigit()
    assert found.group(pattern["code"]) == "C206"
    assert "大概" in found.group(pattern["message"])


def test_every_task_runs_a_command_that_exists() -> None:
    for task in read_json("tasks.json")["tasks"]:
        entry, name, *_ = task["args"]
        assert entry == "scripts/manage.py"
        assert find_command(name), name


def test_snippets_are_yaml_with_known_keys() -> None:
    known = set(fields_of(Case))
    for snippet in read_json("casebook.code-snippets").values():
        text = "\n".join(snippet["body"])
        text = re.sub(r"\$\{\d+\|([^,|]+)[^}]*\}", r"\1", text)
        text = re.sub(r"\$\{\d+:([^}]*)\}|\$0", lambda m: m.group(1) or "", text)
        assert set(load(text)) <= known


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_checks_tests_builds_and_packs(name: str) -> None:
    text = (ROOT / name).read_text(encoding="utf-8")
    assert yaml.safe_load(text)
    said = re.findall(r"manage\.py ([a-z]+)", text)
    assert said == ["check", "test", "build", "package"]
    assert "site.zip" in text


def test_pre_commit_hooks_run_commands_that_exist() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    for hook in config["repos"][0]["hooks"]:
        assert find_command(hook["entry"].split()[2])


def test_the_windows_entry_is_plain_ascii_with_windows_lines() -> None:
    data = (ROOT / "scripts" / "manage.bat").read_bytes()
    data.decode("ascii")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"%~dp0manage.py" in data
