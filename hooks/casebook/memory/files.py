"""记得哪些文件读过、查过、没有问题。大小和时间都没变就不再读内容；拿不准就看内容的指纹。"""

import time
from collections.abc import Iterable
from pathlib import Path

from msgspec import Struct
from msgspec.structs import replace

from casebook.memory.folders import Stamp
from casebook.memory.store import Store
from casebook.source.reading import fingerprint

SECOND = 1_000_000_000
_FINE, _COARSE = SECOND // 20, 2 * SECOND


class Kept(Struct, frozen=True):
    """一份没有问题的文件：读的时候的样子、内容的指纹、打包的记录，以及在哪套标准下查过。

    `facts` 是打包的记录，手写页面没有记录，为空；`gate`、`desk` 是隐私门与核对标准的指纹。
    """

    stamp: Stamp
    seen: int
    digest: str
    facts: str
    gate: str = ""
    desk: str = ""


class Files:
    """全部记得的文件。没有 `store` 就什么也不记得，也不记。"""

    def __init__(self, store: Store | None = None, trusting: bool = True) -> None:
        """`trusting` 为假时不信大小和时间，一律看内容。"""
        self._store = store
        self._trusting = trusting
        self._kept: dict[str, Kept] = {}
        self._changed: set[str] = set()
        if store is not None:
            for name, size, modified, changed, *rest in store.rows("files"):
                stamp = Stamp(size, modified, changed)  # type: ignore[arg-type]
                self._kept[str(name)] = Kept(stamp, *rest)  # type: ignore[arg-type]

    def recall(self, name: str, path: Path, stamp: Stamp) -> Kept | None:
        """上次的结果；内容变了或没有记过为 None。"""
        kept = self._kept.get(name)
        if kept is None or (self._trusting and kept.stamp == stamp and _settled(kept)):
            return kept
        try:
            digest = fingerprint(path.read_bytes())
        except OSError:
            return None
        if digest != kept.digest:
            return None
        self.remember(name, replace(kept, stamp=stamp, seen=time.time_ns()))
        return self._kept[name]

    def remember(self, name: str, kept: Kept) -> None:
        """记下一份没有问题的文件。"""
        self._kept[name] = kept
        self._changed.add(name)

    def forget_all_but(self, names: Iterable[str]) -> None:
        """只留这些；不在了的、有了问题的都忘掉。"""
        gone = set(self._kept) - set(names)
        for name in gone:
            del self._kept[name]
        self._changed -= gone
        if self._store is not None:
            self._store.drop("files", sorted(gone))

    def save(self) -> None:
        """把变了的写进 `store`；落盘由出版的人决定。"""
        if self._store is not None:
            self._store.put("files", (_row(name, self._kept[name]) for name in self._changed))
        self._changed.clear()


def _settled(kept: Kept) -> bool:
    """读的时候离上次改动够久，之后再改时间必然不同；磁盘的时间有的精到毫秒，有的只到两秒。"""
    margin = _FINE if kept.stamp.modified % SECOND else _COARSE
    return kept.stamp.modified + margin < kept.seen


def _row(name: str, kept: Kept) -> tuple[str | int | None, ...]:
    stamp = kept.stamp
    return (
        *(name, stamp.size, stamp.modified, stamp.changed, kept.seen),
        *(kept.digest, kept.facts, kept.gate, kept.desk),
    )
