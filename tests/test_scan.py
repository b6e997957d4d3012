"""scan 命令：只过隐私门，给出准确的位置与种类，从不印出内容。"""

import json
import subprocess
import sys
from pathlib import Path

from tests.workbench import ROOT, run_manage

PHONE = "13800138000"
TEXT = f"开头一行\n当事人电话 {PHONE}，\n邮箱 someone@example.org。\n"


def scan_stdin(text: str, *arguments: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(ROOT / "scripts" / "manage.py"), "scan", *arguments, "-"],
        input=text,
        capture_output=True,
        encoding="utf-8",
        check=False,
    )


def test_the_shipped_data_and_pages_are_clean() -> None:
    result = run_manage("scan")
    assert (result.returncode, result.stdout) == (0, "没有发现个人信息。\n")


def test_json_gives_exact_offsets_and_never_the_value() -> None:
    result = scan_stdin(TEXT, "--format", "json")
    assert result.returncode == 1
    found = [json.loads(line) for line in result.stdout.splitlines()]
    assert [list(finding) for finding in found] == [
        ["path", "line", "column", "start", "end", "kind"]
    ] * 2
    phone, email = found
    assert TEXT[phone["start"] : phone["end"]] == PHONE
    assert (phone["line"], phone["column"], phone["path"]) == (2, 7, "-")
    assert TEXT[email["start"] : email["end"]] == "someone@example.org"
    assert PHONE not in result.stdout + result.stderr


def test_windows_line_breaks_do_not_shift_offsets() -> None:
    text = TEXT.replace("\n", "\r\n")
    path = ROOT / ".cache" / "scan-crlf.txt"
    path.parent.mkdir(exist_ok=True)
    path.write_bytes(text.encode("utf-8"))
    try:
        result = run_manage("scan", "--format", "json", str(path))
    finally:
        path.unlink()
    phone = json.loads(result.stdout.splitlines()[0])
    assert text[phone["start"] : phone["end"]] == PHONE


def test_text_output_tells_the_place_and_the_kind() -> None:
    result = scan_stdin(TEXT)
    assert result.stdout.startswith("-:2:7 手机号：")
    assert "发现 2 处" in result.stdout


def test_a_gbk_file_is_read(tmp_path: Path) -> None:
    path = tmp_path / "草稿.txt"
    path.write_bytes(TEXT.encode("gbk"))
    result = run_manage("scan", str(path))
    assert result.returncode == 1
    assert "手机号" in result.stdout


def test_an_unreadable_file_is_misuse(tmp_path: Path) -> None:
    assert run_manage("scan", str(tmp_path / "没有.txt")).returncode == 2


def test_one_unreadable_file_does_not_hide_the_others(tmp_path: Path) -> None:
    path = tmp_path / "草稿.txt"
    path.write_text(TEXT, encoding="utf-8")
    result = run_manage("scan", str(tmp_path / "没有.txt"), str(path))
    assert result.returncode == 2
    assert "没有这个文件" in result.stderr
    assert "手机号" in result.stdout


def test_a_folder_means_every_file_in_it(tmp_path: Path) -> None:
    (tmp_path / "里面").mkdir()
    (tmp_path / "里面" / "草稿.txt").write_text(TEXT, encoding="utf-8")
    (tmp_path / "录音.mp3").write_bytes(b"\0\1\2")
    assert "发现 2 处" in run_manage("scan", str(tmp_path)).stdout


def test_a_file_name_is_looked_at_and_never_printed(tmp_path: Path) -> None:
    path = tmp_path / f"{PHONE}.txt"
    path.write_text("没有什么。\n", encoding="utf-8")
    result = run_manage("scan", str(path))
    assert result.returncode == 1
    assert "手机号：在文件名里" in result.stdout
    assert PHONE not in result.stdout + result.stderr


def test_public_lines_pass() -> None:
    assert scan_stdin("反映问题请打12345，法律咨询打12348，火警119。\n").returncode == 0
