"""还没保存的内容：一边写一边存在本机缓存里，浏览器崩了、断电了，下次接着写。"""

import hashlib
import json
from pathlib import Path

from msgspec import Struct

from casebook.editing.files import write_whole

Flat = dict[str, str | list[str]]


class Unsaved(Struct, frozen=True):
    """一份没保存的内容，和开始写时文件的指纹。"""

    values: Flat
    fingerprint: str


class Autosave:
    """一个文件夹，一份记录一个文件；文件名是散列，不会写到别处去。"""

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def keep(self, inside: str, unsaved: Unsaved) -> None:
        """存下。"""
        content = {"fingerprint": unsaved.fingerprint, "values": unsaved.values}
        write_whole(self._path(inside), json.dumps(content, ensure_ascii=False))

    def recall(self, inside: str) -> Unsaved | None:
        """上次没保存的内容；没有或读不懂为 None。"""
        try:
            content = json.loads(self._path(inside).read_text(encoding="utf-8"))
            return Unsaved(dict(content["values"]), str(content["fingerprint"]))
        except (OSError, ValueError, KeyError, TypeError):
            return None

    def forget(self, inside: str) -> None:
        """保存了或不要了。"""
        self._path(inside).unlink(missing_ok=True)

    def _path(self, inside: str) -> Path:
        return self._folder / f"{hashlib.sha256(inside.encode()).hexdigest()[:32]}.json"
