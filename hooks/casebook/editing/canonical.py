"""记录的规范写法：键照模型的次序，列表一项一行，长文用 |，不多加引号；注释跟着它下面的键走。"""

from collections.abc import Mapping
from typing import Any

from pydantic import BaseModel
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString, PlainScalarString, ScalarString

from casebook.editing.roundtrip import dump, load, spell
from casebook.entries.kinds import Field, Kind, fields_of


def canonical(text: str, model: type[BaseModel]) -> str:
    """`text` 的规范写法。已经规范的原样返回；读不成时抛出 `Unreadable`。"""
    root = load(text)
    _tidy_group(root, fields_of(model), None)
    lines = dump(root).rstrip().split("\n")
    return "\n".join(_ordered(lines, load("\n".join(lines) + "\n"), model)) + "\n"


def _tidy_group(group: CommentedMap, fields: Mapping[str, Field], otherwise: Field | None) -> None:
    group.fa.set_block_style()
    for key, value in group.items():
        group[key] = _tidy(value, fields.get(str(key), otherwise))


def _tidy(value: Any, field: Field | None) -> Any:
    """写成 `[甲, 乙]` 的短词列表照旧，里面有一组组“键: 值”的才换行。"""
    if isinstance(value, CommentedMap):
        if value:
            _tidy_group(value, fields_of(field.model) if field and field.model else {}, field)
        return value
    if isinstance(value, CommentedSeq):
        if any(isinstance(item, CommentedMap | CommentedSeq) for item in value):
            value.fa.set_block_style()
        for index, item in enumerate(value):
            value[index] = _tidy(item, field)
        return value
    if value is None:
        return None
    block = isinstance(value, LiteralScalarString) or "\n" in str(value).strip()
    spelled = spell(str(value), field.kind if field else Kind.LINE, block=block)
    return spelled if isinstance(spelled, ScalarString) else PlainScalarString(spelled)


def _ordered(lines: list[str], root: CommentedMap, model: type[BaseModel]) -> list[str]:
    """把各键连同它上面的注释排成模型的次序；文件开头的注释留在开头，不认识的键排在最后。"""
    starts = [(str(key), int(root.lc.key(key)[0])) for key in root]
    if not starts:
        return lines
    order = {key: place for place, key in enumerate(fields_of(model))}
    head, tail = lines[: starts[0][1]], len(lines)
    chunks: list[tuple[int, list[str]]] = []
    for key, line in reversed(starts):
        start = _above(lines, line, starts[0][1])
        chunks.insert(0, (order.get(key, len(order)), lines[start:tail]))
        tail = start
    return head + [line for _, chunk in sorted(chunks, key=lambda c: c[0]) for line in chunk]


def _above(lines: list[str], start: int, top: int) -> int:
    """连同上面的注释和空行，从哪一行起。"""
    while start > top and (not lines[start - 1].strip() or lines[start - 1].startswith("#")):
        start -= 1
    return start
