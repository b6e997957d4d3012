"""罚则：什么行为、违反哪条、按哪条罚、罚多少、谁来罚、从哪天到哪天有效。

只描述一条罚则本身；它属于哪部法、当天有没有效，由登记册（`register`）回答。
"""

from datetime import date
from typing import Annotated, Self

from pydantic import Field, model_validator

from casebook.entries.entry import Entry
from casebook.entries.fields import Choice, Count, Day, Line, Lines, Prose, YesNo, Yuan, refuse
from casebook.law.citations import OwnCitations
from casebook.law.parties import PartyKind

RANGE, CAP, FIXED, PERCENT, TIERS = "幅度", "上限", "定额", "比例", "分档"
NONE, OPEN = "不设罚款", "未定额"
FULL_TEXT, EXCERPT, UNVERIFIED = "全文", "摘录", "待核"
MAIN, NEIGHBOUR = "本案由", "相近行为"
FINE = "罚款"

FineMethod = Annotated[str, Choice((RANGE, CAP, FIXED, PERCENT, TIERS, NONE, OPEN))]
Verification = Annotated[str, Choice((FULL_TEXT, EXCERPT, UNVERIFIED))]
Relation = Annotated[str, Choice((MAIN, NEIGHBOUR))]
Combination = Annotated[str, Choice(("单处", "并处", "可以并处", "择一"))]
Discretion = Annotated[str, Choice(("可以", "应当"))]
TownPower = Annotated[str, Choice(("法定", "须授权", "无"))]
PENALTY_KINDS = (
    *("警告", "通报批评", FINE, "没收违法所得", "没收非法财物", "暂扣许可证件", "降低资质等级"),
    *("限制开展生产经营活动", "责令停产停业", "责令关闭", "限制从业", "吊销许可证件", "行政拘留"),
    "其他行政处罚",
)
"""处罚种类，由轻到重（《行政处罚法》第九条）。"""
PenaltyKind = Annotated[str, Choice(PENALTY_KINDS)]

_KEYS: dict[str, tuple[frozenset[str], frozenset[str]]] = {
    RANGE: (frozenset({"下限", "上限"}), frozenset()),
    CAP: (frozenset({"上限"}), frozenset()),
    FIXED: (frozenset({"定额"}), frozenset()),
    PERCENT: (frozenset({"基数", "上限百分比"}), frozenset({"下限百分比"})),
    TIERS: (frozenset({"档"}), frozenset()),
    NONE: (frozenset(), frozenset()),
    OPEN: (frozenset(), frozenset()),
}


class Tier(Entry):
    """分档罚款的一档，两端都含，单位元。"""

    condition: Line = Field(alias="条件", description="什么情形适用这一档")
    lower: Yuan = Field(alias="下限", description="最少罚多少元")
    upper: Yuan = Field(alias="上限", description="最多罚多少元")


class Fine(Entry):
    """罚款的数额怎么定。各种方式要写的键不同：幅度写下限和上限，上限只写上限，依此类推。"""

    method: FineMethod = Field(
        alias="方式", description="幅度、上限、定额、比例、分档、不设罚款或未定额"
    )
    lower: Yuan | None = Field(default=None, alias="下限", description="最少罚多少元（含本数）")
    upper: Yuan | None = Field(default=None, alias="上限", description="最多罚多少元（含本数）")
    fixed: Yuan | None = Field(default=None, alias="定额", description="固定罚多少元")
    base: Line | None = Field(default=None, alias="基数", description="按什么的比例罚")
    lower_percent: Count | None = Field(
        default=None, alias="下限百分比", description="最少百分之几"
    )
    upper_percent: Count | None = Field(
        default=None, alias="上限百分比", description="最多百分之几；一倍写 100"
    )
    tiers: tuple[Tier, ...] = Field(default=(), alias="档", description="由轻到重，一档一组")
    verification: Verification | None = Field(
        default=None, alias="核实", description="数额另有来源时写；不写与整条罚则相同"
    )

    @model_validator(mode="after")
    def _keys_fit_method(self) -> Self:
        written = {
            info.alias or ""
            for name, info in type(self).model_fields.items()
            if name not in ("method", "verification") and getattr(self, name) not in (None, ())
        }
        required, allowed = _KEYS[self.method]
        if missing := required - written:
            words = "、".join(sorted(missing))
            raise refuse("C104", f"的方式是“{self.method}”，还要写：{words}", "补上，或改正方式。")
        if extra := written - required - allowed:
            words = "、".join(sorted(extra))
            raise refuse("C104", f"的方式是“{self.method}”，不应写：{words}", "删去，或改正方式。")
        if any(low > high for low, high in self.limits or ()):
            raise refuse("C104", "的下限比上限大", "检查是不是写反了。")
        return self

    @property
    def limits(self) -> tuple[tuple[int, int], ...] | None:
        """允许的数额，每段两端都含，单位元；不设罚款为空；比例、未定额说不出，为 None。"""
        if self.method == TIERS:
            return tuple((tier.lower, tier.upper) for tier in self.tiers)
        if self.method == FIXED and self.fixed is not None:
            return ((self.fixed, self.fixed),)
        if self.method in (RANGE, CAP) and self.upper is not None:
            return ((self.lower or 0, self.upper),)
        return () if self.method == NONE else None

    @property
    def least(self) -> int | None:
        """最少要罚多少元；说不出为 None。简易程序能不能用，看它超不超限额。"""
        return min((low for low, _ in self.limits), default=None) if self.limits else None

    def allows(self, amount: int, base: int | None = None) -> bool | None:
        """罚 `amount` 元在不在范围里；`base` 是比例的基数（元）。说不准为 None。"""
        if self.method == PERCENT and base is not None:
            low, high = self.lower_percent or 0, self.upper_percent or 0
            return low * base <= amount * 100 <= high * base
        if self.limits is None:
            return None
        if self.method == NONE:
            return amount == 0
        return any(low <= amount <= high for low, high in self.limits)

    @property
    def words(self) -> str:
        """数额的中文说法，接在“处”后面：“500元以上2000元以下罚款”。"""
        if self.method == TIERS:
            tiers = (f"{tier.condition}的，{_span(tier.lower, tier.upper)}" for tier in self.tiers)
            return "罚款：" + "；".join(tiers)
        if self.method == PERCENT:
            return f"{self.base}{_percent(self.lower_percent, self.upper_percent)}的罚款"
        if self.method == OPEN:
            return "罚款（条文没有写明数额）"
        if not self.limits:
            return "不罚款"
        (low, high), *_ = self.limits
        return f"{_span(low, high)}罚款"


class PenaltyRule(Entry):
    """一条罚则。引用省略法名时指罚则所在的这部法。"""

    id: Line = Field(alias="编号", description="英文小写与短横线，全站不重复")
    matter: Line = Field(alias="案由", description="cases_data/matters 里登记的案由")
    relation: Relation = Field(
        default=MAIN, alias="关系", description="相近行为：列在这个案由的指南里，但不是这个案由"
    )
    conduct: Line = Field(alias="情形", description="什么行为，给居民看的短语")
    prohibitions: OwnCitations = Field(
        default=(), alias="违反", description="违反的条款；本法内省略法名"
    )
    sanctions: OwnCitations = Field(
        default=(), alias="处罚", description="处罚的条款；条号没有核到就不写"
    )
    parties: tuple[PartyKind, ...] = Field(
        alias="当事人", description="适用于公民、个体工商户、单位中的哪些"
    )
    kinds: tuple[PenaltyKind, ...] = Field(alias="种类", description="处罚种类；没有处罚写 []")
    combination: Combination | None = Field(
        default=None, alias="选择", description="几种处罚之间的关系：单处、并处、可以并处或择一"
    )
    measures: Lines = Field(
        default=(), alias="措施", description="不算处罚的处理，例如 责令停止建设"
    )
    discretion: Discretion = Field(alias="裁量", description="可以或应当")
    correction: YesNo = Field(default=False, alias="责令改正", description="是或否")
    fine: Fine = Field(alias="罚款", description="数额怎么定")
    condition: Line | None = Field(
        default=None, alias="前提", description="适用的前提，例如 拒不改正"
    )
    authority: Line | None = Field(default=None, alias="处罚机关", description="法律规定谁来处罚")
    town_power: TownPower = Field(
        alias="本镇权限", description="法定：法律直接给乡镇；须授权：要有公布的授权决定；无"
    )
    replaces: Line | None = Field(
        default=None, alias="接替", description="法律更替时，它接替的旧罚则编号"
    )
    since: Day | None = Field(default=None, alias="自", description="从这天起有效（含）")
    until: Day | None = Field(default=None, alias="至", description="到这天止有效（含）")
    verification: Verification = Field(alias="核实", description="全文、摘录或待核")
    explanation: Prose | None = Field(
        default=None, alias="说明", description="给居民看的一句话，不写数额"
    )
    remark: Prose | None = Field(default=None, alias="备注", description="只给工作人员看")

    def in_force(self, day: date) -> bool:
        """这一天的行为适不适用。"""
        return (self.since is None or self.since <= day) and (
            self.until is None or day <= self.until
        )

    @property
    def amount_verified(self) -> bool:
        """数额是否见过原文或摘录；没有核实的数不给居民看，也不作硬性检查。"""
        return UNVERIFIED not in (self.verification, self.fine.verification)

    @property
    def words(self) -> str:
        """处理办法的中文说法，例如“责令改正，可以处500元以上2000元以下罚款”。"""
        orders = "、".join(self.measures) or ("责令改正" if self.correction else "")
        if self.fine.method == NONE:
            return "，".join(filter(None, [orders, self._others(), "法律没有设定罚款"]))
        return "，".join(filter(None, [orders, self._penalties()]))

    def _others(self) -> str:
        """罚款以外的处罚。"""
        others = "、".join(kind for kind in self.kinds if kind != FINE)
        return f"给予{others}" if others.startswith(("警告", "通报")) else others

    def _penalties(self) -> str:
        fine = self.fine.words if self.amount_verified else "罚款（数额以执法机关答复为准）"
        may = "可以" if self.discretion == "可以" else ""
        others = self._others()
        if not others:
            return f"{may}处{fine}"
        if self.combination == "择一":
            return f"{may}{others}或者处{fine}"
        link = {"并处": "，并处", "可以并处": "，可以并处"}.get(self.combination or "", "、")
        return f"{may}{others}{link}{fine}"


def yuan_words(yuan: int) -> str:
    """罚款幅度里的数额：整万的写“2万元”，其余写“5000元”。"""
    return f"{yuan // 10000}万元" if yuan and yuan % 10000 == 0 else f"{yuan}元"


def _span(low: int, high: int) -> str:
    if low == high:
        return yuan_words(high)
    return f"{yuan_words(low)}以上{yuan_words(high)}以下" if low else f"{yuan_words(high)}以下"


def _percent(low: int | None, high: int | None) -> str:
    top = f"{high // 100}倍" if high and high % 100 == 0 else f"{high}%"
    return f"{low}%以上{top}以下" if low else f"{top}以下"
