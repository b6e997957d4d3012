"""本镇资料：名称、机关、热线、页脚。不知道的留空，页面就不显示。"""

import re
from datetime import date
from typing import Annotated

from pydantic import Field

from casebook.entries.entry import Entry
from casebook.entries.fields import Choice, Count, Day, Line, Lines
from casebook.law.parties import PERSON, SOLE_TRADER
from casebook.law.penalties import UNVERIFIED, Verification
from casebook.records.case import SUMMARY
from casebook.records.public_lines import PublicLines


class Hotline(Entry):
    """一条公开的电话。"""

    name: Line = Field(alias="名称", description="例如 政务服务便民热线")
    number: Line = Field(
        alias="号码",
        description="例如 12345",
        json_schema_extra={"description": "加英文引号，例如 '12345'"},
    )
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


class Delegation(Entry):
    """一份授权：省级决定把县级部门的处罚权交给乡镇（《行政处罚法》第二十四条）。"""

    document: Line = Field(alias="文件", description="授权决定或事项目录的名称")
    matters: Lines = Field(alias="案由", description="交给本镇的案由")
    since: Day | None = Field(default=None, alias="自", description="从哪天起；不知道就不写")
    until: Day | None = Field(default=None, alias="至", description="到哪天止；收回的一定要写")
    verification: Verification = Field(alias="核实", description="全文、摘录或待核")
    remark: Line | None = Field(default=None, alias="说明", description="凭什么这样登记")

    @property
    def verified(self) -> bool:
        """见没见过依据。"""
        return self.verification != UNVERIFIED

    def covers(self, matter: str, day: date) -> bool:
        """这一天管不管这个案由。"""
        begun = self.since is None or self.since <= day
        return matter in self.matters and begun and (self.until is None or day <= self.until)


class DocumentForms(Entry):
    """决定书文号的写法，“年份”“序号”两个词代表数字。"""

    ordinary: Line = Field(
        alias="普通程序", description="“年份”“序号”照写不换成数，例如 津宝大口屯罚决〔年份〕序号号"
    )
    summary: Line = Field(
        alias="简易程序", description="写法同上，例如 津宝大口屯当罚〔年份〕序号号"
    )

    def of(self, procedure: str) -> str:
        """某种程序的写法。"""
        return self.summary if procedure == SUMMARY else self.ordinary

    def fits(self, number: str, procedure: str, year: int) -> bool:
        """一个文号合不合写法；年份要是决定那一年。"""
        form = re.escape(self.of(procedure)).replace("年份", str(year))
        return re.fullmatch(form.replace("序号", r"\d{1,6}"), number) is not None


REMIND, ENFORCE = "提醒", "强制"
FourEyes = Annotated[str, Choice((REMIND, ENFORCE, "不用"))]


class Retention(Entry):
    """处罚决定公开多久以后下架，年。没有规定就不写，不写不核对。"""

    person: Count | None = Field(default=None, alias="公民", description="满几年下架")
    sole_trader: Count | None = Field(default=None, alias="个体工商户", description="满几年下架")
    organisation: Count | None = Field(default=None, alias="单位", description="满几年下架")
    basis: Line | None = Field(default=None, alias="依据", description="哪份文件定的")

    def years(self, party_kind: str) -> int | None:
        """这类当事人的公开年限；没有规定为 None。"""
        by_kind = {PERSON: self.person, SOLE_TRADER: self.sole_trader}
        return by_kind.get(party_kind, self.organisation)


class Town(Entry):
    """一个镇的资料，全站只有一份。"""

    name: Line = Field(alias="名称", description="例如 大口屯镇")
    district: Line = Field(alias="所属", description="例如 天津市宝坻区")
    authority: Line = Field(alias="机关", description="作出处罚决定的机关全称")
    brigade: Line = Field(alias="执法机构", description="执法队的全称")
    site_name: Line = Field(alias="网站名称", description="显示在页眉的名称")
    address: Line | None = Field(
        default=None,
        alias="网址",
        description="网站首页的网址，https:// 开头；定了再写，供二维码用",
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
    delegations: tuple[Delegation, ...] = Field(
        default=(), alias="授权", description="法律没有直接给乡镇的处罚权，凭哪份文件行使"
    )
    document_forms: DocumentForms | None = Field(
        default=None, alias="文书号格式", description="决定书文号的写法；不写不核对"
    )
    four_eyes: FourEyes = Field(
        default=REMIND, alias="四眼", description="公开的记录没写“审核”时：提醒、强制或不用"
    )
    four_eyes_since: Day | None = Field(
        default=None, alias="四眼自", description="从哪天起公开的要审核；不写就不论哪天公开的都要"
    )
    retention: Retention = Field(
        default=Retention(), alias="公开年限", description="处罚决定公开几年后下架"
    )
    footer: Footer = Field(default=Footer(), alias="页脚", description="页脚信息")

    @property
    def asks_approval(self) -> bool:
        """公开以前要不要另一个人看过。"""
        return self.four_eyes in {REMIND, ENFORCE}

    @property
    def public_lines(self) -> PublicLines:
        """公开的号码与备案号，隐私门照放。"""
        footer = self.footer
        return PublicLines.of(
            [*(line.number for line in self.hotlines), self.phone],
            [footer.site_code, footer.icp, footer.police],
        )
