"""刊记：每页都要写明的出处——站名、机关、网址、日期，以及给搜索引擎和分享卡片看的说明。

标签照《政府网站发展指引》的叫法（SiteName、ColumnName、ArticleTitle、PubDate……）；没有的不写。
"""

import json
import re
from collections.abc import Iterator, Sequence
from datetime import date
from typing import Any
from urllib.parse import urljoin

from msgspec import Struct

from casebook.article.addresses import COMMENTARIES, GUIDES, NEWS, REPORTS, SECTION_NAMES
from casebook.article.blocks import Article
from casebook.article.explaining import Meaning


class Column(Struct, frozen=True):
    """一个栏目对外的说明：类别、关键词、一句话。"""

    kind: str
    keywords: str
    description: str


COLUMNS = {
    GUIDES: Column("政策解读", "普法,违法,罚款,怎么做", "哪些事不能做、罚多少、怎么做才对"),
    COMMENTARIES: Column("政策解读", "案例,以案释法,行政处罚", "本镇的案子，一件一件讲清楚"),
    NEWS: Column("工作动态", "执法动态,行政执法,处罚公示", "镇里最近查了什么、怎么处理的"),
    REPORTS: Column("政府信息公开", "年度报告,行政执法统计", "每年的行政执法情况和数字"),
}


class Imprint(Struct, frozen=True):
    """一站的刊记；`address` 是网站首页的网址，不知道为 None；`meanings` 是要解释的词。"""

    site_name: str = ""
    authority: str = ""
    today: date | None = None
    address: str | None = None
    meanings: Sequence[Meaning] = ()

    def absolute(self, target: str) -> str | None:
        """站内地址的全网址。"""
        return urljoin(self.address.rstrip("/") + "/", target) if self.address else None


class Tag(Struct, frozen=True):
    """一个 meta 标签；`attribute` 是 name 或 property。"""

    name: str
    content: str
    attribute: str = "name"


class FeedLink(Struct, frozen=True):
    """一页可以订的一份订阅：文件名（不带扩展名）和给订阅软件看的名字。"""

    stem: str
    title: str


FEED = "feed"
"""全站的订阅。"""
_MATTER = re.compile(
    rf"{GUIDES}/(?P<guide>[a-z0-9-]+)\.html|.*/(?:year-\d+-)?"
    r"matter-(?P<listed>[a-z0-9-]+?)(?:-page-\d+)?\.html"
)


def of_section(section: str) -> str:
    """一个栏目的订阅的文件名。"""
    return f"{section}/{FEED}"


def of_matter(slug: str) -> str:
    """一个案由的订阅的文件名；`slug` 是案由在网址里的名字。"""
    return f"{GUIDES}/{slug}-{FEED}"


def feed_links(article: Article, imprint: Imprint) -> Iterator[FeedLink]:
    """这一页该给的订阅，先窄后宽：案由的（指南、按案由的列表）、栏目的、全站的。"""
    found = _MATTER.fullmatch(article.address)
    slug = found and (found["guide"] or found["listed"])
    if slug and slug != "index":
        yield FeedLink(of_matter(slug), article.title)
    if article.section:
        yield FeedLink(of_section(article.section), SECTION_NAMES[article.section])
    yield FeedLink(FEED, imprint.site_name)


def tags(article: Article, imprint: Imprint, card: str | None) -> tuple[Tag, ...]:
    """一页的 meta 标签；`card` 是分享图的站内地址。"""
    found: list[Tag] = []
    if article.section:
        column = COLUMNS[article.section]
        found += [
            Tag("ColumnName", SECTION_NAMES[article.section]),
            Tag("ColumnType", column.kind),
            Tag("ColumnKeywords", column.keywords),
            Tag("ColumnDescription", column.description),
        ]
    if article.listed:
        found.append(Tag("ArticleTitle", article.title))
        found += [Tag("PubDate", f"{article.day} 00:00")] if article.day else []
        found.append(Tag("ContentSource", imprint.authority))
        found.append(Tag("Keywords", ",".join(article.keywords[:8])))
    return (*found, *_sharing(article, imprint, card))


def structured(article: Article, imprint: Imprint) -> str | None:
    """schema.org 的 Article，写成能放进脚本的 JSON；列表、目录没有。"""
    if not article.listed:
        return None
    facts: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Article",
        "headline": article.title,
        "description": article.description,
        "inLanguage": "zh-CN",
        "publisher": {"@type": "Organization", "name": imprint.authority},
        "url": imprint.absolute(article.address),
        "datePublished": article.day.isoformat() if article.day else None,
    }
    given = {name: value for name, value in facts.items() if value}
    return json.dumps(given, ensure_ascii=False).replace("<", "\\u003c")


def qr_path(address: str) -> tuple[int, str]:
    """网址的二维码：边长（格）和画黑格的 SVG 路径。"""
    import zxingcpp  # 知道网址才画得出，用到才装

    code = zxingcpp.create_barcode(address, zxingcpp.BarcodeFormat.QRCode, ec_level="M")
    drawn = code.to_image(scale=1, add_quiet_zones=False)
    side = drawn.shape[0]
    cells = bytes(memoryview(drawn))  # type: ignore[arg-type]  # 它给的类型说明漏了缓冲区
    dark = (divmod(place, side) for place, cell in enumerate(cells) if cell < 128)
    return side, "".join(f"M{column} {row}h1v1h-1z" for row, column in dark)


def _sharing(article: Article, imprint: Imprint, card: str | None) -> tuple[Tag, ...]:
    """分享到微信、微博等处的卡片（Open Graph）；图和网址要全网址，不知道就不写。"""
    optional = {
        "og:url": imprint.absolute(article.address),
        "og:image": imprint.absolute(card) if card else None,
        "article:published_time": article.day.isoformat() if article.day else None,
    }
    given = {
        "og:type": "article" if article.listed else "website",
        "og:title": article.title,
        "og:description": article.description,
        "og:site_name": imprint.site_name,
        "og:locale": "zh_CN",
        **optional,
    }
    return tuple(Tag(name, text, "property") for name, text in given.items() if text)
