"""在内存里检查一份还没保存的记录：与 check 用同样的规则、同样的说法，再指出各在哪一格。"""

from collections.abc import Iterator
from dataclasses import dataclass, replace

from casebook.book import Book
from casebook.checks.docket import Desk
from casebook.checks.reconcile import reconcile
from casebook.checks.rulebook import check_archive
from casebook.desk.workspace import Record
from casebook.entries.entry import Entry, Loaded, read_entry
from casebook.examination import Bench, Task, judge
from casebook.inspection import Inspection
from casebook.loading import Paper
from casebook.memory.folders import Stamp
from casebook.problems import Problem, in_order
from casebook.records.case import Bulletin, Case
from casebook.source.document import Source
from casebook.source.nodes import Location, Rows, Table, Text
from casebook.source.reading import parse_source


@dataclass(frozen=True, slots=True)
class Examination:
    """一份草稿的检查结果；`book` 是假如它已经保存的全套记录。"""

    problems: tuple[Problem, ...]
    source: Source
    book: Book | None

    def at_fields(self) -> Iterator[tuple[str, Problem]]:
        """（哪一格，问题）；说不出在哪一格的，格名为空。"""
        for problem in self.problems:
            yield ".".join(map(str, self._location(problem))), problem

    def _location(self, problem: Problem) -> Location:
        if problem.position.path != self.source.path:
            return ()
        return problem.location or locate(self.source, problem.position.line)


def examine_draft(text: str, record: Record, inspection: Inspection) -> Examination:
    """检查草稿的文字。本镇资料读不出时，只查它自己的写法。"""
    source = parse_source(text.encode("utf-8"), Source(record.shown))
    loaded = read_entry(record.model, source)
    book = inspection.book
    if book is None:
        return Examination(tuple(in_order(source.problems)), source, None)
    drafted = _with(book, loaded, record.shown) if loaded else book
    desk = Desk(book.register, book.calendar, book.today, book.town)
    bench = Bench(drafted, inspection.gate, desk, book.town, book.today)
    paper = Paper(record.inside, record.path, record.shown, record.model, Stamp(0, 0, 0))
    problems = list(judge(Task(paper), bench, source, loaded).problems)
    if loaded is None:
        return Examination(tuple(in_order(problems)), source, None)
    mine = frozenset({record.shown})
    problems += [one for one in _together(drafted, desk) if one.concerns(mine)]
    return Examination(tuple(in_order(problems)), source, drafted)


def _together(book: Book, desk: Desk) -> Iterator[Problem]:
    """与别的记录合起来才看得出的：年度报告的勾稽、一事两罚。"""
    for report in book.reports:
        yield from reconcile(report, book.cases, book.bulletins)
    yield from check_archive(book.cases, desk)


def _with(book: Book, loaded: Loaded[Entry], path: str) -> Book:
    """草稿顶替了旧记录以后的全套记录。"""
    value = loaded.value
    if isinstance(value, Case):
        kept = [case for case in book.cases if case.path != path]
        cases = sorted([*kept, Loaded(value, loaded.source)], key=lambda case: case.path)
        return replace(book, cases=tuple(cases))
    if isinstance(value, Bulletin):
        others = [one for one in book.bulletins if one.path != path]
        bulletins = sorted([*others, Loaded(value, loaded.source)], key=lambda one: one.path)
        return replace(book, bulletins=tuple(bulletins))
    return book


def locate(source: Source, line: int) -> Location:
    """某一行属于哪个键；两层以内。"""
    if source.root is None:
        return ()
    outer = _key_at(source.root, line)
    if outer is None:
        return ()
    inner = source.root[outer]
    if isinstance(inner, Table) and (key := _key_at(inner, line)) is not None:
        return (str(outer), str(key))
    if isinstance(inner, Rows):
        rows = [n for n, item in enumerate(inner) if item.mark.line <= line]
        return (str(outer), rows[-1]) if rows else (str(outer),)
    return (str(outer),)


def _key_at(table: Table, line: int) -> Text | None:
    before = [key for key in table if key.mark.line <= line]
    return max(before, key=lambda key: key.mark.line, default=None)
