"""读一个 YAML 文件：认编码、修手误、组成树。任何坏输入都变成问题，不抛出异常。

文件不规范时尽量读下去，以便一次报告全部问题。只用 PyYAML 的事件流，不用它的构造器。
"""

import hashlib
from pathlib import Path
from typing import Any

import yaml

from casebook.failures import reason
from casebook.source.composer import Composer
from casebook.source.document import Source
from casebook.source.encoding import decode
from casebook.source.nodes import Mark
from casebook.source.repair import Repair, explain_syntax_error, repair_layout

MAX_BYTES = 1024 * 1024


def read_source(path: Path, display: str) -> Source:
    """读一个文件。任何坏输入都变成 `problems`，不抛出异常。"""
    source = Source(display)
    try:
        size = path.stat().st_size
        if size > MAX_BYTES:
            megabytes = size / 1024 / 1024
            source.report(
                "C002",
                Mark(1, 1),
                f"文件有 {megabytes:.1f} MB，一份记录不应超过 1 MB，没有读取",
                "检查是否把照片、整本台账或别的文件错存成了 .yml；长附件另放。",
            )
            return source
        data = path.read_bytes()
    except OSError as error:
        source.report(
            "C001", Mark(1, 1), f"文件读不出来：{reason(error)}", "检查文件是否还在、是否有权限。"
        )
        return source
    return parse_source(data, source)


def read_text_source(path: Path, display: str) -> Source:
    """读一个手写的文字文件，不当作 YAML。"""
    data = path.read_bytes()
    return Source(display, (decode(data).text or "").split("\n"), digest=fingerprint(data))


class UnreadSource(Source):
    """上次读过、没有变的文件：要用到原文或位置时才再读。"""

    __slots__ = ("_path",)

    def __init__(self, path: Path, display: str, digest: str) -> None:
        self.path = display
        self.problems = []
        self.digest = digest
        self._path = path

    def __getattr__(self, name: str) -> Any:
        """还没有的 `lines` 与 `root` 在第一次用到时读出。"""
        if name not in ("lines", "root"):
            raise AttributeError(name)
        read = read_source(self._path, self.path)
        self.lines, self.root = read.lines, read.root
        return getattr(self, name)


def fingerprint(data: bytes) -> str:
    """内容的指纹：内容相同则相同。"""
    return hashlib.blake2b(data, digest_size=16).hexdigest()


def parse_source(data: bytes, source: Source) -> Source:
    """把字节读进 `source`。"""
    source.digest = fingerprint(data)
    decoded = decode(data)
    for flaw in decoded.flaws:
        source.report(flaw.code, Mark(flaw.line, flaw.column), flaw.message, flaw.hint)
    if decoded.text is None:
        return source
    source.lines = decoded.text.split("\n")
    if not decoded.text.strip():
        source.report(
            "C003", Mark(1, 1), "文件是空的", "写上内容，或删掉这个文件；可从同类记录复制一份来改。"
        )
        return source
    if not _compose(source, Repair(decoded.text)):
        repaired = repair_layout(decoded.text)
        if repaired.flaws:
            del source.problems[len(decoded.flaws) :]
            for flaw in repaired.flaws:
                source.report(flaw.code, Mark(flaw.line, flaw.column), flaw.message, flaw.hint)
            _compose(source, repaired)
    return source


def _compose(source: Source, text: Repair) -> bool:
    """组成树，放进 `source.root`；返回是否读得通、且没有手误的痕迹。"""
    composer = Composer(source, text)
    try:
        source.root = composer.compose()
    except yaml.MarkedYAMLError as error:
        quoted = "quoted scalar" in str(error.context)
        at = error.context_mark if quoted else error.problem_mark
        mark = text.mark(at.line + 1, at.column + 1) if at else (1, 1)
        message, hint = explain_syntax_error(error)
        source.report("C010", Mark(*mark), message, hint)
        return False
    return not composer.suspicious
