"""看得清、听得见、印得出：大字版、高反差、200% 的字、朗读、词语解释、打印、复制网址。"""

import re

import pytest

from tests.browser.conftest import Opener, Published
from tests.browser.pages import CASE, GUIDE, HOME, REPORT

pytestmark = pytest.mark.browser

VOICE = """() => {
  window.said = []
  const voice = { lang: "zh-CN", name: "测试" }
  const speech = new EventTarget()
  speech.getVoices = () => [voice]
  speech.cancel = () => {}
  speech.speak = words => {
    said.push(words.text)
    if (said.length < 3) setTimeout(() => words.onend(), 0)
  }
  Object.defineProperty(window, "speechSynthesis", { value: speech })
  window.SpeechSynthesisUtterance = class { constructor(text) { this.text = text } }
}"""


def test_the_large_edition_is_remembered(published: Published, opened: Opener) -> None:
    """换一页还是大字，再按一下变回来。"""
    size = "parseFloat(getComputedStyle(document.body).fontSize)"
    with opened(published.http + HOME) as page:
        page.get_by_role("button", name="大字版").click()
        page.goto(published.http + GUIDE)
        assert page.evaluate(size) >= 24
        page.get_by_role("button", name="普通版").click()
        assert page.evaluate(size) < 24


def test_high_contrast_is_black_and_white(published: Published, opened: Opener) -> None:
    """高反差：底和字一白一黑。"""
    with opened(published.http + HOME) as page:
        page.get_by_role("button", name="高反差").click()
        style = "(({ color, backgroundColor }) => [color, backgroundColor])"
        shown = page.evaluate(f"{style}(getComputedStyle(document.body))")
        assert shown == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
        assert page.get_by_role("button", name="高反差").get_attribute("aria-pressed") == "true"


def test_a_legal_word_is_explained_in_place(published: Published, opened: Opener) -> None:
    """点一下（或按回车），解释就在这一段下面；再按收起。"""
    with opened(published.http + CASE) as page:
        term = page.locator(".cb-term").first
        term.focus()
        page.keyboard.press("Enter")
        note = page.get_by_role("note").filter(has_text=re.compile(f"^{term.inner_text()}："))
        assert note.is_visible()
        assert term.get_attribute("aria-expanded") == "true"
        page.keyboard.press("Enter")
        assert note.count() == 0


def test_without_scripts_the_word_leads_to_its_meaning(
    published: Published, opened: Opener
) -> None:
    """没有脚本：跳到文末的解释，也跳得回来。"""
    with opened(published.http + CASE, script=False) as page:
        page.locator(".cb-term").first.click()
        assert page.url.endswith("#meaning-1")
        page.get_by_role("link", name="回到正文").first.click()
        assert page.url.endswith("#term-1")


def test_reading_aloud_follows_the_text(published: Published, opened: Opener) -> None:
    """有中文声音才有“朗读”；读到哪段，哪段亮着；能停。"""
    with opened("about:blank") as page:
        page.add_init_script(f"({VOICE})()")
        page.goto(published.http + GUIDE)
        button = page.get_by_role("button", name="朗读")
        button.click()
        page.wait_for_function("() => said.length === 3")
        spoken = page.evaluate("said")
        assert spoken[:2] == ["露天焚烧秸秆", "违法吗？"]
        assert page.locator(".cb-reading").inner_text() == spoken[2]
        page.get_by_role("button", name="停下").click()
        assert page.locator(".cb-reading").count() == 0


def test_without_a_voice_there_is_no_button(published: Published, opened: Opener) -> None:
    """没有中文声音的浏览器里，没有“朗读”。"""
    with opened(published.http + GUIDE) as page:
        assert page.locator("#cb-listen").is_hidden()


def test_paper_says_where_it_came_from(published: Published, opened: Opener) -> None:
    """印出来的纸上有网站、日期和网址，没有按钮和导航。"""
    with opened(published.http + GUIDE) as page:
        page.emulate_media(media="print")
        page.evaluate("dispatchEvent(new Event('beforeprint'))")
        paper = page.locator(".cb-paper").inner_text()
        assert "大口屯镇以案释法" in paper
        assert GUIDE in paper
        assert page.locator(".cb-nav").is_hidden()
        assert page.locator("button:visible").count() == 0
        assert page.pdf().startswith(b"%PDF")


@pytest.mark.parametrize("buttons", [(), ("换成深色",), ("换成深色", "高反差")])
def test_paper_is_always_black_on_white(
    published: Published, opened: Opener, buttons: tuple[str, ...]
) -> None:
    """屏幕上怎么看都行，印出来总是白纸黑字，图里的字也是；给编辑用的不印。"""
    with opened(published.http + HOME) as page:
        for button in buttons:
            page.get_by_role("button", name=button).click()
        page.goto(published.http + REPORT)
        page.emulate_media(media="print")
        ink = "getComputedStyle(document.querySelector('.cb-chart text')).fill"
        colors = "(({ color, backgroundColor }) => [color, backgroundColor])"
        assert page.evaluate(ink) == "rgb(0, 0, 0)"
        shown = page.evaluate(f"{colors}(getComputedStyle(document.body))")
        assert shown == ["rgb(0, 0, 0)", "rgb(255, 255, 255)"]
        page.goto(published.http + CASE)
        assert page.locator(".cb-kit").is_hidden()


def test_the_way_from_asking_to_the_answer(published: Published, opened: Opener) -> None:
    """不开脚本：首页 → 我这样做违法吗 → 一种说法 → 第一句就是回答。"""
    with opened(published.http + HOME, script=False) as page:
        page.get_by_role("link", name="我这样做违法吗").first.click()
        page.get_by_role("link", name="点荒", exact=True).click()
        assert page.url.endswith(GUIDE)
        answer = page.locator(".cb-answer p").first.bounding_box()
        assert answer is not None
        assert answer["y"] < 740
