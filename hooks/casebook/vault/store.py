"""密匣在磁盘上的样子：密钥与摘要，都在不进仓库的 `私密/` 里，只有本人可读。"""

import hashlib
import json
import os
from collections.abc import Iterable
from pathlib import Path
from typing import Any

from casebook.vault.known import Digests, KnownValues

FOLDER = "私密"
_KEY = "密钥"
_DIGESTS = "台账摘要.json"


class Vault:
    """一个文件夹里的密匣。还没有建立时什么都认不出，也不写任何文件。"""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def known(self) -> KnownValues | None:
        """记下的真实信息；从来没有导入过台账就是 None。"""
        path = self.folder / _DIGESTS
        if not path.is_file():
            return None
        saved = json.loads(path.read_text(encoding="utf-8"))
        return KnownValues(self.key(), _digests(saved["字"]), _digests(saved["号"]))

    def fingerprint(self) -> str:
        """里面内容的指纹；变了，以前查过的就要重查。没有建立时为空。"""
        path = self.folder / _DIGESTS
        return hashlib.sha256(path.read_bytes()).hexdigest() if path.is_file() else ""

    def remember(self, values: Iterable[str]) -> KnownValues:
        """把一批真实信息的摘要并入密匣，返回并入以后的全部。"""
        known = self.known() or KnownValues(self.key(), Digests(), Digests())
        extended = known.extended(values)
        saved = {"字": _plain(extended.words), "号": _plain(extended.numbers)}
        write_private(self.folder / _DIGESTS, json.dumps(saved, ensure_ascii=False))
        return extended

    def key(self) -> bytes:
        """密钥；没有就造一把。"""
        path = self.folder / _KEY
        if not path.is_file():
            import secrets

            write_private(path, secrets.token_hex(32) + "\n")
        return bytes.fromhex(path.read_text(encoding="ascii").strip())


def write_private(path: Path, text: str) -> None:
    """写一个只有本人可读的文件；要么写成，要么原样，不会只写一半。"""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    draft = path.with_name(path.name + ".new")
    draft.unlink(missing_ok=True)
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL, 0o600)
    with os.fdopen(handle, "w", encoding="utf-8", newline="\n") as file:
        file.write(text)
    draft.replace(path)


def _plain(digests: Digests) -> dict[str, Any]:
    openings = {key: sorted(sizes) for key, sizes in sorted(digests.openings.items())}
    return {"开头": openings, "全文": sorted(digests.values)}


def _digests(saved: dict[str, Any]) -> Digests:
    openings = {key: frozenset(sizes) for key, sizes in saved["开头"].items()}
    return Digests(openings, frozenset(saved["全文"]))
