"""法规登记册的一份文件：一部法的名称、版本、条款提要与罚则。只描述形状，不判断引用对错。"""

from datetime import date
from typing import Annotated

from pydantic import Field

from casebook.entries.entry import Entry
from casebook.entries.fields import Choice, Count, Day, Line, Lines, Prose
from casebook.law.penalties import PenaltyRule, Verification

LEVELS = ("法律", "行政法规", "地方性法规", "部门规章", "地方政府规章", "规范性文件")
COUNTRY = "中华人民共和国"
Level = Annotated[str, Choice(LEVELS)]


class Version(Entry):
    """一个版本：从哪天起有效，到哪天被下一版取代或者废止。"""

    promulgated: Day | None = Field(default=None, alias="公布", description="公布或通过的日期")
    effective: Day = Field(alias="施行", description="这一版从哪天起有效（含）")
    ends: Day | None = Field(
        default=None, alias="失效", description="从这天起不再有效；被下一版取代的不用写"
    )
    note: Line | None = Field(default=None, alias="说明", description="例如 2018 年修正")
    verification: Verification | None = Field(
        default=None, alias="核实", description="日期没有核到的写“待核”"
    )


class Item(Entry):
    """一项。"""

    number: Count = Field(alias="项", description="第几项，阿拉伯数字")
    summary: Line | None = Field(default=None, alias="摘要", description="自己的话，不抄条文")


class Paragraph(Entry):
    """一款。"""

    number: Count = Field(alias="款", description="第几款，阿拉伯数字")
    summary: Line | None = Field(default=None, alias="摘要", description="自己的话，不抄条文")
    item_count: Count | None = Field(
        default=None, alias="项数", description="这一款分几项，照官方文本数"
    )
    items: tuple[Item, ...] = Field(default=(), alias="项", description="引用得到的各项")

    @property
    def itemised(self) -> bool:
        """分不分项。"""
        return bool(self.items or self.item_count)


class Article(Entry):
    """一条。只有一款的，项直接写在条下面。"""

    number: Count = Field(alias="条", description="第几条，阿拉伯数字")
    suffix: Count = Field(default=0, alias="之", description="第几条之几；没有就不写")
    chapter: Line | None = Field(default=None, alias="章", description="所在的编、章、节")
    summary: Line | None = Field(default=None, alias="摘要", description="自己的话，不抄条文")
    paragraph_count: Count | None = Field(
        default=None,
        alias="款数",
        description="这一条分几款，照官方文本数；写了就要把分项的款也写上项数",
    )
    item_count: Count | None = Field(default=None, alias="项数", description="只有一款时，分几项")
    paragraphs: tuple[Paragraph, ...] = Field(default=(), alias="款", description="引用得到的各款")
    items: tuple[Item, ...] = Field(default=(), alias="项", description="只有一款时的各项")
    since: Day | None = Field(
        default=None, alias="自", description="修订后条号变了时，这个条号从哪天起这样用"
    )
    until: Day | None = Field(default=None, alias="至", description="这个条号用到哪天（含）")
    verification: Verification | None = Field(
        default=None, alias="核实", description="这一条另有来源时写"
    )
    text: Prose | None = Field(
        default=None, alias="原文", description="官方文本；只作内部对照，页面不用，一般不写"
    )
    remark: Prose | None = Field(default=None, alias="备注", description="只给工作人员看")

    @property
    def key(self) -> tuple[int, int]:
        """（条，之几）。"""
        return self.number, self.suffix

    @property
    def single(self) -> bool:
        """确知只有一款。"""
        return self.paragraph_count == 1 or bool(self.items or self.item_count)

    @property
    def body(self) -> tuple[Paragraph, ...]:
        """各款；项直接写在条下面的，当作唯一的第一款。"""
        if not (self.items or self.item_count):
            return self.paragraphs
        return (Paragraph(款=1, 项数=self.item_count, 项=self.items),)

    def used_on(self, day: date | None) -> bool:
        """这一天是不是这个条号。"""
        return day is None or (
            (self.since is None or self.since <= day) and (self.until is None or day <= self.until)
        )


class Doubt(Entry):
    """还没有查清、影响适用的一件事。"""

    since: Day | None = Field(default=None, alias="自", description="从哪天起存疑；不写就是一直")
    matter: Prose = Field(alias="事项", description="什么没有查清，写给工作人员")


class Statute(Entry):
    """一部法律、法规、规章或者规范性文件。"""

    name: Line = Field(alias="名称", description="官方全称")
    short_names: Lines = Field(
        default=(), alias="简称", description="人们引用时会写的别的名称；没有写 []"
    )
    page_name: Line | None = Field(
        default=None, alias="短名", description="全称太长时，页面上用的名称"
    )
    level: Level = Field(alias="层级", description="、".join(LEVELS))
    number: Line | None = Field(default=None, alias="文号", description="令号或文号")
    article_count: Count | None = Field(default=None, alias="条数", description="现行文本共几条")
    versions: tuple[Version, ...] = Field(alias="版本", description="由旧到新；没有核到写 []")
    replaced_by: Line | None = Field(
        default=None, alias="替代", description="失效以后看哪一部，写全称"
    )
    origin: Line = Field(alias="来源", description="官方出处的名称")
    address: Line = Field(alias="网址", description="官方出处的网址")
    checked_on: Day = Field(alias="核对日期", description="最近一次对照官方文本的日期")
    verification: Verification = Field(alias="核实", description="全文、摘录或待核")
    remark: Prose | None = Field(default=None, alias="备注", description="只给工作人员看")
    doubts: tuple[Doubt, ...] = Field(default=(), alias="存疑", description="还没查清的事")
    articles: tuple[Article, ...] = Field(default=(), alias="条文", description="引用得到的各条")
    rules: tuple[PenaltyRule, ...] = Field(default=(), alias="罚则", description="处罚条款在本法的")

    @property
    def short_name(self) -> str:
        """页面上用的名称：写了短名用短名，否则用不带国名的全称。"""
        return self.page_name or self.name.removeprefix(COUNTRY)

    @property
    def names(self) -> tuple[str, ...]:
        """引用时认得的全部名称。"""
        return tuple(dict.fromkeys((self.name, self.short_name, *self.short_names)))

    def version_on(self, day: date) -> Version | None:
        """这一天有效的版本；还没施行、已经失效或者没有登记版本为 None。"""
        started = [version for version in self.versions if version.effective <= day]
        if not started:
            return None
        latest = max(started, key=lambda version: version.effective)
        return latest if latest.ends is None or day < latest.ends else None

    def in_force(self, day: date) -> bool | None:
        """这一天有没有效；版本没有登记为 None。"""
        return self.version_on(day) is not None if self.versions else None

    @property
    def begins(self) -> date | None:
        """首次施行日。"""
        return min((version.effective for version in self.versions), default=None)

    @property
    def ends(self) -> date | None:
        """从这天起整部法不再有效；仍有效为 None。"""
        last = max(self.versions, key=lambda version: version.effective, default=None)
        return last.ends if last else None

    def doubts_on(self, day: date) -> tuple[Doubt, ...]:
        """这一天还没查清的事。"""
        return tuple(doubt for doubt in self.doubts if doubt.since is None or doubt.since <= day)
