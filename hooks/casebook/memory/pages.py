"""记得哪些页已经写好、取决于什么、写成了哪些文件。"""

import json
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import astuple, dataclass, field

from casebook.memory.folders import Stamp
from casebook.memory.store import Store


@dataclass(frozen=True, slots=True)
class Output:
    """写成的一个文件：在架上的相对路径、内容的指纹、大小（字节）和改动时间（纳秒）。"""

    name: str
    digest: str
    size: int
    modified: int

    def intact(self, files: Mapping[str, Stamp]) -> bool:
        """还在架上，写好以后没有人动过。"""
        stamp = files.get(self.name)
        return stamp is not None and (stamp.size, stamp.modified) == (self.size, self.modified)


@dataclass(frozen=True, slots=True)
class Finished:
    """写好的一页（或全站的一道工序）：地址、它取决于什么（指纹）、写成的文件、给搜索的文字。

    `spent` 是刚写时各步用的时间（秒），不存。
    """

    address: str
    key: str
    outputs: tuple[Output, ...]
    document: str = ""
    spent: Mapping[str, float] = field(default_factory=dict)


class Pages:
    """全部写好的页。给搜索的文字多，用到时才从 `store` 里逐条取。"""

    def __init__(self, store: Store) -> None:
        self._store = store
        self.finished: dict[str, Finished] = {}
        for address, key, outputs in store.rows("pages"):
            written = tuple(Output(*output) for output in json.loads(str(outputs)))
            self.finished[str(address)] = Finished(str(address), str(key), written)

    def add(self, pages: Iterable[Finished]) -> None:
        """记下刚写好的。"""
        fresh = tuple(pages)
        self.finished |= {page.address: page for page in fresh}
        self._store.put("pages", map(_row, fresh))
        self._store.put("documents", ((page.address, page.document) for page in fresh))

    def keep_only(self, addresses: Iterable[str]) -> None:
        """只留这些页；全站的工序不算页，都留着。"""
        wanted = set(addresses)
        gone = [name for name in self.finished if name not in wanted and ":" not in name]
        for address in gone:
            del self.finished[address]
        self._store.drop("pages", gone)
        self._store.drop("documents", gone)

    def documents(self) -> Iterator[str]:
        """全部给搜索的文字，按地址排；没有的不列。"""
        return (str(text) for _, text in self._store.rows("documents") if text)


def _row(page: Finished) -> tuple[str, str, str]:
    outputs = [astuple(output) for output in page.outputs]
    return page.address, page.key, json.dumps(outputs)
