"""把握十足的手误替人改好：编码、换行、全角冒号、Tab、日期、金额、法律用字、文号括号。

拿不准的一概不动，留给人看 check 的提示。改好的文字先给人看，写不写由人定。
"""

import re
from collections.abc import Iterable
from typing import TypeVar

from msgspec import Struct

from casebook.entries.entry import Entry, read_entry
from casebook.problems import Problem
from casebook.source.document import Source
from casebook.source.encoding import Flaw, decode
from casebook.source.reading import parse_source
from casebook.source.repair import repair_layout

E = TypeVar("E", bound=Entry)

_LAYOUT = frozenset({"C008", "C009", "C018"})
_BYTES = {
    "C004": "编码由 GBK 改成 UTF-8",
    "C005": "编码由 UTF-16 改成 UTF-8",
    "C006": "去掉开头的 BOM 标记",
    "C007": "换行由 CRLF 改成 LF",
}
_NUMBER_BRACKETS = re.compile(
    r"^(文书号: .*?)[\[【(（［〈<]\s*(\d{4})\s*[\]】)）］〉>]", re.MULTILINE
)


class Correction(Struct, frozen=True):
    """一份文件改好的样子，和改了什么（每样一句）。"""

    before: str
    after: str
    notes: tuple[str, ...]

    @property
    def needed(self) -> bool:
        """有没有要改的。"""
        return bool(self.notes)


def correct(data: bytes, model: type[E], path: str) -> Correction:
    """改好一份文件里拿得准的手误；读不出文字、无事可改时 `notes` 为空。"""
    decoded = decode(data)
    if decoded.text is None:
        return Correction("", "", ())
    notes = [_BYTES[flaw.code] for flaw in decoded.flaws if flaw.code in _BYTES]
    text = decoded.text
    for step in (_layout, _fields, _words):
        text, said = step(text, model, path)
        notes += said
    return Correction(decoded.text, text, tuple(dict.fromkeys(notes)))


Step = tuple[str, list[str]]


def _layout(text: str, _model: type[E], path: str) -> Step:
    """全角冒号、Tab 与全角空格缩进；与 check 用同一段修复，只是写回文件。"""
    source = _read(text, path)
    if not any(problem.code in _LAYOUT for problem in source.problems):
        return text, []
    repaired = repair_layout(text)
    return repaired.text, [_said(flaw) for flaw in repaired.flaws]


def _said(flaw: Flaw) -> str:
    what = {"C008": "缩进的 Tab", "C009": "全角冒号", "C018": "缩进的全角空格"}[flaw.code]
    return f"{what}换成半角"


def _fields(text: str, model: type[E], path: str) -> Step:
    """日期、金额等写法不规范而意思确定的值。"""
    source = _read(text, path)
    read_entry(model, source)
    problems = [problem for problem in source.problems if problem.fix is not None]
    return _applied(text, problems), [f"{_key(p)}写成 {p.fix}" for p in problems]


def _key(problem: Problem) -> str:
    key = problem.excerpt.strip().removeprefix("- ").partition(":")[0]
    return f"“{key}”"


def _words(text: str, _model: type[E], _path: str) -> Step:
    """法律用字与文号的括号（《党政机关公文格式》GB/T 9704 第7.2.5条）。"""
    notes = []
    if "收纳建筑垃圾" in text:
        text = text.replace("收纳建筑垃圾", "受纳建筑垃圾")
        notes.append("“收纳”改成“受纳”")
    bracketed = _NUMBER_BRACKETS.sub(r"\1〔\2〕", text)
    if bracketed != text:
        notes.append("文书号的年份用六角括号〔〕")
    return bracketed, notes


def _applied(text: str, problems: Iterable[Problem]) -> str:
    lines = text.split("\n")
    for problem in sorted(problems, key=lambda p: p.position, reverse=True):
        at = problem.position
        line = lines[at.line - 1]
        start = at.column - 1
        lines[at.line - 1] = line[:start] + (problem.fix or "") + line[start + at.width :]
    return "\n".join(lines)


def _read(text: str, path: str) -> Source:
    return parse_source(text.encode("utf-8"), Source(path))
