"""隐私门怎样看一份文件的内容：文字查全文，照片查附带信息，台账一律不许进仓库。"""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from pathlib import PurePath

from casebook.checks.gate import Gate
from casebook.checks.reviews import KEY, Review, read_reviews
from casebook.images.formats import SUFFIXES, carried_in
from casebook.privacy import Finding
from casebook.source.document import Source
from casebook.source.encoding import decode_text
from casebook.source.reading import parse_source

LEDGERS = frozenset({".xlsx", ".xls", ".xlsm", ".et", ".csv"})


@dataclass(frozen=True, slots=True)
class Sighting:
    """一处发现：行、列从 1 起，`start`、`end` 是字符偏移。照片与台账没有位置，都算在开头。"""

    kind: str
    reason: str
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Scanner:
    """查一份文件的内容；`today` 用来判断隐私例外有没有到期。"""

    gate: Gate
    today: date | None

    def look(self, name: str, data: bytes) -> list[Sighting] | None:
        """一份文件里的发现；既不是文字也不是照片，读不出则为 None。"""
        suffix = PurePath(name).suffix.lower()
        if suffix in LEDGERS:
            return [Sighting("台账", "表格里是真实信息，不能进仓库；请放到“私密”文件夹里。")]
        if suffix in SUFFIXES:
            carried = carried_in(data)
            return [Sighting("照片附带信息", f"照片里带着{carried}。")] if carried else []
        text = decode_text(data)
        return None if text is None else list(self._look_at_text(text, data))

    def _look_at_text(self, text: str, data: bytes) -> Iterator[Sighting]:
        reviews = self._reviews(data) if KEY in text else []
        for finding in self.gate.find(text):
            value = text[finding.start : finding.end]
            if not any(review.names(finding, value) for review in reviews):
                yield _sighting(text, finding)

    def _reviews(self, data: bytes) -> list[Review]:
        """文件里还没到期的隐私例外。"""
        source = parse_source(data, Source(""))
        return [review for review in read_reviews(source) if review.active(self.today)]


def _sighting(text: str, finding: Finding) -> Sighting:
    line = text.count("\n", 0, finding.start) + 1
    column = finding.start - text.rfind("\n", 0, finding.start)
    return Sighting(finding.kind, finding.reason, line, column, finding.start, finding.end)
