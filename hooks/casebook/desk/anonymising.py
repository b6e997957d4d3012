"""隐私门在一段文字里划出的几处，和可以换成什么。"""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from casebook.checks.gate import Gate
from casebook.privacy import Finding

CONTEXT = 12
_OFFERS = (
    ("身份证", "（证件号略）"),
    ("护照", "（证件号略）"),
    ("证件", "（证件号略）"),
    ("银行卡", "（账号略）"),
    ("账号", "（账号略）"),
    ("电话", "（电话略）"),
    ("手机", "（电话略）"),
    ("车牌", "（车牌略）"),
    ("车架", "（车架号略）"),
    ("微信", "（联系方式略）"),
    ("QQ", "（联系方式略）"),
    ("邮箱", "（联系方式略）"),
    ("信用代码", "（代码略）"),
    ("出生", "（出生日期略）"),
    ("坐标", "（位置略）"),
    ("住址", "某村"),
    ("地址", "某村"),
    ("门牌", "某村"),
)
_COMPOUND = re.compile("欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|司徒|令狐|长孙|宇文|夏侯")
_SHOP = re.compile("店|厂|公司|超市|部|馆|场|社|行|铺|院|所")


@dataclass(frozen=True, slots=True)
class Underline:
    """划出的一处：前后几个字、划线的字、类别与理由，以及建议换成的写法。"""

    start: int
    end: int
    before: str
    marked: str
    after: str
    kind: str
    reason: str
    offer: str


def underlines(text: str, gate: Gate) -> Iterator[Underline]:
    """一段文字里的全部发现。"""
    for found in gate.find(text):
        yield Underline(
            start=found.start,
            end=found.end,
            before=text[max(0, found.start - CONTEXT) : found.start],
            marked=text[found.start : found.end],
            after=text[found.end : found.end + CONTEXT],
            kind=found.kind,
            reason=found.reason,
            offer=offer(found, text[found.start : found.end]),
        )


def offer(finding: Finding, value: str) -> str:
    """看不出是谁的写法：姓名留姓加“某”（法释〔2016〕19号第九条），号码略去。"""
    for word, form in _OFFERS:
        if word in finding.kind:
            return form
    if "姓名" in finding.kind:
        surname = match.group() if (match := _COMPOUND.match(value)) else value[:1]
        return surname + "某" * (len(value) - len(surname))
    shop = _SHOP.search(value[::-1])
    return f"某{shop.group()}" if shop else "（略）"
