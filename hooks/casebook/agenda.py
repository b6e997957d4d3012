"""待办：哪些事到了期限或快到了——送达、公开、撤回、下架、补齐、审核、重核法规、年度报告、日历。

只从记录推出来，不另存；“今天”是全站的基准日期。
"""

from collections.abc import Iterator
from datetime import date, timedelta

from msgspec import Struct

from casebook.book import Book
from casebook.checks.approvals import Published, awaits_approval
from casebook.checks.deadlines import DAYS, PUBLICATION, SERVICE, WITHDRAWAL
from casebook.entries.entry import Loaded
from casebook.law.calendar import CalendarMissing
from casebook.law.periods import years_after
from casebook.law.standing import RECHECK_YEARS, open_questions
from casebook.records.case import ORDINARY, Case

DECIDE_DAYS = 90
SOON = timedelta(days=90)
OVERDUE, DUE_SOON, LATER, ANY_TIME = "已过期", "快到期", "以后", "随时"


class Task(Struct, frozen=True):
    """一件待办：哪一天以前、什么事、哪份文件、依据。没有期限的 `due` 为 None。"""

    due: date | None
    kind: str
    what: str
    path: str
    source: str = ""

    def urgency(self, today: date) -> str:
        """已过期、快到期、以后，或随时。"""
        if self.due is None:
            return ANY_TIME
        if self.due < today:
            return OVERDUE
        return DUE_SOON if self.due <= today + SOON else LATER


def list_tasks(book: Book) -> list[Task]:
    """全部待办，先到期的在前，没有期限的在后。"""
    tasks = [task for case in book.cases for task in _of_case(case, book)]
    tasks += _of_approvals(book)
    tasks += _of_register(book)
    tasks += _of_reports(book)
    tasks += _of_calendar(book)
    return sorted(tasks, key=lambda task: (task.due or date.max, task.path, task.kind))


def _of_case(loaded: Loaded[Case], book: Book) -> Iterator[Task]:
    case, path = loaded.value, loaded.path
    yield from _procedure(case, path, book)
    yield from _publication(case, path, book)
    if case.pending:
        yield Task(None, "补齐草稿", f"{case.id} 还缺：{'、'.join(case.pending)}", path)


def _procedure(case: Case, path: str, book: Book) -> Iterator[Task]:
    if case.decided_day is None:
        if case.procedure == ORDINARY and case.filed_day is not None:
            last = case.filed_day + timedelta(days=DECIDE_DAYS)
            source = "《行政处罚法》第六十条"
            yield Task(last, "作出决定", f"{case.id} 立案后九十日内决定", path, source)
    elif case.served_day is None:
        due = _working_days(case.decided_day, DAYS[SERVICE], book)
        source = "《行政处罚法》第六十一条"
        yield Task(due, "送达", f"{case.id} 决定书七个工作日内送达", path, source)


def _publication(case: Case, path: str, book: Book) -> Iterator[Task]:
    if case.overturning is not None and case.public and case.withdrawal is None:
        due = _working_days(case.overturning.day, DAYS[WITHDRAWAL], book)
        source = "《行政处罚法》第四十八条第二款"
        yield Task(due, "撤回公开", f"{case.id} 的决定已经变动，要撤回", path, source)
    held_back = case.unpublished_reason is not None or case.withdrawal is not None
    if case.decided_day is not None and case.published_day is None and not held_back:
        due = _working_days(case.decided_day, DAYS[PUBLICATION], book)
        what = f"{case.id} 决定后七个工作日内公开；不公开的写明理由"
        yield Task(due, "公开", what, path, "国办发〔2018〕118号")
    years = book.town.retention.years(case.party_kind)
    if years and case.public and case.published_day is not None and case.withdrawal is None:
        due = years_after(case.published_day, years)
        yield Task(
            due, "下架", f"{case.id} 公开满 {years} 年", path, book.town.retention.basis or ""
        )


def _of_approvals(book: Book) -> Iterator[Task]:
    """公开了、还没有第二个人看过的。"""
    named: tuple[tuple[str, Published, str], ...] = (
        *((one.value.id, one.value, one.path) for one in book.cases),
        *((one.value.id, one.value, one.path) for one in book.bulletins),
        *((f"《{one.value.title}》", one.value, one.path) for one in book.reports),
        *((f"普法指南“{one.value.name}”", one.value, one.path) for one in book.matters),
    )
    for name, value, path in named:
        if awaits_approval(value, book.town):
            yield Task(None, "审核", f"{name} 公开了，没有写谁审核过", path)


def _of_register(book: Book) -> Iterator[Task]:
    for loaded in book.register.loaded:
        statute = loaded.value
        due = years_after(statute.checked_on, RECHECK_YEARS)
        what = f"《{statute.name}》上次核对是 {statute.checked_on}"
        yield Task(due, "重核法规", what, loaded.path)
        if waiting := len(open_questions(statute, book.today)):
            what = f"《{statute.name}》还有 {waiting} 件事没有核实，见 manage.py law-report"
            yield Task(None, "核实法规", what, loaded.path)


def _of_reports(book: Book) -> Iterator[Task]:
    """每年 1 月 31 日前公布上一年度的执法情况。"""
    written = {report.value.year for report in book.reports}
    for year in (book.today.year - 1, book.today.year):
        if year not in written:
            what = f"{year} 年度报告还没有写，运行 manage.py annual {year} 起草"
            source = "国办发〔2018〕118号"
            yield Task(date(year + 1, 1, 31), "年度报告", what, f"annual/{year}.yml", source)


def _of_calendar(book: Book) -> Iterator[Task]:
    year = book.today.year + 1
    try:
        book.calendar.is_working(date(year, 1, 4))
    except CalendarMissing:
        what = f"{year} 年的放假安排公布后，写进 calendar/{year}.yml"
        yield Task(date(year - 1, 12, 31), "工作日历", what, f"calendar/{year}.yml")


def _working_days(day: date, days: int, book: Book) -> date | None:
    try:
        return book.calendar.after(day, days)
    except CalendarMissing:
        return None
