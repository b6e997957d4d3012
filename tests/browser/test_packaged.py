"""交付的压缩包：解开、放进深一层的目录或直接双击都能看，不用绝对网址，不向外要东西。"""

import functools
import re
import threading
import zipfile
from collections.abc import Iterator
from html.parser import HTMLParser
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import package
import pytest
from playwright.sync_api import Browser

from tests.browser.conftest import Published

pytestmark = pytest.mark.browser

PAGES = ("index.html", "cases/index.html", "cases/2025-001.html", "guides/straw-burning.html")
FETCHED = {"src", "srcset", "poster", "action"}
GIVEN_UP = "net::ERR_ABORTED"
"""换页时还没取完的（例如页签图标），浏览器自己不要了，不是没有。"""
SAID_ONLY = {"canonical", "alternate"}  # 只是说明，浏览器不去取
CSS_URL = re.compile(r"""(?:url\(|@import\s*)\s*["']?([^"')\s]+)""")
OWN = re.compile(r"(?!/|[a-z][a-z0-9+.-]*:)|data:|#", re.IGNORECASE)


class _Quiet(SimpleHTTPRequestHandler):
    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """测试里不打印访问记录。"""


@pytest.fixture(scope="module")
def unpacked(published: Published, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """打成包、再解开。"""
    folder = tmp_path_factory.mktemp("交付")
    assert package.main(["--site", str(published.folder), "--out", str(folder / "包.zip")]) == 0
    with zipfile.ZipFile(folder / "包.zip") as archive:
        archive.extractall(folder / "区里" / "网站 根")
    return folder / "区里"


@pytest.fixture(scope="module")
def served(unpacked: Path) -> Iterator[str]:
    """放在网站的 /网站 根/site/ 下。"""
    handler = functools.partial(_Quiet, directory=str(unpacked))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/%E7%BD%91%E7%AB%99%20%E6%A0%B9/site/"
    server.shutdown()
    server.server_close()


class _Addresses(HTMLParser):
    """一页里要去取的网址，和站内链接。"""

    def __init__(self) -> None:
        super().__init__()
        self.wrong: list[str] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = {key: value or "" for key, value in attrs}
        fetched = [given[key] for key in FETCHED & given.keys()]
        if tag == "link" and given.get("rel") not in SAID_ONLY:
            fetched.append(given.get("href", ""))
        self.wrong += [address for address in fetched if not OWN.match(address)]
        if tag == "a" and given.get("href", "").startswith("/"):
            self.wrong.append(given["href"])


def test_no_page_asks_by_an_absolute_address(unpacked: Path) -> None:
    wrong = []
    for path in unpacked.rglob("*.html"):
        reader = _Addresses()
        reader.feed(path.read_text("utf-8"))
        wrong += [(path.name, address) for address in reader.wrong]
    for path in unpacked.rglob("*.css"):
        found = CSS_URL.findall(path.read_text("utf-8"))
        wrong += [(path.name, address) for address in found if not OWN.match(address)]
    assert wrong == []


def visit(chromium: Browser, home: str) -> None:
    """逐页打开，点一个站内链接，搜一个词；请求都在 `home` 之内，没有找不到的。"""
    page = chromium.new_context(viewport={"width": 360, "height": 740}).new_page()
    asked: list[str] = []
    trouble: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.on("requestfailed", lambda r: None if r.failure == GIVEN_UP else trouble.append(r.url))
    page.on("pageerror", lambda error: trouble.append(str(error)))
    page.on("response", lambda r: trouble.append(r.url) if r.status >= 400 else None)
    for name in PAGES:
        page.goto(home + name)
        assert page.locator("h1").first.inner_text().strip()
        assert page.evaluate("getComputedStyle(document.body).fontFamily") != ""
        assert page.evaluate("[...document.styleSheets].length") > 0
    page.goto(home + "index.html")
    page.locator("main a[href]").first.click()
    assert page.url.startswith(home)
    assert page.locator("h1").first.inner_text().strip()
    page.context.close()
    assert trouble == []
    assert [url for url in asked if not url.startswith((home, "data:", "blob:"))] == []


def test_it_opens_in_a_deeper_folder(chromium: Browser, served: str) -> None:
    visit(chromium, served)


def test_it_opens_from_the_disk(chromium: Browser, unpacked: Path) -> None:
    visit(chromium, (unpacked / "网站 根" / "site").as_uri() + "/")
