"""每种页面，手机和电脑，浅色、深色、高反差、大字版，axe-core 都挑不出毛病；按得准，看得清。"""

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opener, Published
from tests.browser.pages import GUIDE, HOME, PAGES, REPORT
from tests.browser.probes import AXE, LOW, OVERFLOW, TEXT_SIZES

pytestmark = pytest.mark.browser

MODES = {
    "浅色": (),
    "深色": ("换成深色",),
    "高反差": ("高反差",),
    "深色高反差": ("换成深色", "高反差"),
    "大字版": ("大字版",),
}
"""每种样子要在首页按哪几个按钮；按过以后，别的页都记得。"""
TWICE = """() => {
  const root = document.documentElement
  root.style.fontSize = 2 * parseFloat(getComputedStyle(root).fontSize) + "px"
}"""
STYLE = "name => getComputedStyle(document.querySelector(name))"


def choose(page: Page, published: Published, *buttons: str) -> None:
    """在首页按几个按钮。"""
    page.goto(published.http + HOME)
    for button in buttons:
        page.get_by_role("button", name=button).click()


@pytest.mark.parametrize("width", [360, 1280])
@pytest.mark.parametrize("mode", MODES)
def test_axe_finds_nothing(
    published: Published, opened: Opener, axe: str, mode: str, width: int
) -> None:
    """A、AA、2.2、AAA 反差和最佳做法，一条不犯；也不横着滚。"""
    found = {}
    with opened(published.http + HOME, width) as page:
        choose(page, published, *MODES[mode])
        for name in PAGES:
            page.goto(published.http + name)
            page.evaluate(axe)
            problems, wide = page.evaluate(AXE), page.evaluate(OVERFLOW)
            if problems or wide > 0:
                found[name] = (wide, problems)
    assert found == {}


@pytest.mark.parametrize(("mode", "least"), [("浅色", 44), ("大字版", 60)])
@pytest.mark.parametrize("width", [320, 1280])
def test_targets_are_large_enough_for_a_thumb(
    published: Published, opened: Opener, mode: str, least: int, width: int
) -> None:
    """能按的地方至少 44 像素高，大字版里 60；句子里的链接不算。"""
    low = {}
    with opened(published.http + HOME, width) as page:
        choose(page, published, *MODES[mode])
        for name in PAGES:
            page.goto(published.http + name)
            low[name] = page.evaluate(LOW, least)
    assert {name: found for name, found in low.items() if found} == {}


@pytest.mark.parametrize(("mode", "least", "body"), [("浅色", 16, 18), ("大字版", 24, 24)])
def test_no_text_is_small(
    published: Published, opened: Opener, mode: str, least: int, body: int
) -> None:
    """正文至少 18 像素，表格与附注至少 16 像素；大字版里没有小于 24 的字。"""
    with opened(published.http + HOME) as page:
        choose(page, published, *MODES[mode])
        for name in PAGES:
            page.goto(published.http + name)
            assert min(page.evaluate(TEXT_SIZES)) >= least, name
            assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= body


@pytest.mark.parametrize("mode", ["浅色", "大字版"])
def test_text_twice_as_large_still_fits(published: Published, opened: Opener, mode: str) -> None:
    """浏览器把字放大一倍，也不横着滚。"""
    with opened(published.http + HOME, 640) as page:
        choose(page, published, *MODES[mode])
        for name in PAGES:
            page.goto(published.http + name)
            page.evaluate(TWICE)
            assert page.evaluate(OVERFLOW) <= 0, name


def test_the_keyboard_can_see_where_it_is(published: Published, opened: Opener) -> None:
    """第一个去处是“跳到正文”，焦点有看得见的框。"""
    with opened(published.http + GUIDE) as page:
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.inner_text().strip() == "跳到正文"
        assert focused.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_a_phone_set_to_more_contrast_gets_black_and_white(
    published: Published, opened: Opener, axe: str, scheme: str
) -> None:
    """手机设了“增强对比度”：不用按，也不用脚本，就是一白一黑；按一下“高反差”能退回来。"""
    for script in (True, False):
        with opened("about:blank", scheme=scheme, script=script) as page:
            page.emulate_media(contrast="more")
            page.goto(published.http + GUIDE)
            colors = _colors(page)
            assert sorted(colors) == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
            assert (colors[0] == "rgb(0, 0, 0)") == (scheme == "light")
            if script:
                page.evaluate(axe)
                assert page.evaluate(AXE) == []
                button = page.get_by_role("button", name="高反差")
                assert button.get_attribute("aria-pressed") == "true"
                button.click()
                assert _colors(page) != colors


def _colors(page: Page) -> list[str]:
    style = "(({ color, backgroundColor }) => [color, backgroundColor])"
    found: list[str] = page.evaluate(f"{style}(getComputedStyle(document.body))")
    return found


def test_forced_colors_keep_every_mark_visible(published: Published, opened: Opener) -> None:
    """系统换了一套颜色：图的长条、当前的栏目和筛选、焦点都还看得见。"""
    with opened("about:blank") as page:
        page.emulate_media(forced_colors="active")
        page.goto(published.http + REPORT)
        paper = page.evaluate(f"({STYLE})('body').backgroundColor")
        assert page.evaluate(f"({STYLE})('.cb-chart rect').fill") != paper
        assert page.evaluate(f"({STYLE})('.cb-chart text').fill") != paper
        assert page.evaluate(f"({STYLE})('.cb-nav [aria-current]').borderBottomWidth") == "3px"
        page.goto(published.http + "news/index.html")
        assert page.evaluate(f"({STYLE})('.cb-choices [aria-current]').borderTopWidth") == "3px"
        page.keyboard.press("Tab")
        page.keyboard.press("Tab")
        assert page.evaluate("getComputedStyle(document.activeElement).outlineStyle") == "solid"


def test_nothing_moves_for_those_who_want_it_still(published: Published, opened: Opener) -> None:
    """设了“减弱动态效果”：跳转不滑动，全站没有动画和过渡。"""
    moving = """() => [...document.querySelectorAll("*")].filter(one => {
      const style = getComputedStyle(one)
      return parseFloat(style.transitionDuration) || style.animationName !== "none"
    }).length"""
    with opened(published.http + GUIDE) as page:
        for wish, behavior in (("reduce", "auto"), ("no-preference", "smooth")):
            page.emulate_media(reduced_motion=wish)
            assert page.evaluate("getComputedStyle(document.documentElement).scrollBehavior") == (
                behavior
            )
        assert page.evaluate(moving) == 0
