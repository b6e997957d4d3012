"""git 历史里曾经有过的每一份数据、页面和照片。删掉一行，并不能把它从历史里删掉。"""

import subprocess
from collections.abc import Iterator
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace
from scanner import FOLDERS, READ, Scanner, Sighting

from casebook.checks.attachments import suffix_of
from casebook.workforce import Workforce

_SHORT = 10
_SUBMODULE = "160000"


class HistoryProblem(Exception):
    """历史查不成；文字是中文，可直接给人看。"""


class Version(Struct, frozen=True):
    """一份文件的一个版本：最早带进它的提交、当时的路径、内容的编号。"""

    commit: str
    path: str
    blob: str


class Leak(Struct, frozen=True):
    """历史里的一处发现。"""

    commit: str
    path: str
    sighting: Sighting


def leaks(root: Path, scanner: Scanner) -> Iterator[Leak]:
    """从最早的提交起，逐份查 `root` 这个仓库的历史；查不成时抛出 HistoryProblem。"""
    _check_complete(root)
    versions = [version for version in list_versions(root) if _is_read(version.path)]
    contents = _contents(root, versions)

    def look(index: int) -> list[Sighting]:
        path, data = versions[index].path, next(contents)
        return [*scanner.look_at_name(path), *(scanner.look_inside(path, data) or [])]

    # 内容由一个 git 进程依次给出，所以只用一个进程，不分开做
    crew = replace(Workforce.of_this_machine(), processes=1)
    for version, sightings in zip(versions, crew.each("查历史", look, len(versions)), strict=True):
        for sighting in sightings:
            yield Leak(version.commit, version.path, sighting)


def list_versions(root: Path) -> list[Version]:
    """全部分支、标签上出现过的版本，连同删掉的分支、改写过的提交，先旧后新。

    同一路径的同一内容只算最早的一次。
    """
    log = _git(
        root,
        *("log", "--all", "--reflog", "--full-history", "--reverse", "-m", "--root", "--raw", "-z"),
        *("--no-abbrev", "--no-renames", "--format=%x00%h", "--", *FOLDERS),
    )
    versions: dict[tuple[str, str], Version] = {}
    commit = ""
    fields = iter(log.decode("utf-8", "replace").split("\0"))
    for field in map(str.strip, fields):
        if field.startswith(":"):
            mode, blob, path = field.split(" ")[1], field.split(" ")[3], next(fields)
            if blob.strip("0") and mode != _SUBMODULE:
                versions.setdefault((blob, path), Version(commit, path, blob))
        elif field:
            commit = field[:_SHORT]
    return list(versions.values())


def _is_read(path: str) -> bool:
    return suffix_of(path) in READ


def _contents(root: Path, versions: list[Version]) -> Iterator[bytes]:
    """逐份取出内容，次序与 `versions` 相同；一次只有一份在内存里。"""
    command = ["git", "-C", str(root), "cat-file", "--batch"]
    with subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        for version in versions:
            process.stdin.write(f"{version.blob}\n".encode())
            process.stdin.flush()
            size = int(process.stdout.readline().split()[2])
            yield process.stdout.read(size)
            process.stdout.read(1)


def _check_complete(root: Path) -> None:
    """必须是完整的 git 仓库：浅克隆里没有全部历史，查了也不能说没有。"""
    if _git(root, "rev-parse", "--is-shallow-repository").strip() == b"true":
        raise HistoryProblem(
            "这是浅克隆，只有最近的历史，查了也不能说没有。请先运行 git fetch --unshallow。"
        )


def _git(root: Path, *arguments: str) -> bytes:
    try:
        done = subprocess.run(["git", "-C", str(root), *arguments], capture_output=True, check=True)
    except FileNotFoundError:
        raise HistoryProblem("这台电脑没有装 git，查不了历史。装上 git 以后再运行。") from None
    except subprocess.CalledProcessError:
        raise HistoryProblem(f"{root} 不是 git 仓库，没有历史可查。") from None
    return done.stdout
