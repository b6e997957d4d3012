"""待办：期限按工作日历数，办了就不再列；表格 Excel 能开，日历收得下，字节不变。"""

import csv
import io
from datetime import date, timedelta
from pathlib import Path

import icalendar
from msgspec.structs import replace

from casebook.agenda import ANY_TIME, DUE_SOON, OVERDUE, Task, list_tasks
from casebook.agenda_files import HEADINGS, as_calendar, as_csv
from casebook.book import Book
from casebook.entries.entry import Loaded
from tests.workbench import replace_line, run_manage


def with_case(book: Book, **changes: object) -> Book:
    """头一件案子改几样。"""
    first, *rest = book.cases
    changed = Loaded(first.value.model_copy(update=changes), first.source)
    return replace(book, cases=(changed, *rest))


def from_now_on(book: Book, since: date | None) -> Book:
    """四眼从 `since` 起；None 是不论哪天公开的都要。"""
    return replace(book, town=book.town.model_copy(update={"four_eyes_since": since}))


def kinds(book: Book, id_: str = "2025-001") -> dict[str, Task]:
    return {task.kind: task for task in list_tasks(book) if id_ in task.what}


def test_a_decision_must_be_served_and_published_in_working_days(book: Book) -> None:
    late = with_case(book, decided_day=date(2025, 9, 26), served_day=None, published_day=None)
    found = kinds(late)
    assert found["送达"].due == found["公开"].due == date(2025, 10, 13)
    assert found["公开"].urgency(book.today) == OVERDUE
    assert not kinds(book)


def test_a_case_kept_private_with_a_reason_need_not_be_published(book: Book) -> None:
    private = with_case(book, published_day=None, public=False, unpublished_reason="涉及隐私")
    assert "公开" not in kinds(private)


def test_drafts_and_unapproved_cases_are_waiting(book: Book) -> None:
    waiting = with_case(book, pending=("文书号",), demonstration=False)
    found = kinds(waiting)
    assert "文书号" in found["补齐草稿"].what
    assert "审核" not in found  # 定下四眼以前公开的
    found = kinds(from_now_on(waiting, date(2025, 1, 1)))
    assert found["审核"].urgency(book.today) == ANY_TIME


def test_bulletins_reports_and_guides_wait_for_an_approval_as_well(book: Book) -> None:
    waiting = [task.path for task in list_tasks(from_now_on(book, None)) if task.kind == "审核"]
    assert "cases_data/bulletins/2025/2025-b01.yml" in waiting
    assert "cases_data/annual/2025.yml" in waiting
    assert "cases_data/matters/straw-burning.yml" in waiting
    assert not [path for path in waiting if "/cases/" in path]  # 都是演示的


def test_last_years_report_is_due_at_the_end_of_january(book: Book) -> None:
    [task] = [task for task in list_tasks(book) if task.kind == "年度报告"]
    assert task.due == date(2027, 1, 31)
    assert task.urgency(book.today) == DUE_SOON


def test_the_table_opens_in_excel(book: Book) -> None:
    tasks = list_tasks(book)
    table = as_csv(tasks, book.today)
    assert table.startswith(b"\xef\xbb\xbf")
    rows = list(csv.reader(io.StringIO(table.decode("utf-8-sig"))))
    assert tuple(rows[0]) == HEADINGS
    assert len(rows) == len(tasks) + 1


def test_the_calendar_says_every_day_that_is_due_and_reminds_three_days_before(book: Book) -> None:
    late = with_case(book, decided_day=date(2025, 9, 26), served_day=None, published_day=None)
    tasks = [task for task in list_tasks(late) if task.due is not None]
    calendar = icalendar.Calendar.from_ical(as_calendar(list_tasks(late), book.today, "待办"))
    assert calendar["X-WR-CALNAME"] == "待办"
    events = calendar.walk("VEVENT")
    assert not [event.errors for event in events if event.errors]
    assert [(event.decoded("DTSTART"), str(event["SUMMARY"])) for event in events] == [
        (task.due, f"{task.kind}：{task.what}") for task in tasks
    ]
    assert {type(event.decoded("DTSTART")) for event in events} == {date}  # 整天，不带钟点
    assert {event.decoded("DTEND") - event.decoded("DTSTART") for event in events} == {
        timedelta(days=1)
    }
    assert [event["DESCRIPTION"].split("\n")[0] for event in events] == [t.path for t in tasks]
    assert {alarm.decoded("TRIGGER") for alarm in calendar.walk("VALARM")} == {timedelta(days=-3)}
    assert len(calendar.walk("VALARM")) == len(events)
    assert len({event["UID"] for event in events}) == len(events)


def test_the_calendar_is_the_same_bytes_and_keeps_to_the_line_length(book: Book) -> None:
    """一行不超过 75 个字节、以 CRLF 结尾（RFC 5545 第 3.1 节）：有的手机只收合规矩的。"""
    content, again = (as_calendar(list_tasks(book), book.today, "待办") for _ in range(2))
    assert content == again
    assert content.endswith(b"\r\n")
    lines = content.split(b"\r\n")
    assert max(map(len, lines)) <= 75
    assert not [line for line in lines if b"\n" in line or b"\r" in line]


def test_the_command_says_what_is_overdue(data: Path, tmp_path: Path) -> None:
    replace_line(data / "cases/2025/2025-001.yml", "公开日期: 2025-03-11\n", "")
    out = tmp_path / "待办.ics"
    result = run_manage("status", "--data", str(data), "--out", str(out))
    assert result.returncode == 1
    assert "已过期  2025-03-14  公开" in result.stdout
    assert out.read_bytes().startswith(b"BEGIN:VCALENDAR")
    assert run_manage("status", "--out", "待办.doc").returncode == 2
