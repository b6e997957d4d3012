"""记得传过哪些图、存过哪些草稿：再运行一次不会重复。一个公众号一本，放在 .cache，删掉只会重传。"""

import hashlib
import json
from pathlib import Path
from typing import TypedDict

from environment import CACHE


class Saved(TypedDict):
    """存过的一份草稿：编号，和当时内容的指纹。"""

    media_id: str
    content: str


class _Content(TypedDict):
    pictures: dict[str, str]
    covers: dict[str, str]
    drafts: dict[str, Saved]


class DraftLedger:
    """一个公众号的记录；每办成一件就写下，中途断了也不白传。"""

    def __init__(self, app_id: str, folder: Path = CACHE / "wechat") -> None:
        self._path = folder / f"{fingerprint(app_id.encode())[:16]}.json"
        self._content = _read(self._path)

    def picture(self, content: bytes) -> str | None:
        """传过的正文图的网址。"""
        return self._content["pictures"].get(fingerprint(content))

    def cover(self, content: bytes) -> str | None:
        """传过的封面的素材编号。"""
        return self._content["covers"].get(fingerprint(content))

    def draft(self, address: str) -> Saved | None:
        """某篇文章（站内地址）存过的草稿。"""
        return self._content["drafts"].get(address)

    def keep_picture(self, content: bytes, url: str) -> None:
        """记下一张正文图。"""
        self._content["pictures"][fingerprint(content)] = url
        self._save()

    def keep_cover(self, content: bytes, media_id: str) -> None:
        """记下一张封面。"""
        self._content["covers"][fingerprint(content)] = media_id
        self._save()

    def forget_cover(self, content: bytes) -> None:
        """封面的素材在后台删掉了，要重传。"""
        self._content["covers"].pop(fingerprint(content), None)
        self._save()

    def keep_draft(self, address: str, saved: Saved) -> None:
        """记下一份草稿。"""
        self._content["drafts"][address] = saved
        self._save()

    def _save(self) -> None:
        self._path.parent.mkdir(parents=True, exist_ok=True)
        draft = self._path.with_suffix(".new")
        draft.write_text(json.dumps(self._content, indent=2), encoding="utf-8")
        draft.replace(self._path)


def _read(path: Path) -> _Content:
    """没有或读不懂，就从空的开始。"""
    try:
        content: _Content = json.loads(path.read_text(encoding="utf-8"))
    except (OSError, ValueError):
        return {"pictures": {}, "covers": {}, "drafts": {}}
    return content


def fingerprint(content: bytes) -> str:
    """内容的 SHA-256。"""
    return hashlib.sha256(content).hexdigest()
