"""读一个数据目录：每份文件读成有类型的记录，再核对彼此的引用与勾稽，一次报出全部问题。"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import Path
from typing import TypeVar

from casebook.book import Book, Records
from casebook.checks.docket import Desk
from casebook.checks.reconcile import reconcile
from casebook.checks.references import check_bulletin, check_case, check_matter, check_placement
from casebook.checks.register import check_register
from casebook.checks.rulebook import check_law, check_standing
from casebook.entries.entry import Entry, Loaded, read_entry
from casebook.law.calendar import HolidayPlan
from casebook.law.register import Register
from casebook.law.statutes import Statute
from casebook.problems import Position, Problem, in_order
from casebook.records.annual import AnnualReport
from casebook.records.case import Bulletin, Case
from casebook.records.matter import Matter
from casebook.records.town import Town
from casebook.source.document import Source
from casebook.source.reading import read_source

E = TypeVar("E", bound=Entry)

MODELS: dict[str, type[Entry]] = {
    "town.yml": Town,
    "cases/*/*.yml": Case,
    "bulletins/*/*.yml": Bulletin,
    "matters/*.yml": Matter,
    "statutes/*.yml": Statute,
    "annual/*.yml": AnnualReport,
    "calendar/*.yml": HolidayPlan,
}
"""数据目录里的位置与那里的记录模型；JSON Schema 与编辑器设置也由此而来。"""


@dataclass(frozen=True, slots=True)
class Loading:
    """读的结果：有拦住发布的问题时 `book` 仍可能存在，用与不用由调用者看 `problems`。"""

    book: Book | None
    problems: tuple[Problem, ...]
    sources: tuple[Source, ...]


def load_book(directory: Path, display: str, today: date | None = None) -> Loading:
    """读 `directory` 并检查。

    `display` 是报告里显示的目录名；`today` 不给则用本镇资料的基准日期。
    """
    shelf = _Shelf(directory, display)
    towns = shelf.read("town.yml", Town)
    records = Records(
        cases=_by_id(shelf.read("cases/*/*.yml", Case)),
        bulletins=_by_id(shelf.read("bulletins/*/*.yml", Bulletin)),
        matters=tuple(
            sorted(shelf.read("matters/*.yml", Matter), key=lambda m: (m.value.order, m.path))
        ),
        reports=tuple(sorted(shelf.read("annual/*.yml", AnnualReport), key=lambda r: r.path)),
        register=Register(shelf.read("statutes/*.yml", Statute)),
        plans=tuple(shelf.read("calendar/*.yml", HolidayPlan)),
    )
    problems = [problem for source in shelf.sources for problem in source.problems]
    problems += shelf.strays()
    town = towns[0].value if towns else None
    as_of = today or (town.today if town else None)
    problems += _check(records, as_of)
    if as_of is not None:
        desk = Desk(records.register, records.calendar, as_of, town)
        problems += check_law(records.cases, desk)
        problems += check_standing(records.register.loaded, desk)
    if town is None or as_of is None:
        return Loading(None, tuple(in_order(problems)), tuple(shelf.sources))
    book = Book(
        records.cases,
        records.bulletins,
        records.matters,
        records.reports,
        records.register,
        records.plans,
        town,
        as_of,
    )
    return Loading(book, tuple(in_order(problems)), tuple(shelf.sources))


def _check(records: Records, today: date | None) -> Iterator[Problem]:
    """跨文件的核对。"""
    for case in records.cases:
        yield from check_case(case, records, today)
    for bulletin in records.bulletins:
        yield from check_bulletin(bulletin, records, today)
    for matter in records.matters:
        yield from check_matter(matter, records)
    yield from check_placement(records)
    yield from check_register(records.register, [matter.value.name for matter in records.matters])
    for report in records.reports:
        yield from reconcile(report, records.cases, records.bulletins)


class _Shelf:
    """数据目录里的文件。"""

    def __init__(self, directory: Path, display: str) -> None:
        self.directory = directory
        self.display = display
        self.sources: list[Source] = []

    def read(self, pattern: str, model: type[E]) -> list[Loaded[E]]:
        """读出某个位置的全部文件；读不成的只留下问题。"""
        loaded: list[Loaded[E]] = []
        for path in sorted(self.directory.glob(pattern)):
            source = read_source(path, self._shown(path))
            self.sources.append(source)
            entry = read_entry(model, source)
            if entry is not None:
                loaded.append(entry)
        return loaded

    def strays(self) -> Iterable[Problem]:
        """没有 town.yml、放错位置或写成 .yaml 的文件。"""
        known = {source.path for source in self.sources}
        if self._shown(self.directory / "town.yml") not in known:
            yield Problem(
                "C109",
                Position(self._shown(self.directory / "town.yml")),
                "缺少本镇资料 town.yml",
                "从项目自带的 cases_data/town.yml 复制一份来改。",
            )
        for path in sorted(self.directory.rglob("*.y*ml")):
            if self._shown(path) not in known and path.is_file():
                yield Problem(
                    "C113",
                    Position(self._shown(path)),
                    "文件没有放在认识的位置，没有读取",
                    f"可放的位置：{'、'.join(MODELS)}；扩展名用 .yml。",
                )

    def _shown(self, path: Path) -> str:
        inside = path.relative_to(self.directory).as_posix()
        return f"{self.display}/{inside}" if self.display else inside


def _by_id(loaded: list[Loaded[E]]) -> tuple[Loaded[E], ...]:
    return tuple(sorted(loaded, key=lambda item: item.path))
