"""开放数据一页：能下载什么、每一列是什么意思、怎么订阅。"""

from collections.abc import Sequence
from functools import partial

from casebook.article.addresses import DATA
from casebook.article.blocks import Article, Bullets, Grid, Heading, Paragraph, paragraph
from casebook.article.inlines import Inlines, Link, words
from casebook.pages.drafts import Draft
from casebook.releases.dataset import COLUMNS, STEM, TYPES
from casebook.releases.feeds import Feed

LEAD = "公开的案件可以整份下载，也可以订阅。姓名、地点已经隐去，撤回的不在里面。"
FORMATS = (
    ("csv", "CSV：用 Excel、WPS 能打开"),
    ("xlsx", "Excel 表格"),
    ("json", "JSON：给程序用"),
)


def draft_data(feeds: Sequence[Feed]) -> Draft:
    """开放数据一页；`feeds` 是全部订阅。"""
    return Draft(DATA, "", None, partial(_data, feeds))


def _data(feeds: Sequence[Feed]) -> Article:
    files = [*((f"{STEM}.{kind}", label) for kind, label in FORMATS)]
    files.append(("data/datapackage.json", "datapackage.json：各列的说明，给程序用"))
    subscriptions = [(f"{feed.stem}.xml", f"{feed.title}（Atom）") for feed in feeds]
    subscriptions += [(f"{feed.stem}.json", f"{feed.title}（JSON Feed）") for feed in feeds]
    return Article(
        address=DATA,
        section="",
        title="开放数据",
        description=LEAD,
        blocks=(
            paragraph(LEAD),
            Heading(2, words("下载"), "downloads"),
            _links(files),
            Heading(2, words("各列的意思"), "columns"),
            _columns(),
            Heading(2, words("订阅"), "feeds"),
            paragraph("把下面的地址放进订阅软件，有了新的就会收到。"),
            _links(subscriptions),
        ),
        listed=False,
    )


def _links(targets: list[tuple[str, str]]) -> Bullets:
    return Bullets(tuple((Paragraph(words(Link(words(text), to))),) for to, text in targets))


def _columns() -> Grid:
    head: tuple[Inlines, ...] = (words("列"), words("类型"), words("说明"))
    rows = tuple(
        (words(column.name), words(TYPES[column.type]), words(column.description or "—"))
        for column in COLUMNS
    )
    return Grid("案件", head, rows)
