"""经审核的隐私例外：同一份文件里同样的文字，在到期以前只提醒、不拦；例外本身总要报出来。

台账里的真实信息没有例外。
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from datetime import date

from casebook.privacy import Finding
from casebook.problems import Problem
from casebook.source.document import Source
from casebook.source.nodes import Mark, Rows
from casebook.vault.known import KIND as KNOWN_KIND

KEY = "隐私例外"


@dataclass(frozen=True, slots=True)
class Exposure:
    """一处发现、它在文件里的位置和那几个字。那几个字只用来比对，绝不输出。"""

    mark: Mark
    finding: Finding
    value: str = field(repr=False)


@dataclass(frozen=True, slots=True)
class Review:
    """一条例外：放行哪几个字、到哪天为止，以及它自己写在哪里。"""

    text: str = field(repr=False)
    until: date | None
    place: Mark
    report_at: Mark

    def active(self, today: date | None) -> bool:
        """到 `today` 还没有到期。到期那天仍算有效；日期读不出的不算。"""
        return self.until is not None and today is not None and today <= self.until

    def names(self, finding: Finding, value: str) -> bool:
        """说的是不是这一处发现：文字相同（不计空白），且不是台账里的真实信息。"""
        return _squeezed(self.text) == _squeezed(value) and finding.kind != KNOWN_KIND


def read_reviews(source: Source) -> tuple[Review, ...]:
    """文件里写的例外；写得不完整的由记录的模型去报，这里略过。"""
    rows = source.node((KEY,))
    if not isinstance(rows, Rows):
        return ()
    return tuple(
        review for index in range(len(rows)) if (review := _read_review(source, index)) is not None
    )


def unexcused(
    exposures: Iterable[Exposure], reviews: tuple[Review, ...], today: date | None
) -> Iterator[Exposure]:
    """没有例外放行的发现。"""
    active = [review for review in reviews if review.active(today)]
    for exposure in exposures:
        if not any(review.names(exposure.finding, exposure.value) for review in active):
            yield exposure


def check_reviews(
    source: Source,
    reviews: Iterable[Review],
    exposures: tuple[Exposure, ...],
    today: date | None,
) -> Iterator[Problem]:
    """逐条报出例外：有效的、到期的、没有用到的。"""
    for review in reviews:
        used = any(
            review.names(exposure.finding, exposure.value)
            and exposure.mark.line != review.place.line
            for exposure in exposures
        )
        if not review.active(today):
            code, message = "P105", f"隐私例外到 {review.until} 为止，已经不起作用"
            hint = "删去这条例外和它放行的文字；确有必要就重新审核，写上新的日期。"
        elif used:
            code, message = "P104", f"有一处文字按隐私例外放行，到 {review.until} 为止"
            hint = "到期前再审核一次：还有没有必要写出来。"
        else:
            code, message = "P106", "这条隐私例外没有用到：记录里没有这几个字，或隐私门没有拦它"
            hint = "删去这条例外；它自己也写着那几个字。"
        yield source.problem(code, review.report_at, message, hint)


def _read_review(source: Source, index: int) -> Review | None:
    """位置报在理由那一行，报告引用原文时就不会带出放行的字。"""
    text = source.node((KEY, index, "文字"))
    until = source.node((KEY, index, "至"))
    if not isinstance(text, str) or not isinstance(until, str):
        return None
    place, report_at = source.mark((KEY, index, "文字")), source.mark((KEY, index, "理由"))
    return Review(text, _day(until), place, report_at)


def _day(text: str) -> date | None:
    try:
        return date.fromisoformat(text.strip())
    except ValueError:
        return None


def _squeezed(text: str) -> str:
    return "".join(text.split())
