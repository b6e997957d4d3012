"""公众号正文：从平片渲染成只有内联样式的 HTML，另有给不收 HTML 的地方用的纯文字。"""

from collections.abc import Callable
from functools import lru_cache
from typing import Any

from msgspec import Struct

from casebook.article.blocks import Picture
from casebook.channels.edition import Edition, absolute
from casebook.channels.photographs import pasteable
from casebook.channels.pieces import Piece, build_pieces
from casebook.channels.plain import pieces_text
from casebook.channels.runs import References
from casebook.templating import template_environment


class WechatBody(Struct, frozen=True):
    """一篇公众号正文：粘贴用的 HTML，和同样内容的纯文字。标题不在里面，另填进标题栏。"""

    html: str
    text: str


class WechatRenderer:
    """公众号渲染器；模板只读一次，可渲染任意多篇。"""

    def __init__(self) -> None:
        environment = template_environment("wechat", autoescape=True)
        template: Any = environment.get_template("wechat/body.html.j2").module
        self._ending: Callable[[list[str], Picture | None], str] = template.ending
        self._block: Callable[[Piece, bool], str] = template.block
        self._remembered_block = lru_cache(maxsize=8192)(self._block)

    def body(self, edition: Edition) -> WechatBody:
        """一篇文章的公众号正文。"""
        references = References(lambda target: _visible(target, edition))
        pieces = build_pieces(edition.article, references)
        code = _code(edition.url) if edition.url else None
        blocks = [
            self._remembered_block(piece, index == 0)
            if piece.picture is None
            else self._block(pasteable(piece, edition), index == 0)  # 图的数据大，不记
            for index, piece in enumerate(pieces)
        ]
        html = "".join([*blocks, self._ending(references.addresses, code)])
        return WechatBody(html, _text(pieces, references))


def _code(url: str) -> Picture:
    from casebook.channels.qr import qr_picture  # 知道网址才画，启动才快

    return qr_picture(url)


def _visible(target: str, edition: Edition) -> str | None:
    """公众号里点不开的链接改写成的网址；页内的、拨号的不写。"""
    if target.startswith(("#", "tel:", "mailto:")):
        return None
    return target if "://" in target else absolute(target, edition.town)


def _text(pieces: tuple[Piece, ...], references: References) -> str:
    notes = [f"[{index}] {address}" for index, address in enumerate(references.addresses, 1)]
    return "\n\n".join([pieces_text(pieces), *(["文中链接", "\n".join(notes)] if notes else [])])
