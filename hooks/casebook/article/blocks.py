"""文章的结构：一棵由若干种块组成的小树。网页、公众号等每个渠道都从同一棵树渲染。"""

from dataclasses import dataclass
from datetime import date
from typing import Literal

from casebook.article.inlines import (
    Inline,
    Inlines,
    words,
)


@dataclass(frozen=True, slots=True)
class Heading:
    """小标题，`level` 为 2 到 4。"""

    level: int
    children: Inlines
    anchor: str


@dataclass(frozen=True, slots=True)
class Paragraph:
    """一段话。"""

    children: Inlines
    lead: bool = False


@dataclass(frozen=True, slots=True)
class Bullets:
    """列表；`start` 非空时是从它起编号的列表。"""

    items: tuple["Blocks", ...]
    start: int | None = None


@dataclass(frozen=True, slots=True)
class Quotation:
    """引用。"""

    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Grid:
    """表格：表题、表头和各行。"""

    caption: str
    head: tuple[Inlines, ...]
    rows: tuple[tuple[Inlines, ...], ...]


@dataclass(frozen=True, slots=True)
class Bar:
    """图里的一条：名称、写出来的数、占最长一条的百分之几。"""

    label: str
    value: str
    percent: int


@dataclass(frozen=True, slots=True)
class Chart(Grid):
    """一张图，和它下面同样内容的表；不认识图的渠道当它是表。`upright` 是竖条，用于月份。"""

    bars: tuple[Bar, ...]
    upright: bool = False


@dataclass(frozen=True, slots=True)
class Fact:
    """事实框里的一行。"""

    label: str
    value: Inlines


@dataclass(frozen=True, slots=True)
class Facts:
    """事实框。"""

    rows: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Notice:
    """醒目的说明。"""

    kind: Literal["demonstration", "withdrawn", "note"]
    title: str
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Answer:
    """指南最上面的一问一答，字最大。"""

    question: str
    blocks: "Blocks"
    anchor: str


@dataclass(frozen=True, slots=True)
class Question:
    """常见问题，可展开。"""

    ask: str
    blocks: "Blocks"


@dataclass(frozen=True, slots=True)
class Number:
    """一个大字的数。"""

    label: str
    value: str
    unit: str
    note: str = ""


@dataclass(frozen=True, slots=True)
class Numbers:
    """一排大字的数。"""

    items: tuple[Number, ...]


@dataclass(frozen=True, slots=True)
class Picture:
    """一幅图：`target` 是站内地址、网址或 data: 数据；宽高是像素；`alt` 给看不见图的人。"""

    target: str
    alt: str
    width: int
    height: int
    caption: str = ""


@dataclass(frozen=True, slots=True)
class Card:
    """列表里的一条：标题、去处、日期、几个标签、一两句话。"""

    title: str
    target: str
    day: date | None = None
    tags: tuple[str, ...] = ()
    summary: str = ""


@dataclass(frozen=True, slots=True)
class Cards:
    """一列条目。"""

    items: tuple[Card, ...]
    compact: bool = False


@dataclass(frozen=True, slots=True)
class Choice:
    """筛选或翻页里的一个去处；`count` 是条数。"""

    label: str
    target: str
    current: bool = False
    count: int | None = None


@dataclass(frozen=True, slots=True)
class Choices:
    """一组筛选：标签和各个去处，纯链接，不靠脚本。"""

    label: str
    items: tuple[Choice, ...]


@dataclass(frozen=True, slots=True)
class Pager:
    """翻页。"""

    page: int
    pages: int
    previous: str | None
    following: str | None


@dataclass(frozen=True, slots=True)
class Doors:
    """首页的几个大入口。"""

    items: tuple[Card, ...]


@dataclass(frozen=True, slots=True)
class Line:
    """一条可以直接拨打的电话。"""

    name: str
    number: str
    purpose: str


@dataclass(frozen=True, slots=True)
class Hotlines:
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


@dataclass(frozen=True, slots=True)
class Article:
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
