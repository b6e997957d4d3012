"""隐私门怎样看一份文件：名字都查，文字查全文，照片查附带信息，台账一律不许进仓库。"""

from collections.abc import Iterator
from datetime import date
from pathlib import PurePath

from msgspec import Struct

from casebook.checks.attachments import TABLES, TEXTS, suffix_of
from casebook.checks.gate import Gate
from casebook.checks.reviews import KEY, Review, read_reviews
from casebook.images.formats import SUFFIXES, carried_in
from casebook.privacy import Finding
from casebook.source.document import Source
from casebook.source.encoding import decode_text
from casebook.source.reading import parse_source

FOLDERS = ("cases_data", "docs")
"""不点名时查的文件夹。"""
READ = TEXTS | TABLES | SUFFIXES
"""看得懂的格式。"""


class Sighting(Struct, frozen=True):
    """一处发现：行、列从 1 起，`start`、`end` 是字符偏移。照片、台账、文件名都算在开头。"""

    kind: str
    reason: str
    line: int = 1
    column: int = 1
    start: int = 0
    end: int = 0


class Scanner(Struct, frozen=True):
    """查一份文件的内容；`today` 用来判断隐私例外有没有到期。"""

    gate: Gate
    today: date | None

    def look(self, name: str, data: bytes) -> list[Sighting] | None:
        """一份文件的名字和内容里的发现；既不是文字也不是照片，读不出则为 None。"""
        inside = self.look_inside(name, data)
        return None if inside is None else [*self.look_at_name(name), *inside]

    def look_at_name(self, name: str) -> list[Sighting]:
        """文件名里的发现；上面各级文件夹的名字不算，那可能是电脑用户自己的。"""
        found = self.gate.find(PurePath(name).name)
        return [Sighting(finding.kind, f"在文件名里。{finding.reason}") for finding in found]

    def look_inside(self, name: str, data: bytes) -> list[Sighting] | None:
        """内容里的发现；读不出则为 None。"""
        suffix = suffix_of(name)
        if suffix in TABLES:
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
