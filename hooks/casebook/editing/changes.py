"""改一份记录里的几个键：只换这几个键所在的行，其余各行一个字节也不动，注释都留着。"""

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import BaseModel
from ruamel.yaml.comments import CommentedMap, CommentedSeq
from ruamel.yaml.scalarstring import LiteralScalarString

from casebook.editing.roundtrip import Plain, dump, load, plain, spell
from casebook.entries.kinds import Field, Kind, fields_of

STEP = 2


class Refused(Exception):
    """改了以后读出来的与想要的不一样；宁可不写。"""


@dataclass(frozen=True, slots=True)
class Splice:
    """把第 `first` 行（从 0 起）到 `last` 行之前换成 `lines`。"""

    first: int
    last: int
    lines: tuple[str, ...]


def change(text: str, wanted: Mapping[str, Plain], model: type[BaseModel]) -> str:
    """把 `wanted` 里的键改成给定的内容，没有提到的键不动；内容为 None 或空的键连行删去。

    读不成时抛出 `Unreadable`；写出后再读一遍，与想要的不符时抛出 `Refused`。
    """
    if not wanted:
        return text
    if text and not text.endswith("\n"):
        text += "\n"
    root = load(text) if _has_keys(text) else CommentedMap()
    lines = text.splitlines()
    order = list(fields_of(model))
    ordered = {key: wanted[key] for key in sorted(wanted, key=order.index)}
    splices = list(_changes(_Span(lines, 0, len(lines), 0), root, ordered, model))
    for _, splice in sorted(enumerate(splices), key=_position, reverse=True):
        lines[splice.first : splice.last] = splice.lines
    changed = "\n".join(lines) + "\n"
    _verify(changed, root, wanted)
    return changed


def _has_keys(text: str) -> bool:
    """有没有注释和空行以外的内容。"""
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def _position(numbered: tuple[int, Splice]) -> tuple[int, int, int]:
    """从下往上换，行号才不乱；插在同一处的，后来的先插。"""
    number, splice = numbered
    return splice.first, splice.last, number


@dataclass(frozen=True, slots=True)
class _Span:
    """一组“键: 值”所占的行，`indent` 是键前面的空格数。"""

    lines: list[str]
    first: int
    last: int
    indent: int

    def parts(self, group: CommentedMap) -> dict[str, tuple[int, int]]:
        """每个键占的行；键前面的注释和空行不算在内，留给它自己。"""
        starts = {str(key): int(group.lc.key(key)[0]) for key in group}
        if not starts:
            return {}
        bounds = [*list(starts.values())[1:], self.last]
        return {
            key: (start, self._trimmed(start, bound))
            for (key, start), bound in zip(starts.items(), bounds, strict=True)
        }

    def _trimmed(self, start: int, end: int) -> int:
        while end - 1 > start and self._belongs_below(self.lines[end - 1]):
            end -= 1
        return end

    def _belongs_below(self, line: str) -> bool:
        bare = line.lstrip(" ")
        return not bare or (bare.startswith("#") and len(line) - len(bare) <= self.indent)


def _changes(
    span: _Span, group: CommentedMap, wanted: Mapping[str, Plain], model: type[BaseModel]
) -> Iterator[Splice]:
    fields = fields_of(model)
    parts = span.parts(group)
    for key, value in ((key, _filled(value)) for key, value in wanted.items()):
        if key not in group:
            if value is not None:
                at = _place(key, list(fields), parts, span)
                yield Splice(at, at, tuple(_written(key, value, fields[key], span.indent)))
            continue
        if plain(group[key]) == value:
            continue
        first, last = parts[key]
        field = fields[key]
        old = group[key]
        if value is None:
            yield Splice(first, last, ())
        elif isinstance(value, dict) and field.model and _is_block(old, first):
            inner = _Span(span.lines, first + 1, last, old.lc.col)
            yield from _changes(inner, old, {**dict.fromkeys(old), **value}, field.model)
        else:
            piece = [line[span.indent :] for line in span.lines[first:last]]
            yield Splice(first, last, tuple(_rewritten(piece, key, value, field, span.indent)))


def _is_block(node: object, key_line: int) -> bool:
    """换行写的一组，不是花括号，也不是空的。"""
    return (
        isinstance(node, CommentedMap)
        and bool(node)
        and not node.fa.flow_style()
        and node.lc.line > key_line
    )


def _filled(value: Plain) -> Plain:
    """去掉空着的键和项；全空就是没有。"""
    if isinstance(value, dict):
        return {k: f for k, v in value.items() if (f := _filled(v)) is not None} or None
    if isinstance(value, list):
        return [f for item in value if (f := _filled(item)) is not None] or None
    return plain(value)


def _place(key: str, order: list[str], parts: dict[str, tuple[int, int]], span: _Span) -> int:
    """新的键按模型的次序，插在前面最近的一个键之后；同一处先来的在前。"""
    before = order[: order.index(key)]
    return next(
        (parts[name][1] for name in reversed(before) if name in parts),
        min((start for start, _ in parts.values()), default=span.last),
    )


def _written(key: str, value: Plain, field: Field, indent: int) -> list[str]:
    return _indented(dump(CommentedMap({key: built(value, field, nested=indent > 0)})), indent)


def _rewritten(piece: list[str], key: str, value: Plain, field: Field, indent: int) -> list[str]:
    entry = load("\n".join(piece) + "\n")
    entry[key] = _merged(entry[key], value, field, nested=indent > 0)
    return _indented(dump(entry), indent)


def _indented(text: str, indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in text.rstrip("\n").split("\n")]


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


def _merged(old: Any, value: Plain, field: Field, *, nested: bool) -> Any:
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
                old[key] = _merged(old.get(key), item, inner.get(key, field), nested=True)
        return old
    fresh = built(value, field, nested=nested)
    if isinstance(old, LiteralScalarString) and isinstance(fresh, str):
        return spell(fresh, field.kind, block=True)
    return fresh


def _merge_rows(old: CommentedSeq, value: list[Plain], field: Field) -> None:
    del old[len(value) :]
    for index, item in enumerate(value):
        if index >= len(old):
            old.append(built(item, field, nested=True))
        elif plain(old[index]) != item:
            old[index] = _merged(old[index], item, field, nested=True)


def _verify(changed: str, before: CommentedMap, wanted: Mapping[str, Plain]) -> None:
    expected = {key: value for key, value in _contents(before).items() if key not in wanted}
    expected |= {key: f for key, value in wanted.items() if (f := _filled(value)) is not None}
    found = _contents(load(changed)) if _has_keys(changed) else {}
    if found != expected:
        odd = [k for k in {*found, *expected} if found.get(k) != expected.get(k)]
        raise Refused(f"写出来再读，{'、'.join(sorted(odd))}与所填的不符")


def _contents(root: CommentedMap) -> dict[str, Plain]:
    return {str(key): f for key, value in root.items() if (f := _filled(plain(value))) is not None}
