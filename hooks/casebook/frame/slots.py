"""空档：印样张时放进去的记号，和从印好的样张里把空档找回来的办法。

记号里带着 HTML 的特殊字符，印出来是原样还是转义过，就说明主题怎样处理这一处，填的时候照办。
"""

import re
from html import escape

from msgspec import Struct

OPENING, CLOSING = "\ue000", "\ue001"
_SPECIAL = "&<>\"'"
_ESCAPED = "&amp;&lt;&gt;&#34;&#39;"
_MARKED = re.compile(f"{OPENING}(?P<name>[a-z]+)(?P<row>[0-9]*)(?P<print>[^{CLOSING}]*){CLOSING}")


class FrameProblem(Exception):
    """样张不能用，或与 MkDocs 印的不一样；文字是中文，可直接给人看。"""


class Slot(Struct, frozen=True):
    """一处空档：填什么、是不是要转义；`row` 是目录里的第几项，不在目录里为 0。"""

    name: str
    escaped: bool = False
    row: int = 0

    @property
    def key(self) -> str:
        """按它找要填的值。"""
        return f"{self.name}{self.row or ''}"

    def fill(self, value: str) -> str:
        """照主题的办法写出这个值。"""
        return escape_as_jinja(value) if self.escaped else value


def sentinel(name: str, row: int | str = "") -> str:
    """印样张时放进这处空档的记号。"""
    return f"{OPENING}{name}{row}{_SPECIAL}{CLOSING}"


def anchor_sentinel(row: int) -> str:
    """目录项的锚点用的记号；锚点只含字母数字，主题不会转义。"""
    return f"{OPENING}anchor{row}{CLOSING}"


def find_slots(html: str, address: str) -> tuple[str | Slot, ...]:
    """把样张切成原样的文字和空档；`address` 是样张自己的地址，出现的地方都是地址的空档。"""
    pieces: list[str | Slot] = []
    end = 0
    for match in _MARKED.finditer(html):
        pieces += _around_address(html[end : match.start()], address)
        pieces.append(_slot(match))
        end = match.end()
    pieces += _around_address(html[end:], address)
    if any(isinstance(piece, str) and OPENING in piece for piece in pieces):
        raise FrameProblem("主题把样张里的记号拆开了，认不出空档")
    return tuple(piece for piece in pieces if piece != "")


def escape_as_jinja(value: str) -> str:
    """与模板的 `e` 过滤器逐字节相同的转义。"""
    return escape(value, quote=False).replace('"', "&#34;").replace("'", "&#39;")


def _slot(match: re.Match[str]) -> Slot:
    name, row, printed = match["name"], match["row"], match["print"]
    if printed not in ("", _SPECIAL, _ESCAPED):
        raise FrameProblem(f"主题对“{name}”做了不认识的处理，印成了“{printed}”")
    return Slot(name, printed == _ESCAPED, int(row or 0))


def _around_address(text: str, address: str) -> list[str | Slot]:
    first, *others = text.split(address)
    pieces: list[str | Slot] = [first]
    for other in others:
        pieces += [Slot("address"), other]
    return pieces
