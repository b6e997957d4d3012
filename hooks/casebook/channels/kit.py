"""网页上「复制到公众号」要的内容：一篇一个 .kit.js，点开才取。file:// 下只有脚本取得到。"""

import hashlib
import json
from collections.abc import Iterator
from typing import Any

from msgspec.structs import asdict

from casebook.article.blocks import Article
from casebook.book import Book
from casebook.channels.colors import dark_palette
from casebook.channels.cover import COVERS, plan_cover
from casebook.channels.digest import (
    BODY_LIMIT,
    DIGEST_LIMIT,
    TITLE_BY_API,
    TITLE_BY_HAND,
    body_length,
)
from casebook.channels.edition import Edition, Newsroom
from casebook.channels.texts import Texts, build_texts
from casebook.channels.wechat import WechatRenderer
from casebook.render import kit_address

_COVER_LABELS = {"cover-wide.png": "头条封面（900×383）", "cover-square.png": "小封面（1:1）"}
_TEXT_LABELS = {
    "broadcast": "村广播稿",
    "banner": "横幅",
    "video": "短视频脚本",
    "subtitles": "字幕",
    "plain": "纯文本",
}


class Kit:
    """各篇的 .kit.js，与网页一同写出。"""

    name = "各渠道"

    def __init__(self, book: Book) -> None:
        self._newsroom = Newsroom(book)
        self._renderer = WechatRenderer()

    @property
    def key(self) -> str:
        """文章之外它取决于案由的宣传用语。"""
        told = repr([matter.value.publicity for matter in self._newsroom.book.matters])
        return hashlib.blake2b(told.encode(), digest_size=16).hexdigest()

    def files(self, article: Article) -> Iterator[tuple[str, bytes]]:
        """送去各渠道的文章有一个文件，别的没有。"""
        address = kit_address(article)
        if address is not None:
            edition = self._newsroom.edition(article)
            content = _content(edition, build_texts(edition, self._renderer))
            text = json.dumps(content, ensure_ascii=False, separators=(",", ":"), default=asdict)
            yield address, f"casebookKit({text})\n".encode()


def _content(edition: Edition, texts: Texts) -> dict[str, Any]:
    return {
        "id": edition.id,
        "html": texts.html,
        "dark": dark_palette(texts.html),
        "fields": dict(_fields(edition, texts)),
        "covers": [
            {"name": f"{edition.id}-{name}", "label": label, "plan": plan}
            for name, label in _COVER_LABELS.items()
            for plan in [plan_cover(edition, COVERS[name])]
        ],
    }


def _fields(edition: Edition, texts: Texts) -> Iterator[tuple[str, dict[str, Any]]]:
    """可复制的各样；有 `note` 的是公众号后台要填的，其余是别的渠道的整份文字。"""
    count = len(texts.title)
    note = f"{count} 字（接口上限 {TITLE_BY_API}，后台上限 {TITLE_BY_HAND}）"
    yield "title", _field("标题", texts.title, note, count > TITLE_BY_API)
    note = f"{len(texts.digest)} 字（上限 {DIGEST_LIMIT}）"
    yield "digest", _field("摘要", texts.digest, note, not texts.digest)
    note = "填进“阅读原文”" if edition.url else "还不知道网站的网址：在 town.yml 里写上“网址”"
    yield "source", _field("原文网址", edition.url or "", note)
    count = body_length(texts.html)
    note = f"连标签 {count} 字（上限 {BODY_LIMIT}）"
    yield "body", _field("正文", texts.body, note, count >= BODY_LIMIT)
    for name, label in _TEXT_LABELS.items():
        yield name, {"label": label, "text": getattr(texts, name)}


def _field(label: str, text: str, note: str, over: bool = False) -> dict[str, Any]:
    return {"label": label, "text": text, "note": note, "over": over}
