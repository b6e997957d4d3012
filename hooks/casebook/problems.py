"""问题：哪个文件、第几行第几列、什么代码、错在哪里、怎么改。只描述，不打印。"""

from collections.abc import Iterable

from msgspec import Struct

from casebook.codes import CODES, Severity


class Position(Struct, frozen=True, order=True):
    """源文件里的一处：`line`、`column` 从 1 起，按字符计；`width` 是标记的字符数。"""

    path: str
    line: int = 1
    column: int = 1
    width: int = 1


class Problem(Struct, frozen=True):
    """一个问题。

    `message`、`hint` 与 `excerpt`（出错的那一行原文）可能引用输入内容，只能经 `report` 遮盖后输出；
    `quotable` 表示 `message` 只含我们自己的词与算出的数，在公开的 CI 日志里也可原样输出。
    `related` 是与它有关的其他位置，例如构成合计的各条记录。
    `fix` 是把标记的那几个字换成什么就一定对；拿不准的为 None，只给 `hint`。
    `location` 是它说的哪个键，例如 ("解读", "基本案情")；不知道就为空，只看位置。
    """

    code: str
    position: Position
    message: str
    hint: str = ""
    excerpt: str = ""
    quotable: bool = False
    related: tuple[Position, ...] = ()
    fix: str | None = None
    location: tuple[str | int, ...] = ()

    @property
    def severity(self) -> Severity:
        """轻重由代码决定。"""
        return CODES[self.code].severity

    @property
    def wording(self) -> str:
        """不含输入内容的固定说法。"""
        return CODES[self.code].wording

    @property
    def blocks(self) -> bool:
        """是否拦住发布。"""
        return self.severity is Severity.ERROR

    def concerns(self, paths: frozenset[str]) -> bool:
        """它或与它有关的位置是否落在这些文件里。"""
        return self.position.path in paths or any(p.path in paths for p in self.related)


def in_order(problems: Iterable[Problem]) -> list[Problem]:
    """按位置、代码排好、去重，使同样的输入总有同样的报告。"""
    return sorted(set(problems), key=lambda p: (p.position, p.code, p.message))


def any_block(problems: Iterable[Problem]) -> bool:
    """有没有拦住发布的问题。"""
    return any(problem.blocks for problem in problems)
