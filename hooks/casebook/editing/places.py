"""数据文件夹里哪个位置放哪种记录；点名的文件各按自己的模型来读。"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path, PurePosixPath

from msgspec import Struct

from casebook.entries.entry import Entry
from casebook.loading import MODELS


class DataFile(Struct, frozen=True):
    """一份记录文件：路径、在数据文件夹里的位置、模型。"""

    path: Path
    inside: str
    model: type[Entry]


def model_at(inside: str) -> type[Entry] | None:
    """数据文件夹里的这个位置（如 cases/2025/2025-001.yml）放哪种记录；不认识则为 None。"""
    path = PurePosixPath(inside)
    for pattern, model in MODELS.items():
        if len(path.parts) == len(PurePosixPath(pattern).parts) and path.match(pattern):
            return model
    return None


def is_record_id(text: str) -> bool:
    """能不能做编号（也就是文件名）：年份加短横线，只有数字、小写字母和短横线。"""
    return re.fullmatch(r"\d{4}(-[a-z0-9]{1,20}){1,3}", text, re.ASCII) is not None


def taken_ids(directory: Path) -> list[str]:
    """案件与动态已经用过的编号：文件名就是编号，写坏了读不成的也占着。"""
    return [
        path.stem for kind in ("cases", "bulletins") for path in (directory / kind).rglob("*.yml")
    ]


def data_files(directory: Path, only: Iterable[Path] = ()) -> Iterator[DataFile]:
    """全部记录文件，按位置排好；给了 `only` 就只要这些文件或这些文件夹里的。"""
    chosen = [path.resolve() for path in only]
    for path in sorted(directory.rglob("*.yml")):
        full = path.resolve()
        if chosen and not any(full.is_relative_to(one) for one in chosen):
            continue
        inside = path.relative_to(directory).as_posix()
        model = model_at(inside)
        if model is not None:
            yield DataFile(path, inside, model)
