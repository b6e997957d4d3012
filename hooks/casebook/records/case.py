"""三种写下来的事：案件、执法动态、年度报告；以及本镇资料。只描述形状，不判断对错。"""

from datetime import date
from enum import StrEnum
from typing import Annotated

from pydantic import Field, StringConstraints

from casebook.entries.entry import Entry
from casebook.entries.fields import Choice, Count, Day, Line, Lines, Prose, YesNo, Yuan
from casebook.law.citations import Citations
from casebook.law.parties import PERSON, PartyKind
from casebook.records.circumstances import (
    MINOR_BANDS,
    NEW_LAW,
    AgeBand,
    Comparison,
    LimitationPeriod,
    Overturning,
)
from casebook.records.review import Approval, Photo, PrivacyException

SUMMARY = "简易程序"
ORDINARY = "普通程序"
Procedure = Annotated[str, Choice((SUMMARY, ORDINARY), (("一般程序", ORDINARY),))]
BulletinKind = Annotated[str, Choice(("日常检查", "专项整治", "联合检查", "普法宣传"))]
RecordId = Annotated[Line, StringConstraints(pattern=r"^\d{4}(-[a-z0-9]+)+$")]


class Status(StrEnum):
    """案件办到哪一步，取决于写了哪些日期。"""

    FILED = "已立案"
    DECIDED = "已决定"
    SETTLED = "已履行"
    WITHDRAWN = "已撤回"


class Withdrawal(Entry):
    """撤回公开：页面变成说明，地址不变（《行政处罚法》第四十八条第二款）。"""

    day: Day = Field(alias="日期", description="撤回公开的日期，年-月-日")
    reason: Line = Field(alias="理由", description="为什么撤回，给居民看的一句话")


class Commentary(Entry):
    """案例解读的五节，每节是一段 Markdown 文字。"""

    facts: Prose = Field(alias="基本案情", description="发生了什么、怎么被发现、当事人怎么说")
    outcome: Prose = Field(alias="处理结果", description="怎么处理的、后来怎样")
    law: Prose = Field(alias="法律依据", description="用自己的话说清依据哪一条，不粘贴法条")
    lesson: Prose = Field(alias="以案说法", description="法律为什么这样规定，读者该记住什么")
    advice: Prose = Field(alias="怎么做才对", description="可以照着做的办法")

    def sections(self) -> tuple[tuple[str, str], ...]:
        """（标题，正文）依次五节。"""
        return tuple(
            (info.alias or name, getattr(self, name))
            for name, info in type(self).model_fields.items()
        )


class Case(Entry):
    """一件行政处罚案件。没有决定日期的是已立案、尚未决定的案件。"""

    id: RecordId = Field(
        alias="编号",
        description="年份加序号，例如 2025-003，只用数字、小写字母和短横线；与文件名相同",
    )
    title: Line = Field(alias="标题", description="三十二字以内，说清发生了什么")
    matter: Line = Field(alias="案由", description="登记过的案由，例如 露天焚烧秸秆")
    procedure: Procedure = Field(alias="程序", description="简易程序或普通程序")
    party: Line = Field(alias="当事人", description="只写姓加“某”，例如 张某、李某甲、某合作社")
    party_kind: PartyKind = Field(
        default=PERSON, alias="当事人类型", description="公民、个体工商户或单位，不写算公民"
    )
    age_band: AgeBand | None = Field(
        default=None, alias="当事人年龄段", description="只写年龄段，绝不写年龄；不写算成年"
    )
    place: Line | None = Field(default=None, alias="地点", description="只到“某村”“某小区”")
    act_day: Day = Field(
        alias="违法日期", description="违法行为发生的日期；连续、继续的写终了的日期"
    )
    found_day: Day | None = Field(
        default=None, alias="发现日期", description="违法行为被发现的日期，不写就以立案日期计"
    )
    limitation: LimitationPeriod = Field(
        default="二年", alias="追究时效", description="二年；危害人身、金融安全有后果的五年"
    )
    filed_day: Day | None = Field(default=None, alias="立案日期", description="普通程序立案的日期")
    notice_day: Day | None = Field(
        default=None, alias="告知日期", description="告知陈述、申辩权利的日期"
    )
    hearing_told: YesNo = Field(
        default=False, alias="听证告知", description="告知时有没有告诉可以要求听证"
    )
    hearing_waived: YesNo = Field(
        default=False, alias="放弃听证", description="当事人是否明确放弃听证"
    )
    decided_day: Day | None = Field(
        default=None, alias="决定日期", description="作出处罚决定的日期；还没决定就不写"
    )
    served_day: Day | None = Field(default=None, alias="送达日期", description="决定书送达的日期")
    absent: YesNo | None = Field(
        default=None, alias="送达时不在场", description="宣告决定时当事人在不在场，不在场写“是”"
    )
    published_day: Day | None = Field(
        default=None, alias="公开日期", description="上网公开的日期，决定后七个工作日内"
    )
    settled_day: Day | None = Field(
        default=None, alias="履行日期", description="交清罚款或改正完毕的日期"
    )
    prohibitions: Citations = Field(
        default=(), alias="违反", description="违反的条款，例如 大气污染防治法第七十七条"
    )
    sanctions: Citations = Field(
        default=(), alias="处罚依据", description="处罚的条款，例如 消防法第六十条第二款"
    )
    penalties: Lines = Field(
        default=(), alias="处罚种类", description="警告、罚款等；只有罚款时可以不写"
    )
    fine: Yuan = Field(default=0, alias="罚款", description="以元为单位的整数；只警告写 0")
    fine_words: Line | None = Field(
        default=None, alias="罚款大写", description="决定书上的大写金额，例如 壹仟元整"
    )
    fine_base: Yuan | None = Field(
        default=None, alias="基准", description="按比例罚款的基数，元，例如工程造价"
    )
    confiscated: Yuan = Field(
        default=0, alias="没收金额", description="没收的违法所得等，元；不能确定金额的不写"
    )
    payment_due: Day | None = Field(
        default=None, alias="缴款期限", description="决定书写明或批准延期后的最后一天"
    )
    deferred: YesNo = Field(
        default=False, alias="延期缴款", description="是否批准了暂缓或者分期缴纳"
    )
    late_fee: Yuan = Field(default=0, alias="加处罚款", description="逾期缴纳加处的罚款，元")
    comparison: Comparison | None = Field(
        default=None, alias="从旧兼从轻", description="行为以后规定改了的，写比较的结果"
    )
    document: Line | None = Field(
        default=None, alias="文书号", description="决定书文号，年份用六角括号〔〕"
    )
    public: YesNo = Field(alias="公开", description="是或否；否的案件只进统计")
    unpublished_reason: Line | None = Field(
        default=None, alias="不公开理由", description="公开写“否”时，为什么不公开"
    )
    approval: Approval | None = Field(
        default=None, alias="审核", description="公开以前由另一个人看过，写职务和日期"
    )
    withdrawal: Withdrawal | None = Field(
        default=None, alias="撤回", description="撤回公开的日期和理由"
    )
    overturning: Overturning | None = Field(
        default=None, alias="决定变动", description="决定后来被变更、撤销、确认违法或无效的"
    )
    demonstration: YesNo = Field(
        default=False, alias="演示", description="虚构的演示记录写 是，页面会注明"
    )
    summary: Prose | None = Field(
        default=None, alias="摘要", description="一两句话：谁、在哪、做了什么、怎么处理"
    )
    commentary: Commentary | None = Field(
        default=None, alias="解读", description="案例解读，五节写齐"
    )
    photos: tuple[Photo, ...] = Field(
        default=(), alias="图片", description="照片；先把照片放进 cases_data/images 文件夹"
    )
    pending: Lines = Field(
        default=(), alias="待补", description="草稿里还没有定下来的内容，补齐一项删一项"
    )
    exceptions: tuple[PrivacyException, ...] = Field(
        default=(), alias="隐私例外", description="隐私门拦下、经审核可以写的文字"
    )

    @property
    def year(self) -> int:
        """编号里的年份。"""
        return int(self.id[:4])

    @property
    def draft(self) -> bool:
        """还没有补齐、也不公开的草稿。"""
        return bool(self.pending) and not self.public

    @property
    def status(self) -> Status:
        """办到哪一步。"""
        if self.withdrawal is not None:
            return Status.WITHDRAWN
        if self.settled_day is not None:
            return Status.SETTLED
        return Status.DECIDED if self.decided_day is not None else Status.FILED

    @property
    def day(self) -> date:
        """页面上排序用的日期：公开日，其次决定日、立案日、违法日。"""
        return self.published_day or self.decided_day or self.filed_day or self.act_day

    @property
    def law_day(self) -> date:
        """按哪一天有效的规定：行为那一天；比较后适用新规定的，决定那一天。"""
        newer = self.comparison is not None and self.comparison.applied == NEW_LAW
        return self.decided_day or self.act_day if newer else self.act_day

    @property
    def minor(self) -> bool:
        """当事人是不是未成年人。"""
        return self.age_band in MINOR_BANDS

    @property
    def penalty_kinds(self) -> tuple[str, ...]:
        """处罚种类；没写而有罚款时就是罚款。"""
        return self.penalties or (("罚款",) if self.fine else ())


class Figure(Entry):
    """一个有名目、有单位的数。"""

    name: Line = Field(alias="项目", description="数的是什么")
    amount: Count = Field(alias="数量", description="整数")
    unit: Line = Field(alias="单位", description="处、份、辆等")


class Bulletin(Entry):
    """不是案件的执法动态：检查、整治、宣传。"""

    id: RecordId = Field(alias="编号", description="年份加 b 加序号，例如 2025-b01；与文件名相同")
    title: Line = Field(alias="标题", description="三十二字以内")
    day: Day = Field(alias="日期", description="发布日期，年-月-日")
    kind: BulletinKind = Field(alias="类别", description="日常检查、专项整治、联合检查或普法宣传")
    matters: Lines = Field(default=(), alias="案由", description="涉及的案由")
    public: YesNo = Field(default=True, alias="公开", description="是或否")
    approval: Approval | None = Field(
        default=None, alias="审核", description="公开以前由另一个人看过，写职务和日期"
    )
    demonstration: YesNo = Field(default=False, alias="演示", description="虚构的写 是，页面会注明")
    origin: Line | None = Field(default=None, alias="来源", description="内容的出处")
    summary: Prose = Field(alias="摘要", description="一两句话")
    figures: tuple[Figure, ...] = Field(
        default=(), alias="数字", description="与年度报告同名的项目要对得上"
    )
    body: Prose = Field(alias="正文", description="空一行另起一段；行首写“- ”就列成一条一条")
    exceptions: tuple[PrivacyException, ...] = Field(
        default=(), alias="隐私例外", description="隐私门拦下、经审核可以写的文字"
    )

    @property
    def year(self) -> int:
        """编号里的年份。"""
        return int(self.id[:4])
