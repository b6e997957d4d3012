"""隐私门怎样用在文件上：每份数据、每页文档的全文和文件名都要过一遍，查到就拦。"""

from collections.abc import Iterable, Iterator
from datetime import date

from casebook.checks.gate import Gate
from casebook.checks.reviews import Exposure, check_reviews, read_reviews, unexcused
from casebook.privacy import Finding
from casebook.problems import Problem
from casebook.source.document import Source
from casebook.source.nodes import Mark


def inspect(sources: Iterable[Source], gate: Gate, today: date | None) -> Iterator[Problem]:
    """逐份查全文与文件名；经审核、到 `today` 还没到期的例外只提醒。"""
    for source in sources:
        name = source.path.rpartition("/")[2]
        for finding in gate.find(name):
            yield _problem(source, Mark(1, 1), finding, "文件名")
        exposures = tuple(find_in(source, gate))
        reviews = read_reviews(source)
        for exposure in unexcused(exposures, reviews, today):
            yield _problem(source, exposure.mark, exposure.finding, "这里")
        yield from check_reviews(source, reviews, exposures, today)


def find_in(source: Source, gate: Gate) -> Iterator[Exposure]:
    """一份文件里的发现和它们的位置。"""
    return locate(source, gate.find("\n".join(source.lines)))


def locate(source: Source, findings: Iterable[Finding]) -> Iterator[Exposure]:
    """全文里的发现（按先后）各在第几行第几列。"""
    text = "\n".join(source.lines)
    starts = [0]
    for line in source.lines:
        starts.append(starts[-1] + len(line) + 1)
    line_number = 0
    for finding in findings:
        while starts[line_number + 1] <= finding.start:
            line_number += 1
        column = finding.start - starts[line_number]
        room = len(source.lines[line_number]) - column
        width = max(1, min(finding.end - finding.start, room))
        mark = Mark(line_number + 1, column + 1, width)
        yield Exposure(mark, finding, text[finding.start : finding.end])


def _problem(source: Source, mark: Mark, finding: Finding, where: str) -> Problem:
    code = "P101" if finding.certainty == "certain" else "P102"
    return source.problem(
        code,
        mark,
        f"{where}疑似有{finding.kind}：{finding.reason}",
        "删去，或写成看不出是谁的说法，例如“张某”“某村”“联系电话略”。",
    )
