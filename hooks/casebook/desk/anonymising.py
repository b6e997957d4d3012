"""隐私门和“合起来认得出人”在一段文字里划出的几处，和可以换成什么。"""

import re
from collections.abc import Iterator

from msgspec import Struct

from casebook.checks.gate import Gate
from casebook.checks.reidentification import villages
from casebook.privacy import Finding
from casebook.records.town import Town

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
_EXACT_DAY = re.compile(
    r"(?P<month>(?:\d{4}\s?年\s?)?\d{1,2}\s?月)\s?\d{1,2}\s?[日号]"
    r"|(?P<y>\d{4})-(?P<m>\d{1,2})-\d{1,2}(?!\d)"
)
_KIND_OF_PLACE = re.compile("社区|小区")
_SHOP = re.compile("店|厂|公司|超市|部|馆|场|社|行|铺|院|所")


class Underline(Struct, frozen=True):
    """划出的一处：前后几个字、划线的字、类别与理由，以及建议换成的写法。"""

    start: int
    end: int
    before: str
    marked: str
    after: str
    kind: str
    reason: str
    offer: str


def underlines(text: str, gate: Gate, key: str = "") -> Iterator[Underline]:
    """一段文字里的全部发现。`key` 是它的键名：与 check 一样连着键名看，单看像不像人名会看漏。"""
    label = f"{key}: " if key else ""
    for found in gate.find(label + text):
        start, end = max(0, found.start - len(label)), found.end - len(label)
        if end > 0:
            form = offer(found, text[start:end])
            yield _underline(text, start, end, found.kind, found.reason, form)


def coarsenings(text: str, gate: Gate, town: Town) -> Iterator[Underline]:
    """合起来认得出人的（P109），每处提出粗一点的写法：真实的村写成某村，准确的日子只写到月。"""
    named = {found.span() for found in villages(text, town)}
    named |= {(found.start, found.end) for found in gate.guard.hint(text)}
    for start, end in sorted(named):
        form = "某" if _KIND_OF_PLACE.match(text, end) else "某村"
        yield _underline(text, start, end, "真实的地名", "同姓氏、日期合起来，邻里认得出人", form)
    for day in _EXACT_DAY.finditer(text):
        form = (day["month"] or f"{day['y']}年{int(day['m'])}月").replace(" ", "")
        yield _underline(text, *day.span(), "准确的日子", "同姓氏、地名合起来，邻里认得出人", form)


def _underline(text: str, start: int, end: int, kind: str, reason: str, form: str) -> Underline:
    return Underline(
        start=start,
        end=end,
        before=text[max(0, start - CONTEXT) : start],
        marked=text[start:end],
        after=text[end : end + CONTEXT],
        kind=kind,
        reason=reason,
        offer=form,
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
