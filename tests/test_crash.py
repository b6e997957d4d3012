"""构建到一半被强行结束（kill -9）：看得到的网站总是完整的旧版或新版，再构建一次总是对的。

平时只试几次；CASEBOOK_KILLS=50 试五十次。
"""

import os
import random
import signal
import subprocess
import sys
import time
from pathlib import Path

import pytest

from tests.publication import contents
from tests.test_cached import edit, small_data
from tests.workbench import ROOT

KILLS = int(os.environ.get("CASEBOOK_KILLS", "3"))
TITLES = ("第一种标题", "第二种标题")

pytestmark = pytest.mark.skipif(sys.platform == "win32", reason="Windows 没有 kill -9")


class Builds:
    """在自己的缓存里一次次构建同一个网站。"""

    def __init__(self, folder: Path) -> None:
        self.data = small_data(folder)
        self.out = folder / "site"
        self.env = {**os.environ, "CASEBOOK_CACHE": str(folder / "cache")}
        self.log = folder / "log.txt"

    def start(self, out: Path, **env: str) -> subprocess.Popen[bytes]:
        """开始一次构建，自成一组，好连同它的子进程一起结束。"""
        command = [sys.executable, str(ROOT / "scripts" / "manage.py"), "build"]
        command += ["--data", str(self.data), "--out", str(out)]
        with self.log.open("wb") as log:
            return subprocess.Popen(
                command, env={**self.env, **env}, stdout=log, stderr=log, start_new_session=True
            )

    def finish(self, out: Path, **env: str) -> dict[str, bytes]:
        """构建到底，给出网站的内容。"""
        with self.start(out, **env) as process:
            assert process.wait() == 0, self.log.read_text(encoding="utf-8")
        return contents(out)

    def kill_after(self, seconds: float) -> None:
        """构建一会儿就强行结束。"""
        with self.start(self.out) as process:
            time.sleep(seconds)
            if process.poll() is None:
                os.killpg(process.pid, signal.SIGKILL)

    def write(self, title: str) -> None:
        """换一个标题。"""
        edit(self.data / "cases" / "2025" / "2025-001.yml", "标题", title)


def test_a_killed_build_leaves_a_whole_site(tmp_path: Path) -> None:
    builds = Builds(tmp_path)
    whole = []
    for title in TITLES:
        builds.write(title)
        began = time.monotonic()
        whole.append(builds.finish(tmp_path / title, CASEBOOK_CACHE=str(tmp_path / title[:2])))
        longest = time.monotonic() - began
    builds.finish(builds.out)
    moments = random.Random(7)
    for round_ in range(KILLS):
        title = TITLES[round_ % 2]
        builds.write(title)
        builds.kill_after(moments.uniform(0, longest))
        if builds.out.exists():  # 不能一步对调的系统上，可能恰在移开旧的、换上新的之间
            assert contents(builds.out) in whole
        if round_ % 5 == 4 or round_ == KILLS - 1:
            assert builds.finish(builds.out) == whole[round_ % 2]
    assert not list(tmp_path.glob(".site-*"))


@pytest.mark.parametrize("blocks", [40, 200])
def test_a_disk_that_takes_no_more_keeps_the_old_site(tmp_path: Path, blocks: int) -> None:
    """写不下时（这里限定文件的大小）说中文，旧网站不动；有了地方再构建就是对的。"""
    builds = Builds(tmp_path)
    before = builds.finish(builds.out)
    builds.write("写不下的时候改的标题")
    build = [sys.executable, str(ROOT / "scripts" / "manage.py"), "build", "--no-cache"]
    build += ["--data", str(builds.data), "--out", str(builds.out)]
    done = subprocess.run(
        ["bash", "-c", f'ulimit -f {blocks}; exec "$@"', "bash", *build],
        env=builds.env,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )
    assert done.returncode == 1, done.stderr
    assert "写不进磁盘" in done.stderr
    assert "Traceback" not in done.stdout + done.stderr
    assert contents(builds.out) == before
    after = builds.finish(builds.out)
    assert "写不下的时候改的标题" in after["news/2025-001.html"].decode()
