"""难排的文章：三层列表、宽表格、长链接、引用、图、表情、极长的词、空节。同样的编号总得到同样的一篇。"""

from datetime import date

from msgspec.structs import replace

from casebook.article.blocks import (
    Article,
    Block,
    Blocks,
    Bullets,
    Card,
    Cards,
    Fact,
    Facts,
    Grid,
    Heading,
    Hotlines,
    Line,
    Notice,
    Number,
    Numbers,
    Paragraph,
    Picture,
    Question,
    Quotation,
    paragraph,
)
from casebook.article.inlines import (
    Amount,
    Break,
    Day,
    Emphasis,
    Inlines,
    Link,
    Provision,
    Strong,
    words,
)
from casebook.channels.edition import Edition
from casebook.channels.qr import qr_picture

COUNT = 200
LONG_WORD = "Donaudampfschifffahrtsgesellschaftskapitän" * 3
LONG_LINK = "https://example.com/" + "very-long-path/" * 12 + "?q=%E7%A7%B8&x=<y>\"'"
EMOJI = "🌾🔥🚒👩‍🌾👍🏽❤️🇨🇳"
MARKUP = "<script>alert(1)</script> & \"引号\" '单引号' </p>"


def hard_editions(model: Edition) -> list[Edition]:
    """从一篇真的底稿换上难排的正文，做成 `COUNT` 篇。"""
    return [
        replace(model, id=f"hard-{number}", article=_article(number, model.article))
        for number in range(COUNT)
    ]


def _article(number: int, model: Article) -> Article:
    kinds = (_lists, _table, _inlines, _quotes, _pictures, _empty, _words, _mixed)
    blocks: list[Block] = (
        [] if number % 3 else [Notice("demonstration", "演示案例", (paragraph("编的。"),))]
    )
    for step in range(1 + number % 4):
        blocks += kinds[(number + step * 3) % len(kinds)](number + step)
    return replace(
        model,
        address=f"cases/hard-{number}.html",
        title=f"难排的第{number}篇" + EMOJI[: number % 5],
        description="一句话。" + "长" * (number % 90) + "。",
        blocks=tuple(blocks),
    )


def _text(number: int) -> Inlines:
    return words("第", Strong(words(str(number))), "段，", "说了又说，" * (number % 7 + 1), "完。")


def _lists(number: int) -> Blocks:
    inner = Bullets(
        ((Paragraph(_text(number)),), (paragraph("里层二"), paragraph("里层二的第二段")))
    )
    middle = Bullets(((paragraph("中层"), inner), (Paragraph(_text(number)),)), start=3)
    outer = Bullets(((paragraph("外层"), middle), (middle,), ()))
    return (Heading(2, words("列表"), "lists"), outer)


def _table(number: int) -> Blocks:
    width = 2 + number % 9
    head = tuple(words(f"第{i}列") for i in range(width))
    rows = tuple(tuple(_text(i + r) if (i + r) % 4 else () for i in range(width)) for r in range(4))
    return (Heading(3, words("表格"), "table"), Grid("宽表" if number % 2 else "", head, rows))


def _inlines(number: int) -> Blocks:
    linked = Link(words("很长的网址"), LONG_LINK)
    kept = Link(words(Strong(words("公众号里的文章"))), "https://mp.weixin.qq.com/s/abc?x=1&y=2")
    inner = Link(words("站内"), "guides/straw-burning.html#cost")
    return (
        Paragraph(words(linked, "，", kept, "，", inner, "，", Link(words(LONG_LINK), LONG_LINK))),
        Paragraph(
            words(
                Amount(1000 + number),
                Break(),
                Day(date(2025, 3, 5)),
                Break(),
                Provision("《消防法》第六十条"),
            )
        ),
        Paragraph(words(Emphasis(words("轻", Strong(words("又重")))), MARKUP), lead=True),
    )


def _quotes(number: int) -> Blocks:
    nested = Quotation((Paragraph(_text(number)), Bullets(((paragraph("引用里的列表"),),))))
    return (Quotation((nested, paragraph("外面一层"))), Question("问？", (nested, *_table(number))))


def _pictures(number: int) -> Blocks:
    data = qr_picture(f"https://example.com/{number}")
    far = Picture("images/field.jpg", "地头", 1080, 720, "一张照片")
    return (data, far, Picture(data.target, "没有图题的图", data.width, data.height))


def _empty(_: int) -> Blocks:
    nothing = Heading(2, words("空的一节"), "empty")
    return (
        nothing,
        Heading(3, words("空的小节"), "sub"),
        Paragraph(()),
        nothing,
        Bullets(()),
        Quotation(()),
        Cards(()),
    )


def _words(number: int) -> Blocks:
    return (
        paragraph(LONG_WORD),
        paragraph(EMOJI * 3),
        paragraph("字" * (number * 3 + 1)),
        paragraph("  首尾空格  "),
    )


def _mixed(number: int) -> Blocks:
    return (
        Facts(
            (
                Fact("案由", words("露天焚烧秸秆")),
                Fact("处理结果", words("罚款 ", Amount(number + 1))),
            )
        ),
        Numbers((Number("案件", str(number), "件"), Number("罚款", "0", "元", "都只是警告"))),
        Hotlines((Line("热线", "12345", "问事"),)),
        Heading(2, words("接着看"), "onward"),
        Cards((Card("一篇", "cases/2025-001.html", date(2025, 3, 1), ("标签",)),), compact=True),
    )
