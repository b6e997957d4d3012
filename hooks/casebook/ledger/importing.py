"""导入一本台账：读表、收齐真实信息、逐件写成草稿；人改过的文件绝不覆盖。"""

import re
import secrets
from collections import Counter
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path

from casebook.checks.gate import Gate
from casebook.editing.files import write_whole
from casebook.ledger.cases import LedgerCase, group_cases, secret_values, villages
from casebook.ledger.drafts import Draft, make_draft, settle
from casebook.ledger.people import Pseudonyms
from casebook.ledger.redaction import Redactor, Secrets
from casebook.ledger.registry import Registry
from casebook.ledger.tables import Table
from casebook.ledger.tracks import Track, Tracks
from casebook.ledger.writing import yaml_text
from casebook.privacy.normalize import normalize
from casebook.vault import KnownValues
from casebook.vault.spelling import spell_words


class Outcome(StrEnum):
    """一件案子的结果。"""

    CREATED = "写成新的草稿"
    UPDATED = "更新了草稿"
    SAME = "与上次相同"
    EDITED = "有人改过，没有动"
    DELETED = "草稿已被删去，没有再写"
    MINOR = "当事人未满十八周岁，没有写"
    UNDATED = "没有一个读得懂的日期，没有写"
    UNSAFE = "个人信息隐不干净，没有写"


@dataclass(frozen=True, slots=True)
class Result:
    """一件案子的结果：原表的工作表与行号，写成了哪个文件。"""

    outcome: Outcome
    sheet: str
    row: int
    path: str = ""


@dataclass(frozen=True, slots=True)
class Ledger:
    """读好的台账：认出的各张表、合好的案子。"""

    tables: tuple[Table, ...]
    cases: list[LedgerCase] = field(repr=False)


def open_ledger(tables: Iterable[Table]) -> Ledger:
    """把各张表的行合成案子。"""
    kept = tuple(tables)
    return Ledger(kept, group_cases(record for table in kept for record in table.records()))


def collect_secrets(
    ledger: Ledger, registry: Registry, remember: Callable[[Iterable[str]], KnownValues]
) -> Secrets:
    """收齐整本台账的真实信息，交给 `remember` 记成摘要。"""
    values = {value for case in ledger.cases for value in secret_values(case)}
    names = {name for case in ledger.cases for name in case.names}
    officers = {name for case in ledger.cases for name in case.officers}
    own = registry.town.name if registry.town else ""
    found = {place for case in ledger.cases for place in villages(case) if place not in own}
    longest_first = sorted(map(re.escape, found), key=lambda place: (-len(place), place))
    return Secrets(
        known=remember(values),
        names={spell_words(normalize(name)).text: name for name in names},
        officers=frozenset(officers),
        villages=re.compile("|".join(longest_first)) if found else None,
    )


class Importer:
    """把案子写进数据目录。"""

    def __init__(
        self, directory: Path, registry: Registry, secrets: Secrets, gate: Gate, tracks: Tracks
    ) -> None:
        self.directory = directory
        self.registry = registry
        self.secrets = secrets
        self.gate = gate
        self.tracks = tracks
        self._numbers: Counter[int] = Counter()
        self._years: set[int] = set()

    def run(self, cases: Iterable[LedgerCase]) -> Iterator[Result]:
        """逐件写；中途停下，已写的都记着，再运行一次接着写。"""
        try:
            for case in cases:
                outcome, path = self._import(case)
                yield Result(outcome, case.first.sheet, case.first.number, path)
        finally:
            self.tracks.save()

    def _import(self, case: LedgerCase) -> tuple[Outcome, str]:
        if case.involves_minor():
            return Outcome.MINOR, ""
        redactor = Redactor(self.secrets, self.gate.guard, Pseudonyms(), case.names)
        draft = make_draft(case, redactor, self.registry)
        if draft is None:
            return Outcome.UNDATED, ""
        name = self.tracks.digest(case.identity)
        track = self.tracks.known.get(name)
        if track is not None and not (self.directory / track.path).exists():
            return Outcome.DELETED, track.path
        settled = settle(draft, redactor, lambda tried: bool(self.gate.find(_text(tried, ""))))
        if settled is None:
            return Outcome.UNSAFE, ""
        path = track.path if track else self._new_path(draft.year)
        return self._write(name, track, path, _text(settled, Path(path).stem)), path

    def _write(self, name: str, track: Track | None, path: str, text: str) -> Outcome:
        target = self.directory / path
        outcome = Outcome.CREATED
        if track is not None:
            if not self.tracks.untouched(track, target):
                return Outcome.EDITED
            same = self.tracks.digest(text) == track.digest
            outcome = Outcome.SAME if same else Outcome.UPDATED
        if outcome is not Outcome.SAME:
            write_whole(target, text)
        self.tracks.known[name] = Track(path, self.tracks.digest(text))
        return outcome

    def _new_path(self, year: int) -> str:
        """那一年最大的编号再加一；已有的文件、记过的编号都不占用。"""
        if year not in self._years:
            self._years.add(year)
            taken = {path.stem for path in self.directory.glob(f"cases/{year}/*.yml")}
            taken |= {Path(track.path).stem for track in self.tracks.known.values()}
            numbers = (re.fullmatch(rf"{year}-(\d+)", stem) for stem in taken)
            self._numbers[year] = max((int(match[1]) for match in numbers if match), default=0)
        self._numbers[year] += 1
        return f"cases/{year}/{year}-{self._numbers[year]:03d}.yml"


def _text(draft: Draft, id_: str) -> str:
    return yaml_text({"编号": id_, **draft.values})


def forgetful(values: Iterable[str]) -> KnownValues:
    """只在内存里记的真实信息，试运行时用：不写任何文件。"""
    from casebook.vault.known import Digests

    return KnownValues(secrets.token_bytes(32), Digests(), Digests()).extended(values)
