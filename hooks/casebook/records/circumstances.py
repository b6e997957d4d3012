"""一件案件里少见、但关系对错的情形：未成年人、跨新旧规定、决定后来的变动。"""

from typing import Annotated

from pydantic import Field

from casebook.entries.entry import Entry
from casebook.entries.fields import Choice, Day, Line

CHILD, JUVENILE, ADULT = "不满十四周岁", "十四至十八周岁", "成年"
MINOR_BANDS = (CHILD, JUVENILE)
OLD_LAW, NEW_LAW = "旧规定", "新规定"
LIMITATION_YEARS = {"二年": 2, "五年": 5}

AgeBand = Annotated[str, Choice((CHILD, JUVENILE, ADULT))]
LimitationPeriod = Annotated[str, Choice(tuple(LIMITATION_YEARS))]


class Comparison(Entry):
    """跨新旧规定的案件，从旧兼从轻比较的结果（《行政处罚法》第三十七条）。"""

    applied: Annotated[str, Choice((OLD_LAW, NEW_LAW))] = Field(
        alias="适用", description="适用旧规定还是新规定"
    )
    reason: Line = Field(alias="理由", description="新旧规定各怎么罚、哪个轻")


class Overturning(Entry):
    """决定后来被变更、撤销、确认违法或者确认无效（《行政处罚法》第四十八条第二款）。"""

    day: Day = Field(alias="日期", description="变更、撤销或确认的日期")
    result: Annotated[str, Choice(("变更", "撤销", "确认违法", "确认无效"))] = Field(
        alias="结果", description="变更、撤销、确认违法或确认无效"
    )
