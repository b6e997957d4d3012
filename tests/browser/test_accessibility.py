"""每种页面，手机和电脑、浅色和深色，axe-core 都挑不出毛病；文字反差按 7:1。"""

from itertools import product

import pytest

from tests.browser.conftest import Opener, Published
from tests.browser.pages import GUIDE, PAGES

pytestmark = pytest.mark.browser

# 展开全部折叠的内容再查；color-contrast-enhanced（7:1）和 target-size 默认不查，要打开。
RUN = """async () => {
  document.querySelectorAll("details").forEach(fold => fold.open = true)
  const rules = { "color-contrast-enhanced": { enabled: true }, "target-size": { enabled: true } }
  const found = await axe.run(document, { rules })
  return found.violations.map(one => one.id + ": " + one.nodes.map(node => node.html).join(" | "))
}"""
# 页眉、页脚、栏目、筛选、折叠、电话：都要按得准。句子里的链接不在此列。
SMALL = """() => {
  const targets = [...document.querySelectorAll(
    ".cb-nav a, .cb-brand, .cb-tools button, .cb-back a, .cb-footer li > *, .cb-choices a, " +
    "summary, .cb-doors a, .cb-hotlines li, .cb-cards li")]
  return targets.filter(one => one.offsetParent && one.getBoundingClientRect().height < 44)
    .map(one => one.outerHTML.slice(0, 80))
}"""
TEXT_SIZES = """() => [...document.querySelectorAll(
    "p, li, td, th, dd, dt, summary, a, small, span")]
  .filter(one => one.offsetParent && one.textContent.trim() && !one.closest(".cb-hidden"))
  .map(one => parseFloat(getComputedStyle(one).fontSize))"""


@pytest.mark.parametrize(("width", "scheme"), list(product((360, 1280), ("light", "dark"))))
def test_axe_finds_nothing(
    published: Published, opened: Opener, axe: str, width: int, scheme: str
) -> None:
    """A、AA、AAA 反差和最佳做法，一条不犯。"""
    found = {}
    for name in PAGES:
        with opened(published.http + name, width, scheme) as page:
            page.evaluate(axe)
            found[name] = page.evaluate(RUN)
    assert {name: problems for name, problems in found.items() if problems} == {}


@pytest.mark.parametrize("name", PAGES)
def test_targets_are_large_enough_for_a_thumb(
    published: Published, opened: Opener, name: str
) -> None:
    """能按的地方至少 44 像素高。"""
    with opened(published.http + name) as page:
        assert page.evaluate(SMALL) == []


@pytest.mark.parametrize("name", PAGES)
def test_no_text_is_small(published: Published, opened: Opener, name: str) -> None:
    """正文至少 18 像素，表格与附注至少 16 像素。"""
    with opened(published.http + name) as page:
        assert min(page.evaluate(TEXT_SIZES)) >= 16
        assert page.evaluate("parseFloat(getComputedStyle(document.body).fontSize)") >= 18


def test_the_keyboard_can_see_where_it_is(published: Published, opened: Opener) -> None:
    """第一个去处是“跳到正文”，焦点有看得见的框。"""
    with opened(published.http + GUIDE) as page:
        page.keyboard.press("Tab")
        focused = page.locator(":focus")
        assert focused.inner_text().strip() == "跳到正文"
        assert focused.evaluate("one => getComputedStyle(one).outlineStyle") == "solid"
