"""架子：写好的页都放在这里，出版时硬链接到网站文件夹；没有变的页一个字节也不重写。"""

import os
import shutil
from collections.abc import Callable, Iterable, Mapping
from filecmp import cmp
from pathlib import Path

from casebook.memory.folders import Stamp, list_files, list_names, stamp_of
from casebook.memory.pages import Output
from casebook.source.reading import fingerprint

_CREATE = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
"""只造新的；Windows 上不写 O_BINARY，换行会被改掉。"""


class Shelf:
    """一个文件夹里的架子。"""

    def __init__(self, folder: Path) -> None:
        self.folder = folder

    def holds(self, output: Output) -> bool:
        """完好地在架上。"""
        try:
            # 几万个一个个看，不经 Path
            status = os.stat(f"{self.folder}/{output.name}")  # noqa: PTH116
        except FileNotFoundError:
            return False
        return output.intact(stamp_of(status))

    def put(self, name: str, data: bytes, known: Output | None = None) -> Output:
        """放上一个文件；与完好的 `known` 内容相同就不动。

        只写了一半就停下的，大小、时间与记下的对不上，下次会重写。
        """
        digest = fingerprint(data)
        if known is not None and known.digest == digest:
            return known
        status = _write_new(f"{self.folder}/{name}", data)
        return Output(name, digest, status.st_size, status.st_mtime_ns)

    def read(self, name: str) -> bytes:
        """架上的一个文件。"""
        return (self.folder / name).read_bytes()

    def tidy(self, wanted: Iterable[str]) -> None:
        """撤下不再要的。"""
        for name in set(list_names(self.folder)) - set(wanted):
            (self.folder / name).unlink(missing_ok=True)

    def publish(
        self, outputs: Iterable[Output], printed: Path, site: Path, present: Mapping[str, Stamp]
    ) -> None:
        """架上的 `outputs` 和 MkDocs 印在 `printed` 里的页，放进网站文件夹 `site`。

        `present` 是 `site` 里现有的文件：没有变的不动，不要了的去掉。
        `printed` 就是 `site` 时，只往里添。
        """
        pages = {} if printed == site else list_files(printed)
        wanted = {output.name: output for output in outputs}
        if printed != site:
            for name in present.keys() - wanted.keys() - pages.keys():
                _remove(site, name)
        made: set[Path] = set()
        for name, output in wanted.items():
            if not output.intact(present.get(name)):
                _place(_link, self.folder / name, site / name, made)
        for name in pages:
            if name not in present or not cmp(printed / name, site / name, shallow=False):
                _place(shutil.copy2, printed / name, site / name, made)


def _write_new(path: str, data: bytes) -> os.stat_result:
    """写成一个新文件；不经 Path 和文件对象，十万个文件省下几秒。"""
    file = _opened_new(path)
    try:
        rest = memoryview(data)
        while rest:
            rest = rest[os.write(file, rest) :]
        return os.fstat(file)
    finally:
        os.close(file)


def _opened_new(path: str) -> int:
    """一个新的空文件。原有的先去掉：它与网站共用一份数据，不能就地改。"""
    try:
        return os.open(path, _CREATE, 0o666)
    except FileExistsError:
        Path(path).unlink()
    except FileNotFoundError:
        Path(path).parent.mkdir(parents=True, exist_ok=True)
    return os.open(path, _CREATE, 0o666)


def _remove(site: Path, name: str) -> None:
    """去掉一个文件，连同因此空了的文件夹。"""
    (site / name).unlink()
    for folder in (site / name).parents:
        if folder == site or any(folder.iterdir()):
            break
        folder.rmdir()


def _place(
    put: Callable[[Path, Path], object], source: Path, target: Path, made: set[Path]
) -> None:
    """换上一个文件，原有的先去掉：它与别的版本共用一份数据，不能就地改。"""
    if target.parent not in made:
        target.parent.mkdir(parents=True, exist_ok=True)
        made.add(target.parent)
    target.unlink(missing_ok=True)
    put(source, target)


def _link(source: Path, target: Path) -> None:
    """硬链接；文件系统不支持、跨盘时照抄一份。"""
    try:
        os.link(source, target)
    except OSError:
        shutil.copy2(source, target)
