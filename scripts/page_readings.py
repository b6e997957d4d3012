"""在慢 4G、慢四倍的手机上打开一页，读出请求数、字节、LCP 和 CLS。"""

import socket
import statistics
from collections.abc import Iterator
from contextlib import contextmanager

from browser import launch_options
from msgspec import Struct
from playwright.sync_api import Browser, Page, Playwright
from playwright.sync_api import TimeoutError as TooLong

ROUNDS = 3
REFUSED = "~NOTFOUND"
"""外站的名字查不到，当场拒绝：这是对用外站字体的网站最有利的情形。"""
PATIENCE = 10.0
"""等最大的一块最多等几秒；到时还没有，就记这么多。"""
SETTLED = 1000
"""看到以后再等多少毫秒，看版面还跳不跳。"""
SLOW_4G = {
    "offline": False,
    "latency": 150,
    "downloadThroughput": 1.6e6 / 8,
    "uploadThroughput": 750e3 / 8,
}
SLOWER = 4
WATCH = """() => {
  window.seen = { lcp: 0, cls: 0 }
  new PerformanceObserver(list => list.getEntries().forEach(one => seen.lcp = one.startTime))
    .observe({ type: "largest-contentful-paint", buffered: true })
  new PerformanceObserver(list => list.getEntries().forEach(one => seen.cls += one.value))
    .observe({ type: "layout-shift", buffered: true })
}"""


class Reading(Struct, frozen=True):
    """打开一页的一次读数：请求数、压缩后字节、LCP（秒）、CLS。"""

    requests: int
    bytes: int
    lcp: float
    cls: float


@contextmanager
def browser_with(playwright: Playwright, foreign: str) -> Iterator[Browser]:
    """一个浏览器，外站的名字都指到 `foreign`；本机的照常。"""
    options = launch_options()
    options["args"] += [f"--host-resolver-rules=MAP * {foreign}, EXCLUDE 127.0.0.1"]
    browser = playwright.chromium.launch(**options)
    yield browser
    browser.close()


@contextmanager
def black_hole() -> Iterator[str]:
    """连得上、却永远不答话的一处地址。"""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield f"127.0.0.1:{listening.getsockname()[1]}"


def measure(browser: Browser, url: str) -> Reading:
    """打开几次，LCP 取中位数，CLS 取最大；一直看不到的只开一次。"""
    readings: list[Reading] = []
    while len(readings) < ROUNDS and not (readings and readings[-1].lcp >= PATIENCE):
        readings.append(_open(browser, url))
    return Reading(
        readings[0].requests,
        readings[0].bytes,
        statistics.median(one.lcp for one in readings),
        max(one.cls for one in readings),
    )


def searching(browser: Browser, url: str, query: str) -> int:
    """在这一页第一次搜一句话，一共取多少字节（程序、索引、结果）。"""
    page, sizes = _slow_page(browser)
    page.goto(url)
    sizes.clear()
    page.get_by_role("button", name="搜索").click()
    page.wait_for_function("() => Boolean(window.casebookSearch && casebookSearch.find)")
    page.get_by_label("搜什么").fill(query)
    page.keyboard.press("Enter")
    page.locator(".cb-search li").first.wait_for()
    page.wait_for_load_state("networkidle")
    page.context.close()
    return sum(sizes)


def _open(browser: Browser, url: str) -> Reading:
    page, sizes = _slow_page(browser)
    page.add_init_script(f"({WATCH})()")
    page.goto(url, wait_until="commit")
    try:
        page.wait_for_function("() => seen.lcp", timeout=PATIENCE * 1000)
    except TooLong:
        page.context.close()
        return Reading(len(sizes), sum(sizes), PATIENCE, 0)
    page.wait_for_timeout(SETTLED)
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
    return page, sizes
