"""一份源文件：路径、各行原文、带位置的内容、读的时候发现的问题。"""

from dataclasses import dataclass, field

from casebook.problems import Position, Problem
from casebook.source.nodes import Location, Mark, Node, Rows, Table


@dataclass(slots=True)
class Source:
    """一个读好的文件：显示用的路径、各行原文、内容、读的时候发现的问题。

    `digest` 是原始字节的指纹；不是从文件读的为空。
    """

    path: str
    lines: list[str] = field(default_factory=list)
    root: Table | None = None
    problems: list[Problem] = field(default_factory=list)
    digest: str = ""

    def problem(
        self,
        code: str,
        mark: Mark,
        message: str,
        hint: str = "",
        quotable: bool = False,
        fix: str | None = None,
    ) -> Problem:
        """本文件某处的一个问题。"""
        position = Position(self.path, mark.line, mark.column, mark.width)
        excerpt = self.lines[mark.line - 1] if 0 < mark.line <= len(self.lines) else ""
        return Problem(code, position, message, hint, excerpt, quotable, fix=fix)

    def report(
        self, code: str, mark: Mark, message: str, hint: str = "", fix: str | None = None
    ) -> None:
        """记下一个问题。"""
        self.problems.append(self.problem(code, mark, message, hint, fix=fix))

    def mark(self, location: Location) -> Mark:
        """值的位置；走不到底时退到能走到的最近一处（缺少的键退到它所在的那组）。"""
        node: Node | None = self.root
        mark = Mark(1, 1)
        for step in location:
            if isinstance(node, Table) and (key := node.key(str(step))) is not None:
                node, mark = node[key], key.mark
            elif isinstance(node, Rows) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                break
            if node != "":
                mark = node.mark
        return mark

    def key_mark(self, location: Location) -> Mark:
        """键的位置。"""
        parent = self.node(location[:-1])
        key = parent.key(str(location[-1])) if isinstance(parent, Table) else None
        return key.mark if key is not None else self.mark(location)

    def node(self, location: Location) -> Node | None:
        """某处的内容；没有则为 None。"""
        node: Node | None = self.root
        for step in location:
            if isinstance(node, Table):
                key = node.key(str(step))
                node = None if key is None else node[key]
            elif isinstance(node, Rows) and isinstance(step, int) and step < len(node):
                node = node[step]
            else:
                return None
        return node
