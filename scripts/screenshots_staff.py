"""给表单拍照：写进工作人员的说明（docs/staff/screens），或把每一页在各种屏幕上拍下来看版面。"""

if __name__ == "__main__":
    from entering import enter_environment

    enter_environment()

import shutil
import sys
import tempfile
from argparse import Namespace
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from io import BytesIO
from pathlib import Path

from browser import launch_options
from browser_install import BrowserProblem
from cli import Parser
from desk_server import desk_in_background
from environment import ROOT
from msgspec import Struct
from PIL import Image
from playwright.sync_api import Browser, FloatRect, Page, sync_playwright

SCREENS = ROOT / "docs" / "staff" / "screens"
COLOURS = 48
MARGIN = 14
RECORD = "records/cases/2025-003"


class Shot(Struct, frozen=True):
    """说明里的一张图：名字、打开哪一页、先做什么、拍哪一块（空着就拍第一屏）。"""

    name: str
    page: str
    prepare: Callable[[Page], None]
    part: str = ""


def _nothing(_page: Page) -> None:
    """打开就拍。"""


def _write_a_name(page: Page) -> None:
    """当事人写成真名，等隐私门说话。"""
    page.fill('[name="当事人"]', "张三丰")
    page.locator('[data-field="当事人"] mark').wait_for()


def _write_a_village(page: Page) -> None:
    """地点写了真实的村，等“合起来认得出人”的提示。"""
    page.fill('[name="地点"]', "三里屯村村东")
    page.locator('[data-field="地点"] mark').wait_for()


def _wait_for_preview(page: Page) -> None:
    page.frame_locator("#preview").locator("h1").first.wait_for()


SHOTS = (
    Shot("list", "", _nothing),
    Shot("new", "new", _nothing),
    Shot("preview", RECORD, _wait_for_preview, "aside"),
    Shot("problem", RECORD, _write_a_name, '[data-field="当事人"]'),
    Shot("village", RECORD, _write_a_village, '[data-field="地点"]'),
    Shot("hints", RECORD, _nothing, '[data-field="公开日期"]'),
    Shot("withdraw", f"{RECORD}/withdraw", _nothing, "main"),
)
PAGES = {
    "list": "",
    "new": "new",
    "edit": RECORD,
    "bulletin": "records/bulletins/2025-b01",
    "matter": "records/matters/straw-burning",
    "annual": "records/annual/2025",
    "town": "records/town/town",
    "withdraw": f"{RECORD}/withdraw",
}


def main(argv: list[str]) -> int:
    """拍照，返回退出码：0 拍完，1 没有浏览器，2 用法不对。"""
    options = _options(argv)
    try:
        launch = launch_options()
    except BrowserProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    with _practice_desk() as (address, home), sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch)
        if options.layout:
            _photograph_layout(browser, address, home, options.layout)
        else:
            _photograph_shots(browser, address, home, SCREENS)
        browser.close()
    return 0


def _options(argv: list[str]) -> Namespace:
    parser = Parser(prog="python3 scripts/screenshots_staff.py", description=__doc__ or "")
    parser.add_argument(
        "--layout", metavar="文件夹", type=Path, help="不写说明用的图，把每一页拍到这里看版面"
    )
    return parser.parse_args(argv)


@contextmanager
def _practice_desk() -> Iterator[tuple[str, str]]:
    """数据副本上的表单：第一次打开的网址，和首页的网址。"""
    with tempfile.TemporaryDirectory() as folder:
        data = Path(shutil.copytree(ROOT / "cases_data", Path(folder) / "cases_data"))
        with desk_in_background(data, Path(folder) / "autosave") as gatekeeper:
            yield gatekeeper.address, f"http://127.0.0.1:{gatekeeper.port}/"


def _photograph_shots(browser: Browser, address: str, home: str, out: Path) -> None:
    out.mkdir(parents=True, exist_ok=True)
    page = browser.new_page(viewport={"width": 1000, "height": 900}, reduced_motion="reduce")
    page.goto(address)
    for shot in SHOTS:
        page.goto(home + shot.page)
        shot.prepare(page)
        if shot.part:
            page.locator(shot.part).first.scroll_into_view_if_needed()
        picture = page.screenshot(clip=_around(page, shot.part) if shot.part else None)
        _save(picture, out / f"{shot.name}.png")


def _around(page: Page, part: str) -> FloatRect:
    """这一块，四边留一点空。"""
    box = page.locator(part).first.bounding_box()
    assert box is not None, f"页面上没有 {part}"
    left, top = max(0, box["x"] - MARGIN), max(0, box["y"] - MARGIN)
    right, bottom = box["x"] + box["width"] + MARGIN, box["y"] + box["height"] + MARGIN
    return {"x": left, "y": top, "width": right - left, "height": bottom - top}


def _save(picture: bytes, path: Path) -> None:
    """存成少色的 PNG，几十 KB 就够清楚。"""
    few = Image.open(BytesIO(picture)).convert("RGB").quantize(COLOURS, dither=Image.Dither.NONE)
    few.save(path, optimize=True)
    print(f"{path.name}：{path.stat().st_size // 1024} KB")


def _photograph_layout(browser: Browser, address: str, home: str, out: Path) -> None:
    """手机、电脑，和字调到两倍的电脑。"""
    out.mkdir(parents=True, exist_ok=True)
    for name, width, height, zoom in (
        ("phone", 360, 740, 1),
        ("desktop", 1280, 800, 1),
        ("large", 1280, 800, 2),
    ):
        context = browser.new_context(viewport={"width": width, "height": height})
        page = context.new_page()
        page.goto(address)
        for label, place in PAGES.items():
            page.goto(home + place)
            page.add_style_tag(content=f"html {{ font-size: {125 * zoom}% !important }}")
            page.screenshot(path=out / f"{label}-{name}.png", full_page=True)
        context.close()


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
