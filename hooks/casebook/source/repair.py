"""修好常见的手误再读下去：冒号全角、冒号后没有空格、Tab 与全角空格缩进。

只在内存里修，位置按原文报。

这样一个手误不会挡住后面其他问题，一次就能全部看到。
"""

import re
from dataclasses import dataclass, field

import yaml

from casebook.source.encoding import Flaw

_KEY = re.compile(
    r"^ *(?:- +)?(?P<key>[A-Z]*[\u4e00-\u9fff][\w（）()]{0,11})\s*(?P<colon>[:：])(?P<gap>\s*)"
)
_BLOCK_START = re.compile(r"(?:: |- |^)[|>][+-]?\d?[+-]?\s*(?:#.*)?$")
_INDENT = re.compile(r"^[ \t\u3000]*")


@dataclass(slots=True)
class Repair:
    """修好的文字，以及每一行从哪一列起多出几个字符。"""

    text: str
    flaws: list[Flaw] = field(default_factory=list)
    shifts: dict[int, list[tuple[int, int]]] = field(default_factory=dict)
    lines: list[str] = field(init=False)

    def __post_init__(self) -> None:
        self.lines = self.text.split("\n")

    def mark(self, line: int, column: int) -> tuple[int, int]:
        """把修好后的行列换回原文的行列（都从 1 起）。"""
        extra = sum(added for start, added in self.shifts.get(line, ()) if column > start)
        return line, max(1, column - extra)


def repair_layout(text: str) -> Repair:
    """逐行修复；块文字（`|`、`>`）里面不动。"""
    flaws: list[Flaw] = []
    shifts: dict[int, list[tuple[int, int]]] = {}
    lines: list[str] = []
    block_indent: int | None = None
    for number, line in enumerate(text.split("\n"), start=1):
        fixed, line_flaws, line_shifts = _repair_indent(number, line)
        indent = len(fixed) - len(fixed.lstrip(" "))
        if block_indent is not None and (not fixed.strip() or indent > block_indent):
            lines.append(fixed)
            continue
        fixed, colon_flaws, colon_shifts = _repair_colon(number, fixed)
        flaws += line_flaws + colon_flaws
        if line_shifts + colon_shifts:
            shifts[number] = line_shifts + colon_shifts
        block_indent = indent if _BLOCK_START.search(fixed) else None
        lines.append(fixed)
    return Repair("\n".join(lines), flaws, shifts)


Repaired = tuple[str, list[Flaw], list[tuple[int, int]]]


def _repair_indent(number: int, line: str) -> Repaired:
    match = _INDENT.match(line)
    indent = match.group() if match else ""
    if "\t" not in indent and "\u3000" not in indent:
        return line, [], []
    code, what = ("C008", " Tab 键") if "\t" in indent else ("C018", "全角空格")
    fixed = indent.replace("\t", "  ").replace("\u3000", "  ")
    flaw = Flaw(
        code,
        f"缩进用了{what}",
        "换成半角空格，每层两个；VS Code 里可用“将缩进转换为空格”。",
        number,
        1,
    )
    return fixed + line[len(indent) :], [flaw], [(len(indent), len(fixed) - len(indent))]


def _repair_colon(number: int, line: str) -> Repaired:
    """键后面的冒号：全角的，或后面没有半角空格的，换成“: ”。"""
    match = _KEY.match(line)
    if match is None:
        return line, [], []
    key, colon, gap = match["key"], match["colon"], match["gap"]
    rest = line[match.end() :]
    if colon == ":" and (gap.startswith(" ") or not (gap or rest)):
        return line, [], []
    if colon == "：":
        code, message = "C009", f"“{key}”后面写了全角冒号"
    else:
        what = "写了全角空格" if gap else "少了一个空格"
        code, message = "C021", f"“{key}”的冒号后面{what}"
    column = match.start("colon") + 1
    hint = f"改成半角冒号加一个空格：{key}: …"
    fixed = line[: column - 1] + (": " if rest else ":") + rest
    added = len(fixed) - len(line)
    return fixed, [Flaw(code, message, hint, number, column)], [(column, added)]


_EXPLANATIONS: tuple[tuple[str, str, str], ...] = (
    (
        "could not find expected ':'",
        "这一行没有写成“键: 值”",
        "补上半角冒号和一个空格；接着上文的长文字要比键多缩进两格。",
    ),
    (
        "mapping values are not allowed",
        "这里多了一个冒号，或缩进与上一行不齐",
        "文字里有半角冒号时给整句加英文引号，或改用全角冒号；再检查缩进。",
    ),
    ("quoted scalar", "引号没有成对", "补上另一半英文引号，或把英文引号换成中文引号“”。"),
    ("expected ',' or ']'", "方括号没有配对，或各项之间少了英文逗号", "写成 [甲, 乙]。"),
    ("expected ',' or '}'", "花括号没有配对，或各项之间少了英文逗号", "改成一行一个“键: 值”。"),
    (
        "cannot start any token",
        "这里不能用这个符号开头",
        "文字以 @ ` % 等符号开头时，给整句加英文引号；缩进只用空格。",
    ),
    ("did not find expected key", "缩进与上下文不齐", "同一层的键左边对齐，每层缩进两个空格。"),
    ("expected <block end>", "缩进与上下文不齐", "同一层的键左边对齐，每层缩进两个空格。"),
    ("undefined alias", "文字以 * 开头，被当作别名", "给整句加英文引号。"),
    ("alphabetic or numeric character", "文字以 * 或 & 开头", "给整句加英文引号。"),
    ("control characters", "有看不见的控制字符", "删掉它，重新输入这几个字。"),
    ("directive", "行首的 % 被当作指令", "给整句加英文引号。"),
)


def explain_syntax_error(error: yaml.MarkedYAMLError) -> tuple[str, str]:
    """把 PyYAML 的英文说法换成中文的“错在哪里”与“怎么改”。"""
    said = f"{error.context or ''} {error.problem or ''}"
    for pattern, message, hint in _EXPLANATIONS:
        if pattern in said:
            return message, hint
    return "YAML 读到这里读不下去了", "对照同类记录，检查这一行和上一行的冒号、引号与缩进。"
