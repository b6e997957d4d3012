"""行政处罚统计表：由记录算出的数、申报的数和两者之差。宗数按件，金额按元。"""

from collections import Counter
from collections.abc import Iterable
from decimal import Decimal

from msgspec import Struct

from casebook.records.statistics import COLUMNS, PenaltyTable, heaviest_column
from casebook.tally import LoadedCase

TOTAL, CONFISCATED = "合计", "罚没金额"
NOT_DECLARED = "未单列"
COUNTING_RULES = (
    "按作出处罚决定的日期统计。",
    "一件案子计一宗；并处几种的，只计入最重的一类；警告并罚款的计入罚款。",
    "罚没金额以决定书确定的数额为准，不是实际收到的数额；没收不能确定金额的不计。",
)
"""统计表怎么数，页面与下载文件共用。"""


class Row(Struct, frozen=True):
    """统计表里的一个数。没有申报的 `declared` 为 None。"""

    name: str
    unit: str
    computed: int
    declared: Decimal | int | None = None

    @property
    def difference(self) -> Decimal | int | None:
        """申报减去算出；没有申报为 None。"""
        return None if self.declared is None else self.declared - self.computed


class AnnualTable(Struct, frozen=True):
    """一年的统计表：各栏宗数、合计宗数、罚没金额。"""

    columns: tuple[Row, ...]
    total: Row
    amount: Row

    @property
    def rows(self) -> tuple[Row, ...]:
        """全部的数，依次。"""
        return (*self.columns, self.total, self.amount)

    @property
    def notable(self) -> tuple[Row, ...]:
        """不是零的，或者申报过的；合计与金额总在内。"""
        shown = (row for row in self.columns if row.computed or row.declared is not None)
        return (*shown, self.total, self.amount)


def count_penalties(cases: Iterable[LoadedCase], declared: PenaltyTable | None) -> AnnualTable:
    """一批已决定的案件的统计表。一案计一宗，计入最重的一类；金额以决定书为准。"""
    decided = [case.value for case in cases]
    found = Counter(heaviest_column(case.penalty_kinds) for case in decided)
    said = declared or PenaltyTable()
    columns = tuple(Row(name, "宗", found[name], said.counts.get(name)) for name in COLUMNS)
    total = sum(row.computed for row in columns)
    amount = sum(case.fine + case.confiscated for case in decided)
    return AnnualTable(
        columns,
        Row(TOTAL, "宗", total, said.total),
        Row(CONFISCATED, "元", amount, said.amount_in_yuan),
    )
