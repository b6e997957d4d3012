"""一份记录现在是什么情况：草稿、有问题、可公开、已公开、不公开、已撤回。"""

from collections import Counter
from collections.abc import Iterator
from datetime import date
from enum import StrEnum
from pathlib import PurePosixPath

from msgspec import Struct

from casebook.book import Book
from casebook.desk.workspace import KINDS, NAMES
from casebook.entries.entry import Loaded
from casebook.inspection import Inspection
from casebook.records.case import Bulletin, Case


class State(StrEnum):
    """列表上的情况，先要管的在前。"""

    FAULTY = "有问题"
    DRAFT = "草稿"
    READY = "可公开"
    PUBLIC = "已公开"
    PRIVATE = "不公开"
    WITHDRAWN = "已撤回"


class Row(Struct, frozen=True):
    """列表上的一行；读不成的记录只有文件名。"""

    kind: str
    id: str
    title: str
    matter: str
    day: date | None
    state: State
    errors: int
    warnings: int

    @property
    def year(self) -> str:
        """编号里的年份，四位。"""
        return self.id[:4]


class Paper(Struct, frozen=True):
    """案件与动态以外的一份资料：`editable` 为假的只能用编辑器改，没有错误与提醒就是好的。"""

    kind: str
    id: str
    place: str
    title: str
    errors: int
    warnings: int
    editable: bool


def list_papers(inspection: Inspection, names: Iterator[str]) -> list[Paper]:
    """案件与动态以外的资料。`names` 是数据文件夹里的位置，照原来的次序。"""
    titles = {} if inspection.book is None else _titles(inspection.book)
    tally = _tally(inspection)
    papers = []
    for name in names:
        path = PurePosixPath(name)
        kind = path.parts[0].removesuffix(".yml")
        found = titles.get(name, NAMES[kind] if len(path.parts) == 1 else path.stem)
        counts = tally[name, True], tally[name, False]
        papers.append(Paper(kind, path.stem, name, found, *counts, kind in KINDS))
    return papers


def _titles(book: Book) -> dict[str, str]:
    titles = {_stem(one.path, 2): one.value.name for one in book.matters}
    titles |= {_stem(one.path, 2): one.value.title for one in book.reports}
    titles |= {_stem(one.path, 2): f"{one.value.year} 年放假安排" for one in book.plans}
    return titles | {_stem(one.path, 2): one.value.name for one in book.register.loaded}


def list_rows(inspection: Inspection, names: Iterator[str]) -> list[Row]:
    """全部案件与动态，先要管的在前，再按编号从新到旧。`names` 是数据文件夹里的位置。"""
    book = inspection.book
    loaded = {} if book is None else _by_name(book)
    tally = _tally(inspection)
    rows = [_row(name, loaded.get(_stem(name)), tally) for name in names]
    order = list(State)
    newest_first = sorted(rows, key=lambda row: row.id, reverse=True)
    return sorted(newest_first, key=lambda row: order.index(row.state) > order.index(State.READY))


def _by_name(book: Book) -> dict[str, Loaded[Case] | Loaded[Bulletin]]:
    cases = {_stem(case.path): case for case in book.cases}
    return cases | {_stem(one.path): one for one in book.bulletins}


def _stem(path: str, depth: int = 3) -> str:
    return "/".join(path.split("/")[-depth:])


def _tally(inspection: Inspection) -> Counter[tuple[str, bool]]:
    """（文件在数据文件夹里的位置，是不是错误）各有几个问题。"""
    return Counter(
        (_stem(one.position.path, depth), one.blocks)
        for one in inspection.problems
        for depth in (1, 2, 3)
    )


def _row(
    name: str, loaded: Loaded[Case] | Loaded[Bulletin] | None, tally: Counter[tuple[str, bool]]
) -> Row:
    errors = tally[name, True]
    kind, _, file = name.split("/")
    id_ = file.removesuffix(".yml")
    if loaded is None:
        return Row(kind, id_, "读不成的记录", "", None, State.FAULTY, errors, 0)
    value = loaded.value
    matter = value.matter if isinstance(value, Case) else "、".join(value.matters)
    return Row(
        kind=kind,
        id=id_,
        title=value.title,
        matter=matter,
        day=value.day,
        state=state_of(value, errors),
        errors=errors,
        warnings=tally[name, False],
    )


def state_of(value: Case | Bulletin, errors: int) -> State:
    """一份记录的情况；`errors` 是它自己的错误数。"""
    if isinstance(value, Case) and value.withdrawal is not None:
        return State.WITHDRAWN
    if errors:
        return State.FAULTY
    if value.public:
        return State.PUBLIC
    if isinstance(value, Case) and value.pending:
        return State.DRAFT
    private = isinstance(value, Case) and value.unpublished_reason is not None
    return State.PRIVATE if private else State.READY
