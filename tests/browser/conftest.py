"""真浏览器里的测试共用：生成一次网站、一个子路径下的服务器、一个浏览器、一份 axe-core。"""

import functools
import shutil
import threading
from collections.abc import Callable, Iterator
from contextlib import AbstractContextManager, contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from importlib.resources import files
from pathlib import Path

import pytest
from browser import launch_options
from playwright.sync_api import Browser, Page, sync_playwright

from tests.browser.pages import WITHDRAWN
from tests.workbench import DATA, run_manage


@dataclass(frozen=True, slots=True)
class Published:
    """生成好的网站，和它在 http 子路径下、在 file:// 下的两个地址。"""

    folder: Path
    http: str
    file: str


Opener = Callable[..., AbstractContextManager[Page]]


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """测试里不打印访问记录。"""


def _with_one_withdrawn(root: Path) -> Path:
    """项目的数据里没有撤回的，这里撤回一件，好看看那一页。"""
    data = root / "data"
    shutil.copytree(DATA, data)
    record = data / "cases" / "2025" / f"{Path(WITHDRAWN).stem}.yml"
    with record.open("a", encoding="utf-8") as text:
        text.write("撤回:\n  日期: 2025-12-20\n  理由: 处罚决定被依法变更\n")
    return data


@pytest.fixture(scope="session")
def published(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Published]:
    """整个测试只生成一次；放在子路径 /town/law/ 下，绝对地址的毛病才会露出来。"""
    root = tmp_path_factory.mktemp("web")
    folder = root / "town" / "law"
    folder.parent.mkdir()
    result = run_manage("build", "--data", str(_with_one_withdrawn(root)), "--out", str(folder))
    assert result.returncode == 0, result.stderr
    server = ThreadingHTTPServer(("127.0.0.1", 0), functools.partial(_Quiet, directory=str(root)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield Published(
        folder, f"http://127.0.0.1:{server.server_port}/town/law/", folder.as_uri() + "/"
    )
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """一个 Chromium，一份测试共用；用完就关，别的测试才能用自己的事件循环。"""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser
        browser.close()


@pytest.fixture
def opened(chromium: Browser) -> Opener:
    """打开一页：宽度、深浅、有没有脚本可选；出了脚本错误就不算通过。"""

    @contextmanager
    def open_page(
        address: str, width: int = 360, scheme: str = "light", *, script: bool = True
    ) -> Iterator[Page]:
        context = chromium.new_context(
            viewport={"width": width, "height": 740},
            color_scheme="dark" if scheme == "dark" else "light",
            java_script_enabled=script,
            reduced_motion="reduce",
        )
        page = context.new_page()
        errors: list[str] = []
        page.on("pageerror", lambda error: errors.append(str(error)))
        page.goto(address)
        try:
            yield page
        finally:
            context.close()
        assert errors == []

    return open_page


@pytest.fixture(scope="session")
def axe() -> str:
    """axe-core 的脚本，随 axe-playwright-python 装在测试环境里。"""
    return files("axe_playwright_python").joinpath("axe.min.js").read_text(encoding="utf-8")
