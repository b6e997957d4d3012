"""隐私门怎样用在文件上：每份数据、每页文档的全文和文件名都要过一遍，查到就拦。"""

from collections.abc import Iterable, Iterator
from pathlib import Path

from casebook.privacy import Finding, Guard
from casebook.problems import Problem
from casebook.records.town import Town
from casebook.source.document import Source
from casebook.source.encoding import decode
from casebook.source.nodes import Mark

PUBLIC_NUMBERS = frozenset({"110", "119", "120", "122", "12110", "12345", "12348"})


def make_guard(town: Town | None) -> Guard:
    """按本镇资料放行公开的电话与备案号；资料读不出时只放行全国通用的号码。"""
    if town is None:
        return Guard(public_numbers=PUBLIC_NUMBERS)
    lines = {line.number for line in town.hotlines} | ({town.phone} if town.phone else set())
    footer = town.footer
    given = {footer.site_code, footer.icp, footer.police}
    return Guard(
        public_numbers=PUBLIC_NUMBERS | {"".join(filter(str.isdigit, line)) for line in lines},
        allowed=frozenset(value for value in given if value),
    )


def inspect(sources: Iterable[Source], guard: Guard) -> Iterator[Problem]:
    """逐份查全文与文件名。"""
    for source in sources:
        name = source.path.rpartition("/")[2]
        for finding in guard.find(name):
            yield _problem(source, Mark(1, 1), finding, "文件名")
        for mark, finding in find_in(source, guard):
            yield _problem(source, mark, finding, "这里")


def find_in(source: Source, guard: Guard) -> Iterator[tuple[Mark, Finding]]:
    """一份文件里的发现和它们的位置。"""
    starts = [0]
    for line in source.lines:
        starts.append(starts[-1] + len(line) + 1)
    line_number = 0
    for finding in guard.find("\n".join(source.lines)):
        while starts[line_number + 1] <= finding.start:
            line_number += 1
        column = finding.start - starts[line_number]
        room = len(source.lines[line_number]) - column
        width = max(1, min(finding.end - finding.start, room))
        yield Mark(line_number + 1, column + 1, width), finding


def read_documents(directory: Path, display: str) -> list[Source]:
    """手写的 Markdown 页面，只作为文字读入。"""
    documents = []
    for path in sorted(directory.rglob("*.md")):
        text = decode(path.read_bytes()).text or ""
        shown = f"{display}/{path.relative_to(directory).as_posix()}"
        documents.append(Source(shown, text.split("\n")))
    return documents


def _problem(source: Source, mark: Mark, finding: Finding, where: str) -> Problem:
    code = "P101" if finding.certainty == "certain" else "P102"
    return source.problem(
        code,
        mark,
        f"{where}疑似有{finding.kind}：{finding.reason}",
        "删去，或写成看不出是谁的说法，例如“张某”“某村”“联系电话略”。",
    )
