"""程序与环境的版本：代码、模板、词表或 Python 变了，上次的结果就都不算数。"""

import hashlib
import platform
import sys
from pathlib import Path

import jinja2
import markdown_it
import pydantic
import yaml

CODE = Path(__file__).resolve().parents[1]
_COMPILED = (".pyc", ".pyo")


def code_version() -> str:
    """核心全部代码、模板与词表，连同所用的包和 Python 的指纹。"""
    fingerprint = hashlib.blake2b(digest_size=16)
    packages = (jinja2, markdown_it, pydantic, yaml)
    versions = [sys.version, platform.system(), *(package.__version__ for package in packages)]
    fingerprint.update(repr(versions).encode())
    for path in sorted(CODE.rglob("*")):
        if path.is_file() and path.suffix not in _COMPILED:
            fingerprint.update(path.relative_to(CODE).as_posix().encode() + b"\0")
            fingerprint.update(hashlib.blake2b(path.read_bytes()).digest())
    return fingerprint.hexdigest()
