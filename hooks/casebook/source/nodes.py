"""YAML 的树：文字、列表、一组键值。

就是普通的 str、list、dict，只是每一处都记得自己在第几行第几列。
"""

from msgspec import Struct


class Mark(Struct, frozen=True):
    """起点：行、列从 1 起；`width` 为同一行里的字符数。"""

    line: int
    column: int
    width: int = 1


class Text(str):
    """一个标量。`mark` 是它的位置，`plain` 表示没有加引号、也不是块文字。"""

    __slots__ = ("mark", "plain")
    mark: Mark
    plain: bool

    @classmethod
    def at(cls, value: str, mark: Mark, plain: bool = True) -> "Text":
        """带位置的文字。"""
        text = cls(value)
        text.mark = mark
        text.plain = plain
        return text


class Rows(list["Node"]):
    """一个列表。"""

    __slots__ = ("mark",)
    mark: Mark


class Table(dict[Text, "Node"]):
    """一组“键: 值”。"""

    __slots__ = ("mark",)
    mark: Mark

    def key(self, name: str) -> Text | None:
        """键本身（带位置）；没有则为 None。"""
        return next((key for key in self if key == name), None)


Node = Text | Rows | Table
Location = tuple[str | int, ...]
