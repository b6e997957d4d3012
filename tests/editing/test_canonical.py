"""规范的写法只有一种：整理两遍与一遍相同，内容和注释一个不少。"""

from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from casebook.editing.canonical import canonical
from casebook.editing.places import data_files
from casebook.editing.roundtrip import load, plain
from casebook.records.case import Case
from tests.workbench import DATA, ROOT, run_manage

KEYS = ("编号", "标题", "案由", "当事人", "违法日期", "罚款", "文书号", "公开", "摘要")
value = st.text(st.sampled_from("甲乙某村案12 09-:#'\"[]，。yesno"), min_size=1, max_size=20)
comment = st.text(st.sampled_from("话说 #:'12"), max_size=10)


@st.composite
def records(draw: st.DrawFn) -> str:
    """人手写的记录：次序随意，加不加引号、用不用竖线、写不写注释都随意。"""
    lines = []
    for key in draw(st.permutations(KEYS)):
        if draw(st.booleans()):
            lines.append(f"# {draw(comment)}".rstrip())
        text = draw(value).strip() or "空"
        if draw(st.booleans()):
            lines += [f"{key}: |", f"    {text}", "", f"    {text}"]
        else:
            quoted = "'" + text.replace("'", "''") + "'"
            lines.append(f"{key}:   {quoted}   # {draw(comment)}".rstrip())
    return "\n".join(lines) + "\n"


@settings(max_examples=80, deadline=None)
@given(records())
def test_formatting_twice_is_formatting_once_and_loses_nothing(text: str) -> None:
    tidy = canonical(text, Case)
    assert canonical(tidy, Case) == tidy
    assert plain(load(tidy)) == plain(load(text))
    assert list(load(tidy)) == list(KEYS)
    for line in text.splitlines():
        if line.startswith("# "):
            assert line in tidy.splitlines()


@pytest.mark.parametrize("file", list(data_files(DATA)), ids=lambda file: file.inside)
def test_the_shipped_records_are_canonical(file) -> None:
    text = file.path.read_text(encoding="utf-8")
    assert canonical(text, file.model) == text, "请运行 python3 scripts/manage.py fmt"


def test_the_command_tidies_and_then_has_nothing_to_do(data: Path) -> None:
    path = data / "cases/2025/2025-001.yml"
    text = path.read_text(encoding="utf-8")
    path.write_bytes(
        text.replace("程序: 普通程序", "程序:   '普通程序'").replace("\n", "\r\n").encode()
    )
    assert run_manage("fmt", "--data", str(data), "--check").returncode == 1
    result = run_manage("fmt", "--data", str(data))
    assert result.returncode == 0
    assert "已整理：cases/2025/2025-001.yml\n" in result.stdout
    assert path.read_bytes() == text.encode()
    assert run_manage("fmt", "--data", str(data), "--check").returncode == 0


def test_a_file_that_is_not_there_is_misuse(data: Path) -> None:
    stranger = str(ROOT / "mkdocs.yml")
    result = run_manage("fmt", "--data", str(data), "没有这一份.yml", stranger)
    assert result.returncode == 2
    assert "没有这个文件：没有这一份.yml。" in result.stderr
    assert f"{stranger} 不在数据文件夹" in result.stderr
