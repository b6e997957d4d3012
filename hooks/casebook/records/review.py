"""几种记录都能写的三样东西：谁审核过、经审核的隐私例外，和照片。"""

from typing import Annotated

from pydantic import Field, StringConstraints

from casebook.entries.entry import Entry
from casebook.entries.fields import Day, Line, YesNo

PhotoPath = Annotated[
    Line, StringConstraints(pattern=r"^images/([a-z0-9][a-z0-9-]*/)*[a-z0-9][a-z0-9-]*\.[a-z]+$")
]


class Approval(Entry):
    """公开以前由另一个人看过：只写职务，不写姓名。"""

    role: Line = Field(alias="角色", description="审核人的职务，例如 法制审核员，不写姓名")
    day: Day = Field(alias="日期", description="审核的日期，年-月-日")


class PrivacyException(Entry):
    """隐私门拦下、审核后认为可以写的几个字。到期以前只提醒，不拦。"""

    text: Line = Field(alias="文字", description="被拦下的那几个字，一字不差")
    reason: Line = Field(alias="理由", description="为什么可以公开")
    reviewer: Line = Field(alias="审核人", description="审核人的职务，例如 法制审核员，不写姓名")
    until: Day = Field(alias="至", description="到哪一天为止，年-月-日；到期要重新审核")


class Photo(Entry):
    """一张照片。写了“已脱敏: 是”才会公开。"""

    file: PhotoPath = Field(
        alias="文件",
        description="cases_data 里的位置，例如 images/2025-003-field.jpg，用小写字母、数字和短横线",
    )
    caption: Line = Field(alias="说明", description="照片里有什么，看不见图的人靠它；不写是谁")
    redacted: YesNo = Field(
        default=False, alias="已脱敏", description="人脸、车牌、门牌、证件都遮住了才写 是"
    )
