"""一件台账案子写成草稿：真实信息都已隐去，定不下来的列进“待补”，一律不公开。"""

import re
from collections.abc import Callable, Iterator
from datetime import date

from msgspec import Struct
from msgspec.structs import replace

from casebook.law.parties import ORGANISATION, PERSON, SOLE_TRADER
from casebook.ledger.cases import DAYS, LedgerCase
from casebook.ledger.people import is_masked_name, kind_of
from casebook.ledger.places import coarsen
from casebook.ledger.redaction import Redactor
from casebook.ledger.registry import Registry
from casebook.ledger.values import find_fine
from casebook.records.case import ORDINARY, SUMMARY

Value = str | int | date | list[str]
UNPUBLISHED = "草稿，待审核"
REVIEW = "对照案卷审核，确认看不出当事人是谁"
NO_PARTY = "某人"
_DOUBTFUL = ("摘要", "文书号", "地点")
_YEAR_IN_BRACKETS = re.compile(r"[\[【（(〔［](\d{4})[\]】）)〕］]")
_LONGEST_TITLE = 32
_LONGEST_MATTER = 20
_KINDS = {
    **dict.fromkeys(("个体工商户", "个体户", "个体"), SOLE_TRADER),
    **dict.fromkeys(("单位", "法人", "企业", "组织", "公司"), ORGANISATION),
    **dict.fromkeys(("公民", "自然人", "个人", "居民", "村民"), PERSON),
}
_PENALTIES = (
    *("警告", "通报批评", "罚款", "没收违法所得", "没收非法财物", "暂扣许可证件", "吊销许可证件"),
    *("限制开展生产经营活动", "责令停产停业", "责令关闭", "限制从业", "行政拘留"),
)
"""《行政处罚法》第九条列举的种类。"""


class Draft(Struct, frozen=True):
    """一份草稿的各个键，编号另给。"""

    year: int
    values: dict[str, Value]


def make_draft(case: LedgerCase, redactor: Redactor, registry: Registry) -> Draft | None:
    """写成草稿；一个日期也没有的写不成，返回 None。"""
    days = {name: day for name in DAYS if (day := case.day(name)) is not None}
    if not days:
        return None
    writer = _Writer(case, redactor, registry, days)
    decided = days.get("决定日期") or next(iter(days.values()))
    return Draft(decided.year, writer.write())


def settle(draft: Draft, redactor: Redactor, exposed: Callable[[Draft], bool]) -> Draft | None:
    """隐私门还拦（`exposed`）的草稿：先把摘要再换一遍，不行就去掉几个键，都不行返回 None。"""
    if not exposed(draft):
        return draft
    summary = draft.values.get("摘要")
    if isinstance(summary, str):
        again = replace(draft, values={**draft.values, "摘要": redactor.redact(summary)})
        if not exposed(again):
            return again
    kept = {name: value for name, value in draft.values.items() if name not in _DOUBTFUL}
    pending = [f"{name}：个人信息隐不干净，没有写入" for name in _DOUBTFUL if name in draft.values]
    old = draft.values["待补"]
    kept["待补"] = [*pending, *(old if isinstance(old, list) else [])]
    bare = replace(draft, values=kept)
    return None if exposed(bare) else bare


class _Writer:
    """逐个键写草稿，边写边记下要待补的。"""

    def __init__(
        self,
        case: LedgerCase,
        redactor: Redactor,
        registry: Registry,
        days: dict[str, date],
    ) -> None:
        self.case = case
        self.redactor = redactor
        self.registry = registry
        self.days = days
        self.pending: list[str] = []

    def write(self) -> dict[str, Value]:
        """全部的键；次序由写文件的人按模型排。"""
        matter, party = self._matter(), self._party()
        values: dict[str, Value] = {
            "标题": f"{party}{matter}"[:_LONGEST_TITLE],
            "案由": matter,
            "程序": self._procedure(),
            "当事人": party,
            "当事人类型": self._party_kind(),
            "公开": "否",
            "不公开理由": UNPUBLISHED,
        }
        self.pending.append("标题：现在是自动拟的，改成说清发生了什么的一句话")
        values |= self._days()
        for part in (self._place, self._citations, self._penalty, self._document, self._summary):
            values |= part()
        values["待补"] = [*self.pending, REVIEW]
        return values

    def _matter(self) -> str:
        """登记的案由；对不上的写台账的原话（已隐去真名），留着待补。"""
        text = self.case.text("案由")
        matter = self.registry.matter(text)
        if matter is not None:
            return matter
        self.pending.append("案由：与登记的案由对不上" if text else "案由：台账里没有写")
        return self.redactor.redact(text)[:_LONGEST_MATTER] or "待定"

    def _party(self) -> str:
        names = self.case.parties
        if not names:
            self.pending.append("当事人：台账里没有写")
            return NO_PARTY
        masked = [self.redactor.placeholder(name) for name in names]
        return "、".join(dict.fromkeys(masked))

    def _party_kind(self) -> str:
        text = self.case.text("当事人类型")
        stated = (
            next((kind for word, kind in _KINDS.items() if word in text), None) if text else None
        )
        if stated:
            return stated
        names = self.case.parties
        if names and is_masked_name(names[0]):
            self.pending.append("当事人类型：台账里没有写")
        return kind_of(names[0]) if names else PERSON

    def _procedure(self) -> str:
        text = self.case.text("程序") or self.case.first.sheet  # 有的台账一种程序一张表
        if "简易" in text or "当场" in text:
            return SUMMARY
        if "普通" in text or "一般" in text:
            return ORDINARY
        self.pending.append("程序：台账里没有写，暂写普通程序")
        return ORDINARY

    def _days(self) -> dict[str, Value]:
        known: dict[str, Value] = dict(self.days)
        for name in DAYS:
            if name not in self.days and self.case.text(name):
                self.pending.append(f"{name}：台账里的写法读不懂")
        if "违法日期" not in self.days:
            instead = next(name for name in DAYS if name in self.days)
            known["违法日期"] = self.days[instead]
            self.pending.append(f"违法日期：台账里没有，暂写{instead}")
        return known

    def _place(self) -> dict[str, Value]:
        text = self.case.text("地点")
        if not text:
            self.pending.append("地点：台账里没有写，补到“某村”“某小区”")
        return {"地点": coarsen(text)} if text else {}

    def _citations(self) -> dict[str, Value]:
        found: dict[str, Value] = {}
        for name in ("违反", "处罚依据"):
            text = self.case.text(name)
            citations = self.registry.citations(text, self.days.get("违法日期")) if text else None
            if citations is None:
                reason = "台账里的写法读不懂，或法规没有登记" if text else "台账里没有写"
                self.pending.append(f"{name}：{reason}")
            else:
                written = [str(citation) for citation in citations]
                found[name] = written[0] if len(written) == 1 else written
        return found

    def _penalty(self) -> dict[str, Value]:
        """处罚种类与罚款；台账有单列的罚款就以它为准。"""
        text = self.case.text("处罚内容")
        fine = self.case.fine()
        fine = find_fine(text) if fine is None else fine
        kinds = [kind for kind in _PENALTIES if kind in text]
        if fine is None and ("罚款" in kinds or self.case.text("罚款") or not kinds):
            self.pending.append("罚款：台账里没有写，或读不懂")
        if fine and "罚款" not in kinds:
            kinds.append("罚款")
        return {**({"处罚种类": kinds} if kinds else {}), "罚款": fine or 0}

    def _document(self) -> dict[str, Value]:
        text = "".join(self.case.text("文书号").split())
        text = _YEAR_IN_BRACKETS.sub(r"〔\1〕", text)
        if not text:
            self.pending.append("文书号：台账里没有写")
        return {"文书号": text} if text else {}

    def _summary(self) -> dict[str, Value]:
        texts = list(self._stories())
        if not texts:
            self.pending.append("摘要：台账里没有案情，补一两句话")
            return {}
        self.pending.append("摘要：由台账的案情隐名而来，通读一遍，改成给村民看的话")
        return {"摘要": self.redactor.redact(" ".join(texts))}

    def _stories(self) -> Iterator[str]:
        seen = set()
        for record in self.case.records:
            for text in record.texts("案情"):
                plain = " ".join(text.split())
                if plain and plain not in seen:
                    seen.add(plain)
                    yield plain
