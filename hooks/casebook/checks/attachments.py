"""数据与页面旁边的别的文件：docs 里的会原样发布，所以表格一律不许放，名字和文字都过隐私门。"""

from collections.abc import Collection, Iterable, Iterator
from pathlib import PurePosixPath

from casebook.checks.exposure import inspect
from casebook.checks.gate import Gate
from casebook.images.formats import OTHER_SUFFIXES, SUFFIXES
from casebook.problems import Position, Problem
from casebook.source.document import Source

TABLES = frozenset({".xlsx", ".xls", ".xlsm", ".et", ".csv"})
"""台账用的格式。"""

TEXTS = frozenset(
    {".md", ".markdown", ".txt", ".html", ".htm", ".xml", ".svg", ".json", ".yml", ".yaml"}
    | {".css", ".js"}
)
"""打开就是文字的格式：放在 docs 里，读者看得到每一个字。"""

_SEEN_THROUGH = TEXTS | SUFFIXES | OTHER_SUFFIXES


def suffix_of(name: str) -> str:
    """小写的扩展名，带点；没有则为空。"""
    return PurePosixPath(name).suffix.lower()


def check_attachments(
    display: str, names: Iterable[str], read: Collection[str], gate: Gate, *, published: bool
) -> Iterator[Problem]:
    """一个文件夹里没有当作记录或页面读过的文件；`read` 是读过的，它们的名字已经查了。"""
    for name in sorted(names):
        shown = f"{display}/{name}" if display else name
        if shown not in read:
            yield from inspect([Source(shown)], gate, None)
            yield from _check_kind(shown, published)


def _check_kind(shown: str, published: bool) -> Iterator[Problem]:
    suffix = suffix_of(shown)
    if suffix in TABLES:
        hint = "移到“私密”文件夹里，用 python3 scripts/manage.py import-ledger 变成草稿。"
        yield Problem("P110", Position(shown), "表格里多半是真实信息，不能放在这里", hint)
    elif published and suffix not in _SEEN_THROUGH:
        hint = "打开来从头看一遍，连同作者等文件属性；能写成页面的写成页面。"
        yield Problem("P111", Position(shown), "这个文件会原样发布，里面写着什么查不了", hint)
