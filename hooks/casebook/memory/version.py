"""程序与环境的版本：代码、模板、词表或 Python 变了，上次的结果就都不算数。"""

import hashlib
import platform
import sys
from functools import lru_cache
from pathlib import Path

import pydantic

from casebook.memory.folders import Stamp, list_files

CODE = Path(__file__).resolve().parents[1]
PACKAGES = Path(pydantic.__file__).resolve().parents[1]
"""装包的文件夹；每个包有一个带版本号的 dist-info。"""
_COMPILED = (".pyc", ".pyo")


def code_version() -> str:
    """核心全部代码、模板与词表，连同所用的包和 Python 的指纹。"""
    listing = list_files(CODE)
    return _version(tuple((n, listing[n]) for n in sorted(listing) if not n.endswith(_COMPILED)))


@lru_cache(maxsize=1)
def _version(files: tuple[tuple[str, Stamp], ...]) -> str:
    """照内容算；开着预览时，一个文件也没有动就不再算。"""
    fingerprint = hashlib.blake2b(digest_size=16)
    packages = sorted(path.name for path in PACKAGES.glob("*.dist-info"))
    versions = [sys.version, platform.system(), *packages]
    fingerprint.update(repr(versions).encode())
    for name, _ in files:
        fingerprint.update(name.encode() + b"\0")
        fingerprint.update(hashlib.blake2b((CODE / name).read_bytes()).digest())
    return fingerprint.hexdigest()
