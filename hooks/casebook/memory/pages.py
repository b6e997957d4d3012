"""记得哪些页已经写好、取决于什么、写成了哪些文件。"""

import json
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice
from typing import NamedTuple

from msgspec import Struct, field
from msgspec.json import Decoder
from msgspec.structs import replace

from casebook.memory.folders import Stamp
from casebook.memory.store import Store

_BATCH = 256
"""攒这么多页写一次；一页一写，一万页要多花一秒。"""


class Output(NamedTuple):
    """写成的一个文件：在架上的相对路径、内容的指纹、大小（字节）和改动时间（纳秒）。"""

    name: str
    digest: str
    size: int
    modified: int

    def intact(self, stamp: Stamp | None) -> bool:
        """文件现在的样子是 `stamp`：还在，写好以后没有人动过。"""
        return stamp is not None and stamp.modified == self.modified and stamp.size == self.size


_OUTPUTS = Decoder(tuple[Output, ...])


class Finished(Struct, frozen=True):
    """写好的一页（或全站的一道工序）：地址、它取决于什么（指纹）、写成的文件、给搜索的文字的指纹。

    `document` 是给搜索的文字，`spent` 是各步用的时间（秒），都只在刚写时有。
    """

    address: str
    key: str
    outputs: tuple[Output, ...]
    wording: str = ""
    document: str = ""
    spent: Mapping[str, float] = field(default_factory=dict)


class Pages:
    """全部写好的页。给搜索的文字多，用到时才从 `store` 里逐条取。

    `former` 是这次变了的各篇原来给搜索的文字，没有的为空；搜索照它在上次的索引上改。
    """

    def __init__(self, store: Store) -> None:
        self._store = store
        self.finished: dict[str, Finished] = {}
        self.former: dict[str, str] = {}
        for address, key, outputs, wording in store.rows("pages"):
            written = _OUTPUTS.decode(str(outputs))
            self.finished[str(address)] = Finished(str(address), str(key), written, str(wording))

    def add(self, pages: Iterable[Finished]) -> None:
        """记下刚写好的；攒够一批写一次，边写边做。"""
        for batch in _batches(pages):
            documents = []
            for page in batch:
                known = self.finished.get(page.address)
                if page.wording != (known.wording if known else ""):
                    self._keep_former(page.address)
                    documents.append((page.address, page.document))
                self.finished[page.address] = replace(page, document="", spent={})
            self._store.put("documents", documents)
            self._store.put("pages", map(_row, batch))

    def keep_only(self, addresses: Iterable[str]) -> None:
        """只留这些页；全站的工序不算页，都留着。"""
        wanted = set(addresses)
        gone = [name for name in self.finished if name not in wanted and ":" not in name]
        for address in gone:
            if self.finished[address].wording:
                self._keep_former(address)
            del self.finished[address]
        self._store.drop("pages", gone)
        self._store.drop("documents", gone)

    def documents(self) -> Iterator[str]:
        """全部给搜索的文字，按地址排；没有的不列。"""
        return (str(text) for _, text in self._store.rows("documents") if text)

    def document(self, address: str) -> str:
        """一篇给搜索的文字；没有为空。"""
        row = self._store.row("documents", address)
        return str(row[1]) if row else ""

    def _keep_former(self, address: str) -> None:
        self.former.setdefault(address, self.document(address))


def _batches(pages: Iterable[Finished]) -> Iterator[list[Finished]]:
    rest = iter(pages)
    while batch := list(islice(rest, _BATCH)):
        yield batch


def _row(page: Finished) -> tuple[str, str, str, str]:
    return page.address, page.key, json.dumps(page.outputs), page.wording
