"""真浏览器里按「复制到公众号」：剪贴板与文件逐字节相同；粘进 ProseMirror，文字和样式一样不少。"""

import re
from collections import Counter
from collections.abc import Iterator
from html import unescape
from pathlib import Path

import pytest
from browser import launch_options
from playwright.sync_api import Browser, BrowserContext, Page, sync_playwright

from casebook.channels.edition import Edition
from casebook.channels.wechat import WechatRenderer
from tests.channels.editor_page import build_editor
from tests.channels.web import CATCH, PLAIN_HOST, read_kit, serve
from tests.workbench import run_manage

ARTICLE = "cases/2025-001.html"
pytestmark = pytest.mark.browser


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """生成好的网站。"""
    folder = tmp_path_factory.mktemp("web") / "site"
    result = run_manage("build", "--out", str(folder))
    assert result.returncode == 0, result.stderr
    return folder


@pytest.fixture(scope="module")
def addresses(site: Path) -> Iterator[dict[str, str]]:
    """网站的三种地址。"""
    with serve(site) as port:
        yield {
            "localhost": f"http://localhost:{port}/",
            "http": f"http://{PLAIN_HOST}:{port}/",
            "file": site.as_uri() + "/",
        }


@pytest.fixture(scope="module")
def chromium() -> Iterator[Browser]:
    """一个把 town.test 认作本机的浏览器。"""
    options = launch_options()
    options["args"] = [*options["args"], f"--host-resolver-rules=MAP {PLAIN_HOST} 127.0.0.1"]
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**options)
        yield browser
        browser.close()


@pytest.fixture
def context(chromium: Browser) -> Iterator[BrowserContext]:
    """一个新的浏览环境。"""
    context = chromium.new_context(viewport={"width": 900, "height": 800}, accept_downloads=True)
    yield context
    context.close()


def open_panel(page: Page, address: str) -> None:
    page.goto(address)
    page.click("details.cb-kit > summary")
    page.wait_for_selector("details.cb-kit[data-ready]")


def pasted(context: BrowserContext) -> dict[str, str]:
    """另开一页，真按 Ctrl+V，看剪贴板里是什么。"""
    page = context.new_page()
    page.set_content(CATCH)
    page.focus("body")
    page.keyboard.press("Control+V")
    page.wait_for_function("window.caught")
    caught: dict[str, str] = page.evaluate("window.caught")
    page.close()
    return caught


def announced(page: Page) -> str:
    page.wait_for_function("document.querySelector('.cb-kit [role=status]').textContent")
    return page.inner_text(".cb-kit [role=status]")


@pytest.mark.parametrize("where", ["localhost", "http", "file"])
def test_the_clipboard_holds_the_very_bytes(
    where: str, addresses: dict[str, str], context: BrowserContext, site: Path
) -> None:
    page = context.new_page()
    open_panel(page, addresses[where] + ARTICLE)
    assert page.evaluate("isSecureContext") == (where != "http")
    page.click("button[data-field=body]")
    assert announced(page).startswith("正文已复制")
    kit = read_kit(site, ARTICLE)
    assert pasted(context) == {"html": kit["html"], "text": kit["fields"]["body"]["text"]}


@pytest.mark.parametrize("name", ["title", "digest", "broadcast", "banner", "subtitles"])
def test_every_other_text_copies_as_plain_text(
    name: str, addresses: dict[str, str], context: BrowserContext, site: Path
) -> None:
    page = context.new_page()
    open_panel(page, addresses["file"] + ARTICLE)
    page.click(f"button[data-field={name}]")
    announced(page)
    expected = read_kit(site, ARTICLE)["fields"][name]["text"]
    assert pasted(context) == {"html": "", "text": expected}


def test_a_keyboard_is_enough(
    addresses: dict[str, str], context: BrowserContext, site: Path
) -> None:
    page = context.new_page()
    page.goto(addresses["localhost"] + ARTICLE)
    page.focus("details.cb-kit > summary")
    page.keyboard.press("Enter")
    page.wait_for_selector("details.cb-kit[data-ready]")
    for _ in range(40):
        page.keyboard.press("Tab")
        if page.evaluate("document.activeElement.dataset.field") == "body":
            break
    page.keyboard.press("Enter")
    assert announced(page).startswith("正文已复制")
    assert page.evaluate("document.activeElement.dataset.field") == "body"
    assert pasted(context)["html"] == read_kit(site, ARTICLE)["html"]
    status = page.locator(".cb-kit [role=status]")
    assert status.get_attribute("aria-live") == "polite"


def test_it_asks_for_control_c_when_the_browser_refuses(
    addresses: dict[str, str], context: BrowserContext, site: Path
) -> None:
    page = context.new_page()
    page.add_init_script(
        "document.execCommand = () => false;"
        "Object.defineProperty(navigator, 'clipboard', { value: undefined })"
    )
    open_panel(page, addresses["http"] + ARTICLE)
    page.click("button[data-field=body]")
    assert "请按 Ctrl+C" in announced(page)
    page.keyboard.press("Control+C")
    assert pasted(context)["html"] == read_kit(site, ARTICLE)["html"]


def test_readers_pay_nothing_until_it_is_opened(
    addresses: dict[str, str], context: BrowserContext, site: Path
) -> None:
    page = context.new_page()
    asked: list[str] = []
    page.on("request", lambda request: asked.append(request.url))
    page.goto(addresses["localhost"] + ARTICLE)
    page.wait_for_load_state("networkidle")
    assert not [url for url in asked if url.endswith(("copy.js", ".kit.js"))]
    stub = re.search(
        r"<details class=\"cb-question cb-kit.*?</details>", (site / ARTICLE).read_text("utf-8")
    )
    assert stub is not None
    assert len(stub.group().encode()) < 400


def test_the_preview_shows_light_and_dark(
    addresses: dict[str, str], context: BrowserContext
) -> None:
    page = context.new_page()
    open_panel(page, addresses["file"] + ARTICLE)
    phone = "document.querySelector('.cb-kit-phone')"
    assert "演示案例" in page.evaluate(f"{phone}.shadowRoot.textContent")
    assert page.evaluate(f"getComputedStyle({phone}).backgroundColor") == "rgb(255, 255, 255)"
    page.click("button[data-mode=dark]")
    assert page.evaluate(f"getComputedStyle({phone}).backgroundColor") == "rgb(25, 25, 25)"
    assert page.get_attribute("button[data-mode=dark]", "aria-pressed") == "true"
    assert "#1b4d43" not in page.evaluate(f"{phone}.shadowRoot.innerHTML")


@pytest.mark.parametrize(("index", "size"), [(0, (900, 383)), (1, (900, 900))])
def test_covers_are_drawn_in_the_browser(
    index: int, size: tuple[int, int], addresses: dict[str, str], context: BrowserContext
) -> None:
    page = context.new_page()
    open_panel(page, addresses["file"] + ARTICLE)
    with page.expect_download() as download:
        page.locator("button[data-cover]").nth(index).click()
    content = download.value.path().read_bytes()
    assert content[:4] == b"\x89PNG"
    assert (int.from_bytes(content[16:20]), int.from_bytes(content[20:24])) == size


def declarations(page: Page, html: str) -> Counter[str]:
    """每一条样式声明，照浏览器自己的写法，两边才好比。"""
    styles: list[str] = page.evaluate(
        """html => {
          const box = Object.assign(document.createElement("template"), { innerHTML: html })
          return Array.from(box.content.querySelectorAll("[style]"), one => one.style.cssText)
        }""",
        html,
    )
    return Counter(part.strip() for style in styles for part in style.split(";") if part.strip())


def visible(html: str) -> str:
    """看得见的字，空白不论。"""
    return re.sub(r"\s+", "", unescape(re.sub(r"<[^>]+>", "", html)))


@pytest.fixture(scope="module")
def editor(chromium: Browser) -> Iterator[Page]:
    """测试用的编辑器。"""
    context = chromium.new_context()
    page = context.new_page()
    page.set_content('<meta charset="utf-8"><div id="editor"></div>')
    page.add_script_tag(content=build_editor())
    yield page
    context.close()


def paste(page: Page, html: str) -> str:
    """清空编辑器，真按 Ctrl+V，返回编辑器里的样子。"""
    page.evaluate(
        """html => {
          const { state } = window.editor
          window.editor.dispatch(state.tr.delete(0, state.doc.content.size))
          const put = event => {
            event.clipboardData.setData("text/html", html)
            event.clipboardData.setData("text/plain", "纯文字")
            event.preventDefault()
          }
          document.addEventListener("copy", put, { once: true, capture: true })
          document.execCommand("copy")
          document.removeEventListener("copy", put, true)
          window.editor.focus()
        }""",
        html,
    )
    page.keyboard.press("Control+V")
    return str(page.evaluate("window.editor.dom.innerHTML"))


def test_pasting_keeps_every_word_and_every_style(
    editor: Page,
    addressed: list[Edition],
    hard: list[Edition],
    renderer: WechatRenderer,
) -> None:
    """全部文章和两百篇难排的：一条声明、一个字也不丢。"""
    total = 0
    for edition in (*addressed, *hard):
        html = renderer.body(edition).html
        kept = paste(editor, html)
        assert visible(kept) == visible(html), edition.id
        written = declarations(editor, html)
        lost = written - declarations(editor, kept)
        assert not lost, (edition.id, lost)
        total += written.total()
    assert total > 10_000


def test_without_the_slice_mark_the_editor_drops_styles(
    editor: Page, addressed: list[Edition], renderer: WechatRenderer
) -> None:
    """对照：去掉第一块的记号，就会丢；所以这条规矩少不得。"""
    html = renderer.body(addressed[0]).html.replace(' data-pm-slice="0 0 []"', "")
    assert declarations(editor, html) - declarations(editor, paste(editor, html))
