"""年度报告里申报的数字和文字。能从记录算出的数，由 `reconcile` 与这里核对。"""

from typing import Annotated

from pydantic import Field

from casebook.entries.entry import Entry
from casebook.entries.fields import Choice, Count, Day, Line, Prose, Yuan
from casebook.records.case import ORDINARY, SUMMARY, Figure
from casebook.records.review import Approval
from casebook.records.statistics import Breakdown, PenaltyTable

ALL_PROCEDURES = "全部程序"
Scope = Annotated[str, Choice((ALL_PROCEDURES, ORDINARY, SUMMARY))]


class Origin(Entry):
    """数字的出处。"""

    title: Line = Field(alias="标题", description="原文标题")
    address: Line | None = Field(default=None, alias="网址", description="原文网址")


class Officers(Entry):
    """执法人员。"""

    total: Count = Field(alias="合计", description="执法人员总数，人")
    certified: Count = Field(alias="持证", description="持执法证的人数")
    awaiting: Count = Field(alias="待考", description="等待考试的人数")


class Powers(Entry):
    """行使的执法事项。"""

    amount: Count = Field(alias="数量", description="事项数，项")
    basis: Line = Field(alias="依据", description="事项目录的名称")


class Inspections(Entry):
    """行政检查。平台录入数与统计年报的“行政检查次数”口径不同，不可混用。"""

    amount: Count = Field(alias="数量", description="次数，起")
    basis: Line = Field(alias="口径", description="怎么数出来的")
    subjects: Line = Field(alias="内容", description="主要检查什么")


class CaseCount(Entry):
    """一种程序的案件数。"""

    total: Count = Field(alias="合计", description="件数")
    matters: dict[Line, Count] = Field(alias="案由", description="各案由的件数，之和应等于合计")


class CaseCounts(Entry):
    """按程序分的案件数。"""

    summary: CaseCount = Field(alias="简易程序", description="简易程序案件")
    ordinary: CaseCount = Field(alias="普通程序", description="普通程序案件（旧称一般程序）")

    def by_procedure(self) -> tuple[tuple[str, CaseCount], ...]:
        """（程序，件数）两项。"""
        return ((SUMMARY, self.summary), (ORDINARY, self.ordinary))


class Fines(Entry):
    """决定书确定的罚款，元。"""

    total: Yuan = Field(alias="合计", description="罚款总额，元")
    scope: Scope = Field(alias="范围", description="合计包括哪些程序的案件")
    matters: dict[Line, Yuan] = Field(
        default={}, alias="案由", description="报告单列的案由罚款额，元；可以不列全"
    )

    @property
    def procedures(self) -> tuple[str, ...]:
        """合计所包括的程序。"""
        return (SUMMARY, ORDINARY) if self.scope == ALL_PROCEDURES else (self.scope,)


class Campaign(Entry):
    """一项专项工作的数字。"""

    matter: Line = Field(alias="案由", description="登记的案由")
    figures: tuple[Figure, ...] = Field(alias="数字", description="专项数字")
    note: Line | None = Field(default=None, alias="说明", description="数字之外的一句话")


class Narrative(Entry):
    """报告的文字部分，用自己的话写，Markdown。"""

    measures: Prose = Field(alias="主要做法", description="这一年怎么做的")
    problems: Prose = Field(alias="存在问题", description="还有什么不足")
    plans: Prose = Field(alias="下一步", description="打算怎么做")


class AnnualReport(Entry):
    """一个年度的申报。`as_of` 早于年末时，只算到那一天。"""

    year: Count = Field(alias="年度", description="四位年份，与文件名相同")
    title: Line = Field(alias="标题", description="报告标题")
    authority: Line = Field(alias="机关", description="发布报告的机关")
    report_day: Day = Field(alias="报告日期", description="报告落款日期")
    as_of: Day = Field(alias="截至", description="数字统计到哪一天")
    scope_note: Prose = Field(alias="口径", description="各项数字怎么数、包括什么")
    origin: Origin = Field(alias="来源", description="数字的出处")
    officers: Officers = Field(alias="人员", description="执法人员")
    powers: Powers = Field(alias="执法事项", description="行使的执法事项")
    inspections: Inspections = Field(alias="行政检查", description="检查次数")
    cases: CaseCounts = Field(alias="案件", description="案件数")
    fines: Fines = Field(alias="罚款", description="罚款数额")
    table: PenaltyTable | None = Field(
        default=None, alias="统计表", description="行政处罚统计表的申报数；报告里没有就不写"
    )
    breakdowns: tuple[Breakdown, ...] = Field(
        default=(), alias="分项", description="报告里别的分法，例如按程序、按法规"
    )
    reconsiderations: Count = Field(alias="行政复议", description="被申请复议的件数")
    litigations: Count = Field(alias="行政诉讼", description="被起诉的件数")
    campaigns: tuple[Campaign, ...] = Field(alias="专项", description="专项工作的数字")
    narrative: Narrative = Field(alias="正文", description="报告的文字部分")
    approval: Approval | None = Field(
        default=None, alias="审核", description="公开以前由另一个人看过，写职务和日期"
    )
