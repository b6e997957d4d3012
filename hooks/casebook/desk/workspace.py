"""工作区：数据文件夹、缓存，和一直记得的检查结果。记录的位置只由编号得出，绝不由请求给路径。"""

import re
from collections.abc import Callable, Iterator
from pathlib import Path, PurePosixPath
from threading import Lock

from msgspec import Struct, field

from casebook.desk.autosave import Autosave
from casebook.editing.files import Snapshot, inside, read_snapshot, write_if_unchanged
from casebook.editing.places import is_record_id
from casebook.entries.entry import Entry
from casebook.inspection import Inspection, Place
from casebook.loading import MODELS
from casebook.memory.folders import list_files

NAMES = {
    "cases": "案件",
    "bulletins": "动态",
    "matters": "案由",
    "annual": "年度报告",
    "calendar": "放假安排",
    "town": "本镇资料",
    "words": "法律词语",
    "statutes": "法规登记册",
}
"""数据文件夹里的各处，和它们在网页上的叫法。"""
BY_YEAR = frozenset({"cases", "bulletins"})
TEXT_ONLY = frozenset({"statutes"})
"""表单里只看不改的：一部法有版本、条文、罚则三层，又要对照官方文本逐条核，用编辑器改更不容易错。"""
KINDS: dict[str, type[Entry]] = {
    kind: model
    for pattern, model in MODELS.items()
    if (kind := PurePosixPath(pattern).parts[0].removesuffix(".yml")) not in TEXT_ONLY
}
"""表单能改的各处，各按什么模型。"""
_NAME = re.compile(r"[a-z0-9][a-z0-9-]{0,80}", re.ASCII)


class NoSuchRecord(Exception):
    """没有这份记录，或编号写得不对。"""


class Record(Struct, frozen=True):
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

    @property
    def data(self) -> Path:
        """数据文件夹。"""
        return self.path.parents[self.inside.count("/")]


class Workspace(Struct):
    """一次启动用到底的工作区。"""

    data: Place
    documents: Place | None
    autosave: Autosave
    inspecting: Callable[[], Inspection]
    """怎样检查一遍；记得上次结果的，没有变的就不再读。"""
    _lock: Lock = field(default_factory=Lock)
    _seen: object = None
    _inspection: Inspection | None = None

    def inspect(self) -> Inspection:
        """现在的全部检查结果；文件都没变就是上次的结果，变了的才重查。"""
        places = [place for place in (self.data, self.documents) if place is not None]
        with self._lock:
            seen = [list_files(place.directory) for place in places]
            if self._inspection is None or seen != self._seen:
                self._inspection = self.inspecting()
                self._seen = seen
            return self._inspection

    def record(self, kind: str, id_: str) -> Record:
        """按种类和编号找到位置；编号不合规矩就抛出 `NoSuchRecord`。"""
        if kind not in KINDS:
            raise NoSuchRecord(id_)
        parts = _place(kind, id_)
        path = inside(self.data.directory, *parts)
        name = "/".join(parts)
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
        yield from (name for name, kind, depth in self._files() if kind in BY_YEAR and depth == 3)

    def others(self) -> Iterator[str]:
        """案件与动态以外各种资料在数据文件夹里的位置，按 `NAMES` 的次序。"""
        found = [(name, kind) for name, kind, depth in self._files() if depth < 3]
        for wanted in NAMES:
            if wanted not in BY_YEAR:
                yield from (name for name, kind in found if kind == wanted)

    def _files(self) -> Iterator[tuple[str, str, int]]:
        """（位置，哪一种，第几层）每一份 .yml。"""
        for name in sorted(list_files(self.data.directory)):
            if name.endswith(".yml"):
                yield name, name.split("/")[0].removesuffix(".yml"), name.count("/") + 1


def _place(kind: str, id_: str) -> tuple[str, ...]:
    """一份记录在数据文件夹里的位置；全站只有一份的，编号就是种类。"""
    if kind in BY_YEAR and is_record_id(id_):
        return kind, id_[:4], f"{id_}.yml"
    if kind not in BY_YEAR and f"{kind}.yml" not in MODELS and _NAME.fullmatch(id_):
        return kind, f"{id_}.yml"
    if f"{kind}.yml" in MODELS and id_ == kind:
        return (f"{kind}.yml",)
    raise NoSuchRecord(id_)
