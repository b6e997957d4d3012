"""把文章渲染成网页正文。页面的外壳（页眉、导航、页脚）不归这里管。"""

from collections.abc import Callable, Iterator, Sequence
from functools import lru_cache

from msgspec import Struct

from casebook.article import addresses
from casebook.article.blocks import Answer, Article, Block, Heading
from casebook.article.explaining import Meaning, explain
from casebook.article.inlines import Words, inline_text
from casebook.article.wording import day_text, yuan_text
from casebook.imprint import Imprint, feed_links, qr_path, structured, tags
from casebook.templating import template_environment

EXPLAINED = frozenset({addresses.COMMENTARIES, addresses.GUIDES, addresses.NEWS})
"""哪些栏目的正文里解释法律词语。"""
SHARED_BLOCKS = 1024
"""各页相同的块（不服怎么办、演示的说明）只渲染一次，最多记这么多块。"""
SENT_OUT = frozenset({addresses.COMMENTARIES, addresses.GUIDES, addresses.NEWS})
"""这几个栏目的文章还要送去公众号等渠道。"""


class Anchor(Struct, frozen=True):
    """目录里的一项。"""

    title: str
    anchor: str
    level: int


def kit_address(article: Article) -> str | None:
    """这一篇供「复制到公众号」取用的文件；列表、目录、撤回的说明不送渠道，为 None。"""
    if article.section not in SENT_OUT or not article.listed:
        return None
    return f"{article.address.removesuffix('.html')}.kit.js"


def contents(article: Article) -> tuple[Anchor, ...]:
    """文章的目录：二、三级小标题与指南的各个回答。"""
    return tuple(_anchors(article))


def _anchors(article: Article) -> Iterator[Anchor]:
    for block in article.blocks:
        match block:
            case Heading(level, children, anchor) if level <= 3:
                yield Anchor(inline_text(children), anchor, level)
            case Answer(question, _, anchor):
                yield Anchor(question, anchor, 2)


class WebRenderer:
    """网页渲染器；模板只读一次，可渲染任意多篇。"""

    def __init__(
        self, imprint: Imprint | None = None, cards: bool = False, edit_base: str | None = None
    ) -> None:
        """`imprint` 是每页都要写明的出处；`cards` 表示画了分享图。

        `edit_base` 是在仓库网站上改记录的网址，后面接记录的路径。
        """
        self._edit_base = edit_base
        self._folder = ""
        self._shared = lru_cache(SHARED_BLOCKS)(self._drawn)
        self._cards = cards
        self._imprint = imprint or Imprint()
        self._environment = template_environment(
            "web", autoescape=True, trim_blocks=True, lstrip_blocks=True
        )
        self._environment.filters |= {"day": day_text, "yuan": yuan_text}
        self._environment.globals |= {
            "kind": kind,
            "href": self._href,
            "drawn": lambda block: self._shared(block, self._folder),
        }
        self._environment.tests["words"] = lambda node: isinstance(node, Words)
        self._template = self._environment.get_template("web/article.html.j2")
        self._block: Callable[[Block], str] = self._macro("web/blocks.html.j2", "one")
        self._edit = self._environment.get_template("web/edit.html.j2")
        self._head = self._environment.get_template("web/head.html.j2")

    def body(self, article: Article) -> str:
        """一篇文章的正文 HTML，标题在内。链接相对于它自己的地址。"""
        self._folder = addresses.folder_of(article.address)
        kit = kit_address(article)
        url = self._imprint.absolute(article.address)
        terms: Sequence[Meaning] = ()
        if article.section in EXPLAINED and article.listed:
            article, terms = explain(article, self._imprint.meanings)
        body = self._template.render(
            article=article,
            kit=self._href(kit) if kit else None,
            terms=terms,
            imprint=self._imprint,
            url=url,
            square=qr_path(url) if url and article.listed else None,
        )
        return body + self._edit_link(article.source)

    def _href(self, target: str) -> str:
        """正在写的这一页到 `target` 的链接。"""
        return addresses.relative_to_folder(target, self._folder)

    def _drawn(self, block: Block, folder: str) -> str:
        """`folder` 里的页上的一块。"""
        self._folder = folder
        return self._block(block)

    def _macro(self, template: str, name: str) -> Callable[[Block], str]:
        macro: Callable[[Block], str] = getattr(
            self._environment.get_template(template).module, name
        )
        return macro

    def _edit_link(self, source: str | None) -> str:
        if not (source and self._edit_base):
            return ""
        return self._edit.render(edit_base=self._edit_base, source=source)

    def head(self, article: Article) -> str:
        """放进 <head> 的说明。"""
        self._folder = addresses.folder_of(article.address)
        shown = self._cards and kit_address(article) is not None
        card = card_address(article) if shown else None
        return self._head.render(
            tags=tags(article, self._imprint, card),
            feeds=tuple(feed_links(article, self._imprint)),
            structured=structured(article, self._imprint),
        )


def card_address(article: Article, shape: str = "wide") -> str:
    """一篇的分享图在网站里的地址；`shape` 是 wide（1200×630）或 square。"""
    return f"assets/cards/{article.address.removesuffix('.html')}-{shape}.png"


def kind(node: Block | object) -> str:
    """块或行内节点的种类，即模板里同名的宏。"""
    return type(node).__name__.lower()
