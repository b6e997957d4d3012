"""导入的踪迹：台账里的哪一件写成了哪个文件、上次写的是什么样子。

只记带密钥的摘要，放在不进仓库的文件夹里；据此知道文件有没有被人改过、删过。
"""

import hmac
import json
from dataclasses import dataclass, field
from pathlib import Path

from casebook.vault.store import write_private

_FILE = "导入记录.json"


@dataclass(frozen=True, slots=True)
class Track:
    """一件案子写成的文件（相对数据目录）和上次写的内容的摘要。"""

    path: str
    digest: str


@dataclass(slots=True)
class Tracks:
    """全部踪迹，按台账案子的摘要找。"""

    folder: Path
    key: bytes = field(repr=False)
    known: dict[str, Track] = field(default_factory=dict)

    @classmethod
    def load(cls, folder: Path, key: bytes) -> "Tracks":
        """读出上次的踪迹。"""
        path = folder / _FILE
        saved = json.loads(path.read_text(encoding="utf-8")) if path.is_file() else {}
        return cls(folder, key, {name: Track(*track) for name, track in saved.items()})

    def save(self) -> None:
        """记下来。"""
        saved = {name: [track.path, track.digest] for name, track in sorted(self.known.items())}
        write_private(self.folder / _FILE, json.dumps(saved, ensure_ascii=False, indent=0))

    def digest(self, text: str) -> str:
        """一段内容的摘要。"""
        return hmac.digest(self.key, text.encode(), "sha256").hex()[:32]

    def untouched(self, track: Track, path: Path) -> bool:
        """文件还是上次写的样子，没有人改过。"""
        return self.digest(path.read_text(encoding="utf-8")) == track.digest
