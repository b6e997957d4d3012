"""要等一会儿的命令：终端里有进度，不是终端就不出声；Ctrl+C 来得再巧，留下的也都是整份的文件。"""

import os
import sys
import zipfile
from collections.abc import Callable
from dataclasses import dataclass
from pathlib import Path

import annual
import check
import clean_images
import fmt
import import_ledger
import package
import pytest
import scan
import status

from casebook import workforce
from tests.ledger.test_import import save_ledger
from tests.test_history import commit, git
from tests.test_images import personal_exif, picture, saved

ROW = [
    "露天焚烧秸秆",
    "赵大勇",
    "",
    "2025-06-12",
    "2025-06-20",
    "500",
    "在自家地头点着了一堆麦秸。",
]


def untidy(data: Path) -> list[str]:
    for path in data.glob("cases/2025/*.yml"):
        path.write_text(path.read_text("utf-8").replace("标题: ", "标题:   "), "utf-8")
    return ["--data", str(data)]


def ledger(data: Path) -> list[str]:
    rows = [[f"第{number}号", *ROW] for number in range(1, 4)]
    return [str(save_ledger(data.parent / "台账.xlsx", *rows)), "--data", str(data)]


def photos(data: Path) -> list[str]:
    photo = saved(picture(), "JPEG", exif=personal_exif())
    paths = [data / f"{name}.jpg" for name in "abc"]
    for path in paths:
        path.write_bytes(photo)
    return list(map(str, paths))


def site(data: Path) -> list[str]:
    (data / "index.html").write_text("<p>首页</p>", "utf-8")
    return ["--site", str(data), "--out", str(data.parent / "包.zip")]


def history(data: Path) -> list[str]:
    git(data.parent, "init", "--quiet")
    commit(data.parent, "一")
    return ["--history", str(data.parent)]


@dataclass(frozen=True, slots=True)
class Run:
    """一次运行：进度条上的字，哪条命令，怎样备好数据、写出参数。"""

    bar: str
    command: Callable[[list[str]], int]
    prepare: Callable[[Path], list[str]]


READERS = {
    "check": Run("检查", check.main, lambda data: ["--data", str(data)]),
    "status": Run("检查", status.main, lambda data: ["--data", str(data)]),
    "annual": Run("检查", annual.main, lambda data: ["2026", "--print", "--data", str(data)]),
    "scan": Run("查看", scan.main, lambda data: list(map(str, data.glob("cases/2025/*")))),
    "scan --history": Run("查历史", scan.main, history),
}
WRITERS = {
    "fmt": Run("整理", fmt.main, untidy),
    "clean-images": Run("清理", clean_images.main, photos),
    "import-ledger": Run("写草稿", import_ledger.main, ledger),
    "package": Run("打包", package.main, site),
}


@pytest.fixture(autouse=True)
def alone(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    """只用一个进程，密匣放在测试自己的地方。"""
    monkeypatch.setenv("CASEBOOK_PROCESSES", "1")
    monkeypatch.setenv("CASEBOOK_PRIVATE", str(tmp_path / "私密"))


@pytest.mark.parametrize("name", [*READERS, *WRITERS])
def test_a_bar_is_shown_in_a_terminal_only(
    name: str, data: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(workforce, "PATIENCE_SECONDS", -1.0)
    monkeypatch.delenv("CI", raising=False)
    run = {**READERS, **WRITERS}[name]
    arguments = run.prepare(data)
    monkeypatch.setattr(sys.stderr, "isatty", lambda: True)
    assert run.command(arguments) in {0, 1}
    assert f"{run.bar}: " in capsys.readouterr().err
    monkeypatch.setattr(sys.stderr, "isatty", lambda: False)
    assert run.command(arguments) in {0, 1}
    assert capsys.readouterr().err == ""


@pytest.mark.parametrize("moment", ["fsync", "replace"])
@pytest.mark.parametrize("name", WRITERS)
def test_ctrl_c_leaves_whole_files_only(
    name: str, moment: str, data: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    run = WRITERS[name]
    arguments = run.prepare(data)
    before = contents(data.parent)
    interrupt_the_second(monkeypatch, "writestr" if name == "package" else moment)
    with pytest.raises(KeyboardInterrupt):
        run.command(arguments)
    monkeypatch.undo()
    halfway = contents(data.parent)
    assert not [path for path in halfway if path.suffix == ".tmp"]
    monkeypatch.setenv("CASEBOOK_PRIVATE", str(data.parent / "私密"))
    assert run.command(arguments) == 0
    after = contents(data.parent)
    for path, found in halfway.items():
        assert path.parent.name == "私密" or found in (before.get(path), after.get(path)), path


def contents(folder: Path) -> dict[Path, bytes]:
    return {path: path.read_bytes() for path in folder.rglob("*") if path.is_file()}


def interrupt_the_second(monkeypatch: pytest.MonkeyPatch, moment: str) -> None:
    """第二次写到这一步时，有人按了 Ctrl+C。"""
    owner: object = {"fsync": os, "replace": Path, "writestr": zipfile.ZipFile}[moment]
    real, times = getattr(owner, moment), iter((False, True))

    def pressed(*arguments: object, **options: object) -> object:
        if next(times, False):
            raise KeyboardInterrupt
        return real(*arguments, **options)

    monkeypatch.setattr(owner, moment, pressed)
