"""每一页的地址：相对站点根、ASCII、不随数据增减而变。"""

from functools import lru_cache
from posixpath import relpath

from msgspec import Struct

HOME = "index.html"
NEWS, GUIDES, COMMENTARIES, REPORTS = "news", "guides", "cases", "report"
SECTION_NAMES = {
    GUIDES: "普法指南",
    COMMENTARIES: "案例解读",
    NEWS: "执法动态",
    REPORTS: "年度报告",
}
REMEDIES = "remedies.html"
WORDS = "words.html"
ASK = "ask.html"
DATA = "data.html"


def of_news(record_id: str) -> str:
    """一件案件或一条动态在执法动态里的地址。"""
    return f"{NEWS}/{record_id}.html"


def of_commentary(record_id: str) -> str:
    """一篇案例解读的地址。"""
    return f"{COMMENTARIES}/{record_id}.html"


def of_guide(matter_slug: str) -> str:
    """一份普法指南的地址。"""
    return f"{GUIDES}/{matter_slug}.html"


def of_report(year: int) -> str:
    """一年的年度报告的地址。"""
    return f"{REPORTS}/{year}.html"


def of_statistics(year: int) -> str:
    """一年的行政处罚统计表（xlsx）的地址。"""
    return f"{REPORTS}/{year}-penalties.xlsx"


def of_photo(record_id: str, number: int) -> str:
    """一件案件第几张照片的地址；不用原来的文件名，里面可能写着什么。"""
    return f"assets/photos/{record_id}-{number}.jpg"


class Listing(Struct, frozen=True):
    """某个栏目的一种列表：可按年份、案由缩小范围。"""

    section: str
    year: int | None = None
    matter: str | None = None

    def address(self, page: int = 1) -> str:
        """第几页的地址；没有缩小范围的第一页就是栏目首页。"""
        parts = [f"year-{self.year}"] if self.year else []
        parts += [f"matter-{self.matter}"] if self.matter else []
        parts += [f"page-{page}"] if page > 1 else []
        return f"{self.section}/{'-'.join(parts) or 'index'}.html"


def relative(target: str, page: str) -> str:
    """从 `page` 这一页到 `target` 的相对链接；带协议的和页内的原样返回。"""
    return relative_to_folder(target, folder_of(page))


def folder_of(page: str) -> str:
    """一页所在的文件夹；站点根写作空。"""
    return page.rpartition("/")[0]


@lru_cache(maxsize=8192)
def relative_to_folder(target: str, folder: str) -> str:
    """从 `folder` 里的页到 `target` 的相对链接；站点根写作空。"""
    if "://" in target or target.startswith(("#", "tel:", "mailto:", "data:")):
        return target
    path, _, anchor = target.partition("#")
    link = relpath(path, folder or ".")
    return f"{link}#{anchor}" if anchor else link
