"""生成物的去处：只替换自己以前生成的网站，并且整个换掉，看的人不会遇到半个网站。

网站文件夹里的 .casebook-site 记着顶层有哪些文件；清单以外的东西是别人的，绝不删除。
"""

import hashlib
import os
import shutil
import tempfile
from collections.abc import Callable
from pathlib import Path

from environment import CACHE, ROOT
from exchange import exchange
from file_lock import exclusive_lock

DEFAULT_OUTPUT = ROOT / "site"
MARKER = ".casebook-site"
RETIRED = "old"
MARKER_TITLE = "这个文件夹由 manage.py build 生成，下次会整个换掉，请不要放别的文件。"
SOURCES = ("docs", "cases_data", "hooks", "scripts", "tests", ".git", ".venv", ".cache", ".ci")


class OutputProblem(Exception):
    """不能往这个文件夹里生成；文字是中文，可直接给人看。"""


def check_output(out: Path, root: Path = ROOT) -> None:
    """查明 out 可以放心替换；不可以时抛出 OutputProblem，说出原因。"""
    if root.is_relative_to(out) or any(out.is_relative_to(root / name) for name in SOURCES):
        raise OutputProblem(f"不能把网站生成到 {out}：项目自己的文件在那里。请换一个文件夹。")
    if out.exists() and not out.is_dir():
        raise OutputProblem(f"不能把网站生成到 {out}：那是一个文件，不是文件夹。")
    if out != root / "site" and (foreign := list_foreign(out)):
        names = "、".join(foreign[:5]) + (" 等" if len(foreign) > 5 else "")
        raise OutputProblem(
            f"不能把网站生成到 {out}：里面有不是本程序生成的 {names}，替换会丢掉它们。\n"
            "请换一个空文件夹，或先把这些文件移走。"
        )


def list_foreign(out: Path) -> list[str]:
    """out 里不属于上一次生成的网站的顶层文件名，按名字排好；没有 out 时为空。"""
    if not out.is_dir():
        return []
    known = {MARKER}
    if (marker := out / MARKER).is_file():
        known.update(marker.read_text(encoding="utf-8").splitlines()[1:])
    return sorted({path.name for path in out.iterdir()} - known)


def replace_when_built(out: Path, build: Callable[[Path], int], spares: Path | None = None) -> int:
    """让 build 在别处生成，成功（返回 0）才换到 out；返回 build 的返回值。

    换下来的旧网站留在 `spares` 里，下次 build 就在它上面改；不给，或不在同一个盘上，就从空的做起。
    失败、中断时 out 原样不动，临时文件夹清掉；上一次被强行结束的，先收拾好。
    """
    out.parent.mkdir(parents=True, exist_ok=True)
    with exclusive_lock(_lock_of(out), "另一个窗口正在生成同一个网站，等它完成……"):
        prefix = f".site-{out.name}-"
        _tidy_up(out, prefix)
        workshop = Path(tempfile.mkdtemp(prefix=prefix, dir=out.parent))
        try:
            draft = _spare(out, spares) or workshop / "new"
            code = build(draft)
            if code == 0:
                _write_marker(draft)
                _swap(draft, out, workshop / RETIRED)
        finally:
            shutil.rmtree(workshop, ignore_errors=True)
    return code


def name_of(out: Path) -> str:
    """每个去处在缓存里的名字。"""
    return hashlib.sha256(os.fsencode(out)).hexdigest()[:16]


def _lock_of(out: Path) -> Path:
    """每个去处一把锁。"""
    return CACHE / f"output-{name_of(out)}.lock"


def _spare(out: Path, spares: Path | None) -> Path | None:
    """放上一版网站的地方；不在同一个盘上就对调不了，为 None。"""
    if spares is None:
        return None
    spares.mkdir(parents=True, exist_ok=True)
    same_disk = spares.stat().st_dev == out.parent.stat().st_dev
    return spares / name_of(out) if same_disk else None


def _tidy_up(out: Path, prefix: str) -> None:
    """收拾被强行结束的一次：旧网站若已移开而新的没换上，放回去；再清掉临时文件夹。"""
    for left in sorted(out.parent.glob(f"{prefix}*")):
        retired = left / RETIRED
        if retired.exists() and not out.exists():
            retired.rename(out)
        shutil.rmtree(left, ignore_errors=True)


def _write_marker(draft: Path) -> None:
    lines = [MARKER_TITLE, *sorted(path.name for path in draft.iterdir())]
    (draft / MARKER).write_text("\n".join(lines) + "\n", encoding="utf-8", newline="\n")


def _swap(draft: Path, out: Path, retired: Path) -> None:
    """draft 与 out 对调；不能一步对调就先把原来的移到 retired，换不成再放回去。"""
    if out.exists() and exchange(draft, out):
        return
    if out.exists():
        out.rename(retired)
    try:
        draft.rename(out)
    except OSError:
        if retired.exists():
            retired.rename(out)
        raise
    if retired.exists():
        retired.rename(draft)
