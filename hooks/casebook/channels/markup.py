"""把公众号正文读成一个个元素，供 wechat_rules 查验。只认我们自己写得出的简单 HTML。

标准库的 html.parser 一字一字地认，一万篇要半分钟；这里一个标签认一次，读出来的一样（测试里对照）。
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import lru_cache
from html import unescape

VOID = frozenset({"br", "img"})
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>|([^<]+|<)')
_ATTRIBUTE = re.compile(r'([^\s"=<>/]+)(?:="([^"]*)")?')
_LONG = 400
"""这么长的属性是图的数据，各篇不同，不值得记住。"""


@dataclass(slots=True)
class Node:
    """一个元素：标签、属性、样式、上层元素、自己的文字、下层元素，和在第几层（最外层是 1）。"""

    tag: str
    attributes: Mapping[str, str]
    styles: Mapping[str, str]
    parent: "Node | None"
    depth: int = 1
    text: str = ""
    children: list["Node"] = field(default_factory=list)

    @property
    def all_text(self) -> str:
        """自己和下层的文字。"""
        return self.text + "".join(child.all_text for child in self.children)

    def inherited(self, name: str) -> str | None:
        """自己或最近的上级写的样式。"""
        node: Node | None = self
        while node is not None:
            if name in node.styles:
                return node.styles[name]
            node = node.parent
        return None


@dataclass(frozen=True, slots=True)
class Document:
    """一篇正文：原文、全部元素（按出现的次序）、最外层的元素和不在任何元素里的文字。"""

    html: str
    nodes: tuple[Node, ...]
    loose: str

    @property
    def outermost(self) -> list[Node]:
        """最外层的元素。"""
        return [node for node in self.nodes if node.parent is None]

    @property
    def visible(self) -> str:
        """看得见的文字。"""
        return self.loose + "".join(node.all_text for node in self.outermost)


def read_markup(html: str) -> Document:
    """读一篇正文。"""
    nodes: list[Node] = []
    opened: list[Node] = []
    loose = ""
    for closing, tag, attributes, text in _TOKEN.findall(html):
        if text:
            if opened:
                opened[-1].text += unescape(text)
            else:
                loose += unescape(text)
        elif closing:
            if opened and opened[-1].tag == tag:
                opened.pop()
        else:
            node = _node(tag, attributes, opened[-1] if opened else None)
            nodes.append(node)
            if tag not in VOID:
                opened.append(node)
    return Document(html, tuple(nodes), loose)


def _node(tag: str, written: str, parent: Node | None) -> Node:
    read = _read_attributes if len(written) > _LONG else _recall_attributes
    node = Node(tag, *read(written), parent, parent.depth + 1 if parent else 1)
    if parent is not None:
        parent.children.append(node)
    return node


def _read_attributes(written: str) -> tuple[Mapping[str, str], Mapping[str, str]]:
    """标签里写的属性和样式。"""
    attributes = {name.lower(): unescape(value) for name, value in _ATTRIBUTE.findall(written)}
    pairs = (part.partition(":") for part in attributes.get("style", "").split(";") if part.strip())
    return attributes, {name.strip().lower(): value.strip().lower() for name, _, value in pairs}


_recall_attributes = lru_cache(maxsize=1024)(_read_attributes)
"""同样的写法在一篇里反复出现，只认一次。"""
