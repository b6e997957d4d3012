"""问题报告的唯一出口：遮盖个人信息，再写成文字或 JSON。

在 CI（环境变量 CI=true）里日志会公开，只写位置、代码与固定说法。
"""

import json
import unicodedata
from collections.abc import Callable, Iterable, Iterator, Sequence

from casebook.problems import Problem

Mask = Callable[[str], str]
MAX_EXCERPT = 60


def as_text(problems: Sequence[Problem], mask: Mask, public_log: bool = False) -> Iterator[str]:
    """逐个问题的文字报告（一个问题可有多行），最后一行是小结。"""
    for problem in problems:
        yield _heading(problem, mask, public_log)
        if public_log:
            continue
        if problem.excerpt.strip():
            yield from _excerpt(problem, mask)
        if problem.hint:
            yield f"  改法：{mask(problem.hint)}"
    errors = sum(problem.blocks for problem in problems)
    warnings = len(problems) - errors
    if not problems:
        yield "没有发现问题。"
    else:
        yield f"共 {errors} 个错误、{warnings} 个提醒。" + (
            "改正错误后才能发布。" if errors else ""
        )


def as_json(problems: Iterable[Problem], mask: Mask, public_log: bool = False) -> Iterator[str]:
    """每个问题一行 JSON：path、line、column、code、severity、message、hint。"""
    for problem in problems:
        quiet = public_log and not problem.quotable
        yield json.dumps(
            {
                "path": mask(problem.position.path),
                "line": problem.position.line,
                "column": problem.position.column,
                "code": problem.code,
                "severity": str(problem.severity),
                "message": problem.wording if quiet else mask(problem.message),
                "hint": "" if public_log else mask(problem.hint),
            },
            ensure_ascii=False,
        )


def _heading(problem: Problem, mask: Mask, public_log: bool) -> str:
    at = problem.position
    message = problem.wording if public_log and not problem.quotable else problem.message
    kind = "" if problem.blocks else "提醒："
    return f"{mask(at.path)}:{at.line}:{at.column} {problem.code} {kind}{mask(message)}"


def _excerpt(problem: Problem, mask: Mask) -> Iterator[str]:
    """出错的一行与下面的记号；宽字符用全角空格补齐，记号才对得准。"""
    at = problem.position
    line = mask(problem.excerpt)
    start = max(0, at.column - 1 - MAX_EXCERPT // 2)
    shown = line[start : start + MAX_EXCERPT]
    gutter = f"  {at.line} | "
    before = shown[: at.column - 1 - start]
    marked = shown[len(before) : len(before) + at.width] or " "
    yield gutter + shown
    yield f"{' ' * (len(gutter) - 2)}| {_blank(before)}{_carets(marked)}"


def _wide(character: str) -> bool:
    return unicodedata.east_asian_width(character) in "WF"


def _blank(text: str) -> str:
    return "".join("\u3000" if _wide(character) else " " for character in text)


def _carets(text: str) -> str:
    return "".join("^^" if _wide(character) else "^" for character in text)
