"""二维码用另一家的读法（jsQR）也读得出：公众号正文里的、印出来的海报上的。"""

import io
import re
from collections.abc import Iterator

import pypdfium2
import pytest
from browser import launch_options
from playwright.sync_api import Page, sync_playwright

from casebook.channels.edition import Edition
from casebook.channels.embedding import data_address
from casebook.channels.poster import PAPERS, PosterPrinter, plan_poster
from casebook.channels.wechat import WechatRenderer
from tests.channels.editor_page import build_editor

pytestmark = pytest.mark.browser
DPI = 110


@pytest.fixture(scope="module")
def reader() -> Iterator[Page]:
    """装着读法的一页。"""
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(**launch_options())
        page = browser.new_page()
        page.set_content('<div id="editor"></div>')
        page.add_script_tag(content=build_editor())
        yield page
        browser.close()


def read(page: Page, source: str) -> str | None:
    """一张图里的二维码。"""
    found: str | None = page.evaluate("source => window.readCode(source)", source)
    return found


def printed(pdf: bytes) -> str:
    """海报印出来的样子。"""
    stream = io.BytesIO()
    pypdfium2.PdfDocument(pdf)[0].render(scale=DPI / 72).to_pil().save(stream, "PNG")
    return data_address(stream.getvalue())


def test_the_code_in_a_wechat_body_leads_to_the_article(
    reader: Page, addressed: list[Edition], renderer: WechatRenderer
) -> None:
    for edition in addressed:
        [source] = re.findall(r'src="(data:image/png[^"]+)"', renderer.body(edition).html)
        assert read(reader, source) == edition.url


@pytest.mark.parametrize("name", PAPERS)
def test_the_code_on_a_printed_poster_leads_to_the_article(
    name: str, reader: Page, by_id: dict[str, Edition]
) -> None:
    printer = PosterPrinter()
    for article in ("straw-burning", "2025-002"):
        pdf = printer.print(plan_poster(by_id[article]), *PAPERS[name])
        assert read(reader, printed(pdf)) == by_id[article].url


def test_a_picture_without_a_code_reads_as_nothing(
    reader: Page, unaddressed: list[Edition]
) -> None:
    pdf = PosterPrinter().print(plan_poster(unaddressed[0]), *PAPERS["poster-a4.pdf"])
    assert read(reader, printed(pdf)) is None
