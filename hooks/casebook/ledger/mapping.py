"""列的对应：表头原文对应哪种列。写在 YAML 里交给导入命令，记在不进仓库的文件夹里，下次照用。"""

from collections.abc import Mapping
from pathlib import Path

from casebook.ledger.columns import BY_NAME, NAMES, plain_header
from casebook.ledger.sheets import LedgerProblem
from casebook.source.nodes import Text
from casebook.source.reading import read_source
from casebook.vault.store import write_private

_REMEMBERED = "列对应.yml"


def read_mapping(path: Path) -> dict[str, str]:
    """一份“表头: 列名”的对应；读不懂或列名不认识时抛出 LedgerProblem。"""
    source = read_source(path, path.name)
    if source.root is None:
        raise LedgerProblem(f"对应文件 {path.name} 读不懂；每行写“表头: 列名”。")
    unknown = [str(value) for value in source.root.values() if not _is_name(value)]
    if unknown:
        wrong, known = "、".join(unknown), "、".join(NAMES)
        raise LedgerProblem(f"对应文件 {path.name} 里有不认识的列名：{wrong}。可用：{known}。")
    return {plain_header(header): str(name) for header, name in source.root.items()}


def recall_mapping(folder: Path) -> dict[str, str]:
    """上次记下的对应；没有就是空的。"""
    path = folder / _REMEMBERED
    return read_mapping(path) if path.is_file() else {}


def remember_mapping(folder: Path, mapping: Mapping[str, str]) -> None:
    """记下对应，供下次照用。"""
    lines = (f"{header}: {name}\n" for header, name in sorted(mapping.items()))
    write_private(folder / _REMEMBERED, "".join(lines))


def _is_name(value: object) -> bool:
    return isinstance(value, Text) and value in BY_NAME
