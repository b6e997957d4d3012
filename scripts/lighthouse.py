"""Lighthouse：谷歌给网页打分的工具。临时装在别处，用完就删，不进项目。"""

import json
import os
import shutil
import statistics
import subprocess
from collections.abc import Iterable, Iterator
from pathlib import Path

from msgspec import Struct

VERSION = "12.8.2"
RUNS = 3
"""速度的分数随机器忙闲而变，跑几次取中位数。"""
SUBJECTS = ("performance", "accessibility", "best-practices", "seo")
FLAGS = "--headless=new --no-sandbox --disable-gpu"


class LighthouseProblem(Exception):
    """Lighthouse 没装成或没跑成；文字是中文，可直接给人看。"""


class Score(Struct, frozen=True):
    """一页的四项得分（百分制）和扣了分的各条。"""

    marks: tuple[int, ...]
    faults: tuple[str, ...]


def install(folder: Path) -> Path:
    """装在 `folder` 里，返回它的入口。"""
    npm = shutil.which("npm")
    if npm is None:
        raise LighthouseProblem("没有 npm：请先装好 Node.js 20 以上。")
    quiet = ("--no-audit", "--no-fund", "--ignore-scripts")
    package = f"lighthouse@{VERSION}"
    _call([npm, "install", "--prefix", str(folder), *quiet, package], "Lighthouse 没有装成")
    return folder / "node_modules" / "lighthouse" / "cli" / "index.js"


def score(entry: Path, chromium: Path, url: str) -> Score:
    """一页跑几次，各项取中位数。"""
    results = [_run(entry, chromium, url) for _ in range(RUNS)]
    marks = (
        statistics.median(one["categories"][name]["score"] for one in results) for name in SUBJECTS
    )
    faults = dict.fromkeys(fault for one in results for fault in _faults(one))
    return Score(tuple(round(100 * mark) for mark in marks), tuple(faults))


def _run(entry: Path, chromium: Path, url: str) -> dict:  # type: ignore[type-arg]  # JSON
    node = shutil.which("node") or "node"
    command = [node, str(entry), url, "--quiet", "--output=json", f"--chrome-flags={FLAGS}"]
    done = _call(command, "Lighthouse 没有跑成", {"CHROME_PATH": str(chromium)})
    result: dict = json.loads(done)  # type: ignore[type-arg]
    return result


def _faults(result: dict) -> Iterator[str]:  # type: ignore[type-arg]
    """计分而没有满分的各条。"""
    for category in result["categories"].values():
        for name in _counted(category["auditRefs"]):
            audit = result["audits"][name]
            if audit["score"] is not None and audit["score"] < 1:
                yield f"{name} {audit.get('displayValue', '')}".strip()


def _counted(refs: Iterable[dict]) -> Iterator[str]:  # type: ignore[type-arg]
    return (ref["id"] for ref in refs if ref["weight"])


def _call(command: list[str], trouble: str, env: dict[str, str] | None = None) -> str:
    done = subprocess.run(
        command,
        env={**os.environ, **(env or {})},
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    if done.returncode:
        raise LighthouseProblem(f"{trouble}：\n{done.stderr.strip()[-2000:]}")
    return done.stdout
