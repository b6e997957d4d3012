"""docs/ 里手写的页：不是记录做成的，也要让人搜到。页首的 `says` 写人们常怎么问，问到就先给它。"""

from collections.abc import Iterator
from pathlib import Path

import yaml
from msgspec import Struct

from casebook.article.prose import read_prose
from casebook.search.documents import Document, text_lines
from casebook.search.topics import Topic, folded

_FENCE = "---\n"


class Page(Struct, frozen=True):
    """一页手写的：网址、标题、摘要、问法、正文。"""

    address: str
    title: str
    description: str
    says: tuple[str, ...]
    body: str

    @property
    def document(self) -> Document:
        """搜索里的一篇。"""
        lines = (self.description, *text_lines(read_prose(self.body)))
        return Document(self.address, self.title, "本站", lines, self.says)

    @property
    def topic(self) -> Topic | None:
        """写了问法的，是一件大事。"""
        if not self.says:
            return None
        says = folded((self.title, *self.says))
        return Topic(self.address, self.title, self.description, says)


def read_handwritten(folder: Path) -> Iterator[Page]:
    """文件夹里每一份有页首的 Markdown。"""
    for path in sorted(folder.glob("*.md")):
        text = path.read_text(encoding="utf-8")
        if text.startswith(_FENCE):
            yield _page(path, text)


def _page(path: Path, text: str) -> Page:
    _, front, body = text.split(_FENCE, 2)
    meta = yaml.safe_load(front)
    return Page(
        f"{path.stem}.html",
        meta["title"],
        meta["description"],
        tuple(meta.get("says", ())),
        body,
    )
