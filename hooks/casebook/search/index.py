"""搜索索引的各份文件。同样的文章总得到同样的字节，不管是从头写的还是在上次的上面改的。"""

from collections.abc import Iterable, Iterator, Sequence

from msgspec import Struct

from casebook.search.amending import Change, Read, amend_matters, amend_words
from casebook.search.documents import Document
from casebook.search.layout import Layout
from casebook.search.scripts import File, write_script
from casebook.search.sounds import sound_table
from casebook.search.topics import FILLERS, Topic


class Opening(Struct, frozen=True):
    """读者一开始搜就要知道的：大事、什么也没找到时请人打的电话，和全部案由的网址名。"""

    topics: Sequence[Topic]
    hotline: str
    matters: tuple[str, ...] = ()

    def file(self, layout: Layout) -> File:
        """start.js。"""
        content = {
            "shards": layout.shards,
            "count": layout.count,
            "groups": layout.numbering.record(),
            "topics": [topic.record() for topic in self.topics],
            "fillers": FILLERS,
            "hotline": self.hotline,
        }
        return write_script("search/start.js", "start", content)


def write_index(documents: Iterable[Document], opening: Opening) -> Iterator[File]:
    """从头写：除各篇自己的文件（`page_file`）以外的全部文件。"""
    changes = [Change(None, document) for document in documents]
    layout = Layout.of(change.address for change in changes)
    return amend_index(changes, layout, opening, None)


def amend_index(
    changes: Sequence[Change], layout: Layout, opening: Opening, read: Read | None
) -> Iterator[File]:
    """在上次的索引上改：只给出可能变了的文件。`read` 取上次的文件；没有上次就从头写。"""
    yield opening.file(layout)
    if read is None:
        yield write_script("search/sounds.js", "sounds", sound_table())
    yield from amend_words(changes, layout, read)
    yield from amend_matters(changes, layout, read, opening.matters)


def page_file(document: Document) -> File:
    """一篇的标题、标签与全文，显示结果时才取。"""
    stem = document.address.removesuffix(".html")
    content = {
        "title": document.title,
        "label": document.label,
        "lines": document.lines,
    }
    return write_script(f"search/pages/{stem}.js", "page", document.address, content)
