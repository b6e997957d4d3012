"""项目自己的 Python 环境 .venv：照锁文件建立、查验、重建。只用标准库，不依赖环境里的任何包。

完工章（stamp）最后才写：没有它，或它与锁文件、Python 版本对不上，就不算建好。
"""

import hashlib
import json
import os
import platform
import sys
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypedDict

from file_lock import exclusive_lock
from installer import EnvironmentProblem, create_environment, install

ROOT = Path(__file__).resolve().parent.parent
CACHE = ROOT / ".cache"
BUILD_LOCK = "requirements.lock"
DEV_LOCK = "requirements-dev.lock"
STAMP = "casebook-stamp.json"


class Stamp(TypedDict):
    """完工章：用哪个 Python 建的，装齐了哪些锁文件（文件名 -> 内容的 SHA-256）。"""

    python: str
    locks: dict[str, str]


def ensure_environment(lock: str, root: Path = ROOT) -> Path:
    """保证 .venv 装齐了 lock 这份锁文件，返回其中 Python 的路径。

    已经装齐时不写任何文件。装不成时抛出 EnvironmentProblem，其文字可直接给人看。
    """
    home = root / ".venv"
    with _reported_in_chinese(home):
        if not is_ready(home, root / lock):
            with _sole_builder(root):
                if not is_ready(home, root / lock):  # 等锁的时候，别的进程可能已经建好
                    _build(home, root, lock)
    return python_in(home)


def python_in(home: Path) -> Path:
    """虚拟环境里 Python 的路径（Windows 与其他系统不同）。"""
    return home / "Scripts" / "python.exe" if os.name == "nt" else home / "bin" / "python"


def is_ready(home: Path, lock: Path) -> bool:
    """环境是否完整，并且装的正是 lock 里的包、用的正是现在的 Python。"""
    stamp = read_stamp(home)
    return (
        python_in(home).exists()
        and stamp["python"] == describe_python()
        and stamp["locks"].get(lock.name) == fingerprint(lock)
    )


def describe_python() -> str:
    """当前 Python 的种类、版本和机器类型；变了就要重建环境。"""
    return f"{platform.python_implementation()} {platform.python_version()} {platform.machine()}"


def fingerprint(lock: Path) -> str:
    """锁文件内容的 SHA-256。"""
    return hashlib.sha256(lock.read_bytes()).hexdigest()


def read_stamp(home: Path) -> Stamp:
    """读完工章；没有或读不懂时返回一个什么都对不上的章。"""
    try:
        content = json.loads((home / STAMP).read_text(encoding="utf-8"))
        return {"python": str(content["python"]), "locks": dict(content["locks"])}
    except (OSError, ValueError, KeyError, TypeError):
        return {"python": "", "locks": {}}


def write_stamp(home: Path, locks: list[Path]) -> None:
    """盖上完工章，记下 Python 与已装齐的锁文件；要么写成，要么没有，不会只写一半。"""
    stamp: Stamp = {
        "python": describe_python(),
        "locks": {lock.name: fingerprint(lock) for lock in locks},
    }
    draft = home / f"{STAMP}.new"
    draft.write_text(json.dumps(stamp, indent=2), encoding="utf-8")
    draft.replace(home / STAMP)


def _build(home: Path, root: Path, lock: str) -> None:
    """装齐 lock；原来装过测试用的包，就连它们一起更新，免得来回拆装。"""
    stamp = read_stamp(home)
    if DEV_LOCK in stamp["locks"]:
        lock = DEV_LOCK
    print(
        f"正在照 {lock} 安装软件包，只有第一次和清单变化时才需要，请稍候……",
        file=sys.stderr,
        flush=True,
    )
    if stamp["python"] == describe_python() and python_in(home).exists():  # 在原有的上面更新
        (home / STAMP).unlink()
    else:
        _remove(home)
        create_environment(home)
    install(home, python_in(home), root / lock)
    write_stamp(home, [root / name for name in dict.fromkeys((BUILD_LOCK, lock))])


def _remove(home: Path) -> None:
    if home.is_symlink() or home.is_file():
        home.unlink()
    elif home.exists():
        (home / STAMP).unlink(missing_ok=True)  # 先去掉章：删到一半停下，也不会被当成完整的
        import shutil

        shutil.rmtree(home)


@contextmanager
def _sole_builder(root: Path) -> Iterator[None]:
    waiting = "另一个窗口正在准备运行环境，等它完成……"
    with exclusive_lock(root / ".cache" / "environment.lock", waiting):
        yield


@contextmanager
def _reported_in_chinese(home: Path) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise EnvironmentProblem(
            f"运行环境没有建成：{error.strerror or error}（{error.filename or home}）。\n"
            f"请看看磁盘是否已满、{home} 是否可写、有没有别的程序正在用它，然后再运行一次。"
        ) from error
