"""网站的外壳：不求外站、不横着滚、没有脚本也能用、声明看得见、语言和标题写对。"""

from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Page

from tests.browser.conftest import Opener, Published
from tests.browser.pages import ASK, CASE, GUIDE, HOME, NEWS, PAGES

pytestmark = pytest.mark.browser

DECLARED = "这是演示站，不是政府网站；案例为演示而编写"


def _listen(page: Page) -> list[str]:
    requested: list[str] = []
    page.on("request", lambda request: requested.append(request.url))
    return requested


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("way", ["http", "file"])
def test_nothing_is_asked_of_other_sites(
    published: Published, opened: Opener, name: str, way: str
) -> None:
    """打开任何一页，只向本站要东西。"""
    base = getattr(published, way)
    with opened("about:blank") as page:
        requested = _listen(page)
        page.goto(base + name)
        page.wait_for_load_state("networkidle")
        assert [url for url in requested if not url.startswith((base, "data:"))] == []


def test_the_first_view_of_an_article_is_two_files(published: Published, opened: Opener) -> None:
    """一页、一份样式（图标由浏览器自己要）；搜索的东西一件也不取。"""
    with opened("about:blank") as page:
        requested = _listen(page)
        page.goto(published.http + CASE)
        page.wait_for_load_state("networkidle")
        paths = [urlsplit(url).path.removeprefix("/town/law/") for url in requested]
        assert sorted(set(paths) - {"assets/favicon.svg"}) == ["assets/casebook.css", CASE]


@pytest.mark.parametrize("name", PAGES)
@pytest.mark.parametrize("width", [320, 360])
def test_nothing_scrolls_sideways(
    published: Published, opened: Opener, name: str, width: int
) -> None:
    """最窄的手机上也不用左右拖，折叠的展开了也一样。"""
    with opened(published.http + name, width) as page:
        page.evaluate("document.querySelectorAll('details').forEach(fold => fold.open = true)")
        assert page.evaluate("document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("name", [HOME, GUIDE, CASE, NEWS])
@pytest.mark.parametrize("width", [360, 1280])
def test_the_demonstration_is_declared_at_the_top(
    published: Published, opened: Opener, name: str, width: int
) -> None:
    """演示声明在第一屏。"""
    with opened(published.http + name, width) as page:
        notice = page.get_by_text(DECLARED)
        assert notice.is_visible()
        box = notice.bounding_box()
        assert box is not None
        assert box["y"] < 100


def test_everything_but_search_works_without_scripts(published: Published, opened: Opener) -> None:
    """不开脚本：链接能走，问答能展开，没有按了没用的按钮。"""
    with opened(published.file + HOME, script=False) as page:
        page.locator(".cb-doors a", has_text="露天焚烧秸秆").click()
        assert page.url.endswith(GUIDE)
        question = page.locator("details.cb-question:visible").last
        question.locator("summary").click()
        assert question.locator("p").first.is_visible()
        assert page.locator("button:visible").count() == 0


def test_dark_needs_no_script_and_can_be_switched(published: Published, opened: Opener) -> None:
    """跟随手机的深浅；自己换了以后，下一页还记得。"""
    background = "getComputedStyle(document.body).backgroundColor"
    with opened(published.http + HOME) as page:
        light = page.evaluate(background)
        page.get_by_role("button", name="换成深色").click()
        dark = page.evaluate(background)
        assert dark != light
        page.goto(published.http + GUIDE)
        assert page.evaluate(background) == dark
    with opened(published.http + HOME, scheme="dark", script=False) as page:
        assert page.evaluate(background) == dark


@pytest.mark.parametrize("name", PAGES)
def test_language_title_and_the_one_heading(
    published: Published, opened: Opener, name: str
) -> None:
    """页面说自己是简体中文，标题里有网站名，大标题只有一个。"""
    with opened(published.http + name) as page:
        assert page.locator("html").get_attribute("lang") == "zh-CN"
        assert page.title().count("大口屯镇以案释法") == 1
        assert page.locator("h1").count() == 1


LOST = ["404.html", "nowhere.html", "news/nowhere.html", "no/such/place/at/all.html", "lost/news/x"]


@pytest.mark.parametrize("lost", LOST)
def test_the_missing_page_leads_home(published: Published, opened: Opener, lost: str) -> None:
    """地址错在哪一层、在哪个子路径下，都能回到首页，也能去问事。"""
    body = (published.folder / "404.html").read_text(encoding="utf-8")
    with opened("about:blank") as page:
        page.route(
            published.http + lost,
            lambda route: route.fulfill(status=404, content_type="text/html", body=body),
        )
        for name, address in (("回到首页", HOME), ("我这样做违法吗", ASK)):
            page.goto(published.http + lost)
            page.wait_for_load_state("networkidle")
            page.get_by_role("link", name=name).click()
            assert page.url == published.http + address


def test_the_missing_page_says_what_to_do_without_scripts(
    published: Published, opened: Opener
) -> None:
    """没有脚本，不知道首页在哪儿，就不给错的链接，只说怎么办。"""
    with opened(published.http + "404.html", script=False) as page:
        assert page.get_by_text("把最上面的网址从后往前删").is_visible()
        assert page.get_by_role("link", name="回到首页").count() == 0
