"""数据文件夹里的文件：读出文字和指纹，要么整份写好、要么没写，别人先改过就不覆盖。"""

import hashlib
import os
import tempfile
from pathlib import Path

from msgspec import Struct

from casebook.source.encoding import decode


class Stale(Exception):
    """打开以后，文件已被别处改过、新建或删去。"""


class Outside(Exception):
    """要写的地方不在数据文件夹里。"""


class Snapshot(Struct, frozen=True):
    """打开那一刻的文件：文字，和原样字节的指纹；没有这个文件时指纹为空。"""

    text: str
    fingerprint: str


def read_snapshot(path: Path) -> Snapshot:
    """读一份文件。读不出文字（损坏的字节）时文字为空。"""
    try:
        data = path.read_bytes()
    except FileNotFoundError:
        return Snapshot("", "")
    return Snapshot(decode(data).text or "", fingerprint(data))


def fingerprint(data: bytes) -> str:
    """字节的指纹。"""
    return hashlib.sha256(data).hexdigest()


def inside(folder: Path, *parts: str) -> Path:
    """`folder` 里面的一个路径；跑到外面（含经由符号链接）就抛出 `Outside`。"""
    path = folder.joinpath(*parts)
    if not path.resolve().is_relative_to(folder.resolve()):
        raise Outside(str(path))
    return path


def write_if_unchanged(path: Path, text: str, seen: str) -> None:
    """文件还是打开时的样子（指纹为 `seen`）才写；否则抛出 `Stale`。一律 UTF-8、LF。"""
    if read_snapshot(path).fingerprint != seen:
        raise Stale(str(path))
    write_whole(path, text)


def write_whole(path: Path, text: str) -> None:
    """整份写下文字。"""
    write_bytes(path, text.encode("utf-8"))


def write_bytes(path: Path, data: bytes) -> None:
    """先写到旁边的临时文件再换上去；中途断电，原来的文件还在。"""
    path.parent.mkdir(parents=True, exist_ok=True)
    mode = path.stat().st_mode if path.exists() else 0o644
    handle, name = tempfile.mkstemp(prefix=f".{path.stem}-", suffix=".tmp", dir=path.parent)
    draft = Path(name)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(data)
            file.flush()
            os.fsync(file.fileno())
        draft.chmod(mode)
        draft.replace(path)
    except BaseException:
        draft.unlink(missing_ok=True)
        raise
