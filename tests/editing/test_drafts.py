"""起草：编号接着排，底稿自己没有错误，照旧案另起的一份不带旧案的日期和文号。"""

from datetime import date
from pathlib import Path

import pytest

from casebook.book import Book
from casebook.editing.canonical import canonical
from casebook.editing.drafts import Brief, copy_case, draft_case, next_id, publication_deadline
from casebook.inspection import Place, inspect_all
from casebook.records.case import ORDINARY, SUMMARY, Case
from tests.workbench import run_manage


@pytest.mark.parametrize(
    ("taken", "year", "mark", "expected"),
    [
        ([], 2026, "", "2026-001"),
        (["2025-001", "2025-019", "2025-b07"], 2025, "", "2025-020"),
        (["2025-001", "2025-b07"], 2025, "b", "2025-b08"),
        (["2025-999"], 2025, "", "2025-1000"),
    ],
)
def test_numbers_follow_on(taken: list[str], year: int, mark: str, expected: str) -> None:
    assert next_id(taken, year, mark) == expected


@pytest.mark.parametrize("procedure", [SUMMARY, ORDINARY])
def test_a_draft_of_any_matter_has_no_error(book: Book, data: Path, procedure: str) -> None:
    names = set()
    for number, matter in enumerate(book.matters, start=900):
        brief = Brief(f"2026-{number}", matter.value.name, procedure, date(2026, 6, 12), "张某")
        text = draft_case(brief, book)
        assert canonical(text, Case) == text
        path = data / f"cases/2026/2026-{number}.yml"
        path.parent.mkdir(exist_ok=True)
        path.write_text(text, encoding="utf-8")
        names.add(f"cases_data/cases/2026/2026-{number}.yml")
    problems = inspect_all(Place(data, "cases_data"), None, None).problems
    assert not [p for p in problems if p.blocks and p.position.path in names]


def test_a_draft_cites_the_law_in_force_on_the_day(book: Book) -> None:
    before = draft_case(Brief("2026-901", "露天焚烧秸秆", ORDINARY, date(2026, 6, 12)), book)
    after = draft_case(Brief("2026-902", "露天焚烧秸秆", ORDINARY, date(2026, 9, 12)), book)
    assert "处罚依据: 大气污染防治法" in before
    assert "大气污染防治法第一百一十九条" not in after


def test_a_copy_starts_afresh(data: Path) -> None:
    text = (data / "cases/2025/2025-001.yml").read_text(encoding="utf-8")
    copy = copy_case(text, "2025-021")
    assert "编号: 2025-021" in copy
    assert "公开: 否" in copy
    assert "文书号" not in copy
    assert "决定日期" not in copy
    assert "待补:" in copy


def test_the_last_day_to_publish_counts_working_days(book: Book) -> None:
    assert publication_deadline(date(2025, 9, 26), book) == date(2025, 10, 13)


def test_the_command_writes_a_draft_once(data: Path) -> None:
    flags = ["--matter", "占用消防通道", "--act-day", "2026-06-12", "--id", "2026-001"]
    first = run_manage("new", "--data", str(data), *flags)
    assert first.returncode == 0, first.stderr
    assert "cases/2026/2026-001.yml" in first.stdout
    again = run_manage("new", "--data", str(data), *flags)
    assert again.returncode == 1
    assert "已经有了" in again.stderr


@pytest.mark.parametrize(
    ("flags", "complaint"),
    [
        (["--matter", "占道经营", "--act-day", "1026-06-12"], "不是日期"),
        (["--matter", "没有的案由"], "没有登记"),
        (["--matter", "占道经营"], "还要写 --act-day"),
        ([], "不在终端里"),
        (["--matter", "占道经营", "--act-day", "2026-06-12", "--id", "../../x"], "写法不对"),
    ],
)
def test_wrong_answers_are_misuse(flags: list[str], complaint: str) -> None:
    result = run_manage("new", *flags)
    assert result.returncode == 2
    assert complaint in result.stderr


def test_a_number_taken_by_a_broken_file_is_not_given_again(data: Path) -> None:
    (data / "cases/2025/2025-021.yml").write_text("写坏了", encoding="utf-8")
    result = run_manage(
        "new", "--data", str(data), "--matter", "占道经营", "--act-day", "2025-06-12"
    )
    assert result.returncode == 0, result.stderr
    assert "2025-022.yml" in result.stdout
    assert f"manage.py edit --data {data} 打开表单" in result.stdout
