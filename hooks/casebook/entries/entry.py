"""一份 YAML 变成一个有类型的对象：键是中文，字段是英文；读不成时一次说清全部问题。"""

import difflib
from collections.abc import Iterable
from typing import Any, Generic, TypeVar, get_args

from msgspec import Struct
from msgspec.structs import replace
from pydantic import BaseModel, ConfigDict, ValidationError, model_validator
from pydantic.fields import FieldInfo
from pydantic_core import ErrorDetails

from casebook.entries.fields import Notes
from casebook.problems import Position, Problem
from casebook.source.document import Source
from casebook.source.nodes import Location, Rows, Table, Text


class Entry(BaseModel):
    """各种记录的基类：不可改、不收不认识的键、空着的键等于没写。"""

    model_config = ConfigDict(
        frozen=True,
        extra="forbid",
        validate_by_name=False,
        defer_build=True,  # 用到哪个模型才造它的校验器，启动才快
    )

    @model_validator(mode="before")
    @classmethod
    def _drop_blank(cls, data: Any) -> Any:
        if isinstance(data, dict):
            return {key: value for key, value in data.items() if value != ""}
        return data


E = TypeVar("E", bound=Entry)


class Loaded(Struct, Generic[E], frozen=True):
    """一份读好的记录和它的出处。"""

    value: E
    source: Source

    @property
    def path(self) -> str:
        """显示用的路径。"""
        return self.source.path

    def position(self, *location: str | int) -> Position:
        """某个键的值在文件里的位置。"""
        mark = self.source.mark(location)
        return Position(self.path, mark.line, mark.column, mark.width)

    def problem(
        self,
        code: str,
        location: Location,
        message: str,
        hint: str = "",
        quotable: bool = False,
        related: Iterable[Position] = (),
    ) -> Problem:
        """这份记录某个键上的一个问题。"""
        found = self.source.problem(code, self.source.mark(location), message, hint, quotable)
        return replace(found, related=tuple(related), location=location)


def read_entry(model: type[E], source: Source) -> Loaded[E] | None:
    """按模型读 `source`；问题都记进 `source.problems`，读不成时返回 None。"""
    if source.root is None:
        return None
    notes = Notes()
    try:
        value = model.model_validate(source.root, context=notes)
    except ValidationError as error:
        for details in error.errors(include_url=False, include_input=False):
            found = _problem(model, source, details)
            source.problems.append(replace(found, location=tuple(details["loc"])))
        value = None
    for note in notes.notes:
        source.report(note.code, note.text.mark, note.message, note.hint, note.fix)
    return None if value is None else Loaded(value, source)


def closest(word: str, known: Iterable[str]) -> str | None:
    """最接近的一个已知词；差得太远则为 None。"""
    matches = difflib.get_close_matches(word, list(known), n=1, cutoff=0.5)
    return matches[0] if matches else None


def _problem(model: type[Entry], source: Source, details: ErrorDetails) -> Problem:
    """把 pydantic 的一条错误换成中文的问题。"""
    location = tuple(details["loc"])
    kind = details["type"]
    name = next((str(step) for step in reversed(location) if isinstance(step, str)), "")
    if kind == "casebook":
        context = details["ctx"]
        message = f"“{name}”{context['message']}"
        mark = context.get("mark") or source.mark(location)
        return source.problem(context["code"], mark, message, context["hint"])
    if kind == "extra_forbidden":
        return _unknown_key(model, source, location)
    if kind == "missing":
        return _missing_key(model, source, location)
    if kind == "string_pattern_mismatch":
        message = f"“{name}”的写法不对：“{source.node(location)}”"
        hint = f"{_description(model, location)}。"
        return source.problem("C208", source.mark(location), message, hint)
    return _wrong_shape(source, location, name, kind)


def _unknown_key(model: type[Entry], source: Source, location: Location) -> Problem:
    key = str(location[-1])
    known = [alias for alias, _ in keys_of(_model_at(model, location[:-1]) or model)]
    near = closest(key, known)
    hint = (
        f"是不是想写“{near}”？"
        if near
        else "对照同类记录的键名；在 VS Code 里按 Ctrl+空格可列出全部。"
    )
    return source.problem("C101", source.key_mark(location), f"不认识的键“{key}”", hint)


def _missing_key(model: type[Entry], source: Source, location: Location) -> Problem:
    key = str(location[-1])
    description = _description(model, location)
    hint = f"补上“{key}”" + (f"（{description}）。" if description else "。")
    parent = source.node(location[:-1])
    written = parent.key(key) if isinstance(parent, Table) else None
    if written is not None:
        return source.problem("C103", written.mark, f"“{key}”没有填内容", hint)
    mark = source.key_mark(location[:-1]) if len(location) > 1 else source.mark(())
    where = f"“{location[-2]}”里" if len(location) > 1 and isinstance(location[-2], str) else ""
    return source.problem("C102", mark, f"{where}缺少必填的“{key}”", hint)


_SHAPES = {
    "string_type": ("一段文字", "写成“{name}: 文字”；长文用 | 换行后缩进两格。"),
    "list_type": ("一个列表", "每项一行，以短横线加空格开头；或写成 [甲, 乙]。"),
    "tuple_type": ("一个列表", "每项一行，以短横线加空格开头；或写成 [甲, 乙]。"),
    "dict_type": ("一组“键: 值”", "换行后缩进两格，一行一个“键: 值”。"),
    "model_type": ("一组“键: 值”", "换行后缩进两格，一行一个“键: 值”。"),
    "model_attributes_type": ("一组“键: 值”", "换行后缩进两格，一行一个“键: 值”。"),
    "date_type": ("一个日期", "写成“年-月-日”，例如 2025-03-01。"),
    "int_type": ("一个整数", "写成阿拉伯数字的整数，例如 1200。"),
    "bool_type": ("“是”或“否”", "写“是”或“否”。"),
}


def _wrong_shape(source: Source, location: Location, name: str, kind: str) -> Problem:
    expected, hint = _SHAPES.get(kind, ("别的写法", "对照同类记录的写法。"))
    found = source.node(location)
    if isinstance(found, Text) and "：" in found and kind.startswith(("model", "dict")):
        hint = "这里写了全角冒号：改成半角冒号加一个空格，一行一个“键: 值”。"
    message = f"“{name}”应是{expected}，现在是{_shape(found)}"
    return source.problem("C104", source.mark(location), message, hint.format(name=name))


def _shape(node: object) -> str:
    if isinstance(node, Table):
        return "一组“键: 值”"
    return "一个列表" if isinstance(node, Rows) else "一段文字"


def keys_of(model: type[BaseModel]) -> list[tuple[str, FieldInfo]]:
    """模型的中文键和字段，按书写次序。"""
    return [(info.alias or name, info) for name, info in model.model_fields.items()]


def _description(model: type[Entry], location: Location) -> str:
    owner = _model_at(model, location[:-1])
    fields = dict(keys_of(owner)) if owner else {}
    info = fields.get(str(location[-1]))
    return (info.description or "") if info else ""


def _model_at(model: type[BaseModel], location: Location) -> type[BaseModel] | None:
    """沿键走到某处的模型；中途不是模型则为 None。"""
    current: type[BaseModel] | None = model
    for step in location:
        if isinstance(step, int) or current is None:
            continue
        info = dict(keys_of(current)).get(step)
        current = _nested(info.annotation) if info else None
    return current


def _nested(annotation: Any) -> type[BaseModel] | None:
    """类型标注里的模型，例如 `tuple[Rule, ...] | None` 里的 Rule。"""
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return annotation
    return next((found for part in get_args(annotation) if (found := _nested(part))), None)
