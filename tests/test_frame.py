"""样张：认得出空档，照主题的办法填，目录能续写；与 MkDocs 印的不同就停下。"""

import pytest

from casebook.frame.oracle import compare
from casebook.frame.sheet import Sheet
from casebook.frame.sitemap import Mapped, complete_sitemap
from casebook.frame.slots import FrameProblem, anchor_sentinel, escape_as_jinja, sentinel
from casebook.render import Anchor

ADDRESS = "news/casebook-sheet-3.html"
VALUES = {"title": "a<b", "body": "<p>正文</p>", "address": "news/2025-001.html"}


def rows(count: int) -> list[Anchor]:
    return [Anchor(f"第{n}节", f"part-{n}", 2) for n in range(1, count + 1)]


def item(row: int) -> str:
    return f'<li><a href="#{anchor_sentinel(row)}">{sentinel("heading", row)}</a></li>'


def sheet(html: str) -> Sheet:
    return Sheet.read(html, ADDRESS)


def test_a_slot_is_filled_the_way_the_theme_printed_it() -> None:
    body = sentinel("body")
    assert sheet(f"<title>{sentinel('title')}</title>{body}").fill(VALUES, ()) == (
        "<title>a<b</title><p>正文</p>"
    )
    escaped = escape_as_jinja(sentinel("title"))
    assert (
        sheet(f"<title>{escaped}</title>{body}")
        .fill(VALUES, ())
        .startswith("<title>a&lt;b</title>")
    )


def test_a_slot_the_theme_changed_in_an_unknown_way_is_refused() -> None:
    with pytest.raises(FrameProblem, match="title"):
        sheet(sentinel("title").replace("<", "") + sentinel("body"))


def test_a_sheet_needs_exactly_one_body() -> None:
    for html in ("<p>空的</p>", sentinel("body") * 2):
        with pytest.raises(FrameProblem, match="正文"):
            sheet(html)


def test_the_address_is_a_slot_too() -> None:
    page = sheet(f"<link href='https://a.cn/{ADDRESS}'>{sentinel('body')}").fill(VALUES, ())
    assert "https://a.cn/news/2025-001.html" in page


@pytest.mark.parametrize("count", [3, 4, 9])
def test_contents_go_on_like_the_printed_ones(count: int) -> None:
    skip = f'<a href="#{anchor_sentinel(1)}">跳到正文</a>'
    listing = "<ul>" + "\n".join(item(row) for row in (1, 2, 3)) + "</ul>"
    page = sheet(f"{skip}{listing}{sentinel('body')}{listing}").fill(VALUES, rows(count))
    written = "\n".join(f'<li><a href="#part-{n}">第{n}节</a></li>' for n in range(1, count + 1))
    assert page == (
        f'<a href="#part-1">跳到正文</a><ul>{written}</ul><p>正文</p><ul>{written}</ul>'
    )


def test_contents_that_cannot_go_on_are_refused() -> None:
    listing = item(1) + "，" + item(2) + "；" + item(3)
    with pytest.raises(FrameProblem, match="目录"):
        sheet(listing + sentinel("body"))


def test_a_difference_is_told_with_its_place() -> None:
    compare("a.html", "同", "同")
    with pytest.raises(FrameProblem, match=r"a\.html.*第 2 行"):
        compare("a.html", "第一行\n甲", "第一行\n乙")


def test_the_sitemap_holds_every_page_and_no_sheet(book) -> None:
    printed = (
        '<?xml version="1.0" encoding="UTF-8"?>\n<urlset xmlns="x">\n    <url>\n'
        f"         <loc>https://a.cn/{ADDRESS}</loc>\n         \n    </url>\n    <url>\n"
        "         <loc>https://a.cn/index.html</loc>\n         <lastmod>2026-01-01</lastmod>\n"
        "    </url>\n</urlset>"
    )
    complete = complete_sitemap(
        printed, "https://a.cn/", [Mapped("news/2025-001.html", book.today)], [ADDRESS]
    )
    assert ADDRESS not in complete
    assert complete.index("index.html") < complete.index("news/2025-001.html")
    assert complete.endswith("\n    </url>\n</urlset>")
    assert complete_sitemap(printed, "", [], []) == printed
