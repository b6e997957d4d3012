"""发布前的全部检查：读记录、核对引用与勾稽、过隐私门，一次给出所有问题。

没有变、上次查过没有问题的文件不再读、不再查；有问题的不留结果，每次都重查。
"""

import hashlib
import time
from collections.abc import Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import Any

from msgspec import Struct, field

from casebook.book import Book
from casebook.checks import photos
from casebook.checks.archive import check_records
from casebook.checks.attachments import check_attachments
from casebook.checks.docket import Desk
from casebook.checks.gate import Gate, make_gate
from casebook.entries.entry import Loaded
from casebook.examination import Bench, Examining, Report, Task, judge, read_paper
from casebook.loading import Paper, find_pages, find_papers, find_strays, gather
from casebook.memory.files import Files, Kept
from casebook.memory.folders import Stamp, list_files
from casebook.memory.packing import unpack
from casebook.problems import Problem, any_block, in_order
from casebook.records.case import Bulletin, Case
from casebook.records.town import Town
from casebook.source.document import Source
from casebook.source.reading import UnreadSource
from casebook.timing import Clock
from casebook.vault import Vault
from casebook.workforce import Workforce


class Place(Struct, frozen=True):
    """一个文件夹和它在报告里的叫法。"""

    directory: Path
    display: str


class Inspection(Struct, frozen=True):
    """检查的结果。`gate` 也是报告出口的遮盖工具。"""

    book: Book | None
    problems: tuple[Problem, ...]
    gate: Gate

    @property
    def publishable(self) -> Book | None:
        """可以发布的一套记录；有错误则为 None。"""
        return None if any_block(self.problems) else self.book


class Crew(Struct, frozen=True):
    """检查的人手：记得的上次结果，几个进程，计时。"""

    files: Files = field(default_factory=Files)
    workforce: Workforce = field(default_factory=Workforce)
    clock: Clock = field(default_factory=Clock)


class _Item(Struct):
    """要查的一份，和上次的结果。`source` 在刚读过时才有。"""

    paper: Paper
    kept: Kept | None
    source: Source | None = None
    loaded: Loaded[Any] | None = None

    @property
    def shared(self) -> bool:
        """是不是各案都要用到的（本镇资料、案由、法规等），要先读。"""
        return self.paper.model not in (Case, Bulletin, None)

    def read(self) -> None:
        """读出来；没有变的从上次的结果还原。"""
        if self.kept is not None:
            self.restore(self.kept.facts, self.kept.digest)
        else:
            self.source, self.loaded = read_paper(self.paper)

    @property
    def digest(self) -> str:
        """内容的指纹。"""
        if self.kept is not None:
            return self.kept.digest
        return self.source.digest if self.source is not None else ""

    def restore(self, facts: str, digest: str) -> None:
        """从打包的记录还原；原文要用到时才再读。"""
        if self.paper.model is not None:
            source = UnreadSource(self.paper.path, self.paper.shown, digest)
            self.loaded = Loaded(unpack(self.paper.model, facts), source)

    def task(self, gate: str, desk: str) -> Task | None:
        """还要查什么；上次在同样的标准下查过就不用。"""
        exposures = self.kept is None or self.kept.gate != gate
        verdict = self.kept is None or (not self.shared and self.kept.desk != desk)
        return Task(self.paper, exposures, verdict) if exposures or verdict else None


def inspect_all(
    data: Place,
    documents: Place | None,
    today: date | None,
    vault: Vault | None = None,
    crew: Crew | None = None,
) -> Inspection:
    """检查数据目录与手写页面。`today` 不给则用本镇资料的基准日期。

    给了 `vault` 就连同里面记得的台账真实信息一起查。
    """
    crew = crew or Crew()
    began = time.time_ns()
    listings = {place: list_files(place.directory) for place in (data, documents) if place}
    items = [
        _Item(paper, crew.files.recall(paper.name, paper.path, paper.stamp))
        for paper in _papers(data, documents, listings)
    ]
    shared = [item for item in items if item.shared]
    for item in shared:
        item.read()
    bench = _set_up(shared, today, vault)
    gate, desk = _keys(shared, bench, vault)
    problems: list[Problem] = []
    for item, report in _examine(items, bench, (gate, desk), crew):
        problems += report.problems
        crew.clock.add(report.spent)
        if report.facts is not None and item.source is None:
            item.restore(report.facts, report.digest)
        if report.facts is not None and not report.problems:
            stamp = item.paper.stamp
            kept = Kept(stamp, began, report.digest, report.facts, gate, desk)
            crew.files.remember(item.paper.name, kept)
            item.kept = kept
        else:
            item.kept = None
    for item in items:
        if item.kept is not None and item.loaded is None:
            item.read()
    crew.files.forget_all_but(item.paper.name for item in items if item.kept is not None)
    crew.files.save()

    records = gather([item.loaded for item in items if item.loaded is not None])
    problems += find_strays([item.paper for item in items], data.display, listings[data])
    problems += check_records(records, bench.desk)
    read = {item.paper.shown for item in items}
    for place, listing in listings.items():
        published = place is documents
        problems += check_attachments(place.display, listing, read, bench.gate, published=published)
        problems += photos.check_files(place.directory, place.display, listing)
    book = None
    if bench.town is not None and bench.today is not None:
        album = photos.collect(records.cases, data.directory)
        book = Book.of(records, bench.town, bench.today, album)
        problems += photos.check_cases(book.cases, data.directory, data.display, album)
    return Inspection(book, tuple(in_order(problems)), bench.gate)


def _papers(
    data: Place, documents: Place | None, listings: Mapping[Place, Mapping[str, Stamp]]
) -> Iterator[Paper]:
    yield from find_papers(data.directory, data.display, listings[data])
    if documents is not None:
        yield from find_pages(documents.directory, documents.display, listings[documents])


def _set_up(shared: Sequence[_Item], today: date | None, vault: Vault | None) -> Bench:
    """备好检查每一份都要用的东西。"""
    records = gather([item.loaded for item in shared if item.loaded is not None])
    towns = (item.loaded.value for item in shared if item.loaded is not None)
    town = next((value for value in towns if isinstance(value, Town)), None)
    gate = make_gate(town.public_lines if town else None, vault.known() if vault else None)
    as_of = today or (town.today if town else None)
    desk = Desk(records.register, records.calendar, as_of, town) if as_of else None
    return Bench(records, gate, desk, town, as_of)


def _keys(shared: Sequence[_Item], bench: Bench, vault: Vault | None) -> tuple[str, str]:
    """隐私门与核对标准的指纹；代码、词表的版本另由整个存储的版本管。"""
    town = [item.digest for item in shared if item.paper.model is Town]
    digests = [(item.paper.name, item.digest) for item in shared]
    gate = _digest(town, bench.today, vault.fingerprint() if vault else "")
    return gate, _digest(digests, bench.today)


def _digest(*parts: object) -> str:
    return hashlib.blake2b(repr(parts).encode(), digest_size=16).hexdigest()


def _examine(
    items: Sequence[_Item], bench: Bench, keys: tuple[str, str], crew: Crew
) -> Iterator[tuple[_Item, Report]]:
    """查还没查过的；已经读在手里的当场查，其余交给人手。"""
    tasks = [(item, task) for item in items if (task := item.task(*keys)) is not None]
    for item, task in tasks:
        if item.source is not None:
            yield item, judge(task, bench, item.source, item.loaded)
    waiting = {task.paper.name: item for item, task in tasks if item.source is None}
    work = Examining([task for item, task in tasks if item.source is None], bench)
    for report in crew.workforce.each("检查", work, len(work.tasks)):
        yield waiting[report.paper.name], report
