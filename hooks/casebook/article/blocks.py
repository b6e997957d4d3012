"""文章的结构：一棵由若干种块组成的小树。网页、公众号等每个渠道都从同一棵树渲染。"""

from datetime import date
from typing import Literal

from msgspec import Struct

from casebook.article.inlines import (
    Inline,
    Inlines,
    words,
)


class Heading(Struct, frozen=True):
    """小标题，`level` 为 2 到 4。"""

    level: int
    children: Inlines
    anchor: str


class Paragraph(Struct, frozen=True):
    """一段话。"""

    children: Inlines
    lead: bool = False


class Bullets(Struct, frozen=True):
    """列表；`start` 非空时是从它起编号的列表。"""

    items: tuple["Blocks", ...]
    start: int | None = None


class Quotation(Struct, frozen=True):
    """引用。"""

    blocks: "Blocks"


class Grid(Struct, frozen=True):
    """表格：表题、表头和各行。"""

    caption: str
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


class Bar(Struct, frozen=True):
    """图里的一条：名称、写出来的数、占最长一条的百分之几。"""

    label: str
    value: str
    percent: int


class Chart(Grid, frozen=True):
    """一张图，和它下面同样内容的表；不认识图的渠道当它是表。`upright` 是竖条，用于月份。"""

    bars: tuple[Bar, ...]
    upright: bool = False


class Fact(Struct, frozen=True):
    """事实框里的一行。"""

    label: str
    value: Inlines


class Facts(Struct, frozen=True):
    """事实框。"""

    rows: tuple[Fact, ...]


class Notice(Struct, frozen=True):
    """醒目的说明。"""

    kind: Literal["demonstration", "withdrawn", "note"]
    title: str
    blocks: "Blocks"


class Answer(Struct, frozen=True):
    """指南最上面的一问一答，字最大。"""

    question: str
    blocks: "Blocks"
    anchor: str


class Question(Struct, frozen=True):
    """常见问题，可展开。"""

    ask: str
    blocks: "Blocks"


class Number(Struct, frozen=True):
    """一个大字的数。"""

    label: str
    value: str
    unit: str
    note: str = ""


class Numbers(Struct, frozen=True):
    """一排大字的数。"""

    items: tuple[Number, ...]


class Picture(Struct, frozen=True):
    """一幅图：`target` 是站内地址、网址或 data: 数据；宽高是像素；`alt` 给看不见图的人。"""

    target: str
    alt: str
    width: int
    height: int
    caption: str = ""


class Card(Struct, frozen=True):
    """列表里的一条：标题、去处、日期、几个标签、一两句话。"""

    title: str
    target: str
    day: date | None = None
    tags: tuple[str, ...] = ()
    summary: str = ""


class Cards(Struct, frozen=True):
    """一列条目。"""

    items: tuple[Card, ...]
    compact: bool = False


class Choice(Struct, frozen=True):
    """筛选或翻页里的一个去处；`count` 是条数。"""

    label: str
    target: str
    current: bool = False
    count: int | None = None


class Choices(Struct, frozen=True):
    """一组筛选：标签和各个去处，纯链接，不靠脚本。"""

    label: str
    items: tuple[Choice, ...]


class Pager(Struct, frozen=True):
    """翻页。"""

    page: int
    pages: int
    previous: str | None
    following: str | None


class Doors(Struct, frozen=True):
    """首页的几个大入口。"""

    items: tuple[Card, ...]


class Line(Struct, frozen=True):
    """一条可以直接拨打的电话。"""

    name: str
    number: str
    purpose: str


class Hotlines(Struct, frozen=True):
    """几条电话。"""

    items: tuple[Line, ...]


Block = (
    Heading
    | Paragraph
    | Bullets
    | Quotation
    | Grid
    | Facts
    | Notice
    | Answer
    | Question
    | Numbers
    | Picture
    | Cards
    | Choices
    | Pager
    | Doors
    | Hotlines
)
Blocks = tuple[Block, ...]


class Article(Struct, frozen=True):
    """一页：地址、所属栏目、标题、摘要、日期、正文的块，以及它从哪个文件来。

    `demonstration` 表示它由演示记录构成，每个渠道都要注明；`listed` 为假的是列表、目录和撤回说明，
    自己不再列进列表。
    """

    address: str
    section: str
    title: str
    description: str
    blocks: Blocks
    day: date | None = None
    keywords: tuple[str, ...] = ()
    source: str | None = None
    demonstration: bool = False
    listed: bool = True


def paragraph(*parts: str | Inline) -> Paragraph:
    """一段话。"""
    return Paragraph(words(*parts))
