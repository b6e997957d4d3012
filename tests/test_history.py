"""scan --history：提交过又删掉的，从克隆里也查得出；查不全的时候不说没有。"""

import json
import subprocess
from pathlib import Path

import pytest

from tests.workbench import run_manage

SECRET = "13912345678"


def git(folder: Path, *arguments: str) -> str:
    identity = ["-c", "user.name=测试", "-c", "user.email=test@example.invalid"]
    return subprocess.run(
        ["git", "-C", str(folder), *identity, *arguments],
        capture_output=True,
        encoding="utf-8",
        check=True,
    ).stdout


def commit(folder: Path, message: str) -> str:
    git(folder, "add", "--all")
    git(folder, "commit", "--quiet", "--message", message)
    return git(folder, "rev-parse", "HEAD").strip()[:10]


@pytest.fixture
def repository(tmp_path: Path) -> tuple[Path, str]:
    """一个仓库：第二次提交漏了号码，第三次删掉了；另一条分支从别处带来一份。"""
    folder = tmp_path / "仓库"
    folder.mkdir()
    git(folder, "init", "--quiet", "--initial-branch=main")
    record = folder / "cases_data" / "cases" / "一 案.yml"
    record.parent.mkdir(parents=True)
    record.write_text("标题: 干净\n", encoding="utf-8")
    commit(folder, "一")
    record.write_text(f"标题: 干净\n摘要: 电话{SECRET}\n", encoding="utf-8")
    leaked = commit(folder, "二")
    record.unlink()
    (folder / "README.md").write_text(f"不在查的范围里 {SECRET}\n", encoding="utf-8")
    commit(folder, "三")
    return folder, leaked


def test_a_leak_in_a_commit_since_amended_or_on_a_deleted_branch_is_found(
    repository: tuple[Path, str],
) -> None:
    folder, _ = repository
    record = folder / "cases_data" / "改写.yml"
    git(folder, "switch", "--quiet", "--create", "试试")
    record.write_text(f"摘要: 电话{SECRET}\n", encoding="utf-8")
    left = commit(folder, "漏了")
    git(folder, "switch", "--quiet", "main")
    git(folder, "branch", "--quiet", "-D", "试试")
    result = run_manage("scan", "--history", str(folder), "--format", "json")
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert (left, "cases_data/改写.yml") in {(one["commit"], one["path"]) for one in found}


def test_a_leak_committed_and_deleted_is_found_in_a_clone(
    repository: tuple[Path, str], tmp_path: Path
) -> None:
    folder, leaked = repository
    clone = tmp_path / "克隆"
    git(tmp_path, "clone", "--quiet", str(folder), str(clone))
    result = run_manage("scan", "--history", str(clone), "--format", "json")
    assert result.returncode == 1
    [found] = [json.loads(line) for line in result.stdout.splitlines()]
    assert found["commit"] == leaked
    assert (found["path"], found["line"]) == ("cases_data/cases/一 案.yml", 2)
    assert SECRET not in result.stdout + result.stderr


def test_the_text_report_says_that_deleting_is_not_enough(repository: tuple[Path, str]) -> None:
    folder, leaked = repository
    result = run_manage("scan", "--history", str(folder))
    assert f"{leaked}:cases_data/cases/一 案.yml:2:" in result.stdout
    assert "改写历史" in result.stdout


def test_a_file_moved_in_from_elsewhere_is_read(repository: tuple[Path, str]) -> None:
    folder, _ = repository
    (folder / "docs").mkdir()
    (folder / "README.md").rename(folder / "docs" / "readme.md")
    commit(folder, "四")
    result = run_manage("scan", "--history", str(folder), "--format", "json")
    paths = [json.loads(line)["path"] for line in result.stdout.splitlines()]
    assert paths == ["cases_data/cases/一 案.yml", "docs/readme.md"]


def test_a_shallow_clone_cannot_be_vouched_for(
    repository: tuple[Path, str], tmp_path: Path
) -> None:
    shallow = tmp_path / "浅克隆"
    git(tmp_path, "clone", "--quiet", "--depth=1", f"file://{repository[0]}", str(shallow))
    result = run_manage("scan", "--history", str(shallow))
    assert result.returncode == 2
    assert "浅克隆" in result.stderr


def test_no_repository_and_no_git_are_said_in_chinese(tmp_path: Path) -> None:
    result = run_manage("scan", "--history", str(tmp_path), GIT_CEILING_DIRECTORIES=str(tmp_path))
    assert result.returncode == 2
    assert "不是 git 仓库" in result.stderr
    result = run_manage("scan", "--history", PATH=str(tmp_path))
    assert result.returncode == 2
    assert "没有装 git" in result.stderr
