"""大事：人们最常来问的几件事，各有一页回答。搜的话里带着它的说法，就先给这一页。"""

from collections.abc import Iterator
from typing import Any

from msgspec import Struct

from casebook.article.addresses import of_guide, of_report
from casebook.book import Book, slug
from casebook.entries.entry import Loaded
from casebook.records.annual import AnnualReport
from casebook.records.matter import Matter
from casebook.search.folding import fold

# fmt: off
FILLERS = (
    "要罚多少钱", "罚多少钱", "罚款多少", "多少钱", "罚多少", "怎么罚", "会不会罚", "要不要罚",
    "会罚款吗", "违不违法", "违法吗", "犯法吗", "犯不犯法", "能不能", "可不可以", "可以吗",
    "行不行", "要不要", "会不会", "是不是", "有没有", "怎么办", "怎么样", "咋办", "咋整", "什么",
    "为什么", "凭什么", "请问", "我想问", "一下", "一点", "我家", "我们", "我在", "自己", "人家",
    "别人", "的话", "吗", "呢", "吧", "啊", "我", "了", "的",
)
# fmt: on
"""问话里的虚词，长的在前：不拿它们去找，省流量，也免得带偏。"""


class Topic(Struct, frozen=True):
    """一件事：回答它的页、一句话的回答、各种说法（已折叠）。

    `matter` 是案由的网址名，不是案由的为空。
    """

    address: str
    title: str
    answer: str
    says: tuple[str, ...]
    matter: str = ""

    def record(self) -> dict[str, Any]:
        """写进 start.js 的样子。"""
        return {
            "address": self.address,
            "title": self.title,
            "answer": self.answer,
            "says": self.says,
            "matter": self.matter,
        }


# fmt: off
REPORT_SAYS = (
    "一年罚了多少钱", "一共罚了多少钱", "罚款总数", "罚款合计", "办了多少案", "多少起案子",
    "案件数量", "检查了多少次", "执法人员", "执法队有多少人", "有执法证", "持证", "执法情况",
    "工作总结", "工作报告", "统计表", "去年", "全年", "今年",
)
# fmt: on
"""人们怎么问年度报告里的数。"""


def topics_of(book: Book) -> Iterator[Topic]:
    """每个案由一件，最近的年度报告一件。"""
    for matter in book.matters:
        yield _of_matter(matter)
    reports = (report.value for report in book.reports)
    newest = max(reports, key=lambda report: report.year, default=None)
    if newest:
        yield _of_report(newest)


def _of_report(report: AnnualReport) -> Topic:
    answer = "这一年查了什么、办了多少案、罚了多少、有几名执法人员，一项一项都有。"
    says = folded(("年度报告", f"{report.year}年", *REPORT_SAYS))
    return Topic(of_report(report.year), report.title, answer, says)


def _of_matter(loaded: Loaded[Matter]) -> Topic:
    matter = loaded.value
    says = (matter.name, matter.formal_name or "", *matter.aliases)
    return Topic(of_guide(slug(loaded)), matter.name, matter.answer, folded(says), slug(loaded))


def folded(says: tuple[str, ...]) -> tuple[str, ...]:
    """折叠过的说法，去掉空的和重复的，次序不变。"""
    return tuple(dict.fromkeys(filter(None, map(fold, says))))
