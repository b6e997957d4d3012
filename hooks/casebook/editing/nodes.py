"""要写的内容变成带注释的节点：新写的照规矩写，改旧的就留下行尾注释和没变的项。"""

from typing import Any

from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

from casebook.editing.roundtrip import Plain, plain, spell
from casebook.editing.rows import align
from casebook.entries.kinds import Field, Kind, fields_of


def built(value: Plain, field: Field, *, nested: bool) -> Any:
    """内容变成可以写出的样子。"""
    if isinstance(value, dict):
        inner = fields_of(field.model) if field.model else {}
        return CommentedMap(
            {k: built(v, inner.get(k, field), nested=True) for k, v in value.items()}
        )
    if isinstance(value, list):
        return CommentedSeq([built(item, field, nested=True) for item in value])
    block = field.kind is Kind.PROSE and (nested or field.key == "正文")
    return spell(value or "", field.kind, block=block)


def merged(old: Any, value: Plain, field: Field, *, nested: bool) -> Any:
    """在原来的样子上改，好把行尾注释和没变的项留下。"""
    if isinstance(old, CommentedSeq) and isinstance(value, list):
        _merge_rows(old, value, field)
        return old
    if isinstance(old, CommentedMap) and isinstance(value, dict):
        inner = fields_of(field.model) if field.model else {}
        for key in [key for key in old if key not in value]:
            del old[key]
        for key, item in value.items():
            if key not in old or plain(old[key]) != item:
                old[key] = merged(old.get(key), item, inner.get(key, field), nested=True)
        return old
    fresh = built(value, field, nested=nested)
    if isinstance(old, LiteralScalarString) and isinstance(fresh, str):
        return spell(fresh, field.kind, block=True)
    return fresh


def _merge_rows(old: CommentedSeq, value: list[Plain], field: Field) -> None:
    at = len(old)
    for before, after in reversed(list(align([plain(item) for item in old], value))):
        at = at if before is None else before
        if after is None:
            del old[at]
        elif before is None:
            old.insert(at, built(value[after], field, nested=True))
        elif plain(old[at]) != value[after]:
            old[at] = merged(old[at], value[after], field, nested=True)
