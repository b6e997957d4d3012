"""每一种手误都有自己的说法：data/accidents 里一份坏文件配一份应有的报告。

改了说法之后，用 UPDATE_GOLDEN=1 重写报告，再逐份读一遍。
"""

import os
from pathlib import Path

import pytest

from casebook.entries.entry import read_entry
from casebook.problems import in_order
from casebook.records.case import Case
from casebook.report import as_text
from casebook.source.reading import read_source

ACCIDENTS = Path(__file__).parent / "data" / "accidents"
SHOWN = "cases_data/cases/2025/2025-001.yml"


def report_on(path: Path) -> str:
    source = read_source(path, SHOWN)
    read_entry(Case, source)
    return "\n".join(as_text(in_order(source.problems), str)) + "\n"


@pytest.mark.parametrize("path", sorted(ACCIDENTS.glob("*.yml")), ids=lambda path: path.stem)
def test_an_accident_is_explained(path: Path) -> None:
    golden = path.with_suffix(".txt")
    if os.environ.get("UPDATE_GOLDEN"):
        golden.write_text(report_on(path), encoding="utf-8")
    assert report_on(path) == golden.read_text(encoding="utf-8")


def test_a_fifty_megabyte_file_is_refused_without_reading_it(tmp_path: Path) -> None:
    path = tmp_path / "2025-001.yml"
    with path.open("wb") as file:
        file.truncate(50 * 1024 * 1024)
    assert "C002 文件有 50.0 MB" in report_on(path)


def test_a_missing_file_is_explained(tmp_path: Path) -> None:
    assert "C001 文件读不出来" in report_on(tmp_path / "nowhere.yml")


def test_every_accident_names_a_line_and_a_column() -> None:
    for path in ACCIDENTS.glob("*.yml"):
        if path.stem in {"good", "old-procedure-name", "trailing-full-width-space"}:
            continue
        first = path.with_suffix(".txt").read_text(encoding="utf-8").splitlines()[0]
        assert first.startswith(SHOWN + ":"), path.stem
        line, column = first.removeprefix(SHOWN + ":").split(" ")[0].split(":")
        assert int(line) >= 1
        assert int(column) >= 1
