"""行内节点压平成一串“文字加样子”，并给公众号里点不开的链接编号。"""

from collections.abc import Callable
from typing import NamedTuple

from msgspec import Struct, field

from casebook.article.inlines import (
    Amount,
    Break,
    Day,
    Emphasis,
    Inlines,
    Link,
    Provision,
    Strong,
    Words,
    inline_text,
)
from casebook.article.wording import day_text, yuan_text

WECHAT_HOST = "https://mp.weixin.qq.com/"


class Run(NamedTuple):
    """样子相同的一段文字；`href` 只有公众号里点得开的才写；`line_break` 表示换行。"""

    text: str
    strong: bool = False
    emphasis: bool = False
    href: str = ""
    line_break: bool = False

    @property
    def plain(self) -> bool:
        """没有任何样子，只是文字。"""
        return not any(self[1:])

    @property
    def style(self) -> tuple[bool, bool, str, bool]:
        """文字之外的样子。"""
        return self[1:]

    def says(self, text: str) -> "Run":
        """同样的样子，别的文字。"""
        return Run(text, *self[1:])


Runs = tuple[Run, ...]
_STYLED = frozenset({Strong, Emphasis, Link, Break})
PLAIN = Run("")
LINE_BREAK = Run("", line_break=True)


class References(Struct):
    """点不开的链接依次编号；同一地址用同一个号。`resolve` 给出全网址，给不出的不编号。"""

    resolve: Callable[[str], str | None]
    addresses: list[str] = field(default_factory=list)

    def dead(self, target: str) -> bool:
        """既点不开，又没有网址可写。"""
        return not target.startswith(WECHAT_HOST) and self.resolve(target) is None

    def mark(self, target: str) -> str:
        """写在文字后面的“[n]”；没有网址可写的为空。"""
        address = self.resolve(target)
        if address is None:
            return ""
        if address not in self.addresses:
            self.addresses.append(address)
        return f"[{self.addresses.index(address) + 1}]"


def flatten(nodes: Inlines, references: References) -> Runs:
    """压平，并把相邻的同样文字连成一段。"""
    if _STYLED.isdisjoint(map(type, nodes)):  # 绝大多数只是文字
        text = inline_text(nodes)
        return (Run(text),) if text else ()
    merged: list[Run] = []
    _collect(nodes, PLAIN, references, merged)
    return tuple(merged)


def runs_text(runs: Runs) -> str:
    """这一串的文字。"""
    return "".join("\n" if run.line_break else run.text for run in runs)


def _collect(nodes: Inlines, style: Run, references: References, merged: list[Run]) -> None:
    for node in nodes:
        match node:
            case Words(text) | Provision(text):
                _add(text, style, merged)
            case Strong(children):
                _collect(children, style._replace(strong=True), references, merged)
            case Emphasis(children):
                _collect(children, style._replace(emphasis=True), references, merged)
            case Link(children, target) if target.startswith(WECHAT_HOST):
                _collect(children, style._replace(href=target), references, merged)
            case Link(children, target):
                _collect(children, style, references, merged)
                if inline_text(children) != target:
                    _add(references.mark(target), style, merged)
            case Break():
                merged.append(LINE_BREAK)
            case Amount(yuan):
                _add(yuan_text(yuan), style, merged)
            case Day(day):
                _add(day_text(day), style, merged)


def _add(text: str, style: Run, merged: list[Run]) -> None:
    """接上一段；与前一段样子相同就连起来。"""
    if merged and merged[-1].style == style.style:
        merged[-1] = style.says(merged[-1].text + text)
    elif text:
        merged.append(style.says(text))
