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

from casebook.memory.folders import list_files, stamp_of

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
        self._inputs, _ = self._look()

    def holds(self) -> bool:
        """上次生成以后什么都没有变。"""
        try:
            known = json.loads(self._path.read_text(encoding="utf-8"))
            inputs, site = known["inputs"], known["site"]
        except (OSError, ValueError, LookupError, TypeError):
            return False
        return bool(inputs == self._inputs and site == _look_at([self._out])[0])

    def save(self) -> None:
        """记下生成好的样子；生成的时候或之前不久有人改过，就不记。"""
        self._path.unlink(missing_ok=True)
        inputs, newest = self._look()
        if newest + _SETTLED < self._began and self._inputs == inputs:
            self._path.parent.mkdir(parents=True, exist_ok=True)
            draft = self._path.with_name(f"{self._path.name}.new")
            known = {"inputs": inputs, "site": _look_at([self._out])[0]}
            draft.write_text(json.dumps(known), encoding="utf-8")
            draft.replace(self._path)

    def _look(self) -> tuple[str, int]:
        """网站取决于什么：数据、文档、程序、环境与选项的指纹；和最近一次改动的时间（纳秒）。"""
        ours = {name: value for name, value in os.environ.items() if name.startswith(_OURS)}
        settings = repr((sys.version, sorted(ours.items()), self._wishes))
        private = [Path(found)] if (found := os.environ.get("CASEBOOK_PRIVATE")) else []
        digest, newest = _look_at([self._data, *_SOURCES, *_SETTINGS, *private])
        return f"{digest} {settings}", newest


def _look_at(places: Iterable[Path]) -> tuple[str, int]:
    """几个文件或文件夹里每个文件的名字、大小与时间的指纹；和其中最近的时间（纳秒）。"""
    fingerprint, newest = hashlib.blake2b(digest_size=16), 0
    for place in places:
        found = {"": stamp_of(place.stat())} if place.is_file() else list_files(place)
        ours = [(n, s) for n, s in sorted(found.items()) if "__pycache__" not in n]
        rows = [(name, stamp.size, stamp.modified) for name, stamp in ours]
        fingerprint.update(repr((str(place), rows)).encode("utf-8", "surrogatepass"))
        newest = max([newest, *(max(stamp.modified, stamp.changed) for _, stamp in ours)])
    return fingerprint.hexdigest(), newest
