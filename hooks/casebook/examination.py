"""一份文件的检查：读出来、过隐私门、与登记册和案由核对。只看这一份，所以可以分给几个进程做。"""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from msgspec import Struct, field

from casebook.book import Records
from casebook.checks import approvals, photos, reidentification
from casebook.checks.docket import Desk
from casebook.checks.exposure import inspect
from casebook.checks.gate import Gate
from casebook.checks.references import check_bulletin, check_case
from casebook.checks.rulebook import check_case_law
from casebook.entries.entry import Entry, Loaded, read_entry
from casebook.loading import Paper
from casebook.memory.packing import pack
from casebook.problems import Problem
from casebook.records.case import Bulletin, Case
from casebook.records.town import Town
from casebook.source.document import Source
from casebook.source.reading import read_source, read_text_source
from casebook.timing import Clock


class Bench(Struct, frozen=True):
    """检查每一份都要用的东西：案由、法规等先读好的记录，隐私门，案头，本镇资料，今天。"""

    ground: Records
    gate: Gate
    desk: Desk | None
    town: Town | None
    today: date | None


class Task(Struct, frozen=True):
    """要检查的一份：文件，以及隐私与核对是不是都要重查。"""

    paper: Paper
    exposures: bool = True
    verdict: bool = True


class Report(Struct, frozen=True):
    """一份文件的结果：内容的指纹、打包的记录（读不成为 None）、全部问题，和各步用的时间（秒）。"""

    paper: Paper
    digest: str
    facts: str | None
    problems: tuple[Problem, ...]
    spent: Mapping[str, float] = field(default_factory=dict)


def read_paper(paper: Paper) -> tuple[Source, Loaded[Entry] | None]:
    """读一份文件；手写页面只有文字，没有记录。"""
    if paper.model is None:
        return read_text_source(paper.path, paper.shown), None
    source = read_source(paper.path, paper.shown)
    return source, read_entry(paper.model, source)


def examine(task: Task, bench: Bench) -> Report:
    """读一份、查一份。"""
    clock = Clock()
    with clock.stage("读记录"):
        source, loaded = read_paper(task.paper)
    return judge(task, bench, source, loaded, clock)


def judge(
    task: Task,
    bench: Bench,
    source: Source,
    loaded: Loaded[Entry] | None,
    clock: Clock | None = None,
) -> Report:
    """查已经读好的一份。"""
    clock = clock or Clock()
    found = list(source.problems)
    if task.paper.model is None:
        found += photos.check_document(source)
    if task.exposures:
        with clock.stage("隐私"):
            found += inspect([source], bench.gate, bench.today)
            if task.paper.model is not Case:
                found += reidentification.check_text(source, bench.gate.guard)
    if task.verdict and loaded is not None:
        with clock.stage("核对"):
            found += _check(loaded, bench)
        if bench.town is not None and bench.today is not None:
            from casebook.channels.checks import check_channels  # 要装模板等，有要查的才装

            found += check_channels(loaded, bench.ground, bench.town, bench.today)
    facts = "" if task.paper.model is None else pack(loaded.value) if loaded else None
    return Report(task.paper, source.digest, facts, tuple(found), clock.spent)


class Examining(Struct, frozen=True):
    """逐份检查一批：可以分给几个进程的活。"""

    tasks: Sequence[Task]
    bench: Bench

    def __call__(self, index: int) -> Report:
        """检查其中一份。"""
        return examine(self.tasks[index], self.bench)


def _check(loaded: Loaded[Entry], bench: Bench) -> Iterator[Problem]:
    """案件与动态的核对；别的记录要合起来才核对得了。"""
    value = loaded.value
    if isinstance(value, Case):
        case = Loaded(value, loaded.source)
        yield from check_case(case, bench.ground, bench.today)
        if bench.desk is not None:
            yield from check_case_law(case, bench.desk)
        if bench.town is not None:
            yield from reidentification.check_case(case, bench.town)
            yield from approvals.check_approval(case, bench.town)
    elif isinstance(value, Bulletin):
        bulletin = Loaded(value, loaded.source)
        yield from check_bulletin(bulletin, bench.ground, bench.today)
        if bench.town is not None:
            yield from approvals.check_approval(bulletin, bench.town)
