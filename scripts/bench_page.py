"""量一量读者要等多久：同样的文章，本站和原样的 Material 站并排，在慢 4G、慢手机上打开同一页。

量的是：要几个请求、压缩后多少字节、多久看见最大的一块（LCP）、版面有没有跳（CLS）；三次取中位数。
网站照一般的服务器那样压缩；搜索另量一句问话要多少字节。
"""

if __name__ == "__main__":
    from entering import enter_environment

    enter_environment()

import functools
import gzip
import os
import statistics
import sys
import tempfile
import threading
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

from browser import launch_options
from cli import Parser
from environment import ROOT
from playwright.sync_api import Browser, Page, sync_playwright
from processes import run

from casebook.article.blocks import Article
from casebook.inspection import Place, inspect_all
from casebook.pages.site import build_site
from casebook.search.documents import text_lines

PAGES = {
    "首页": "index.html",
    "指南": "guides/straw-burning.html",
    "解读": "cases/2025-001.html",
    "年度报告": "report/2025.html",
}
ROUNDS = 3
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
SLOWER = 4
HEAD = f"{'':8}{'请求':>10}{'压缩后 KB':>16}{'LCP 秒':>14}{'CLS':>10}  （本站／原样 Material）"
STOCK = """site_name: 对照
use_directory_urls: false
theme: {name: material, language: zh}
plugins: [{search: {lang: zh}}]
"""
WATCH = """() => {
  window.seen = { lcp: 0, cls: 0 }
  new PerformanceObserver(list => list.getEntries().forEach(one => seen.lcp = one.startTime))
    .observe({ type: "largest-contentful-paint", buffered: true })
  new PerformanceObserver(list => list.getEntries().forEach(one => seen.cls += one.value))
    .observe({ type: "layout-shift", buffered: true })
}"""


@dataclass(frozen=True, slots=True)
class Reading:
    """打开一页的一次读数：请求数、字节、LCP（秒）、CLS。"""

    requests: int
    bytes: int
    lcp: float
    cls: float


class _Gzipped(SimpleHTTPRequestHandler):
    """文字类的文件压缩了再送，像一般的网站服务器。"""

    def do_GET(self) -> None:
        path = Path(self.translate_path(self.path))
        if path.suffix not in {".html", ".css", ".js", ".json", ".svg", ".xml"}:
            super().do_GET()
            return
        if not path.is_file():
            self.send_error(404)
            return
        body = gzip.compress(path.read_bytes(), 6)
        self.send_response(200)
        self.send_header("Content-Type", self.guess_type(str(path)))
        self.send_header("Content-Encoding", "gzip")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002
        """不打印访问记录。"""


def main(argv: list[str]) -> int:
    """打印对照表，返回退出码：0 量完，1 没有网站。"""
    parser = Parser(prog="python3 scripts/bench_page.py", description=__doc__ or "")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="网站所在的文件夹")
    options = parser.parse_args(argv)
    if not (options.site / "index.html").is_file():
        print("没有网站，请先运行 python3 scripts/manage.py build。", file=sys.stderr)
        return 1
    with tempfile.TemporaryDirectory() as folder, sync_playwright() as playwright:
        stock = build_stock(Path(folder))
        browser = playwright.chromium.launch(**launch_options())
        print(HEAD)
        with serve(options.site) as ours, serve(stock) as theirs:
            for label, address in PAGES.items():
                print(
                    compare(label, *(measure(browser, base + address) for base in (ours, theirs)))
                )
            print(f"搜一句“烧秸秆罚多少”：{searching(browser, ours) / 1000:.1f} KB")
        browser.close()
    return 0


def compare(label: str, ours: Reading, theirs: Reading) -> str:
    """一行对照。"""
    return (
        f"{label:8}{ours.requests:>6}／{theirs.requests:<6}"
        f"{ours.bytes / 1000:>8.1f}／{theirs.bytes / 1000:<8.1f}"
        f"{ours.lcp:>7.2f}／{theirs.lcp:<7.2f}{ours.cls:>6.3f}／{theirs.cls:<6.3f}"
        f"  字节 1:{theirs.bytes / ours.bytes:.1f}，LCP 1:{theirs.lcp / max(ours.lcp, 0.01):.1f}"
    )


def build_stock(folder: Path) -> Path:
    """同样的文章，用原样的 Material 生成，返回网站文件夹。"""
    book = inspect_all(Place(ROOT / "cases_data", "cases_data"), None, None).publishable
    assert book is not None
    (folder / "mkdocs.yml").write_text(STOCK, encoding="utf-8")
    for article in build_site(book).articles:
        path = folder / "docs" / article.address.replace(".html", ".md")
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_text(as_markdown(article), encoding="utf-8")
    run([sys.executable, "-m", "mkdocs", "build", "-q"], os.environ, cwd=folder)
    return folder / "site"


def as_markdown(article: Article) -> str:
    """一篇文章的文字，一段一段。"""
    return "\n\n".join([f"# {article.title}", *text_lines(article.blocks)]) + "\n"


@contextmanager
def serve(folder: Path) -> Iterator[str]:
    """在本机开一个网站，给出它的网址。"""
    handler = functools.partial(_Gzipped, directory=str(folder))
    server = ThreadingHTTPServer(("127.0.0.1", 0), handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/"
    server.shutdown()
    server.server_close()


def measure(browser: Browser, url: str) -> Reading:
    """打开几次，各项取中位数；外站一律连不上。"""
    readings = [_open(browser, url) for _ in range(ROUNDS)]
    return Reading(
        readings[0].requests,
        readings[0].bytes,
        statistics.median(one.lcp for one in readings),
        max(one.cls for one in readings),
    )


def searching(browser: Browser, base: str) -> int:
    """第一次搜一句话，一共取多少字节（程序、索引、结果）。"""
    page, sizes = _slow_page(browser)
    page.goto(base + PAGES["指南"])
    sizes.clear()
    page.get_by_role("button", name="搜索").click()
    page.wait_for_function("() => Boolean(window.casebookSearch && casebookSearch.find)")
    page.get_by_label("搜什么").fill("烧秸秆罚多少")
    page.keyboard.press("Enter")
    page.locator(".cb-search li").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.context.close()
    return sum(sizes)


def _open(browser: Browser, url: str) -> Reading:
    page, sizes = _slow_page(browser)
    page.add_init_script(f"({WATCH})()")
    page.goto(url, wait_until="load")
    page.wait_for_timeout(1500)
    seen = page.evaluate("seen")
    page.context.close()
    return Reading(len(sizes), sum(sizes), seen["lcp"] / 1000, seen["cls"])


def _slow_page(browser: Browser) -> tuple[Page, list[int]]:
    """慢 4G、慢四倍的手机；`sizes` 收着每个请求的字节。"""
    context = browser.new_context(viewport={"width": 360, "height": 740}, device_scale_factor=2)
    page = context.new_page()
    sizes: list[int] = []
    client = context.new_cdp_session(page)
    client.send("Network.enable")
    client.send("Network.emulateNetworkConditions", SLOW_4G)
    client.send("Emulation.setCPUThrottlingRate", {"rate": SLOWER})
    client.on("Network.loadingFinished", lambda done: sizes.append(int(done["encodedDataLength"])))
    page.route(lambda url: not url.startswith("http://127.0.0.1"), lambda route: route.abort())
    return page, sizes


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
