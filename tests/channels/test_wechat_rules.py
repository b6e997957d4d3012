"""公众号的规矩：每篇都合乎；每一条都真能查出毛病（改坏一处，就只有它该报的那条报）。"""

import re
from collections import Counter
from html.parser import HTMLParser

import pytest

from casebook.channels.edition import Edition
from casebook.channels.markup import VOID, read_markup
from casebook.channels.wechat import WechatRenderer
from casebook.channels.wechat_rules import RULES, find_faults

GOOD = (
    '<p data-pm-slice="0 0 []" style="margin:0 0 16px;line-height:1.75;">头一段'
    "<strong>重点</strong></p>"
    '<section style="margin:0;overflow-x:auto;"><table style="min-width:100%;"><tbody><tr>'
    '<td style="padding:6px 8px;">格</td></tr></tbody></table></section>'
    '<p style="line-height:1.75;">看<a href="https://mp.weixin.qq.com/s/a"'
    ' style="color:#1b4d43;">这篇</a>'
    '<img src="data:image/png;base64,AA==" alt="图" data-w="100" style="width:40%;"></p>'
    f'<p style="margin:0;">{"字" * 200}</p>'
)
STYLE = 'line-height:1.75;">头一段'

MUTATIONS = {
    "font_family": ("margin:0 0 16px;", "font-family:serif;"),
    "important": ("margin:0 0 16px;", "margin:0 !important;"),
    "preformatted": ("<strong>重点</strong>", "<pre>重点</pre>"),
    "text_align": ("margin:0 0 16px;", "text-align:start;"),
    "fixed_width": ("min-width:100%;", "min-width:600px;"),
    "fixed_height": ("margin:0 0 16px;", "height:0;"),
    "line_height": (STYLE, STYLE.replace("1.75", "1")),
    "gradient": ("margin:0 0 16px;", "background:linear-gradient(red,blue);"),
    "nesting": ("<strong>重点</strong>", "<span>" * 10 + "重点" + "</span>" * 10),
    "picture_width": (' data-w="100"', ""),
    "size": ("字" * 200, "字" * 20_000),
    "empty": ("<strong>重点</strong>", "<span></span>"),
    "readable": ("color:#1b4d43;", "color:#dddddd;"),
    "link": ("https://mp.weixin.qq.com/s/a", "https://example.com/"),
    "attribute": ('<p style="margin:0;">', '<p class="x" style="margin:0;">'),
    "absent": ("margin:0 0 16px;", "position:relative;"),
    "tag": ("<strong>重点</strong>", "<b>重点</b>"),
    "css_property": ("margin:0 0 16px;", "float:left;"),
    "picture_host": ("data:image/png;base64,AA==", "https://example.com/a.png"),
    "native_list": ("<strong>重点</strong>", "<ul><li>重点</li></ul>"),
    "table": ("overflow-x:auto;", ""),
    "headline": ("<strong>重点</strong>", "<h1>重点</h1>"),
    "first_slice": (' data-pm-slice="0 0 []"', ""),
    "flat": ("<strong>重点</strong>", "<section>重点</section>"),
    "self_styled": ('<p style="margin:0;">', "<p>"),
    "expansion": ("字" * 200, '<span style="font-size:16px;">字</span>' * 200),
}


def test_there_is_a_mutation_for_every_rule() -> None:
    assert {rule.name for rule in RULES} == set(MUTATIONS)
    assert {rule.evidence for rule in RULES} == set("OCMT")


class Oracle(HTMLParser):
    """标准库怎样认：一个元素一行，写着标签、属性和层次；文字接在后面。"""

    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.read: list[tuple[str, dict[str, str], int]] = []
        self.words = ""
        self.depth = 0

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.read.append((tag, {name: value or "" for name, value in attrs}, self.depth + 1))
        self.depth += tag not in VOID

    def handle_endtag(self, tag: str) -> None:
        self.depth -= tag not in VOID

    def handle_data(self, data: str) -> None:
        self.words += data


def test_bodies_are_read_as_the_standard_library_reads_them(
    addressed: list[Edition], hard: list[Edition], renderer: WechatRenderer
) -> None:
    for html in (GOOD, *(renderer.body(edition).html for edition in (*addressed, *hard))):
        oracle = Oracle()
        oracle.feed(html)
        oracle.close()
        document = read_markup(html)
        read = [(node.tag, dict(node.attributes), node.depth) for node in document.nodes]
        assert read == oracle.read
        assert Counter(document.visible) == Counter(oracle.words)


def test_a_good_body_has_no_fault() -> None:
    assert not list(find_faults(GOOD))


@pytest.mark.parametrize("name", MUTATIONS)
def test_every_rule_can_fail(name: str) -> None:
    old, new = MUTATIONS[name]
    assert old in GOOD
    found = {rule.name for rule, _ in find_faults(GOOD.replace(old, new))}
    assert name in found


@pytest.mark.parametrize("unit", ["1rem", "calc(1px + 2px)", "var(--x)", "hsl(0,0%,0%)"])
def test_units_and_functions_the_editor_drops_are_found(unit: str) -> None:
    broken = GOOD.replace("margin:0 0 16px", f"margin:{unit}")
    assert "absent" in {rule.name for rule, _ in find_faults(broken)}


def test_text_that_only_dark_mode_hides_is_found() -> None:
    broken = GOOD.replace("margin:0 0 16px;", "background-color:#ffffff;color:#8a8a8a;")
    found = [place for rule, place in find_faults(broken) if rule.name == "readable"]
    assert found


def test_every_article_obeys(
    addressed: list[Edition], unaddressed: list[Edition], renderer: WechatRenderer
) -> None:
    for edition in (*addressed, *unaddressed):
        faults = [(rule.name, place) for rule, place in find_faults(renderer.body(edition).html)]
        assert not faults, (edition.id, faults)


def test_every_hard_article_obeys(hard: list[Edition], renderer: WechatRenderer) -> None:
    assert len(hard) == 200
    for edition in hard:
        faults = [(rule.name, place) for rule, place in find_faults(renderer.body(edition).html)]
        assert not faults, (edition.id, faults)


def test_no_word_of_the_article_is_lost(hard: list[Edition], renderer: WechatRenderer) -> None:
    for edition in hard:
        body = renderer.body(edition)
        visible = re.sub(r"\s+", "", re.sub("<[^>]*>", "", body.html))
        for word in ("外层", "中层", "里层二的第二段", "引用里的列表"):
            present = word in body.text
            assert present == (word in visible)


def test_the_title_is_not_repeated_in_the_body(
    addressed: list[Edition], renderer: WechatRenderer
) -> None:
    for edition in addressed:
        html = renderer.body(edition).html
        assert f">{edition.title}<" not in html


def test_a_known_address_brings_a_code_and_numbered_links(
    addressed: list[Edition], unaddressed: list[Edition], renderer: WechatRenderer
) -> None:
    known = renderer.body(addressed[0]).html
    unknown = renderer.body(unaddressed[0]).html
    assert "data:image/png;base64," in known
    assert "[1] https://pufa.example.gov.cn/" in known
    assert "<img" not in unknown
    assert "[1]" not in unknown


def test_without_an_address_nothing_points_nowhere(
    addressed: list[Edition], unaddressed: list[Edition], renderer: WechatRenderer
) -> None:
    """不知道网址时，只有去处的段落和条目不留；知道时写着网址。"""
    for known, unknown in zip(addressed, unaddressed, strict=True):
        assert "文中链接" in renderer.body(known).text, known.id
        text = renderer.body(unknown).text
        assert not re.search("接着看|一步一步怎么办|能不能做、罚多少", text), unknown.id
