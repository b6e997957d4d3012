"""测试用的编辑器：按锁文件从 npm 装好 ProseMirror，用 esbuild 打成一份脚本。装过一次就不再装。"""

import hashlib
import shutil
import subprocess
from pathlib import Path

import pytest

SOURCE = Path(__file__).with_name("editor")
CACHE = Path(__file__).resolve().parents[2] / ".cache" / "test-editor"
INPUTS = ("package.json", "package-lock.json", "editor.mjs")
BUNDLE = [
    *("npx", "--no-install", "esbuild", "editor.mjs"),
    *("--bundle", "--format=iife", "--outfile=editor.js", "--log-level=warning"),
]


def build_editor() -> str:
    """打好的脚本；没有 npm 或装不成时测试失败，并说清楚缺什么。"""
    key = hashlib.sha256(b"".join((SOURCE / name).read_bytes() for name in INPUTS)).hexdigest()
    folder = CACHE / key[:16]
    script = folder / "editor.js"
    if not script.exists():
        if shutil.which("npm") is None:
            pytest.fail("粘贴的测试要用 npm 装 ProseMirror：请先装 Node.js（带 npm）。")
        folder.mkdir(parents=True, exist_ok=True)
        for name in INPUTS:
            shutil.copy(SOURCE / name, folder / name)
        _run(["npm", "ci", "--no-audit", "--no-fund"], folder)
        _run(BUNDLE, folder)
    return script.read_text(encoding="utf-8")


def _run(command: list[str], folder: Path) -> None:
    program = shutil.which(command[0]) or command[0]
    result = subprocess.run(
        [program, *command[1:]], cwd=folder, capture_output=True, encoding="utf-8", check=False
    )
    if result.returncode != 0:
        pytest.fail(f"测试用的编辑器没有装成：{' '.join(command)}\n{result.stderr[-800:]}")
