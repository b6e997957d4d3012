"""程序与环境的版本：代码、模板、词表或 Python 变了，上次的结果就都不算数。"""

import hashlib
import platform
import sys
from pathlib import Path

import pydantic

from casebook.memory.folders import list_files

CODE = Path(__file__).resolve().parents[1]
PACKAGES = Path(pydantic.__file__).resolve().parents[1]
"""装包的文件夹；每个包有一个带版本号的 dist-info。"""
_COMPILED = (".pyc", ".pyo")


def code_version() -> str:
    """核心全部代码、模板与词表，连同所用的包和 Python 的指纹。"""
    fingerprint = hashlib.blake2b(digest_size=16)
    packages = sorted(path.name for path in PACKAGES.glob("*.dist-info"))
    versions = [sys.version, platform.system(), *packages]
    fingerprint.update(repr(versions).encode())
    for name in sorted(list_files(CODE)):
        if not name.endswith(_COMPILED):
            fingerprint.update(name.encode() + b"\0")
            fingerprint.update(hashlib.blake2b((CODE / name).read_bytes()).digest())
    return fingerprint.hexdigest()
