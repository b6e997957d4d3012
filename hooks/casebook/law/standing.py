"""法规登记册的可靠程度：多久没有核对，哪些事还没有核实。只给工作人员看，不给居民看。"""

from collections.abc import Iterator
from datetime import date

from msgspec import Struct

from casebook.law.penalties import UNVERIFIED, PenaltyRule
from casebook.law.periods import years_after
from casebook.law.statutes import Statute
from casebook.source.nodes import Location

RECHECK_YEARS = 1
"""官方文本至少多久核对一次，年。"""


class Question(Struct, frozen=True):
    """一件没有核实的事，和它在文件里的位置。"""

    at: Location
    text: str


def stale(statute: Statute, today: date) -> bool:
    """上次核对是不是一年以前。"""
    return today > years_after(statute.checked_on, RECHECK_YEARS)


def open_questions(statute: Statute, today: date) -> tuple[Question, ...]:
    """这部法到这一天还没有核实的全部事项；已经不再有效的罚则不算。"""
    return tuple(_questions(statute, today))


def _questions(statute: Statute, today: date) -> Iterator[Question]:
    if statute.verification == UNVERIFIED:
        yield Question(("核实",), "没有见到原文")
    if not statute.versions:
        yield Question(("版本",), "没有核到版本和施行日期")
    current = statute.version_on(today)
    if current is not None and current.verification == UNVERIFIED:
        at = ("版本", statute.versions.index(current), "核实")
        yield Question(at, f"现行版本的日期（{current.effective}）待核")
    for index, doubt in enumerate(statute.doubts):
        if doubt in statute.doubts_on(today):
            yield Question(("存疑", index, "事项"), doubt.matter)
    for index, article in enumerate(statute.articles):
        if article.verification == UNVERIFIED:
            yield Question(("条文", index, "核实"), f"第{article.number}条待核")
    for index, rule in enumerate(statute.rules):
        if rule.until is None or rule.until >= today:
            yield from _about_rule(index, rule)


def _about_rule(index: int, rule: PenaltyRule) -> Iterator[Question]:
    if not rule.sanctions:
        yield Question(("罚则", index, "编号"), f"罚则 {rule.id} 没有核到条号")
    elif rule.verification == UNVERIFIED:
        yield Question(("罚则", index, "核实"), f"罚则 {rule.id} 待核")
    elif not rule.amount_verified:
        yield Question(("罚则", index, "罚款", "核实"), f"罚则 {rule.id} 的数额待核")
