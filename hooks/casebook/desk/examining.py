"""在内存里检查一份还没保存的记录：与 check 用同样的规则、同样的说法，再指出各在哪一格。"""

from collections.abc import Iterator
from operator import attrgetter
from typing import Any

from msgspec import Struct
from msgspec.structs import replace

from casebook.book import Book
from casebook.checks import photos
from casebook.checks.archive import check_together
from casebook.checks.docket import Desk
from casebook.checks.gate import Gate, make_gate
from casebook.desk.workspace import Record
from casebook.entries.entry import Entry, Loaded, read_entry
from casebook.examination import Bench, Task, judge
from casebook.inspection import Inspection
from casebook.law.calendar import HolidayPlan
from casebook.loading import Paper
from casebook.memory.folders import Stamp
from casebook.problems import Problem, in_order
from casebook.records.annual import AnnualReport
from casebook.records.case import Bulletin, Case
from casebook.records.matter import Matter
from casebook.records.town import Town
from casebook.records.words import WordList
from casebook.source.document import Source
from casebook.source.nodes import Location, Rows, Table, Text
from casebook.source.reading import parse_source


class Examination(Struct, frozen=True):
    """一份草稿的检查结果；`book` 与 `gate` 是假如它已经保存，全套记录和隐私门的样子。"""

    problems: tuple[Problem, ...]
    source: Source
    book: Book | None
    gate: Gate

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
    book, gate = inspection.book, inspection.gate
    if book is None:
        return Examination(tuple(in_order(source.problems)), source, None, gate)
    drafted = _with(book, loaded, record.shown) if loaded else book
    if loaded is not None and isinstance(loaded.value, Town):
        gate = make_gate(loaded.value.public_lines, gate.known)
    desk = Desk(drafted.register, drafted.calendar, drafted.today, drafted.town)
    bench = Bench(drafted, gate, desk, drafted.town, drafted.today)
    paper = Paper(record.inside, record.path, record.shown, record.model, Stamp(0, 0, 0))
    problems = list(judge(Task(paper), bench, source, loaded).problems)
    if loaded is None:
        return Examination(tuple(in_order(problems)), source, None, gate)
    together = list(check_together(drafted, desk))
    if isinstance(loaded.value, Case):  # 草稿里写的照片，保存之前也看得到、查得到
        case = Loaded(loaded.value, source)
        album = photos.collect([case], record.data)
        drafted = replace(drafted, album={**drafted.album, **album})
        display = record.shown.removesuffix(record.inside).rstrip("/")
        together += photos.check_cases([case], record.data, display, drafted.album)
    mine = frozenset({record.shown})
    problems += [problem for problem in together if problem.concerns(mine)]
    return Examination(tuple(in_order(problems)), source, drafted, gate)


_SHELVES: dict[type[Entry], str] = {
    Case: "cases",
    Bulletin: "bulletins",
    Matter: "matters",
    AnnualReport: "reports",
    HolidayPlan: "plans",
}
"""各种记录放在全套记录的哪一处。"""


def _with(book: Book, loaded: Loaded[Entry], path: str) -> Book:
    """草稿顶替了旧记录以后的全套记录。"""
    value = loaded.value
    if isinstance(value, Town):
        return replace(book, town=value)
    if isinstance(value, WordList):
        return replace(book, words=value.words)
    shelf = _SHELVES[type(value)]
    others = [one for one in getattr(book, shelf) if one.path != path]
    order = attrgetter("value.order", "path") if shelf == "matters" else attrgetter("path")
    changed: dict[str, Any] = {shelf: tuple(sorted([*others, loaded], key=order))}
    return replace(book, **changed)


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
