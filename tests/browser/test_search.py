"""站内搜索：点了才取、只取本站的、说得出为什么、键盘走得通，与 Python 的读法找得一样。"""

from collections.abc import Iterator
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opener, Published
from tests.browser.pages import ASK, GUIDE, HOME
from tests.search.reader import Reader
from tests.search.test_index import SETS, questions

pytestmark = pytest.mark.browser

FIND = """async queries => {
  const found = []
  for (const query of queries) {
    const answer = await casebookSearch.find(query)
    found.push(answer.ranked.slice(0, 3).map(one => one.address))
  }
  return found
}"""


@pytest.fixture
def searching(published: Published, opened: Opener) -> Iterator[Page]:
    """一页指南，搜索框已经打开。"""
    with opened(published.http + GUIDE) as page:
        page.get_by_role("button", name="搜索").click()
        page.wait_for_function("() => Boolean(window.casebookSearch && casebookSearch.find)")
        yield page


def ask(page: Page, words: str) -> str:
    """搜几个字，返回状态那一句。"""
    page.get_by_label("搜什么").fill(words)
    page.keyboard.press("Enter")
    page.locator(".cb-search li").first.wait_for()
    page.locator(".cb-search:not([aria-busy])").wait_for()
    return page.locator(".cb-search__status").inner_text()


@pytest.mark.parametrize("way", ["http", "file"])
def test_search_comes_when_asked_and_leaves_the_focus(
    published: Published, opened: Opener, way: str
) -> None:
    """点了才取，只取本站的；按 Esc 关掉，焦点回到原处。"""
    base = getattr(published, way)
    with opened("about:blank") as page:
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        page.goto(base + GUIDE)
        assert not [url for url in requested if "search" in urlsplit(url).path]
        page.get_by_role("button", name="搜索").click()
        page.wait_for_function("() => Boolean(window.casebookSearch && casebookSearch.find)")
        ask(page, "烧秸秆")
        assert page.locator(".cb-search li a").first.inner_text() == "露天焚烧秸秆"
        assert [url for url in requested if not url.startswith((base, "about:"))] == []
        page.keyboard.press("Escape")
        assert page.locator(":focus").get_attribute("id") == "cb-find"


def test_the_browser_finds_what_the_reader_finds(published: Published, searching: Page) -> None:
    """两份程序、同一份索引，前三名一样。"""
    folder = published.folder
    files = {
        path.relative_to(folder).as_posix(): path.read_bytes()
        for path in (folder / "search").rglob("*.js")
    }
    reader = Reader(files)
    asked = [query for name in SETS for query, _ in questions(name)]
    assert searching.evaluate(FIND, asked) == [reader.search(query) for query in asked]


def test_each_result_says_why(searching: Page) -> None:
    """别的说法说明就是这件事；正文里的字标出来。"""
    ask(searching, "点荒")
    first = searching.locator(".cb-search li").first
    assert "“点荒”说的就是这件事" in first.inner_text()
    assert "同一类事：露天焚烧秸秆" in searching.locator(".cb-search ol").inner_text()
    ask(searching, "巡查队")
    assert searching.locator(".cb-search mark").first.inner_text() == "巡查队"


def test_a_wrong_letter_and_pinyin_are_understood(searching: Page) -> None:
    """写了同音的字、打了拼音，也找得到。"""
    assert "照读音找的是“烧秸秆”" in ask(searching, "烧杰赶")
    assert "照读音找的是“烧秸秆”" in ask(searching, "shaojiegan")


def test_nothing_found_still_answers(searching: Page) -> None:
    """没有就说没有，给出大家常问的和 12345。"""
    assert "没有写着“喵喵喵”的页" in ask(searching, "喵喵喵")
    assert searching.locator(".cb-search li").count() >= 5
    assert searching.locator(".cb-search__help a[href='tel:12345']").is_visible()


def test_the_keyboard_walks_through_the_results(searching: Page) -> None:
    """向下键走到结果，回车打开。"""
    ask(searching, "烧秸秆")
    searching.keyboard.press("ArrowDown")
    assert searching.locator(":focus").inner_text() == "露天焚烧秸秆"
    searching.keyboard.press("ArrowUp")
    assert searching.locator(":focus").get_attribute("type") == "search"


def test_the_open_box_is_accessible(searching: Page, axe: str) -> None:
    """打开的搜索框，axe-core 挑不出毛病。"""
    ask(searching, "烧秸秆")
    searching.evaluate(axe)
    rules = "{ rules: { 'color-contrast-enhanced': { enabled: true } } }"
    found = searching.evaluate(f"axe.run('.cb-search', {rules}).then(done => done.violations)")
    assert [one["id"] for one in found] == []


def test_a_broken_line_is_admitted(published: Published, opened: Opener) -> None:
    """断了网，说断了网，不装作没有结果。"""
    with opened(published.http + HOME) as page:
        page.get_by_role("button", name="搜索").click()
        page.wait_for_function("() => Boolean(window.casebookSearch && casebookSearch.find)")
        page.route("**/search/**", lambda route: route.abort())
        page.get_by_label("搜什么").fill("烧秸秆")
        page.keyboard.press("Enter")
        page.get_by_text("网络不通").wait_for()


@pytest.mark.parametrize("way", ["http", "file"])
def test_typing_on_the_ask_page_lands_on_the_answer(
    published: Published, opened: Opener, way: str
) -> None:
    """打字以前什么也不取；用自己的话说，边写边有回答，回车就到那份指南。"""
    base = getattr(published, way)
    with opened("about:blank") as page:
        requested: list[str] = []
        page.on("request", lambda request: requested.append(request.url))
        page.goto(base + ASK)
        field = page.get_by_label("用自己的话说说，您要做什么")
        field.focus()
        page.wait_for_load_state("networkidle")
        assert not [url for url in requested if url.endswith(".js")]
        field.press_sequentially("我想在自家地里烧点秸秆")
        offered = page.locator(".cb-ask li").first
        offered.wait_for()
        assert offered.locator("a").inner_text() == "露天焚烧秸秆"
        assert "违法" in offered.locator("p").inner_text()
        field.press("Enter")
        page.wait_for_url(base + GUIDE)
        assert [url for url in requested if not url.startswith((base, "about:"))] == []


def test_what_the_ask_page_cannot_place_goes_to_the_search(
    published: Published, opened: Opener
) -> None:
    """一件事也不像：打开全站搜索，话已经替人填好。"""
    with opened(published.http + ASK) as page:
        field = page.get_by_label("用自己的话说说，您要做什么")
        field.fill("巡查队")
        field.press("Enter")
        page.locator(".cb-search li").first.wait_for()
        assert page.get_by_label("搜什么").input_value() == "巡查队"
        assert page.url.endswith(ASK)


def test_the_ask_field_is_only_for_those_with_scripts(published: Published, opened: Opener) -> None:
    """没有脚本：没有输入框，全是链接。"""
    with opened(published.http + ASK, script=False) as page:
        assert page.locator("#cb-ask").is_hidden()
        assert page.locator(".cb-choices a").count() > 9
