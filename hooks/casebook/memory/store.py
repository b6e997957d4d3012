"""存上次结果的一个 SQLite 文件。

每行都有封条（内容的指纹），封条不符、文件损坏、版本不同，一律整个作废重来。
打开就独占；别的进程正用着时打不开，由调用者另想办法。
"""

import errno
import hashlib
import marshal
import sqlite3
from collections.abc import Callable, Iterable, Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TypeVar

TABLES = {
    "files": ("path", "size", "modified", "changed", "seen", "digest", "facts", "gate", "desk"),
    "pages": ("address", "key", "outputs", "wording"),
    "documents": ("address", "text"),
}
"""各表的列；第一列是主键。"""
Row = tuple[str | int | None, ...]
R = TypeVar("R")
_PLAIN = 0
"""marshal 的这一版不记引用，同样的内容总得同样的字节；比写成文字快两倍。"""


class StoreDamaged(Exception):
    """存的东西坏了，或是别的版本留下的。"""


class StoreBusy(Exception):
    """别的进程正在用。"""


class Store:
    """打开着的一份。`version` 与上次不同，上次的就都不算数。"""

    def __init__(self, path: Path, version: str) -> None:
        self.path = path
        self.version = version
        self._connection = self._open()

    def rows(self, table: str) -> Iterator[Row]:
        """一张表的全部行，按主键排；坏了则抛出 `StoreDamaged`。"""
        columns, order = ", ".join(TABLES[table]), TABLES[table][0]
        return self._sealed(f"SELECT {columns}, seal FROM {table} ORDER BY {order}")

    def row(self, table: str, key: str) -> Row | None:
        """主键是 `key` 的一行，没有为 None；坏了则抛出 `StoreDamaged`。"""
        columns, order = ", ".join(TABLES[table]), TABLES[table][0]
        query = f"SELECT {columns}, seal FROM {table} WHERE {order} = ?"
        return next(self._sealed(query, key), None)

    def put(self, table: str, rows: Iterable[Row]) -> None:
        """写入或换掉几行。"""
        marks = ", ".join("?" * (len(TABLES[table]) + 1))
        with self._writing():
            self._connection.executemany(
                f"INSERT OR REPLACE INTO {table} VALUES ({marks})",
                ((*row, _seal(row)) for row in rows),
            )

    def drop(self, table: str, keys: Iterable[str]) -> None:
        """删去几行。"""
        order = TABLES[table][0]
        with self._writing():
            self._connection.executemany(
                f"DELETE FROM {table} WHERE {order} = ?", ((key,) for key in keys)
            )

    def commit(self) -> None:
        """落到磁盘；在此以前断电、被杀，都等于没写。随即重新独占。"""
        with self._writing():
            self._connection.execute("COMMIT")
            self._connection.execute("BEGIN IMMEDIATE")

    def wipe(self) -> None:
        """作废全部，从空的开始。"""
        self._connection.close()
        self.path.unlink(missing_ok=True)
        self.path.with_name(f"{self.path.name}-journal").unlink(missing_ok=True)
        self._connection = self._open()

    def trusted(self, work: Callable[[], R]) -> R:
        """照存的做一件事；存的坏了，就作废，从空的再做一遍。"""
        try:
            return work()
        except StoreDamaged:
            self.wipe()
            return work()

    def close(self) -> None:
        """放开；没有 `commit` 的不算。"""
        self._connection.close()

    def _sealed(self, query: str, *values: str) -> Iterator[Row]:
        """查到的各行，封条都对。"""
        try:
            for *row, seal in self._connection.execute(query, values):
                kept = tuple(row)
                if seal != _seal(kept):
                    raise StoreDamaged
                yield kept
        except sqlite3.DatabaseError as error:
            raise StoreDamaged from error

    @contextmanager
    def _writing(self) -> Iterator[None]:
        """写不进磁盘时抛出 OSError，与写别的文件一样。"""
        try:
            yield
        except sqlite3.OperationalError as error:
            raise OSError(errno.EIO, "上次的结果存不下", str(self.path)) from error

    def _open(self) -> sqlite3.Connection:
        self.path.parent.mkdir(parents=True, exist_ok=True)
        try:
            connection = self._begin()
        except sqlite3.OperationalError as error:
            if "locked" in str(error):
                raise StoreBusy from error
            connection = None
        except sqlite3.DatabaseError:
            connection = None
        if connection is None:
            self.path.unlink(missing_ok=True)
            connection = self._begin()
        return connection

    def _begin(self) -> sqlite3.Connection:
        connection = sqlite3.connect(self.path, timeout=0, isolation_level=None)
        try:
            connection.execute("PRAGMA synchronous = NORMAL")
            connection.execute("BEGIN IMMEDIATE")
            if not self._is_current(connection):
                _build_tables(connection, self.version)
        except sqlite3.DatabaseError:
            connection.close()
            raise
        return connection

    def _is_current(self, connection: sqlite3.Connection) -> bool:
        try:
            return connection.execute("SELECT version FROM header").fetchall() == [(self.version,)]
        except sqlite3.OperationalError:
            return False


def _build_tables(connection: sqlite3.Connection, version: str) -> None:
    for table in ("header", *TABLES):
        connection.execute(f"DROP TABLE IF EXISTS {table}")
    connection.execute("CREATE TABLE header (version TEXT)")
    connection.execute("INSERT INTO header VALUES (?)", (version,))
    for table, (key, *others) in TABLES.items():
        columns = ", ".join([f"{key} TEXT PRIMARY KEY", *others, "seal BLOB"])
        connection.execute(f"CREATE TABLE {table} ({columns}) WITHOUT ROWID")


def _seal(row: Row) -> bytes:
    return hashlib.blake2b(marshal.dumps(row, _PLAIN), digest_size=8).digest()
