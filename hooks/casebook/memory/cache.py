"""上次结果的去处：一个文件夹，里面是一个 SQLite 文件和一架写好的页。

别的进程正在用、或者要求从头做时，换一个用完就删的临时文件夹，结果一样，只是慢些。
"""

import shutil
import tempfile
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from msgspec import Struct

from casebook.memory.store import Store, StoreBusy

STORE, SHELF = "memory.sqlite", "pages"


class Opened(Struct, frozen=True):
    """打开着的一份：存储，和放写好的页的文件夹。"""

    store: Store
    shelf: Path


class Cache(Struct, frozen=True):
    """放在哪里、哪个版本的程序用；`trusting` 为假时不信文件的大小和时间，一律看内容。"""

    folder: Path
    version: str
    trusting: bool = True

    @contextmanager
    def open(self) -> Iterator[Opened]:
        """独占着用；被别人占着时用临时的。没有提交的改动不留下。"""
        try:
            store = Store(self.folder / STORE, self.version)
        except (StoreBusy, OSError):
            with tempfile.TemporaryDirectory(prefix="casebook-") as temporary:
                yield from _using(Store(Path(temporary) / STORE, self.version), Path(temporary))
        else:
            yield from _using(store, self.folder)

    def clear(self) -> None:
        """丢掉上次的结果，从头做。"""
        shutil.rmtree(self.folder, ignore_errors=True)


def _using(store: Store, folder: Path) -> Iterator[Opened]:
    try:
        yield Opened(store, folder / SHELF)
    finally:
        store.close()
