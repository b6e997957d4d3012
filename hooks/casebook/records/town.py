"""本镇资料：名称、机关、热线、页脚。不知道的留空，页面就不显示。"""

from pydantic import Field

from casebook.entries.entry import Entry
from casebook.entries.fields import Day, Line


class Hotline(Entry):
    """一条公开的电话。"""

    name: Line = Field(alias="名称", description="例如 政务服务便民热线")
    number: Line = Field(alias="号码", description="加英文引号，例如 '12345'")
    purpose: Line = Field(alias="用途", description="什么事打这个电话")


class Footer(Entry):
    """页脚上的法定信息，只显示已知的。"""

    sponsor: Line | None = Field(default=None, alias="主办单位", description="主办单位全称")
    site_code: Line | None = Field(
        default=None, alias="网站标识码", description="政府网站标识码，十位数字"
    )
    icp: Line | None = Field(default=None, alias="ICP备案", description="ICP 备案号")
    police: Line | None = Field(default=None, alias="公安备案", description="公安备案号")
    police_note: Line | None = Field(
        default=None, alias="公安备案说明", description="备案号属于哪个页面"
    )


class Town(Entry):
    """一个镇的资料，全站只有一份。"""

    name: Line = Field(alias="名称", description="例如 大口屯镇")
    district: Line = Field(alias="所属", description="例如 天津市宝坻区")
    authority: Line = Field(alias="机关", description="作出处罚决定的机关全称")
    brigade: Line = Field(alias="执法机构", description="执法队的全称")
    site_name: Line = Field(alias="网站名称", description="显示在页眉的名称")
    address: Line | None = Field(
        default=None, alias="网址", description="网站首页的网址，https:// 开头；定了再写，供二维码用"
    )
    today: Day = Field(
        alias="基准日期", description="全站以这一天为“今天”：哪部法有效、哪些期限已过"
    )
    reconsideration_organ: Line = Field(alias="复议机关", description="受理行政复议的机关")
    court: Line = Field(alias="法院", description="受理行政诉讼的法院")
    hotlines: tuple[Hotline, ...] = Field(default=(), alias="热线", description="公开的电话")
    phone: Line | None = Field(
        default=None, alias="本镇电话", description="镇执法队对外公开的电话，不知道就留空"
    )
    footer: Footer = Field(default=Footer(), alias="页脚", description="页脚信息")
