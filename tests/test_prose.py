"""人写的 Markdown 变成块：认得的变成块，原样的 HTML 只是文字。"""

import re

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from casebook.article import prose
from casebook.article.blocks import Bullets, Grid, Heading, Paragraph, Quotation
from casebook.article.inlines import Break, Emphasis, Link, Strong, Words, inline_text
from casebook.article.prose import read_prose
from casebook.book import Book


def test_paragraphs_keep_their_marks() -> None:
    [block] = read_prose("先灭火，**再**拍照，*别慌*，[打电话](remedies.html)。")
    assert block == Paragraph(
        (
            Words("先灭火，"),
            Strong((Words("再"),)),
            Words("拍照，"),
            Emphasis((Words("别慌"),)),
            Words("，"),
            Link((Words("打电话"),), "remedies.html"),
            Words("。"),
        )
    )


def test_a_line_break_inside_a_paragraph_leaves_no_space() -> None:
    [block] = read_prose("上一行\n下一行")
    assert isinstance(block, Paragraph)
    assert inline_text(block.children) == "上一行下一行"


def test_two_spaces_break_the_line() -> None:
    [block] = read_prose("上一行  \n下一行")
    assert block == Paragraph((Words("上一行"), Break(), Words("下一行")))


def test_lists_nest_and_number() -> None:
    [plain, numbered] = read_prose("- 一\n  - 二\n    - 三\n\n说\n\n3. 甲\n4. 乙")[::2]
    assert isinstance(plain, Bullets)
    second = plain.items[0][1]
    assert isinstance(second, Bullets)
    assert isinstance(second.items[0][1], Bullets)
    assert isinstance(numbered, Bullets)
    assert numbered.start == 3


def test_headings_never_reach_the_page_title() -> None:
    [block] = read_prose("# 小标题")
    assert isinstance(block, Heading)
    assert block.level == 3


def test_quotes_and_tables() -> None:
    quote, table = read_prose("> 他说没事\n\n| 甲 | 乙 |\n|---|---|\n| 1 | 2 |")
    assert isinstance(quote, Quotation)
    assert isinstance(table, Grid)
    assert table.head == ((Words("甲"),), (Words("乙"),))
    assert table.rows == (((Words("1"),), (Words("2"),)),)


def test_html_is_only_text() -> None:
    [block] = read_prose("别信<script>alert(1)</script>的链接")
    assert isinstance(block, Paragraph)
    assert inline_text(block.children) == "别信<script>alert(1)</script>的链接"


@given(st.text("甲乙，。“”（）、a1 .,:;?/()-*#>_`~|\\&<[]!+=\n\t", max_size=30))
@example("一段，\n接着说。\n\n又一段。\n")
@example("1. 甲\n2. 乙")
@example("  缩进的\n    四格的")
def test_text_without_marks_reads_the_same_without_the_parser(text: str) -> None:
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(prose, "_PLAIN", re.compile(r"(?!)"))
        parsed = read_prose(text)
    assert read_prose(text) == parsed


def test_most_paragraphs_need_no_parser(book: Book) -> None:
    texts = [
        text
        for case in book.cases
        if case.value.commentary
        for _, text in case.value.commentary.sections()
    ]
    assert sum(bool(prose._PLAIN.fullmatch(text)) for text in texts) > len(texts) / 2
