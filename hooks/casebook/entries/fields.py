"""记录里的字段类型：日期、金额、是否、文字。写法不规范而意思确定的照收并提醒，拿不准的报错。

转换时看得到原文的位置，提醒记在校验上下文的 `Notes` 里。JSON Schema 也由这些类型给出。
"""

import re
import unicodedata
from datetime import date
from typing import Annotated, Any

from msgspec import Struct, field
from pydantic import (
    BeforeValidator,
    GetCoreSchemaHandler,
    GetJsonSchemaHandler,
    ValidationInfo,
    WithJsonSchema,
)
from pydantic_core import CoreSchema, PydanticCustomError, core_schema

from casebook.source.nodes import Text


class Note(Struct, frozen=True):
    """一条提醒：代码、出处、说明、改法，以及换成什么就一定对。"""

    code: str
    text: Text
    message: str
    hint: str
    fix: str


class Notes(Struct):
    """一次转换中积下的提醒。"""

    notes: list[Note] = field(default_factory=list)


def _note(info: ValidationInfo, code: str, value: str, message: str, fix: str) -> None:
    """记一条提醒；没有位置的值（例如程序里造出的）不记。"""
    if isinstance(info.context, Notes) and isinstance(value, Text):
        info.context.notes.append(Note(code, value, message, f"写成 {fix}。", fix))


def refuse(code: str, message: str, hint: str = "", at: object = None) -> PydanticCustomError:
    """带问题代码的校验错误，由 `entries` 换成 `Problem`；`at` 是列表里出错的那一项。"""
    context: dict[str, Any] = {"code": code, "message": message, "hint": hint}
    if isinstance(at, Text):
        context["mark"] = at.mark
    return PydanticCustomError("casebook", "{message}", context)


def half_width(text: str) -> str:
    """全角字母、数字、标点换成半角，去掉空白。"""
    return "".join(unicodedata.normalize("NFKC", text).split())


EARLIEST_YEAR, LATEST_YEAR = 1949, 2199
_LOOSE_DAY = re.compile(r"(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})日?")
_DIGIT_DAY = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")


def read_day(value: object, info: ValidationInfo) -> object:
    """`YYYY-MM-DD` 为准；2025/3/12、2025年3月12日 等意思确定的照收并提醒。"""
    if not isinstance(value, str):
        return value
    plain = half_width(value)
    match = _LOOSE_DAY.fullmatch(plain) or _DIGIT_DAY.fullmatch(plain)
    if match is None:
        raise refuse("C201", f"不是日期：“{value}”", "写成“年-月-日”，例如 2025-03-01。")
    year, month, day = map(int, match.groups())
    try:
        result = date(year, month, day)
    except ValueError:
        hint = "写成“年-月-日”，例如 2025-03-01，并查一查这一天是否存在。"
        raise refuse("C202", f"没有这一天：“{value}”", hint) from None
    if not EARLIEST_YEAR <= year <= LATEST_YEAR:
        hint = f"年份应在 {EARLIEST_YEAR} 到 {LATEST_YEAR} 之间，检查是不是多写、少写了一位。"
        raise refuse("C202", f"年份不对：“{value}”", hint)
    if value != result.isoformat():
        message = f"“{value}”已按 {result} 读取"
        _note(info, "C203", value, message, result.isoformat())
    return result


def _read_number(
    value: object, info: ValidationInfo, code: str, units: str, example: str
) -> object:
    if not isinstance(value, str):
        return value
    plain = half_width(value).replace(",", "")
    bare = plain.rstrip(units) if units else plain
    match = re.fullmatch(r"0*(\d+)(?:\.0+)?", bare)
    if match is None:
        raise refuse(code, f"读不出数：“{value}”", example)
    number = int(match.group(1))
    if value != str(number):
        _note(info, "C205", value, f"“{value}”已按 {number} 读取", str(number))
    return number


def read_yuan(value: object, info: ValidationInfo) -> object:
    """元为单位的整数；1,200 与 １２００元 照收并提醒；小数、负数、“一千二”不收。"""
    return _read_number(value, info, "C204", "元整圆", "写成以元为单位的整数，例如 1200。")


def read_count(value: object, info: ValidationInfo) -> object:
    """不小于零的整数。"""
    return _read_number(value, info, "C210", "件起个人次处份辆项条款", "写成整数，例如 13。")


_YES = frozenset({"是", "true", "yes"})
_NO = frozenset({"否", "false", "no"})


def read_yes_no(value: object) -> object:
    """是 / 否（true / false 也可）。"""
    if not isinstance(value, str):
        return value
    word = half_width(value).lower()
    if word in _YES:
        return True
    if word in _NO:
        return False
    raise refuse("C206", f"不是“是”或“否”：“{value}”", "写“是”或“否”。")


def read_prose(value: object) -> object:
    """一段文字，去掉首尾空白。"""
    return str(value).strip() if isinstance(value, str) else value


def read_line(value: object) -> object:
    """一行文字；折行处并成一行。"""
    return " ".join(value.split("\n")).strip() if isinstance(value, str) else value


def read_one_or_many(value: object) -> object:
    """单独一项也当作只有一项的列表。"""
    return [value] if isinstance(value, str) else value


Day = Annotated[
    date, BeforeValidator(read_day), WithJsonSchema({"type": "string", "format": "date"})
]
Yuan = Annotated[int, BeforeValidator(read_yuan), WithJsonSchema({"type": "integer", "minimum": 0})]
Count = Annotated[
    int, BeforeValidator(read_count), WithJsonSchema({"type": "integer", "minimum": 0})
]
YesNo = Annotated[
    bool, BeforeValidator(read_yes_no), WithJsonSchema({"enum": ["是", "否", True, False]})
]
Prose = Annotated[str, BeforeValidator(read_prose)]
Line = Annotated[str, BeforeValidator(read_line)]
Lines = Annotated[
    tuple[Line, ...],
    BeforeValidator(read_one_or_many),
    WithJsonSchema({"anyOf": [{"type": "string"}, {"type": "array", "items": {"type": "string"}}]}),
]


class Choice(Struct, frozen=True, dict=True):
    """只能从几个词里选一个；`synonyms` 是照收的旧称。用法：`Annotated[str, Choice((…))]`。"""

    words: tuple[str, ...]
    synonyms: tuple[tuple[str, str], ...] = ()

    def read(self, value: object) -> object:
        """换成规范的词；不在范围里则报错。"""
        if not isinstance(value, str):
            return value
        said = str(value).strip()
        word = dict(self.synonyms).get(said, said)
        if word not in self.words:
            hint = f"可写：{'、'.join(self.words)}。"
            raise refuse("C207", f"“{value}”不在可选的范围里", hint)
        return word

    def __get_pydantic_core_schema__(
        self, source: Any, handler: GetCoreSchemaHandler
    ) -> CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(
        self, schema: CoreSchema, handler: GetJsonSchemaHandler
    ) -> dict[str, Any]:
        return {"enum": [*self.words, *(old for old, _ in self.synonyms)]}
