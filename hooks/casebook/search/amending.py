"""哪些篇变了，就改索引的哪几份；从空的开始，改进去全部，就是整份索引。

一份取出来，去掉旧的编号，添上新的，再写回去；结果与从头写的逐字节相同。
"""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from typing import Any

from msgspec import Struct, field

from casebook.search.documents import Document
from casebook.search.folding import fold, pairs_of
from casebook.search.layout import Layout, Place
from casebook.search.postings import read_numbers, write_numbers
from casebook.search.scripts import File, read_script, write_script

Read = Callable[[str], bytes]
"""按地址取上次写成的一个文件。"""


class Change(Struct, frozen=True):
    """一篇的变化：`former` 是索引里现有的样子，`present` 是现在的样子；没有的为 None。"""

    former: Document | None
    present: Document | None

    @property
    def address(self) -> str:
        """这一篇的地址。"""
        document = self.present or self.former
        assert document is not None
        return document.address


class _Edit(Struct):
    """一串编号要添的（各组里递增）和要去的。"""

    added: defaultdict[int, list[int]] = field(default_factory=lambda: defaultdict(list))
    removed: set[Place] = field(default_factory=set)

    def apply(self, text: str) -> str:
        """改好的编号串。"""
        if not text:
            return write_numbers(self.added)
        numbers = {
            group: {number for number in members if (group, number) not in self.removed}
            for group, members in read_numbers(text).items()
        }
        for group, members in self.added.items():
            numbers.setdefault(group, set()).update(members)
        return write_numbers({group: sorted(found) for group, found in numbers.items() if found})


_Edits = defaultdict[str, _Edit]


def grams_of(document: Document) -> tuple[set[str], set[str]]:
    """（全文里的两字，标题与别名里的两字和单字）。"""
    head = pairs_of(document.head)
    return pairs_of(document.lines) | head, head | set(fold("".join(document.head)))


def amend_words(changes: Iterable[Change], layout: Layout, read: Read | None) -> Iterator[File]:
    """要换的各份词条；不给 `read` 就从空的开始，每一份都写。"""
    whole, titled = _Edits(_Edit), _Edits(_Edit)
    for change in _by_place(changes, layout):
        place = layout.place(change.address)
        former, present = map(_grams, (change.former, change.present))
        _note(whole, former[0], present[0], place)
        _note(titled, former[1], present[1], place)
    touched: dict[int, set[str]] = {shard: set() for shard in range(0 if read else layout.shards)}
    for gram in whole.keys() | titled.keys():
        touched.setdefault(layout.shard(gram), set()).add(gram)
    for shard in sorted(touched):
        name = f"{shard:x}"
        address = f"search/words/{name}.js"
        content: dict[str, str] = read_script(read(address))[1] if read else {}
        for gram in touched[shard]:
            first, _, second = content.pop(gram, "").partition(" ")
            first = whole[gram].apply(first) if gram in whole else first
            second = titled[gram].apply(second) if gram in titled else second
            if first or second:
                content[gram] = f"{first} {second}" if second else first
        yield write_script(address, "words", name, dict(sorted(content.items())))


def amend_matters(
    changes: Iterable[Change], layout: Layout, read: Read | None, matters: Iterable[str]
) -> Iterator[File]:
    """要换的各案由的文章编号；`matters` 是全部案由的网址名，没有文章的也有一份。"""
    edits = _Edits(_Edit)
    for change in _by_place(changes, layout):
        former, present = (set(one.matters) if one else set() for one in _both(change))
        _note(edits, former, present, layout.place(change.address))
    for matter in sorted(matters):
        address = f"search/matters/{matter}.js"
        if read is None or matter in edits:
            text: Any = read_script(read(address))[1] if read else ""
            yield write_script(address, "matter", matter, edits[matter].apply(text))


def _by_place(changes: Iterable[Change], layout: Layout) -> list[Change]:
    """按编号排好，各串要添的编号自然递增。"""
    return sorted(changes, key=lambda change: layout.place(change.address))


def _both(change: Change) -> tuple[Document | None, Document | None]:
    return change.former, change.present


def _grams(document: Document | None) -> tuple[set[str], set[str]]:
    return grams_of(document) if document else (set(), set())


def _note(edits: _Edits, former: set[str], present: set[str], place: Place) -> None:
    group, number = place
    for key in present - former if former else present:
        edits[key].added[group].append(number)
    for key in former - present:
        edits[key].removed.add(place)
