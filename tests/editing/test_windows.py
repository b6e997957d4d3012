"""Windows 的麻烦：GBK 的屏幕和文件、CRLF、BOM、中文长文件名，都照常工作。"""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from casebook.editing.canonical import canonical
from casebook.editing.changes import change
from casebook.editing.files import Stale, read_snapshot, write_if_unchanged
from casebook.records.case import Case
from tests.workbench import ROOT

TEXT = "编号: 2025-001\n# 说明\n标题: 原来的标题\n公开: 是\n"


def run_in_gbk(*arguments: str) -> subprocess.CompletedProcess[bytes]:
    """像在 GBK 的命令提示符里那样运行。"""
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "manage.py"), *arguments],
        env={**os.environ, "PYTHONIOENCODING": "gbk"},
        capture_output=True,
        check=False,
    )


@pytest.mark.parametrize(
    "data",
    [
        TEXT.encode("gbk"),
        TEXT.replace("\n", "\r\n").encode("utf-8"),
        b"\xef\xbb\xbf" + TEXT.encode("utf-8"),
        TEXT.encode("utf-16"),
        b"\xef\xbb\xbf" + TEXT.replace("\n", "\r\n").encode("utf-8"),
    ],
    ids=["GBK", "CRLF", "BOM", "UTF-16", "BOM 加 CRLF"],
)
def test_a_file_saved_by_notepad_is_edited_and_saved_as_utf8(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "2025-001.yml"
    path.write_bytes(data)
    snapshot = read_snapshot(path)
    after = change(snapshot.text, {"标题": "换了标题"}, Case)
    write_if_unchanged(path, after, snapshot.fingerprint)
    assert path.read_bytes() == TEXT.replace("原来的标题", "换了标题").encode("utf-8")
    assert canonical(after, Case) == canonical(canonical(after, Case), Case)


def test_a_file_changed_meanwhile_is_not_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "2025-001.yml"
    path.write_text(TEXT, encoding="utf-8")
    snapshot = read_snapshot(path)
    path.write_text("标题: 别人的\n", encoding="utf-8")
    with pytest.raises(Stale):
        write_if_unchanged(path, "标题: 我的\n", snapshot.fingerprint)
    assert path.read_text(encoding="utf-8") == "标题: 别人的\n"
    assert [one.name for one in tmp_path.iterdir()] == ["2025-001.yml"]


def test_a_long_chinese_folder_name_is_no_obstacle(tmp_path: Path) -> None:
    folder = tmp_path / ("综合执法大队二〇二六年度案例资料" * 4) / "再 一层（备份）"
    path = folder / "2025-001.yml"
    write_if_unchanged(path, TEXT, seen="")
    assert read_snapshot(path).text == TEXT


@pytest.mark.parametrize("command", ["new", "fmt", "status", "annual", "package", "edit"])
def test_a_gbk_console_shows_the_help(command: str) -> None:
    result = run_in_gbk(command, "--help")
    assert result.returncode == 0
    assert "用法" in result.stdout.decode("gbk")


def test_a_gbk_console_shows_the_differences(data: Path) -> None:
    path = data / "cases/2025/2025-001.yml"
    path.write_bytes(path.read_text("utf-8").replace("公开: 是", "公开：是").encode("gbk"))
    result = run_in_gbk("check", "--fix", "--data", str(data), str(path))
    shown = result.stdout.decode("gbk")
    assert "+公开: 是" in shown
    assert "编码由 GBK 改成 UTF-8" in shown
