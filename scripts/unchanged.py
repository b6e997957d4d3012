"""上次生成以后，什么都没有变：记录、文档、程序、选项与生成好的网站都还是原样，就不必再生成。

只看文件的大小和时间；改得太近、拿不准的，当作变了。
"""

import hashlib
import json
import os
import sys
import time
from collections.abc import Iterable
from pathlib import Path

from environment import ROOT

from casebook.memory.folders import Stamp, list_files, stamp_of

Listing = dict[str, list[tuple[str, Stamp]]]
"""几处地方，各有哪些文件。"""

_SOURCES = tuple(ROOT / name for name in ("docs", "hooks", "私密"))
_SETTINGS = tuple(ROOT / name for name in ("mkdocs.yml", "requirements.lock"))
_OURS = "CASEBOOK_"
_SETTLED = 2_000_000_000
"""磁盘记的时间最粗的只到两秒（纳秒）。"""


class Record:
    """记着上次生成的样子，放在 `path`。

    `out` 是网站，`data` 是数据，`wishes` 是选项；造出来的时候就看好现在的样子，要在生成以前。
    """

    def __init__(self, path: Path, out: Path, data: Path, wishes: object) -> None:
        self._path = path
        self._out = out
        self._data = data
        self._wishes = wishes
        self._began = time.time_ns()
        self._inputs = self._describe(self._look())

    def holds(self) -> bool:
        """上次生成以后什么都没有变。"""
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
            inputs, site = known["inputs"], known["site"]
        except (OSError, ValueError, LookupError, TypeError):
            return False
        return bool(inputs == self._inputs and site == _digest(_list([self._out])))

    def save(self) -> None:
        """记下生成好的样子；生成的时候或之前不久有人改过，就不记。"""
        self._path.unlink(missing_ok=True)
        listing = self._look()
        settled = _newest(listing) + _SETTLED < self._began
        if settled and self._inputs == self._describe(listing):
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft = self._path.with_name(f"{self._path.name}.new")
            known = {"inputs": self._inputs, "site": _digest(_list([self._out]))}
            draft.write_text(json.dumps(known), encoding="utf-8")
            draft.replace(self._path)

    def _look(self) -> Listing:
        """网站取决于的全部文件：数据、文档、程序与设置。"""
        private = [Path(found)] if (found := os.environ.get("CASEBOOK_PRIVATE")) else []
        return _list([self._data, *_SOURCES, *_SETTINGS, *private])

    def _describe(self, listing: Listing) -> str:
        """这些文件连同环境与选项的指纹。"""
        ours = {name: value for name, value in os.environ.items() if name.startswith(_OURS)}
        settings = repr((sys.version, sorted(ours.items()), self._wishes))
        return f"{_digest(listing)} {settings}"


def _list(places: Iterable[Path]) -> Listing:
    """几个文件或文件夹，各有哪些文件、各是什么样子；编译出来的不算。"""
    listing: Listing = {}
    for place in places:
        found = {"": stamp_of(place.stat())} if place.is_file() else list_files(place)
        listing[str(place)] = [
            (name, stamp) for name, stamp in sorted(found.items()) if "__pycache__" not in name
        ]
    return listing


def _digest(listing: Listing) -> str:
    """每个文件的名字、大小与时间的指纹。"""
    fingerprint = hashlib.blake2b(digest_size=16)
    for place, files in listing.items():
        rows = [(name, stamp.size, stamp.modified) for name, stamp in files]
        fingerprint.update(repr((place, rows)).encode("utf-8", "surrogatepass"))
    return fingerprint.hexdigest()


def _newest(listing: Listing) -> int:
    """最近一次改动的时间（纳秒）。"""
    stamps = (stamp for files in listing.values() for _, stamp in files)
    return max((max(stamp.modified, stamp.changed) for stamp in stamps), default=0)
