"""工作区：数据文件夹、缓存，和一直记得的检查结果。记录的位置只由编号得出，绝不由请求给路径。"""

from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import date
from pathlib import Path
from threading import Lock

from casebook.desk.autosave import Autosave
from casebook.editing.files import Snapshot, inside, read_snapshot, write_if_unchanged
from casebook.editing.places import is_record_id
from casebook.entries.entry import Entry
from casebook.inspection import Crew, Inspection, Place, inspect_all
from casebook.memory.folders import list_files
from casebook.records.case import Bulletin, Case
from casebook.vault import Vault

KINDS: dict[str, type[Entry]] = {"cases": Case, "bulletins": Bulletin}
NAMES = {"cases": "案件", "bulletins": "动态"}


class NoSuchRecord(Exception):
    """没有这份记录，或编号写得不对。"""


@dataclass(frozen=True, slots=True)
class Record:
    """一份记录：哪一种、编号、在数据文件夹里的位置、文件、报告里的叫法。"""

    kind: str
    id: str
    inside: str
    path: Path
    shown: str

    @property
    def model(self) -> type[Entry]:
        """记录的模型。"""
        return KINDS[self.kind]


@dataclass(slots=True)
class Workspace:
    """一次启动用到底的工作区。"""

    data: Place
    documents: Place | None
    autosave: Autosave
    vault: Vault | None = None
    today: date | None = None
    _crew: Crew = field(default_factory=Crew)
    _lock: Lock = field(default_factory=Lock)
    _seen: object = None
    _inspection: Inspection | None = None

    def inspect(self) -> Inspection:
        """现在的全部检查结果；文件都没变就是上次的结果，变了的才重查。"""
        places = [place for place in (self.data, self.documents) if place is not None]
        with self._lock:
            seen = [list_files(place.directory) for place in places]
            if self._inspection is None or seen != self._seen:
                self._inspection = inspect_all(
                    self.data, self.documents, self.today, self.vault, self._crew
                )
                self._seen = seen
            return self._inspection

    def record(self, kind: str, id_: str) -> Record:
        """按种类和编号找到位置；编号不合规矩就抛出 `NoSuchRecord`。"""
        if kind not in KINDS or not is_record_id(id_):
            raise NoSuchRecord(id_)
        name = f"{kind}/{id_[:4]}/{id_}.yml"
        path = inside(self.data.directory, kind, id_[:4], f"{id_}.yml")
        return Record(kind, id_, name, path, f"{self.data.display}/{name}")

    def open(self, record: Record) -> Snapshot:
        """现在的文件；没有就抛出 `NoSuchRecord`。"""
        snapshot = read_snapshot(record.path)
        if not snapshot.fingerprint:
            raise NoSuchRecord(record.id)
        return snapshot

    def save(self, record: Record, text: str, seen: str) -> Snapshot:
        """写下；打开以后被别处改过就抛出 `Stale`。"""
        with self._lock:
            write_if_unchanged(record.path, text, seen)
        return read_snapshot(record.path)

    def names(self) -> Iterator[str]:
        """全部案件与动态在数据文件夹里的位置。"""
        for kind in KINDS:
            for path in sorted(self.data.directory.glob(f"{kind}/*/*.yml")):
                yield path.relative_to(self.data.directory).as_posix()
