"""读写没有成的原因说中文；写到写不了的地方，各条命令说得清，不算程序出错。"""

import errno
import re
from pathlib import Path

import pytest

from casebook.failures import reason
from tests.workbench import run_manage

ENGLISH = re.compile(r"[A-Za-z]{3,} [a-z]{2,}")


@pytest.mark.parametrize(
    "number", [errno.ENOENT, errno.EACCES, errno.EISDIR, errno.ENOSPC, errno.EROFS, errno.ENOTDIR]
)
def test_a_common_failure_is_told_in_chinese(number: int) -> None:
    assert not ENGLISH.search(reason(OSError(number, "No such thing here")))


def test_an_uncommon_failure_is_told_as_the_system_tells_it() -> None:
    assert reason(OSError(errno.ENXIO, "设备不在")) == "设备不在"
    assert reason(OSError()) == "磁盘或文件出了毛病"


def site_in(folder: Path) -> Path:
    (folder / "site").mkdir()
    (folder / "site" / "index.html").write_text("<p>一页</p>", encoding="utf-8")
    return folder / "site"


def test_a_place_that_cannot_be_written_is_not_an_accident(tmp_path: Path) -> None:
    blocked = tmp_path / "文件"
    blocked.write_text("不是文件夹", encoding="utf-8")
    site = site_in(tmp_path)
    commands = (
        ["package", "--site", str(site), "--out", str(blocked / "包.zip")],
        ["status", "--out", str(blocked / "待办.ics")],
    )
    for command in commands:
        result = run_manage(*command)
        assert result.returncode == 1
        assert "程序自己出了错" not in result.stderr
        assert "文件" in result.stderr
        assert not ENGLISH.search(result.stderr.replace(str(tmp_path), ""))


def test_a_folder_is_no_file_to_write(tmp_path: Path) -> None:
    (tmp_path / "待办.ics").mkdir()
    for command in (
        ["package", "--site", str(site_in(tmp_path)), "--out", str(tmp_path)],
        ["status", "--out", str(tmp_path / "待办.ics")],
    ):
        result = run_manage(*command)
        assert result.returncode == 2
        assert "是一个文件夹" in result.stderr


@pytest.mark.parametrize("name", ["没有.docx", "没有.txt"])
def test_a_law_that_is_not_there_is_not_called_damaged(name: str) -> None:
    result = run_manage("import-law", name)
    assert result.returncode == 2
    assert "没有这个文件" in result.stderr
