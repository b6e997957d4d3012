"""把公众号正文读成一个个元素，供 wechat_rules 查验。只认我们自己写得出的简单 HTML。"""

from dataclasses import dataclass, field
from html.parser import HTMLParser

VOID = frozenset({"br", "img"})


@dataclass(slots=True)
class Node:
    """一个元素：标签、属性、样式、上层元素、自己的文字和下层元素。"""

    tag: str
    attributes: dict[str, str]
    styles: dict[str, str]
    parent: "Node | None"
    text: str = ""
    children: list["Node"] = field(default_factory=list)

    @property
    def lineage(self) -> list["Node"]:
        """自己和各层上级，由近及远。"""
        chain: list[Node] = []
        node: Node | None = self
        while node is not None:
            chain.append(node)
            node = node.parent
        return chain

    @property
    def all_text(self) -> str:
        """自己和下层的文字。"""
        return self.text + "".join(child.all_text for child in self.children)

    def inherited(self, name: str) -> str | None:
        """自己或最近的上级写的样式。"""
        return next((node.styles[name] for node in self.lineage if name in node.styles), None)


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
    reader = _Reader()
    reader.feed(html)
    reader.close()
    return Document(html, tuple(reader.nodes), reader.loose)


class _Reader(HTMLParser):
    def __init__(self) -> None:
        super().__init__(convert_charrefs=True)
        self.nodes: list[Node] = []
        self.loose = ""
        self._open: list[Node] = []

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        attributes = {name: value or "" for name, value in attrs}
        parent = self._open[-1] if self._open else None
        node = Node(tag, attributes, _styles(attributes.get("style", "")), parent)
        self.nodes.append(node)
        if parent is not None:
            parent.children.append(node)
        if tag not in VOID:
            self._open.append(node)

    def handle_endtag(self, tag: str) -> None:
        if self._open and self._open[-1].tag == tag:
            self._open.pop()

    def handle_data(self, data: str) -> None:
        if self._open:
            self._open[-1].text += data
        else:
            self.loose += data


def _styles(text: str) -> dict[str, str]:
    pairs = (part.partition(":") for part in text.split(";") if part.strip())
    return {name.strip().lower(): value.strip().lower() for name, _, value in pairs}
