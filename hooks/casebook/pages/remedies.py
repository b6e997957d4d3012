"""“对处罚不服怎么办”：由记录写出能找谁、到哪天为止、罚款最晚哪天交，按程序分开说。

不看“今天”，所以页面不会一天一变；机关和法院出自本镇资料。
"""

from collections.abc import Iterator
from datetime import date

from casebook.article.addresses import REMEDIES
from casebook.article.blocks import Block, Bullets, Heading, Paragraph, paragraph
from casebook.article.inlines import Day, Inline, Link, Strong, Words, words
from casebook.book import Book
from casebook.law.remedies import (
    AFTER_RECONSIDERATION_DAYS,
    LITIGATION_MONTHS,
    PAYMENT_DAYS,
    RECONSIDERATION_DAYS,
    Remedies,
    find_remedies,
)
from casebook.records.case import SUMMARY, Case

TITLE = "对处罚不服怎么办"


def remedy_section(case: Case, book: Book) -> Iterator[Block]:
    """作出了决定的案件的一节；还没有决定的没有这一节。

    依据：《行政复议法》第二十条、第二十三条；《行政诉讼法》第四十五条、第四十六条；
    《行政处罚法》第六十六条、第六十七条、第七十二条、第七十三条
    """
    if case.decided_day is None or not case.penalty_kinds:
        return
    served = case.served_day or case.decided_day
    found = find_remedies(case.procedure == SUMMARY, case.decided_day, served, book.calendar)
    yield Heading(2, words(TITLE), "remedies")
    if found.sue_by is None:
        yield from _first(found, book)
    else:
        yield from _either(found, found.sue_by, book)
    yield paragraph("复议、起诉期间，处罚一般不停止执行。")
    if case.fine:
        yield _payment(case, found)
    yield Paragraph(words(Link(words("一步一步怎么办"), REMEDIES)))


def _first(found: Remedies, book: Book) -> Iterator[Block]:
    """当场作出的处罚：先复议，再起诉。"""
    yield paragraph(
        "这是当场作出的处罚。", Strong(words("要先申请行政复议，不能直接起诉。")), "分两步："
    )
    yield Bullets(((_reconsidering(found, book),), (_after(book),)), start=1)


def _either(found: Remedies, sue_by: date, book: Book) -> Iterator[Block]:
    """普通程序的处罚：复议、起诉，选一条路。"""
    yield paragraph("两条路，选一条：")
    suing = paragraph(
        Strong(words("直接起诉：")),
        f"收到决定书{LITIGATION_MONTHS}个月内，向{book.town.court}提出",
        *_until(sue_by),
    )
    yield Bullets(((_reconsidering(found, book),), (suing,)))
    yield _after(book)


def _reconsidering(found: Remedies, book: Book) -> Paragraph:
    return paragraph(
        Strong(words("申请行政复议：")),
        f"收到决定书{RECONSIDERATION_DAYS}日内，向{book.town.reconsideration_organ}提出，不收费",
        *_until(found.reconsider_by),
    )


def _after(book: Book) -> Paragraph:
    return paragraph(
        f"对复议决定不服：收到复议决定书{AFTER_RECONSIDERATION_DAYS}日内，向{book.town.court}起诉。"
    )


def _payment(case: Case, found: Remedies) -> Paragraph:
    """怎么缴款；决定书另写了期限或者批准了延期的，照那一天。"""
    return paragraph(
        Strong(words("交罚款：")),
        f"收到决定书{PAYMENT_DAYS}日内，到指定的银行或者用电子支付交",
        *_until(case.payment_due or found.pay_by),
        "晚了每天加处罚款的百分之三，加到罚款本数为止；确有困难，可以申请晚交、分期交。",
    )


def _until(day: date) -> tuple[Inline, ...]:
    """“，这件案子最晚到某日。”"""
    return (Words("，这件案子最晚到"), Day(day), Words("。"))
