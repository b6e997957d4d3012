"""放在页面旁边的文件会原样发布：文字与名字过隐私门，表格不许放，查不了的要人看。"""

from pathlib import Path

import pytest

from casebook.inspection import Place, inspect_all
from casebook.problems import Problem
from tests.workbench import ROOT

PHONE = "13800138000"


@pytest.fixture
def pages(tmp_path: Path) -> Path:
    """一个空的页面文件夹。"""
    folder = tmp_path / "docs"
    folder.mkdir()
    return folder


def found(pages: Path) -> list[Problem]:
    """页面文件夹里的问题。"""
    data = Place(ROOT / "cases_data", "cases_data")
    problems = inspect_all(data, Place(pages, "docs"), None).problems
    return [problem for problem in problems if problem.position.path.startswith("docs/")]


def test_the_shipped_pages_carry_nothing_doubtful() -> None:
    assert found(ROOT / "docs") == []


@pytest.mark.parametrize(
    "name", ["说明.txt", "旧页.HTML", "图.svg", "数据.json", "旧写法.markdown"]
)
def test_any_published_text_passes_the_gate(pages: Path, name: str) -> None:
    (pages / name).write_text(f"<p>联系电话 {PHONE}</p>\n", encoding="utf-8")
    assert [problem.code for problem in found(pages)] == ["P101"]


@pytest.mark.parametrize("name", ["台账.csv", "台账.XLSX", "旧台账.xls"])
def test_a_table_is_refused(pages: Path, name: str) -> None:
    (pages / name).write_bytes(b"a,b\n")
    assert [problem.code for problem in found(pages)] == ["P110"]


def test_a_table_among_the_records_is_refused(data: Path) -> None:
    (data / "台账.xlsx").write_bytes(b"PK")
    problems = inspect_all(Place(data, "cases_data"), None, None).problems
    assert "P110" in {problem.code for problem in problems}


def test_what_cannot_be_read_is_left_to_a_person(pages: Path) -> None:
    (pages / "公告.pdf").write_bytes(b"%PDF-1.7")
    assert [(problem.code, problem.blocks) for problem in found(pages)] == [("P111", False)]


def test_the_name_of_a_photo_passes_the_gate(pages: Path) -> None:
    (pages / f"{PHONE}.mp4").write_bytes(b"")
    assert {problem.code for problem in found(pages)} == {"P101", "P111"}
