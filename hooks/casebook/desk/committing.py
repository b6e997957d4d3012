"""保存以后记进 git：有 git、又在仓库里才提供；只提交这一份文件。"""

import shutil
import subprocess
from pathlib import Path

SECONDS = 20


class GitProblem(Exception):
    """git 没有提交成；文字可以直接给人看。"""


def has_history(folder: Path) -> bool:
    """这个文件夹在不在 git 仓库里，本机有没有 git。"""
    return shutil.which("git") is not None and _git(folder, "rev-parse").returncode == 0


def has_changes(path: Path) -> bool:
    """仓库里的这份文件有没有还没提交的改动。"""
    return bool(_git(path.parent, "status", "--porcelain", "--", path.name).stdout.strip())


def commit_file(path: Path, message: str) -> None:
    """只提交这一份；没有成就抛出 `GitProblem`。"""
    for arguments in (["add"], ["commit", "--quiet", f"--message={message}"]):
        done = _git(path.parent, *arguments, "--", path.name)
        if done.returncode != 0:
            raise GitProblem(
                "没有提交成。请看看是否写了 git 的姓名和邮箱，或别的窗口正在提交，过一会儿再试。"
            )


def _git(folder: Path, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        ["git", "-C", str(folder), *arguments],
        capture_output=True,
        text=True,
        encoding="utf-8",
        errors="replace",
        check=False,
        timeout=SECONDS,
        stdin=subprocess.DEVNULL,
    )
