"""公众号正文的结构规矩：块、链接、图、表格、大小。"""

import re
from collections.abc import Iterator

from casebook.channels.digest import BODY_LIMIT, HOSTED, PICTURE_DATA
from casebook.channels.markup import VOID, Document
from casebook.channels.runs import WECHAT_HOST
from casebook.channels.wechat_rule import rule

BODY_BYTES = 1_000_000
NESTING = 10
EXPANSION, SMALL = 8, 4000
"""正文不超过看得见的文字的几倍；总共不到 `SMALL` 字的本来就轻，不论。"""
PICTURE_HOSTS = ("data:image/", "https://mmbiz.qpic.cn/", "http://mmbiz.qpic.cn/")
_INLINE = frozenset({"span", "strong", "em", "a"}) | VOID
TAGS = frozenset({"p", "section", "table", "tbody", "tr", "td"}) | _INLINE
ATTRIBUTES = frozenset({"style", "href", "src", "alt", "data-w", "data-pm-slice"})


@rule("O", "文字不放进 <pre>")
def preformatted(document: Document) -> Iterator[str]:
    yield from (f"<{node.tag}>" for node in document.nodes if node.tag == "pre")


@rule("O", "嵌套不超过十层")
def nesting(document: Document) -> Iterator[str]:
    for node in document.nodes:
        if node.depth > NESTING:
            yield f"<{node.tag}> 在第 {node.depth} 层"


@rule("O", "图写明原来的宽度 data-w，并有替代文字")
def picture_width(document: Document) -> Iterator[str]:
    for node in document.nodes:
        if node.tag == "img" and not (
            node.attributes.get("data-w", "").isdigit() and node.attributes.get("alt")
        ):
            yield "<img>"


@rule("O", "正文连标签少于 20000 字、1 MB（图的数据进了公众号就换成网址）", whole=True)
def size(document: Document) -> Iterator[str]:
    hosted = PICTURE_DATA.sub(HOSTED, document.html)
    if len(hosted) >= BODY_LIMIT or len(hosted.encode()) >= BODY_BYTES:
        yield f"{len(hosted)} 字"


@rule("O", "没有空的元素")
def empty(document: Document) -> Iterator[str]:
    for node in document.nodes:
        hollow = node.tag in ("p", "section", "span", "strong", "a")
        if hollow and not node.children and not node.text.strip():
            yield f"<{node.tag}>"


@rule("O", "只留公众号自己的链接")
def link(document: Document) -> Iterator[str]:
    for node in document.nodes:
        if node.tag == "a" and not node.attributes.get("href", "").startswith(WECHAT_HOST):
            yield f"<a href={node.attributes.get('href')}>"


@rule("C", "属性只用样式、链接和图的几种：没有 class、id、name")
def attribute(document: Document) -> Iterator[str]:
    for node in document.nodes:
        for name in node.attributes.keys() - ATTRIBUTES:
            yield f"<{node.tag} {name}>"


@rule("C", "标签只用已见能留住的几种：没有 div、h1、ul、li、style、svg")
def tag(document: Document) -> Iterator[str]:
    yield from (f"<{node.tag}>" for node in document.nodes if node.tag not in TAGS)


@rule("C", "图是粘贴得进去的数据，或已在公众号的图床")
def picture_host(document: Document) -> Iterator[str]:
    for node in document.nodes:
        if node.tag == "img" and not node.attributes.get("src", "").startswith(PICTURE_HOSTS):
            yield f"<img src={node.attributes.get('src', '')[:40]}>"


@rule("M", "列表写成文字标记，不用 ul、ol、li")
def native_list(document: Document) -> Iterator[str]:
    yield from (f"<{node.tag}>" for node in document.nodes if node.tag in ("ul", "ol", "li"))


@rule("M", "表格独占一块，自己能左右滑")
def table(document: Document) -> Iterator[str]:
    for node in document.nodes:
        if node.tag == "table":
            parent = node.parent
            scrolls = parent is not None and parent.styles.get("overflow-x") == "auto"
            if parent is None or not scrolls or len(parent.children) > 1 or parent.text:
                yield "<table>"


@rule("M", "正文不用一级标题，不重复标题")
def headline(document: Document) -> Iterator[str]:
    yield from (f"<{node.tag}>" for node in document.nodes if re.fullmatch(r"h[1-6]", node.tag))


@rule("T", "第一块带 data-pm-slice，别的块不带", whole=True)
def first_slice(document: Document) -> Iterator[str]:
    marked = [node for node in document.nodes if "data-pm-slice" in node.attributes]
    if [node.attributes["data-pm-slice"] for node in marked] != ["0 0 []"]:
        yield f"{len(marked)} 处"
    elif marked[0] is not document.outermost[0]:
        yield "不在第一块"


@rule("T", "块是平的：外面不套一层，段落里没有块")
def flat(document: Document) -> Iterator[str]:
    for node in document.outermost:
        if node.tag not in ("p", "section"):
            yield f"最外层的 <{node.tag}>"
        elif node.tag == "section" and [child.tag for child in node.children] != ["table"]:
            yield "<section> 套着别的块"
    for node in document.nodes:
        if node.tag == "p" and any(child.tag not in _INLINE for child in node.children):
            yield "<p> 里有块"


@rule("T", "每块写着自己的样式，没有落在块外面的文字")
def self_styled(document: Document) -> Iterator[str]:
    if document.loose.strip():
        yield document.loose.strip()[:20]
    for node in document.outermost:
        if not node.styles:
            yield f"<{node.tag}>"


@rule("T", "除图的数据外，全文不超过看得见的文字的八倍，复制粘贴才轻快", whole=True)
def expansion(document: Document) -> Iterator[str]:
    written = len(PICTURE_DATA.sub("", document.html))
    if written <= SMALL:
        return
    ratio = written / max(1, len(document.visible))
    if ratio > EXPANSION:
        yield f"{ratio:.1f} 倍"
