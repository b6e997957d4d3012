"""深色模式：在真浏览器里照公布的原则另算一遍，每一段字都看得清；与预览用的换色对得上。"""

from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
from browser import launch_options
from playwright.sync_api import Page, sync_playwright

from casebook.channels.colors import brightness, dark_text
from casebook.channels.edition import Edition
from casebook.channels.wechat import WechatRenderer
from casebook.channels.wechat_styles import CONTRAST

SCRIPT = Path(__file__).with_name("dark_mode.js").read_text(encoding="utf-8")
NEAR = 3
"""两处算法调亮度的办法不同，亮度（0 到 255）最多差这么多。"""
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def page() -> Iterator[Page]:
    """一页空白。"""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        yield browser.new_page()
        browser.close()


def darken(page: Page, html: str) -> Any:
    """换成深色以后：每一段字的反差，和换过的各色。"""
    return page.evaluate(SCRIPT, html)


def test_every_word_stays_readable_in_the_dark(
    page: Page, addressed: list[Edition], hard: list[Edition], renderer: WechatRenderer
) -> None:
    count = 0
    for edition in (*addressed, *hard):
        for ratio, words in darken(page, renderer.body(edition).html)["measured"]:
            assert ratio >= CONTRAST, (edition.id, words, ratio)
            count += 1
    assert count > 5_000


def test_the_preview_shows_nearly_the_same_colours(
    page: Page, addressed: list[Edition], renderer: WechatRenderer
) -> None:
    seen = set()
    for edition in addressed:
        for (red, green, blue), dark in darken(page, renderer.body(edition).html)["changed"]:
            seen.add((red, green, blue))
            ours = dark_text((red, green, blue))
            assert abs(brightness(ours) - brightness(tuple(dark))) <= NEAR
    assert len(seen) >= 2


@pytest.mark.parametrize(
    "style",
    ["color:#5a5a5a", "background-color:#808080;color:#9a9a9a"],
)
def test_text_that_the_dark_hides_is_found(page: Page, style: str) -> None:
    [[ratio, words]] = darken(page, f'<p style="{style}">看不清</p>')["measured"]
    assert words == "看不清"
    assert ratio < CONTRAST
