"""输入框：由记录的模型而来，模型加了键，表单就多一格。这里只管摆成几组、用什么样的框。"""

from collections.abc import Iterable, Iterator, Mapping

from msgspec import Struct, field
from pydantic import BaseModel

from casebook.desk.values import MANY, Values, row_model
from casebook.editing.roundtrip import Plain
from casebook.entries.kinds import Field, Kind, fields_of
from casebook.law.penalties import PENALTY_KINDS
from casebook.records.case import Bulletin, Case

SECTIONS: dict[type[BaseModel], tuple[tuple[str, tuple[str, ...]], ...]] = {
    Case: (
        ("这是什么案子", ("编号", "标题", "案由", "程序", "当事人", "当事人类型", "地点")),
        (
            "办到哪一步",
            ("违法日期", "立案日期", "告知日期", "决定日期", "送达日期", "公开日期", "履行日期"),
        ),
        ("依据和处罚", ("违反", "处罚依据", "处罚种类", "罚款", "文书号")),
        ("写给村民看", ("摘要", "解读")),
        ("发布", ("公开", "不公开理由", "审核", "待补")),
    ),
    Bulletin: (
        ("这是什么动态", ("编号", "标题", "日期", "类别", "案由", "来源")),
        ("写给村民看", ("摘要", "正文", "数字")),
        ("发布", ("公开", "审核")),
    ),
}
"""常用的键怎样分组；没有提到的收进“不常用的”，没有分组的记录照模型的次序全摆出来。"""
LISTS = {"案由": "matters", "违反": "citations", "处罚依据": "citations", "处罚种类": "penalties"}
"""哪些键有可搜索的选单。"""
READ_ONLY = frozenset({"编号"})
SECTION_FOR_WITHDRAWAL = "撤回"


class Control(Struct, frozen=True):
    """一格：一个键、它的名字和现在的值；`rows` 是里面各组的格。

    `loose` 表示它所在的一组可以整组不写。
    """

    field: Field
    name: str
    value: Plain
    rows: tuple[tuple["Control", ...], ...] = ()
    loose: bool = False

    @property
    def id(self) -> str:
        """元素的 id。"""
        return f"f-{self.name}"

    @property
    def widget(self) -> str:
        """用什么样的框，即模板里的宏名。"""
        if self.field.kind in MANY:
            return "many"
        return {
            Kind.PROSE: "prose",
            Kind.CHOICE: "choice",
            Kind.YES_NO: "choice",
            Kind.GROUP: "group",
            Kind.GROUPS: "groups",
            Kind.NUMBERS: "groups",
        }.get(self.field.kind, "line")

    @property
    def choices(self) -> tuple[str, ...]:
        """选择框里的词。"""
        return ("是", "否") if self.field.kind is Kind.YES_NO else self.field.words

    @property
    def duty(self) -> str:
        """要不要填，写在名字旁边；可填可不填的为空。"""
        if not self.field.required:
            return ""
        return "写了这一组就要填" if self.loose else "必填"

    @property
    def numeric(self) -> bool:
        """日期和数：弹数字键盘，框也窄些。"""
        return self.field.kind in (Kind.YUAN, Kind.COUNT, Kind.DAY)

    @property
    def list(self) -> str:
        """选单的名字，没有为空。"""
        return LISTS.get(self.field.key, "")

    @property
    def read_only(self) -> bool:
        """编号定了就不改：它也是文件名。"""
        return self.name in READ_ONLY


class Section(Struct, frozen=True):
    """一组输入框。"""

    title: str
    controls: tuple[Control, ...]
    folded: bool = field(default=False)


def build_sections(values: Values, model: type[BaseModel]) -> tuple[Section, ...]:
    """整张表单。"""
    controls = {control.name: control for control in _controls(values, model)}
    if model not in SECTIONS:
        return (Section("内容", tuple(controls.values())),)
    sections = []
    for title, names in SECTIONS[model]:
        chosen = tuple(controls.pop(name) for name in names if name in controls)
        sections.append(Section(title, chosen))
    controls.pop(SECTION_FOR_WITHDRAWAL, None)
    sections.append(Section("不常用的", tuple(controls.values()), folded=True))
    return tuple(sections)


def names_in(sections: Iterable[Section]) -> frozenset[str]:
    """表单里各格的名字，连同一组里面的。"""
    return frozenset(
        control.name for section in sections for one in section.controls for control in _within(one)
    )


def _within(control: Control) -> Iterator[Control]:
    yield control
    for row in control.rows:
        for child in row:
            yield from _within(child)


def _controls(
    values: Mapping[str, Plain], model: type[BaseModel], prefix: str = "", loose: bool = False
) -> Iterator[Control]:
    for key, one in fields_of(model).items():
        if key in values:
            yield _control(one, f"{prefix}{key}", values[key], loose)


def _control(one: Field, name: str, value: Plain, loose: bool) -> Control:
    if one.kind is Kind.GROUP and one.model and isinstance(value, dict):
        inside = tuple(_controls(value, one.model, f"{name}.", loose or not one.required))
        return Control(one, name, value, (inside,), loose)
    model = row_model(one)
    if model and isinstance(value, list):
        rows = [row for row in [*value, blank_row(model)] if isinstance(row, dict)]
        named = enumerate(rows)
        return Control(
            one,
            name,
            value,
            tuple(tuple(_controls(row, model, f"{name}.{number}.", True)) for number, row in named),
            loose,
        )
    if one.kind in MANY and isinstance(value, list):
        return Control(one, name, [*value, ""], loose=loose)
    return Control(one, name, value, loose=loose)


def blank_row(model: type[BaseModel]) -> dict[str, Plain]:
    """空着的一组，在末尾等人填。"""
    empty: dict[str, Plain] = {}
    for key, one in fields_of(model).items():
        if one.kind is Kind.GROUP and one.model:
            empty[key] = blank_row(one.model)
        else:
            empty[key] = [] if one.kind in MANY or row_model(one) else ""
    return empty


def penalty_choices() -> tuple[str, ...]:
    """处罚种类的选单（《行政处罚法》第九条）。"""
    return PENALTY_KINDS
