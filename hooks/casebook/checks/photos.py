"""照片：附带位置、相机等信息的不许发布；公开的案件只能用已脱敏、找得到的照片。"""

import re
from collections.abc import Iterable, Iterator
from pathlib import Path

from casebook.entries.entry import Loaded
from casebook.images.album import Album
from casebook.images.formats import OTHER_SUFFIXES, SUFFIXES, carried_in
from casebook.problems import Position, Problem
from casebook.records.case import Case
from casebook.source.document import Source
from casebook.source.nodes import Mark

FOLDER = "images"
_UNDESCRIBED = re.compile(r"!\[\s*\](?=[(\[])")


def check_files(directory: Path, display: str, names: Iterable[str]) -> Iterator[Problem]:
    """一个文件夹里的全部图片，不论有没有用到；`names` 是里面全部文件的相对路径。"""
    for name in sorted(names):
        suffix = f".{name.rpartition('.')[2].lower()}"
        at = Position(f"{display}/{name}")
        if suffix in SUFFIXES:
            carried = carried_in((directory / name).read_bytes())
            if carried:
                hint = "运行 python3 scripts/manage.py clean-images，画面不变，只去掉这些信息。"
                yield Problem("P103", at, f"照片里带着{carried}", hint, quotable=True)
        elif suffix in OTHER_SUFFIXES:
            hint = "另存为 JPEG、PNG 或 WebP，再运行 python3 scripts/manage.py clean-images。"
            yield Problem("P108", at, f"{suffix} 格式的图片查不了附带信息", hint, quotable=True)


def collect(cases: Iterable[Loaded[Case]], directory: Path) -> Album:
    """案件用到的照片，量好大小、记下指纹。"""
    used = (photo.file for case in cases for photo in case.value.photos)
    names = [name for name in used if Path(name).suffix in SUFFIXES]
    if not names:
        return {}
    from casebook.images.darkroom import read_album  # 没有照片就不请读图的库，启动才快

    return read_album(directory, names)


def check_cases(
    cases: Iterable[Loaded[Case]], directory: Path, display: str, album: Album | None = None
) -> Iterator[Problem]:
    """案件里写的照片，以及放在 `images` 里却没有案件用到的照片；没给 `album` 就现量。"""
    cases = tuple(cases)
    album = collect(cases, directory) if album is None else album
    used: set[str] = set()
    for case in cases:
        used |= {photo.file for photo in case.value.photos}
        yield from _check_case(case, album)
    for path in sorted((directory / FOLDER).rglob("*")):
        name = path.relative_to(directory).as_posix()
        if path.is_file() and name not in used:
            hint = "在案件的“图片”里写上它，或删去这个文件。"
            yield Problem("C118", Position(f"{display}/{name}"), "没有案件用到这张照片", hint)


def check_document(document: Source) -> Iterator[Problem]:
    """手写页面里没有文字说明的图片。"""
    for number, line in enumerate(document.lines, start=1):
        for match in _UNDESCRIBED.finditer(line):
            yield document.problem(
                "C119",
                Mark(number, match.start() + 1, len(match.group())),
                "图片没有文字说明",
                "在方括号里写上图里有什么，看不见图的人靠它。",
            )


def _check_case(case: Loaded[Case], album: Album) -> Iterator[Problem]:
    for index, photo in enumerate(case.value.photos):
        if photo.file not in album:
            yield case.problem(
                "C117",
                ("图片", index, "文件"),
                f"找不到或打不开照片 {photo.file}",
                "照片放在 cases_data/images 里，只收 .jpg、.png 与 .webp；文件名大小写要一致。",
            )
        if case.value.public and not photo.redacted:
            yield case.problem(
                "P107",
                ("图片", index),
                "公开的案件用了没有写明脱敏的照片",
                "遮住人脸、车牌、门牌和证件，再把“已脱敏”写成 是。",
            )
