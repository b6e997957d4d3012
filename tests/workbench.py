"""测试的工作台：像使用者那样运行命令，像编辑那样改一行数据。"""

import os
import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).resolve().parents[1]
DATA = ROOT / "cases_data"


def run_manage(*arguments: str, cwd: Path = ROOT, **env: str) -> subprocess.CompletedProcess[str]:
    """像使用者那样运行 manage.py；不在 CI 模式里，除非写明。"""
    outer = {key: value for key, value in os.environ.items() if key != "CI"}
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "manage.py"), *arguments],
        cwd=cwd,
        env={**outer, **env},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def replace_line(path: Path, old: str, new: str) -> None:
    """把文件里恰好出现一次的一段换掉。"""
    text = path.read_text(encoding="utf-8")
    assert text.count(old) == 1, f"{path.name} 里“{old}”出现了 {text.count(old)} 次"
    path.write_text(text.replace(old, new), encoding="utf-8")
