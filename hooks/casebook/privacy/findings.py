"""隐私门的发现：一处疑似个人信息在原文里的位置与理由。理由里永远不带发现的值。"""

from collections.abc import Iterable
from typing import Literal

from msgspec import Struct

Certainty = Literal["certain", "likely"]


class Finding(Struct, frozen=True):
    """一处发现：`start`、`end` 是原文字符偏移（从 0 起，不含 end）。

    `kind` 是短的中文类别；`reason` 是一句说明，不含发现的值；
    `certainty` 为 certain 时应当拦下，为 likely 时只提醒。
    """

    start: int
    end: int
    kind: str
    reason: str
    certainty: Certainty = "certain"


def _strength(finding: Finding) -> tuple[bool, int, int]:
    return (finding.certainty != "certain", finding.start - finding.end, finding.start)


def keep_strongest(findings: Iterable[Finding]) -> tuple[Finding, ...]:
    """互相重叠的发现只留最强的一处：先看把握，再看长短；返回按位置排好的元组。"""
    kept: list[Finding] = []
    taken: set[int] = set()
    for finding in sorted(findings, key=_strength):
        span = range(finding.start, finding.end)
        if taken.isdisjoint(span):
            taken.update(span)
            kept.append(finding)
    return tuple(sorted(kept, key=lambda finding: finding.start))
