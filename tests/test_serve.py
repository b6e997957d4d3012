"""预览：改一件记录，开着的页就换上；改坏了在浏览器里说清楚，改好了回来。"""

import os
import shutil
import signal
import socket
import subprocess
import sys
import time
from collections.abc import Iterator
from http.client import HTTPConnection
from pathlib import Path

import pytest

from tests.workbench import DATA, ROOT, replace_line

PATIENCE = 120
PAGE = "/news/2025-001.html"
OTHER = "/guides/straw-burning.html"


def free_port() -> int:
    with socket.socket() as probe:
        probe.bind(("127.0.0.1", 0))
        return int(probe.getsockname()[1])


class Serving:
    """一个开着的预览。"""

    def __init__(self, port: int, case: Path, log: Path) -> None:
        self.port = port
        self.case = case
        self.log = log

    def get(self, page: str = PAGE) -> tuple[int, str]:
        """现在看到的页；还没有开好为 0。"""
        connection = HTTPConnection("127.0.0.1", self.port, timeout=5)
        try:
            connection.request("GET", page)
            answer = connection.getresponse()
            return answer.status, answer.read().decode()
        except OSError:
            return 0, ""
        finally:
            connection.close()

    def wait_for(self, status: int, text: str) -> str:
        """等到看见 `text`。"""
        until = time.monotonic() + PATIENCE
        while time.monotonic() < until:
            seen, page = self.get()
            if seen == status and text in page:
                return page
            time.sleep(0.2)
        raise AssertionError(f"等不到“{text}”：\n{self.log.read_text(encoding='utf-8')[-2000:]}")


@pytest.fixture
def serving(tmp_path: Path) -> Iterator[Serving]:
    data = tmp_path / "cases_data"
    shutil.copytree(DATA, data)
    port, log = free_port(), tmp_path / "log.txt"
    outer = {key: value for key, value in os.environ.items() if key != "CI"}
    command = [sys.executable, str(ROOT / "scripts" / "manage.py"), "serve"]
    command += ["--data", str(data), "--port", str(port)]
    with log.open("wb") as output:
        process = subprocess.Popen(
            command,
            env={**outer, "CASEBOOK_CACHE": str(tmp_path / "cache")},
            stdout=output,
            stderr=output,
            start_new_session=sys.platform != "win32",
        )
        try:
            yield Serving(port, data / "cases" / "2025" / "2025-001.yml", log)
        finally:
            if sys.platform == "win32":
                process.terminate()
            else:
                os.killpg(process.pid, signal.SIGTERM)
            try:
                process.wait(30)
            finally:
                process.kill()


def first_title(case: Path) -> str:
    """标题那一行。"""
    lines = case.read_text(encoding="utf-8").splitlines()
    return next(line for line in lines if line.startswith("标题: "))


def test_the_other_pages_never_vanish_while_one_is_rewritten(serving: Serving) -> None:
    title = first_title(serving.case)
    serving.wait_for(200, title.removeprefix("标题: "))
    replace_line(serving.case, title, "标题: 改过以后的新标题")
    seen, until = set(), time.monotonic() + PATIENCE
    while "改过以后的新标题" not in serving.get()[1]:
        assert time.monotonic() < until
        seen.add(serving.get(OTHER)[0])
    assert seen == {200}


def test_an_edit_shows_and_a_mistake_is_told_until_it_is_mended(serving: Serving) -> None:
    title = first_title(serving.case)
    serving.wait_for(200, title.removeprefix("标题: "))
    replace_line(serving.case, title, "标题: 改过以后的新标题")
    serving.wait_for(200, "改过以后的新标题")
    replace_line(serving.case, "罚款: 1000", "罚款: 一千多")
    page = serving.wait_for(503, "2025-001.yml:")
    assert "改法：" in page
    assert "改过以后的新标题" not in page
    replace_line(serving.case, "罚款: 一千多", "罚款: 1000")
    serving.wait_for(200, "改过以后的新标题")
