"""scan 命令：只过隐私门。不写文件就查全部数据与手写页面；写 - 就查标准输入。"""

import json
import sys
from pathlib import Path

from cli import MISUSE, command_parser
from environment import ROOT

from casebook.checks.gate import make_guard
from casebook.entries.entry import read_entry
from casebook.privacy import Finding
from casebook.records.town import Town
from casebook.source.encoding import decode_text
from casebook.source.reading import read_source

EXAMPLES = ["", "草稿.txt", "--format json -"]
CHECKED_FOLDERS = (("cases_data", "*.yml"), ("docs", "*.md"))


def main(argv: list[str]) -> int:
    """查找个人信息，返回退出码：0 没有发现，1 有发现，2 用法不对。"""
    parser = command_parser("scan", "查找不该公开的个人信息；结果里绝不出现查到的内容。", EXAMPLES)
    parser.add_argument(
        "files", metavar="文件", nargs="*", help="要查的文件，- 是标准输入；不写就查全部数据"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="text 给人看，json 给程序看"
    )
    options = parser.parse_args(argv)

    guard = make_guard(read_town())
    found = 0
    for name in options.files or default_files():
        text = read_text(name)
        if text is None:
            print(f"读不出：{guard.mask(name)}", file=sys.stderr)
            return MISUSE
        for finding in guard.find(text):
            found += 1
            print(describe(guard.mask(name), text, finding, options.format))
    if options.format == "text":
        print(f"发现 {found} 处疑似个人信息。" if found else "没有发现个人信息。")
    return 1 if found else 0


def read_town() -> Town | None:
    """本镇资料，用来放行公开的号码；读不出时为 None。"""
    loaded = read_entry(Town, read_source(ROOT / "cases_data" / "town.yml", "town.yml"))
    return loaded.value if loaded else None


def default_files() -> list[str]:
    """没有点名时要查的文件。"""
    return [
        str(path)
        for folder, pattern in CHECKED_FOLDERS
        for path in sorted((ROOT / folder).rglob(pattern))
    ]


def read_text(name: str) -> str | None:
    """读出文字，换行原样保留；认得 UTF-8、UTF-16 与 GBK，读不出则为 None。"""
    try:
        data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError:
        return None
    return decode_text(data)


def describe(name: str, text: str, finding: Finding, style: str) -> str:
    """一处发现的一行文字：位置与种类，没有内容。"""
    line = text.count("\n", 0, finding.start) + 1
    column = finding.start - text.rfind("\n", 0, finding.start)
    if style == "text":
        return f"{name}:{line}:{column} {finding.kind}：{finding.reason}"
    return json.dumps(
        {
            "path": name,
            "line": line,
            "column": column,
            "start": finding.start,
            "end": finding.end,
            "kind": finding.kind,
        },
        ensure_ascii=False,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
