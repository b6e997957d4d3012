"""把公众号正文读成一个个元素，供 wechat_rules 查验。只认我们自己写得出的简单 HTML。

标准库的 html.parser 一字一字地认，一万篇要半分钟；这里一个标签认一次，读出来的一样（测试里对照）。
"""

import re
from collections.abc import Mapping
from functools import lru_cache
from html import unescape
from itertools import chain

from msgspec import Struct, field

VOID = frozenset({"br", "img"})
_TOKEN = re.compile(r'<(/?)([a-z][a-z0-9]*)((?:[^<>"]|"[^"]*")*)>|([^<]+|<)')
_ATTRIBUTE = re.compile(r'([^\s"=<>/]+)(?:="([^"]*)")?')
_ANY_TAG = re.compile(r'<[^<>"]*(?:"[^"]*"[^<>"]*)*>')
_PROSE = re.compile(r">[^<&\s][^<]*")
_LOOSE = re.compile(r"^[^<]|</(?:p|section)>[^<]")
_ENDS = ("</p>", "</section>")
_DATA = "data:image/"
_LONG = 400
"""这么长的属性是图的数据，各篇不同，不值得记住。"""


class Node(Struct):
    """一个元素：标签、属性、样式、上层元素、自己的文字、下层元素，和在第几层（最外层是 1）。"""

    tag: str
    attributes: Mapping[str, str]
    styles: Mapping[str, str]
    parent: "Node | None"
    depth: int = 1
    text: str = ""
    children: list["Node"] = field(default_factory=list)

    def inherited(self, name: str) -> str | None:
        """自己或最近的上级写的样式。"""
        node: Node | None = self
        while node is not None:
            if name in node.styles:
                return node.styles[name]
            node = node.parent
        return None


class Document(Struct, frozen=True, eq=False):
    """一篇正文或其中一块：原文、全部元素（按出现的次序）、不在任何元素里的文字，和标签都收好了没有。"""

    html: str
    nodes: tuple[Node, ...]
    loose: str
    closed: bool = True

    @property
    def has_data(self) -> bool:
        """里面有图的数据。"""
        return _DATA in self.html

    @property
    def outermost(self) -> list[Node]:
        """最外层的元素。"""
        return [node for node in self.nodes if node.parent is None]

    @property
    def visible(self) -> str:
        """看得见的文字。"""
        return unescape(_ANY_TAG.sub("", self.html))


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
    return Document(html, tuple(nodes), loose, not opened)


def read_blocks(html: str) -> tuple[Document, ...]:
    """一篇正文的各块，块里的文字一律以“字”代替：查的是写法，写法相同的块只认一次。

    块外有文字的、有一块自己收不了口的，整篇当一块照原样读。
    """
    if _LOOSE.search(html):
        return (read_markup(html),)
    written = _PROSE.sub(">字", html)
    for end in _ENDS:
        written = written.replace(end, f"{end}\0")
    blocks = tuple(_recall_block(part) for part in written.split("\0") if part)
    return blocks if all(block.closed for block in blocks) else (read_markup(html),)


def join_blocks(html: str, blocks: tuple[Document, ...]) -> Document:
    """各块连成整篇，`html` 是它的原文。"""
    nodes = chain.from_iterable(block.nodes for block in blocks)
    return Document(html, tuple(nodes), "".join(block.loose for block in blocks))


def _recall_block(written: str) -> Document:
    """图的数据各篇不同，带着它的块不记。"""
    return (read_markup if _DATA in written else _remembered_block)(written)


_remembered_block = lru_cache(maxsize=4096)(read_markup)


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
