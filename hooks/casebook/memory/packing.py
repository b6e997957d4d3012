"""记录与 JSON 之间的往返：读过、查过的记录存起来，下次直接还原，不再解析、不再校验。

还原出来的与当初校验过的相等；存的时候略去默认值。
"""

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, TypeVar, Union, get_args, get_origin

from msgspec.json import decode
from pydantic import BaseModel

from casebook.entries.entry import Entry
from casebook.law.provisions import Citation

Restore = Callable[[Any], Any]
E = TypeVar("E", bound=Entry)


def pack(entry: Entry) -> str:
    """一份记录写成一行 JSON。"""
    plain = entry.model_dump(mode="json", exclude_defaults=True)
    return json.dumps(plain, ensure_ascii=False, separators=(",", ":"))


def unpack(model: type[E], packed: str) -> E:
    """还原一份由 `pack` 写下的记录。"""
    entry = _restorer(model)(decode(packed))
    assert isinstance(entry, model)
    return entry


@cache
def _restorer(model: type[BaseModel]) -> Restore:
    """按模型的字段造出还原的函数；要转换的字段挑出来，其余原样。"""
    fields = model.model_fields
    # 必填的也占个位置：字段的次序与校验出来的一样，`repr` 才一样
    blank = {name: None if info.is_required() else info.default for name, info in fields.items()}
    special = {
        name: restore
        for name, info in fields.items()
        if (restore := _restore(info.annotation)) is not None
    }

    def build(plain: dict[str, Any]) -> BaseModel:
        values = {**blank, **plain}
        for name, restore in special.items():
            if name in plain and plain[name] is not None:
                values[name] = restore(plain[name])
        entry = model.__new__(model)
        object.__setattr__(entry, "__dict__", values)
        object.__setattr__(entry, "__pydantic_fields_set__", set(plain))
        object.__setattr__(entry, "__pydantic_extra__", None)
        object.__setattr__(entry, "__pydantic_private__", None)
        return entry

    return build


def _restore(annotation: Any) -> Restore | None:
    """一种类型怎样从 JSON 还原；本来就是 JSON 的样子则为 None，不认识的类型抛出 `TypeError`。"""
    origin, arguments = get_origin(annotation), get_args(annotation)
    if origin is Annotated:
        return _restore(arguments[0])
    if origin in (Union, UnionType):
        return next((found for part in arguments if (found := _restore(part))), None)
    if origin is tuple:
        each = _restore(arguments[0])
        return tuple if each is None else lambda rows: tuple(map(each, rows))
    if origin is dict and not any(map(_restore, arguments)):
        return None
    if annotation in _PLAIN or origin is Literal:
        return None
    if annotation in _SPECIAL:
        return _SPECIAL[annotation]
    if isinstance(annotation, type) and issubclass(annotation, BaseModel):
        return _restorer(annotation)
    raise TypeError(f"不知道怎样还原 {annotation}：在 casebook/memory/packing.py 里添上")


def _citation(plain: dict[str, Any]) -> Citation:
    return Citation(**{**plain, "items": tuple(plain.get("items", ()))})


_PLAIN = frozenset({str, int, bool, float, type(None)})
_SPECIAL: dict[Any, Restore] = {
    date: date.fromisoformat,
    Decimal: Decimal,
    Citation: _citation,
}
