"""年度报告的底稿：算得出的数与申报的一致，填满空处就能通过检查。"""

from pathlib import Path

import pytest

from casebook.annual_draft import count_year, draft_report
from casebook.book import Book
from casebook.entries.entry import read_entry
from casebook.records.annual import AnnualReport
from casebook.source.document import Source
from casebook.source.reading import parse_source
from tests.workbench import run_manage


def test_the_figures_are_those_that_were_declared(book: Book) -> None:
    figures = count_year(book, 2025)
    assert [(one.procedure, one.total) for one in figures.counted] == [
        ("简易程序", 6),
        ("普通程序", 14),
    ]
    assert figures.fine == 16100
    assert dict(figures.fines)["露天焚烧秸秆"] == 15100


def fill_blanks(text: str) -> str:
    """空着的键都填上：要写字的写字，要写数的写 3。"""
    lines = text.splitlines()
    for number, line in enumerate(lines[:-1]):
        key = line.partition("#")[0].rstrip()
        following = lines[number + 1]
        deeper = len(following) - len(following.lstrip()) > len(line) - len(line.lstrip())
        if key.endswith(":") and not deeper:
            lines[number] = f"{key} {'另写' if key.strip() in {'依据:', '口径:', '内容:'} else 3}"
    return "\n".join(lines) + "\n"


def test_a_draft_with_its_blanks_filled_is_a_report(book: Book) -> None:
    for year in (2025, 2026):
        source = parse_source(fill_blanks(draft_report(book, year)).encode(), Source("x.yml"))
        assert read_entry(AnnualReport, source), source.problems


def test_last_years_figures_stand_beside(book: Book) -> None:
    text = draft_report(book, 2026)
    assert "合计: 0   # 去年 16100" in text
    assert "数量:   # 去年 1530" in text


@pytest.mark.parametrize("year", ["20260", "abc", "26", "-1"])
def test_a_year_that_is_none_is_misuse(year: str) -> None:
    result = run_manage("annual", "--", year)
    assert result.returncode == 2
    assert f"“{year}”不是年份" in result.stderr


def test_the_command_does_not_overwrite_a_draft(data: Path) -> None:
    assert run_manage("annual", "2026", "--data", str(data)).returncode == 0
    draft = data / "annual/2026-draft.txt"
    assert draft.exists()
    assert run_manage("check", "--data", str(data)).returncode == 0
    draft.write_text("填到一半", encoding="utf-8")
    assert run_manage("annual", "2026", "--data", str(data)).returncode == 1
    assert draft.read_text(encoding="utf-8") == "填到一半"
