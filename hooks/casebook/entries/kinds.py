"""模型里每个键是什么：日期、金额、选择、一段话……表单的输入框和 YAML 的写法都由此而来。"""

from collections.abc import Mapping
from datetime import date
from decimal import Decimal
from enum import StrEnum
from functools import cache
from typing import Annotated, Any, get_args, get_origin

from msgspec import Struct
from pydantic import BaseModel, BeforeValidator
from pydantic.fields import FieldInfo

from casebook.entries import fields
from casebook.entries.entry import keys_of


class Kind(StrEnum):
    """一个键里放什么。"""

    DAY = "day"
    YUAN = "yuan"
    COUNT = "count"
    YES_NO = "yes-no"
    CHOICE = "choice"
    LINE = "line"
    PROSE = "prose"
    LINES = "lines"
    CITATIONS = "citations"
    DAYS = "days"
    GROUP = "group"
    GROUPS = "groups"
    NUMBERS = "numbers"


UNQUOTED = frozenset({Kind.DAY, Kind.DAYS, Kind.YUAN, Kind.COUNT, Kind.YES_NO, Kind.NUMBERS})
"""不必加引号的：日期、数、是否。"""


class Field(Struct, frozen=True):
    """一个键：名称、种类、说明、是否必填；`words` 是可选的词，`model` 是里面那一组的模型。"""

    key: str
    kind: Kind
    description: str
    required: bool
    words: tuple[str, ...] = ()
    model: type[BaseModel] | None = None


_READERS = {
    fields.read_day: Kind.DAY,
    fields.read_yuan: Kind.YUAN,
    fields.read_count: Kind.COUNT,
    fields.read_yes_no: Kind.YES_NO,
    fields.read_prose: Kind.PROSE,
    fields.read_line: Kind.LINE,
    fields.read_one_or_many: Kind.LINES,
}


@cache
def fields_of(model: type[BaseModel]) -> Mapping[str, Field]:
    """模型的全部键，按书写次序。"""
    return {key: _field(key, info) for key, info in keys_of(model)}


def _field(key: str, info: FieldInfo) -> Field:
    kind, words, model = _kind(info.annotation, tuple(info.metadata))
    return Field(key, kind, info.description or "", info.is_required(), words, model)


def _by_type(annotation: Any) -> Kind:
    """不在名单上的读法，看读出来是什么：几个日期、几处引用、一个数，或者一行字。"""
    if get_origin(annotation) is tuple:
        return Kind.DAYS if get_args(annotation)[0] is date else Kind.CITATIONS
    return Kind.COUNT if annotation in (int, Decimal) else Kind.LINE


def _kind(
    annotation: Any, metadata: tuple[object, ...]
) -> tuple[Kind, tuple[str, ...], type[BaseModel] | None]:
    origin, inside = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _kind(inside[0], (*inside[1:], *metadata))
    for mark in metadata:
        if isinstance(mark, fields.Choice):
            return Kind.CHOICE, mark.words, None
        if isinstance(mark, BeforeValidator):
            return _READERS.get(mark.func) or _by_type(annotation), (), None
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return Kind.GROUP, (), annotation
    if origin is tuple:
        kind, words, model = _kind(inside[0], ())
        return (Kind.GROUPS, (), model) if kind is Kind.GROUP else (Kind.LINES, words, None)
    if origin is dict:
        return Kind.NUMBERS, (), None
    return _kind(next(part for part in inside if part is not type(None)), ())
