"""记录与表单之间的往返：文件里的内容摆成输入框里的样子，交回来的只挑出真改了的键。"""

from collections.abc import Iterable, Mapping
from datetime import date
from functools import lru_cache
from typing import Protocol

from pydantic import BaseModel, TypeAdapter, ValidationError
from pydantic import Field as Described

from casebook.editing.changes import Refused
from casebook.editing.roundtrip import Plain, load, plain, tidy_text
from casebook.entries.fields import Day, Line
from casebook.entries.kinds import Field, Kind, fields_of

MANY = frozenset({Kind.LINES, Kind.CITATIONS, Kind.DAYS})
_YES = {"true": "是", "yes": "是", "True": "是", "false": "否", "no": "否", "False": "否"}
Values = dict[str, Plain]
_DAY: TypeAdapter[date] = TypeAdapter(Day)


class Amount(BaseModel):
    """“名目: 数”里的一行，在表单里是一组两格。"""

    name: Line = Described(alias="名目", description="例如案由、处罚种类")
    amount: Line = Described(alias="数", description="阿拉伯数字")


def row_model(field: Field) -> type[BaseModel] | None:
    """一组一组的键，每组的模型；不是这样的键为 None。"""
    if field.kind is Kind.NUMBERS:
        return Amount
    return field.model if field.kind is Kind.GROUPS else None


class Posted(Protocol):
    """交回来的表单：一个名字可以有几个值。"""

    def getlist(self, key: str) -> list[str]:
        """这个名字的全部值。"""

    def keys(self) -> Iterable[str]:
        """全部名字。"""


def shown_values(text: str, model: type[BaseModel]) -> Values:
    """文件内容在输入框里的样子；形状不对、放不进输入框的键不在其中。"""
    return _shape(_contents(text), model)


def odd_keys(text: str, model: type[BaseModel]) -> tuple[str, ...]:
    """放不进表单的键：不认识的，或形状不对的；它们原样留在文件里。"""
    shown, content = shown_values(text, model), _contents(text)
    return tuple(key for key in content if key not in shown)


@lru_cache(maxsize=64)
def _contents(text: str) -> dict[str, Plain]:
    """文件的内容；边写边查时反复要读同一份，读一次就够。"""
    content = plain(load(text))
    return content if isinstance(content, dict) else {}


def _shape(content: Plain, model: type[BaseModel]) -> Values:
    given = content if isinstance(content, dict) else {}
    shaped: Values = {}
    for key, field in fields_of(model).items():
        value = _shape_one(given.get(key), field)
        if value is not None:
            shaped[key] = value
    return shaped


def _shape_one(value: Plain, field: Field) -> Plain:
    """一个键的样子；形状不对为 None。"""
    if field.kind is Kind.NUMBERS:
        return _shape_numbers(value)
    if field.kind in MANY:
        rows = value if isinstance(value, list) else [value] if value else []
        return list(rows) if all(isinstance(row, str) for row in rows) else None
    if field.kind is Kind.GROUP and field.model:
        return _shape(value, field.model) if isinstance(value, dict | None) else None
    if field.kind is Kind.GROUPS and field.model:
        groups = value or []
        if not isinstance(groups, list) or not all(isinstance(one, dict) for one in groups):
            return None
        return [_shape(one, field.model) for one in groups]
    if value is not None and not isinstance(value, str):
        return None
    return _YES.get(value or "", value or "") if field.kind is Kind.YES_NO else value or ""


def _shape_numbers(value: Plain) -> Plain:
    pairs = value or {}
    if not isinstance(pairs, dict) or not all(isinstance(v, str | None) for v in pairs.values()):
        return None
    return [{"名目": name, "数": amount or ""} for name, amount in pairs.items()]


def posted_values(form: Posted, model: type[BaseModel], prefix: str = "") -> Values:
    """交回来的内容；表单里没有的键不在其中。"""
    names = set(form.keys())
    values: Values = {}
    for key, field in fields_of(model).items():
        name = f"{prefix}{key}"
        if field.kind is Kind.GROUP and field.model:
            if any(one.startswith(f"{name}.") for one in names):
                values[key] = posted_values(form, field.model, f"{name}.")
        elif model_of_row := row_model(field):
            rows = _row_numbers(names, name)
            if rows or name in names:
                found = [posted_values(form, model_of_row, f"{name}.{row}.") for row in rows]
                values[key] = [row for row in found if _bare(row)]
        elif name in names:
            texts = [tidy_text(text) for text in form.getlist(name)]
            if field.kind is Kind.DAY:
                texts = [normal_day(text) for text in texts]
            values[key] = [t for t in texts if t] if field.kind in MANY else texts[0]
    return values


def normal_day(text: str) -> str:
    """日期的规范写法；2026/6/12、2026年6月12日、20260612 都认得，认不得的原样留着。"""
    return str(day_in(text) or text)


def day_in(text: str) -> date | None:
    """各种写法的日期；认不得的为 None。"""
    try:
        return _DAY.validate_python(text)
    except ValidationError:
        return None


def _row_numbers(names: set[str], name: str) -> list[int]:
    heads = (one[len(name) + 1 :].partition(".")[0] for one in names if one.startswith(f"{name}."))
    return sorted({int(head) for head in heads if head.isascii() and head.isdigit()})[:100]


def changed_values(posted: Values, shown: Values, model: type[BaseModel]) -> Values:
    """真改了的键和要写进文件的内容；引用等只有一项时写成一行。

    名目写重了、只写了一半的，抛出 `Refused`。
    """
    fields = fields_of(model)
    return {
        key: _as_written(value, shown.get(key), fields[key])
        for key, value in posted.items()
        if key in shown and _bare(value) != _bare(shown[key])
    }


def _as_written(value: Plain, before: Plain, field: Field) -> Plain:
    if field.kind is Kind.NUMBERS:
        return _as_numbers(value, field)
    if isinstance(value, dict) and field.model:
        inner, old = fields_of(field.model), before if isinstance(before, dict) else {}
        return {key: _as_written(one, old.get(key), inner[key]) for key, one in value.items()}
    if isinstance(value, list) and field.kind is Kind.GROUPS and field.model:
        model = field.model
        rows = [
            _as_written(one, None, Field("", Kind.GROUP, "", False, (), model)) for one in value
        ]
        return list(rows)
    single = field.kind is Kind.CITATIONS and not (isinstance(before, list) and len(before) > 1)
    return value[0] if single and isinstance(value, list) and len(value) == 1 else value


def _as_numbers(value: Plain, field: Field) -> Plain:
    rows = [row for row in value or () if isinstance(row, dict)]
    names = [str(row.get("名目") or "") for row in rows]
    if twice := next((name for name in names if names.count(name) > 1), None):
        raise Refused(f"“{field.key}”里“{twice}”写了两次")
    if half := next((row for row in rows if not (row.get("名目") and row.get("数"))), None):
        known = half.get("名目") or half.get("数")
        raise Refused(f"“{field.key}”里“{known}”那一组只写了一半")
    return {name: row.get("数") for name, row in zip(names, rows, strict=True)}


def _bare(value: Plain) -> Plain:
    """去掉空着的，好比较。"""
    if isinstance(value, dict):
        return {k: b for k, v in value.items() if (b := _bare(v))} or None
    if isinstance(value, list):
        return [b for item in value if (b := _bare(item))] or None
    return value or None


def flat(values: Mapping[str, Plain], prefix: str = "") -> dict[str, str | list[str]]:
    """按输入框的名字排开，存草稿用。"""
    found: dict[str, str | list[str]] = {}
    for key, value in values.items():
        name = f"{prefix}{key}"
        if isinstance(value, dict):
            found |= flat(value, f"{name}.")
        elif isinstance(value, list):
            rows = [row for row in value if isinstance(row, dict)]
            for number, row in enumerate(rows):
                found |= flat(row, f"{name}.{number}.")
            if not rows:
                found[name] = [str(item) for item in value]
        else:
            found[name] = value or ""
    return found
