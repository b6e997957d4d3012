"""改一份记录里的几个键：只换这几个键所在的行，其余各行一个字节也不动，注释都留着。"""

from collections.abc import Iterator, Mapping
from functools import lru_cache
from itertools import pairwise

from msgspec import Struct
from pydantic import BaseModel
from ruamel.yaml.comments import CommentedMap, CommentedSeq

from casebook.editing.nodes import built, merged
from casebook.editing.roundtrip import Plain, dump, load, plain
from casebook.editing.rows import align
from casebook.entries.kinds import Field, fields_of

STEP = 2
_ROWS = "rows"
"""单写一列时借用的键名，写出后去掉。"""


class Refused(Exception):
    """改了以后读出来的与想要的不一样；宁可不写。"""


class Splice(Struct, frozen=True):
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
    root = _root(text)
    lines = text.splitlines()
    order = list(fields_of(model))
    ordered = {key: wanted[key] for key in sorted(wanted, key=order.index)}
    splices = list(_changes(_Span(lines, 0, len(lines), 0), root, ordered, model))
    for _, splice in sorted(enumerate(splices), key=_position, reverse=True):
        lines[splice.first : splice.last] = splice.lines
    changed = "\n".join(lines) + "\n"
    _verify(changed, root, wanted)
    return changed


@lru_cache(maxsize=8)
def _root(text: str) -> CommentedMap:
    """原来的内容，只看不改；边写边查时反复要读同一份，读一次就够。"""
    return load(text) if _has_keys(text) else CommentedMap()


def _has_keys(text: str) -> bool:
    """有没有注释和空行以外的内容。"""
    return any(line.strip() and not line.lstrip().startswith("#") for line in text.splitlines())


def _position(numbered: tuple[int, Splice]) -> tuple[int, int, int]:
    """从下往上换，行号才不乱；插在同一处的，后来的先插。"""
    number, splice = numbered
    return splice.first, splice.last, number


class _Span(Struct, frozen=True):
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
            key: (start, self.trimmed(start, bound))
            for (key, start), bound in zip(starts.items(), bounds, strict=True)
        }

    def trimmed(self, start: int, end: int) -> int:
        """去掉末尾属于下一个的注释和空行。"""
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
        elif isinstance(value, list) and (starts := _row_starts(span.lines, old)):
            dash = span.lines[starts[0]].index("-")
            rows = _Span(span.lines, starts[0], last, dash)
            yield from _row_changes(rows, starts, old, value, field)
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


def _row_starts(lines: list[str], node: object) -> list[int]:
    """一列各项从哪一行起；不是一项一行、短横线对齐的，返回空。"""
    if not isinstance(node, CommentedSeq) or node.fa.flow_style():
        return []
    starts = [int(node.lc.item(index)[0]) for index in range(len(node))]
    heads = {lines[start].partition("-")[0] for start in starts}
    even = len(heads) == 1 and not heads.pop().strip() and len(set(starts)) == len(starts)
    return starts if even else []


def _row_changes(
    span: _Span, starts: list[int], old: CommentedSeq, value: list[Plain], field: Field
) -> Iterator[Splice]:
    """只动改了的、删了的、添了的几项。"""
    ends = [span.trimmed(*pair) for pair in pairwise([*starts, span.last])]
    at = starts[0]
    for before, after in align([plain(item) for item in old], value):
        if before is None:
            yield Splice(at, at, tuple(_row(None, value[after or 0], field, span.indent)))
            continue
        first, at = starts[before], ends[before]
        if after is None:
            yield Splice(first, at, ())
        elif plain(old[before]) != value[after]:
            piece = [line[span.indent :] for line in span.lines[first:at]]
            yield Splice(first, at, tuple(_row(piece, value[after], field, span.indent)))


def _row(piece: list[str] | None, value: Plain, field: Field, indent: int) -> list[str]:
    """一项写成的各行，短横线缩进 `indent` 格；有原来的（`piece`）就在它的样子上改。"""
    if piece is None:
        rows = CommentedSeq([built(value, field, nested=True)])
    else:
        rows = load("\n".join([f"{_ROWS}:", *piece]) + "\n")[_ROWS]
        rows[0] = merged(rows[0], value, field, nested=True)
    lines = dump(CommentedMap({_ROWS: rows})).rstrip("\n").split("\n")[1:]
    return _indented("\n".join(line[STEP:] for line in lines), indent)


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
    entry[key] = merged(entry[key], value, field, nested=indent > 0)
    return _indented(dump(entry), indent)


def _indented(text: str, indent: int) -> list[str]:
    return [" " * indent + line if line else "" for line in text.rstrip("\n").split("\n")]


def _verify(changed: str, before: CommentedMap, wanted: Mapping[str, Plain]) -> None:
    expected = {key: value for key, value in _contents(before).items() if key not in wanted}
    expected |= {key: f for key, value in wanted.items() if (f := _filled(value)) is not None}
    found = _contents(load(changed)) if _has_keys(changed) else {}
    if found != expected:
        odd = [k for k in {*found, *expected} if found.get(k) != expected.get(k)]
        raise Refused(f"写出来再读，{'、'.join(sorted(odd))}与所填的不符")


def _contents(root: CommentedMap) -> dict[str, Plain]:
    return {str(key): f for key, value in root.items() if (f := _filled(plain(value))) is not None}
