"""行内节点：文字、重点、链接，以及金额、日期、法律引用这些各渠道说法不同的事实。

链接目标里，不带协议的是相对站点根的地址（例如 `guides/straw-burning.html`）。
"""

from collections.abc import Iterable
from datetime import date

from msgspec import Struct

from casebook.article.wording import day_text, yuan_text


class Words(Struct, frozen=True):
    """普通文字。"""

    text: str


class Strong(Struct, frozen=True):
    """重点。"""

    children: "Inlines"


class Emphasis(Struct, frozen=True):
    """强调。"""

    children: "Inlines"


class Link(Struct, frozen=True):
    """链接。"""

    children: "Inlines"
    target: str


class Break(Struct, frozen=True):
    """段内换行。"""


class Amount(Struct, frozen=True):
    """金额，元。"""

    yuan: int


class Day(Struct, frozen=True):
    """日期。"""

    day: date


class Provision(Struct, frozen=True):
    """一条法律引用，写成规范的样子。"""

    text: str


Inline = Words | Strong | Emphasis | Link | Break | Amount | Day | Provision
Inlines = tuple[Inline, ...]


def words(*parts: str | Inline) -> Inlines:
    """把文字和行内节点连成一串。"""
    return tuple(Words(part) if isinstance(part, str) else part for part in parts if part != "")


def joined(parts: Iterable[Inline], separator: str) -> Inlines:
    """用同一个分隔连起若干节点。"""
    result: list[Inline] = []
    for part in parts:
        if result:
            result.append(Words(separator))
        result.append(part)
    return tuple(result)


def inline_text(nodes: Inlines) -> str:
    """行内节点里的可见文字，用于目录与锚点。"""
    return "".join(map(_text, nodes))


def _text(node: Inline) -> str:
    match node:
        case Words(text) | Provision(text):
            return text
        case Strong(children) | Emphasis(children) | Link(children):
            return inline_text(children)
        case Amount(yuan):
            return yuan_text(yuan)
        case Day(day):
            return day_text(day)
        case Break():
            return ""
