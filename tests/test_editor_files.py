"""编辑器、自动检查与 Windows 入口的文件：读得懂、对得上现在的命令和输出。"""

import json
import re
from pathlib import Path
from typing import Any

import package
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


def commands_in(node: object) -> list[str]:
    """流水线里要运行的各条命令，照次序；三家都写在叫 run、script 或 commands 的键里。"""
    if isinstance(node, list):
        return [line for one in node for line in commands_in(one)]
    if not isinstance(node, dict):
        return []
    found = []
    for key, value in node.items():
        if key in {"run", "script", "commands"}:
            found += [value] if isinstance(value, str) else value
        else:
            found += commands_in(value)
    return found


@pytest.mark.parametrize("name", WORKFLOWS)
def test_a_workflow_checks_builds_packs_and_tests_with_commands_that_exist(name: str) -> None:
    lines = commands_in(read_yaml(name))
    quiet = "CI=true " if name.startswith(".workflow") else ""  # 别的两家自己会设
    assert {line.rpartition(" ")[0] for line in lines} == {f"{quiet}python3 scripts/manage.py"}
    names = [line.rpartition(" ")[2] for line in lines]
    assert all(find_command(one) for one in names)
    assert sorted(names) == ["build", "check", "package", "test"]
    assert [one for one in names if one != "test"] == ["check", "build", "package"]


def test_each_platform_keeps_the_packed_site_and_uses_our_python() -> None:
    outputs = {package.DEFAULT_PACKAGE.name, f"{package.DEFAULT_PACKAGE.name}.sha256"}
    [github] = read_yaml(WORKFLOWS[0])["jobs"].values()
    uses = {
        step["uses"].partition("@")[0]: step["with"]
        for step in github["steps"][1:]
        if "uses" in step
    }
    assert set(uses["actions/upload-artifact"]["path"].split()) == outputs
    [gitlab] = read_yaml(WORKFLOWS[1]).values()
    assert set(gitlab["artifacts"]["paths"]) == outputs
    stages = read_yaml(WORKFLOWS[2])["stages"]
    build, publish = stages[0]["steps"]
    [artifact] = build["artifacts"]
    assert {Path(path).name for path in artifact["path"]} == outputs
    assert (publish["dependArtifact"], publish["dependsOn"]) == (artifact["name"], build["name"])
    pythons = {
        uses["actions/setup-python"]["python-version"],
        gitlab["image"].removeprefix("python:"),
        *(
            step["pythonVersion"]
            for stage in stages
            for step in stage["steps"]
            if "commands" in step
        ),
    }
    assert pythons == {"3.11"}


def read_yaml(name: str) -> dict[str, Any]:
    content = yaml.safe_load((ROOT / name).read_text(encoding="utf-8"))
    assert isinstance(content, dict)
    return content


def test_pre_commit_hooks_run_commands_that_exist() -> None:
    config = yaml.safe_load((ROOT / ".pre-commit-config.yaml").read_text(encoding="utf-8"))
    for hook in config["repos"][0]["hooks"]:
        assert find_command(hook["entry"].split()[2])


def test_the_windows_entry_is_plain_ascii_with_windows_lines() -> None:
    data = (ROOT / "scripts" / "manage.bat").read_bytes()
    data.decode("ascii")
    assert data.count(b"\n") == data.count(b"\r\n")
    assert b"%~dp0manage.py" in data
