"""行政处罚统计表的申报数：各类几宗、合计几宗、罚没多少；以及报告里其他的分项合计。"""

from decimal import Decimal, InvalidOperation
from typing import Annotated

from pydantic import BeforeValidator, Field, WithJsonSchema

from casebook.entries.entry import Entry
from casebook.entries.fields import Choice, Count, Line, half_width, refuse
from casebook.law.penalties import PENALTY_KINDS

CONFISCATION = "没收违法所得、没收非法财物"
CLOSURE = "责令关闭、限制从业"
OTHER = "其他行政处罚"
_MERGED = {
    "没收违法所得": CONFISCATION,
    "没收非法财物": CONFISCATION,
    "责令关闭": CLOSURE,
    "限制从业": CLOSURE,
}
COLUMN_OF = {kind: _MERGED.get(kind, kind) for kind in PENALTY_KINDS}
"""处罚种类归到统计表的哪一栏。"""
COLUMNS = tuple(dict.fromkeys(COLUMN_OF.values()))
"""统计表各栏，由轻到重，“其他行政处罚”在最后。"""
YUAN, WAN = "元", "万元"
CASES, AMOUNT = "件数", "金额"


def _read_decimal(value: object) -> object:
    """不小于零的数，最多四位小数；“1,200”照收。"""
    if not isinstance(value, str):
        return value
    try:
        number = Decimal(half_width(value).replace(",", ""))
    except InvalidOperation:
        number = Decimal(-1)
    if not number.is_finite() or number < 0 or round(number, 4) != number:
        raise refuse("C204", f"读不出数：“{value}”", "写成阿拉伯数字，例如 16100 或 1.61。")
    return number


Money = Annotated[
    Decimal, BeforeValidator(_read_decimal), WithJsonSchema({"type": "number", "minimum": 0})
]


class PenaltyTable(Entry):
    """行政处罚统计表的申报数，没有单列的不写。一案并处几种的，只计最重的一种。"""

    counts: dict[Annotated[str, Choice(COLUMNS)], Count] = Field(
        default={}, alias="宗数", description="各类处罚几宗；警告并罚款的计入罚款"
    )
    total: Count | None = Field(default=None, alias="合计", description="合计几宗")
    amount: Money | None = Field(
        default=None, alias="罚没金额", description="决定书确定的罚款和没收金额，不是实收"
    )
    unit: Annotated[str, Choice((YUAN, WAN))] = Field(
        default=YUAN, alias="金额单位", description="罚没金额的单位，元或万元"
    )
    inspections: Count | None = Field(
        default=None,
        alias="行政检查次数",
        description="统计年报的口径：有特定对象、有完整记录的才计一次，与平台录入数不同",
    )

    @property
    def amount_in_yuan(self) -> Decimal | int | None:
        """罚没金额，元；正好是整元的为整数。"""
        if self.amount is None:
            return None
        yuan = self.amount * 10000 if self.unit == WAN else self.amount
        return int(yuan) if yuan == int(yuan) else yuan


class Part(Entry):
    """分项里的一项，例如“简易程序”。"""

    name: Line = Field(alias="名称", description="例如 简易程序，或一部法规的名称")
    figures: dict[Line, Count] = Field(alias="数", description="件数、金额（元）等，一样一个")


class Breakdown(Entry):
    """报告里的一种分法：各项之和应等于合计。"""

    basis: Line = Field(alias="口径", description="怎么分的，例如 按程序、按法规")
    totals: dict[Line, Count] = Field(alias="合计", description="件数、金额（元）等的合计")
    parts: tuple[Part, ...] = Field(alias="各项", description="一项一组")

    def sum_of(self, measure: str) -> int:
        """各项某个数之和；没有写这个数的项算零。"""
        return sum(part.figures.get(measure, 0) for part in self.parts)


def heaviest_column(kinds: tuple[str, ...]) -> str | None:
    """几种处罚里最重的一栏；“其他”与明确的种类并处时计入明确的种类。没有处罚为 None。

    依据：统计年报的通行口径——并处两种以上计一宗，计入最重的一类，警告并罚款计入罚款
    """
    if not kinds:
        return None
    columns = {COLUMN_OF.get(kind, OTHER) for kind in kinds}
    clear = columns - {OTHER}
    return max(clear, key=COLUMNS.index) if clear else OTHER
