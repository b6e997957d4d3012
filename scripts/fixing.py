"""check --fix：把握十足的手误先给出对照，点头了才写。"""

from collections.abc import Callable, Iterable
from pathlib import Path

from text_diff import confirm, diff_lines

from casebook.editing.corrections import Correction, correct
from casebook.editing.files import Stale, fingerprint, write_if_unchanged
from casebook.editing.places import DataFile, data_files

Mask = Callable[[str], str]


def fix_files(directory: Path, display: str, only: Iterable[Path], mask: Mask, yes: bool) -> int:
    """逐份改，返回还留着没改的份数。`yes` 为真时不问。"""
    left = 0
    for file in data_files(directory, only):
        data = file.path.read_bytes()
        name = f"{display}/{file.inside}"
        correction = correct(data, file.model, name)
        if not correction.needed:
            continue
        _show(correction, name, mask)
        if not (yes or confirm("照这样改？")):
            left += 1
            continue
        left += not _write(file, correction, fingerprint(data), name)
    if left:
        print(f"还有 {left} 份没有改；看过没有问题，加上 --yes 就全部改好。")
    return left


def _show(correction: Correction, name: str, mask: Mask) -> None:
    for line in diff_lines(correction.before, correction.after, name, mask):
        print(line)
    print(f"{name}：{mask('；'.join(correction.notes))}。")


def _write(file: DataFile, correction: Correction, seen: str, name: str) -> bool:
    try:
        write_if_unchanged(file.path, correction.after, seen)
    except Stale:
        print(f"{name} 刚被别处改过，没有动。")
        return False
    print(f"已改好：{name}")
    return True
