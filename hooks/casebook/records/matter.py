"""案由：一件一件说清“能不能做、罚多少、怎么做才对”，是普法指南的底稿。"""

from pydantic import Field

from casebook.entries.entry import Entry
from casebook.entries.fields import Count, Line, Lines, Prose
from casebook.records.review import Approval, PrivacyException


class Question(Entry):
    """居民常问的一个问题。"""

    ask: Line = Field(alias="问", description="用居民自己的话问")
    answer: Prose = Field(alias="答", description="先答后讲")


class Publicity(Entry):
    """广播、横幅、海报和短视频要用的几句话。"""

    hook: Line = Field(alias="开场", description="一句引人听下去的问话，三十六字以内")
    talk: Prose = Field(alias="口播", description="念出来讲道理、讲做法的一段话，一句不超过四十字")
    slogan: Line = Field(alias="海报", description="海报上最大的一句，十二字以内")
    banners: Lines = Field(alias="横幅", description="二十字以内，用逗号分成字数相等的两半，不吓人")


class Matter(Entry):
    """一个案由。罚款幅度不写在这里，由法规登记册给出。"""

    name: Line = Field(alias="案由", description="登记的名称，案件里照写")
    formal_name: Line | None = Field(
        default=None, alias="规范案由", description="执法文书里的规范名称"
    )
    order: Count = Field(default=99, alias="顺序", description="在列表里排第几，数小的在前")
    scene: Line | None = Field(
        default=None, alias="场景", description="在哪儿做的事，例如 地里和坑塘；用来引路"
    )
    aliases: Lines = Field(default=(), alias="别名", description="村民口语和常见说法")
    answer: Line = Field(alias="一句话", description="六十字以内，直接回答能不能")
    lawful: Prose = Field(alias="违法吗", description="页面最上面的大字回答")
    cost: Prose = Field(alias="罚多少", description="谁来罚、什么情况罚；不写幅度数字")
    advice: Prose = Field(alias="怎么做才对", description="可以照着做的步骤")
    contacts: Prose = Field(alias="找谁", description="打谁的电话、找哪个部门")
    why: Prose = Field(alias="为什么", description="为什么要管")
    forbidden: Lines = Field(alias="禁止什么", description="一条一句")
    questions: tuple[Question, ...] = Field(default=(), alias="问答", description="常见问题")
    related: Lines = Field(default=(), alias="相关", description="相关的案由")
    publicity: Publicity | None = Field(
        default=None, alias="宣传", description="广播、横幅、海报和短视频的几句话"
    )
    approval: Approval | None = Field(
        default=None, alias="审核", description="由另一个人看过，写职务和日期；改过就再审"
    )
    exceptions: tuple[PrivacyException, ...] = Field(
        default=(), alias="隐私例外", description="隐私门拦下、经审核可以写的文字"
    )
