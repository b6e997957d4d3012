"""架子：写好的页都放在这里，出版时硬链接到网站文件夹；没有变的页一个字节也不重写。"""

import os
import shutil
from collections.abc import Iterable, Mapping
from pathlib import Path

from casebook.memory.folders import Stamp, list_files
from casebook.memory.pages import Output
from casebook.source.reading import fingerprint


class Shelf:
    """一个文件夹里的架子。"""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def files(self) -> dict[str, Stamp]:
        """架上全部文件现在的样子。"""
        return list_files(self.folder)

    def put(self, name: str, data: bytes, known: Output | None = None) -> Output:
        """放上一个文件；与完好的 `known` 内容相同就不动。

        先写在旁边再换上：架上的旧文件与网站共用一份数据，不能就地改。
        """
        digest = fingerprint(data)
        if known is not None and known.digest == digest:
            return known
        path = self.folder / name
        draft = path.with_name(f"{path.name}.new")
        try:
            draft.write_bytes(data)
        except FileNotFoundError:
            path.parent.mkdir(parents=True, exist_ok=True)
            draft.write_bytes(data)
        draft.replace(path)
        status = path.stat()
        return Output(name, digest, status.st_size, status.st_mtime_ns)

    def read(self, name: str) -> bytes:
        """架上的一个文件。"""
        return (self.folder / name).read_bytes()

    def tidy(self, present: Mapping[str, Stamp], wanted: Iterable[str]) -> None:
        """撤下不再要的。"""
        for name in set(present) - set(wanted):
            (self.folder / name).unlink(missing_ok=True)

    def publish(self, names: Iterable[str], site: Path) -> None:
        """把这些文件放进网站文件夹。"""
        made: set[Path] = set()
        for name in names:
            target = site / name
            if target.parent not in made:
                target.parent.mkdir(parents=True, exist_ok=True)
                made.add(target.parent)
            _link(self.folder / name, target)


def _link(source: Path, target: Path) -> None:
    """硬链接；文件系统不支持、跨盘或已有同名文件时照抄一份。"""
    try:
        os.link(source, target)
    except OSError:
        target.unlink(missing_ok=True)
        shutil.copy2(source, target)
