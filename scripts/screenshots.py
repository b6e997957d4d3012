"""给各种页面拍照：手机与电脑，浅色、深色与大字版。看版面用，也用来更新 README 里的图。"""

if __name__ == "__main__":
    from entering import enter_environment

    enter_environment()

import sys
from argparse import Namespace
from itertools import product
from pathlib import Path

from browser import launch_options
from browser_install import BrowserProblem
from cli import Parser
from environment import ROOT
from msgspec import Struct
from PIL import Image
from playwright.sync_api import Browser, Page, sync_playwright

PAGES = {
    "home": "index.html",
    "guide": "guides/straw-burning.html",
    "guides": "guides/index.html",
    "case": "cases/2025-001.html",
    "cases": "cases/index.html",
    "item": "news/2025-001.html",
    "bulletin": "news/2025-b01.html",
    "news": "news/index.html",
    "report": "report/2025.html",
    "year": "news/year-2025.html",
    "reports": "report/index.html",
    "remedies": "remedies.html",
    "about": "about.html",
    "words": "words.html",
    "ask": "ask.html",
    "data": "data.html",
    "search": "guides/index.html",
    "missing": "404.html",
}
QUERY = "自家地里烧秸秆罚多少"


class Screen(Struct, frozen=True):
    """一种屏幕：名字、宽、高，在总图里缩成百分之几。"""

    name: str
    width: int
    height: int
    scale: int


SCREENS = (Screen("phone", 360, 740, 30), Screen("desktop", 1280, 800, 18))
MODES = ("light", "dark", "large")
COLORS = 16
GAP, SHEET = 8, 1080
"""总图里间隔几像素、大约多宽。"""
LARGE = "localStorage.setItem('casebook.size', 'large')"


def main(argv: list[str]) -> int:
    """拍照，返回退出码：0 拍完，1 没有网站或浏览器。"""
    options = _options(argv)
    if not (options.site / "index.html").is_file():
        print(
            f"{options.site} 里没有网站，请先运行 python3 scripts/manage.py build。",
            file=sys.stderr,
        )
        return 1
    options.out.mkdir(parents=True, exist_ok=True)
    try:
        launch = launch_options()
    except BrowserProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch)
        for screen, mode in product(SCREENS, options.modes):
            _photograph(browser, screen, mode, options)
            if options.sheets:
                _lay_out(screen, mode, options)
        browser.close()
    return 0


def _options(argv: list[str]) -> Namespace:
    parser = Parser(prog="python3 scripts/screenshots.py", description=__doc__ or "")
    parser.add_argument("out", type=Path, help="照片放在哪个文件夹")
    parser.add_argument("--site", type=Path, default=ROOT / "site", help="网站所在的文件夹")
    parser.add_argument("--pages", nargs="*", choices=PAGES, default=list(PAGES), help="只拍这些页")
    parser.add_argument(
        "--modes", nargs="*", choices=MODES, default=MODES, help="浅色、深色、大字版"
    )
    parser.add_argument("--small", action="store_true", help="存成几十种颜色的小图，给 README 用")
    parser.add_argument("--sheets", action="store_true", help="再拼成一种屏幕一种样子一张的总图")
    parser.add_argument("--full", action="store_true", help="拍整页，不只拍第一屏")
    return parser.parse_args(argv)


def _photograph(browser: Browser, screen: Screen, mode: str, options: Namespace) -> None:
    context = browser.new_context(
        viewport={"width": screen.width, "height": screen.height},
        color_scheme="dark" if mode == "dark" else "light",
        reduced_motion="reduce",
    )
    page = context.new_page()
    if mode == "large":
        page.add_init_script(LARGE)
    for name in options.pages:
        page.goto((options.site / PAGES[name]).resolve().as_uri())
        if name == "search":
            _search(page)
        path = options.out / f"{name}-{screen.name}-{mode}.png"
        page.screenshot(path=path, full_page=options.full)
        if options.small:
            _shrink(path)
    context.close()


def _lay_out(screen: Screen, mode: str, options: Namespace) -> None:
    """各页缩小，几张一行，拼成一张。"""
    width, height = screen.width * screen.scale // 100, screen.height * screen.scale // 100
    columns = SHEET // (width + GAP)
    rows = -(-len(options.pages) // columns)
    sheet = Image.new("RGB", (columns * (width + GAP), rows * (height + GAP)), "white")
    for place, name in enumerate(options.pages):
        with Image.open(options.out / f"{name}-{screen.name}-{mode}.png") as picture:
            small = picture.convert("RGB").resize((width, height), Image.Resampling.LANCZOS)
        sheet.paste(small, (place % columns * (width + GAP), place // columns * (height + GAP)))
    path = options.out / f"all-{screen.name}-{mode}.png"
    sheet.save(path)
    _shrink(path)


def _shrink(path: Path) -> None:
    """版面只有几种颜色，存成调色板的图小得多。"""
    with Image.open(path) as picture:
        small = picture.convert("RGB").quantize(COLORS, Image.Quantize.MAXCOVERAGE)
    small.save(path, optimize=True)


def _search(page: Page) -> None:
    """打开搜索，问一句。"""
    page.get_by_role("button", name="搜索").click()
    page.wait_for_function("() => Boolean(window.casebookSearch && casebookSearch.find)")
    page.get_by_label("搜什么").fill(QUERY)
    page.keyboard.press("Enter")
    page.locator(".cb-search li").first.wait_for()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
