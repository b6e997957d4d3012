"""改前改后的对照：一行一行列出，在终端里上色，个人信息遮住。"""

import difflib
import sys
from collections.abc import Callable, Iterator

_COLOURS = {"+": "\033[32m", "-": "\033[31m", "@": "\033[36m"}
_RESET = "\033[0m"


def diff_lines(before: str, after: str, name: str, mask: Callable[[str], str]) -> Iterator[str]:
    """逐行的对照，第一行是文件名；一样时什么也没有。"""
    colourful = sys.stdout.isatty()
    lines = difflib.unified_diff(
        mask(before).splitlines(), mask(after).splitlines(), name, name, n=1, lineterm=""
    )
    for number, line in enumerate(lines):
        if number == 0:
            yield name
        elif number > 1:
            colour = _COLOURS.get(line[:1], "") if colourful else ""
            yield f"{colour}{line}{_RESET if colour else ''}"


def confirm(question: str) -> bool:
    """问一句是或否；不在终端里、没有回答都算否。"""
    if not sys.stdin.isatty():
        return False
    try:
        return input(f"{question}（y 是 / 回车 否）").strip().lower() in {"y", "yes", "是"}
    except EOFError:
        return False
