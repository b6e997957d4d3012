"""scan 命令：只过隐私门。不写文件就查全部数据、手写页面与照片；写 - 就查标准输入。"""

import json
import sys
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path

from cli import MISUSE, Parser, command_parser, existing_folder
from environment import ROOT
from history import HistoryProblem, leaks
from private_folder import open_vault
from scanner import Scanner, Sighting

from casebook.checks.gate import make_gate
from casebook.images.formats import SUFFIXES
from casebook.records.public_lines import read_public_lines, read_today
from casebook.source.reading import read_source
from casebook.workforce import Workforce

EXAMPLES = ["", "草稿.txt", "--format json -", "--history"]
CHECKED = {"cases_data": {".yml", *SUFFIXES}, "docs": {".md", *SUFFIXES}}


def main(argv: list[str]) -> int:
    """查找个人信息，返回退出码：0 没有发现，1 有发现，2 用法不对或读不出。"""
    options = make_parser().parse_args(argv)
    town = read_source(ROOT / "cases_data" / "town.yml", "town.yml")
    gate = make_gate(read_public_lines(town), open_vault().known())
    scanner = Scanner(gate, read_today(town))
    if options.history:
        return scan_history(options.history, scanner, options.format)
    return scan_files(scanner, options.files or default_files(), options.format)


def make_parser() -> Parser:
    """这条命令的参数。"""
    parser = command_parser("scan", "查找不该公开的个人信息；结果里绝不出现查到的内容。", EXAMPLES)
    parser.add_argument(
        "files", metavar="文件", nargs="*", help="要查的文件，- 是标准输入；不写就查全部数据"
    )
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="text 给人看，json 给程序看"
    )
    parser.add_argument(
        "--history",
        metavar="仓库",
        nargs="?",
        const=ROOT,
        type=existing_folder,
        help="查 git 里有过的每一份数据、页面和照片（删掉的也在）；不写仓库就查本项目",
    )
    return parser


def scan_files(scanner: Scanner, names: list[str], style: str) -> int:
    """逐个文件查；多就分给几个进程。"""
    found = 0
    seen = list(Workforce.of_this_machine().each("查看", Looking(scanner, names), len(names)))
    for name, sightings in zip(names, seen, strict=True):
        if sightings is None:
            print(f"读不出：{scanner.gate.mask(name)}", file=sys.stderr)
            return MISUSE
        found += len(sightings)
        for sighting in sightings:
            print(describe({"path": scanner.gate.mask(name)}, sighting, style))
    return conclude(found, style)


@dataclass(frozen=True, slots=True)
class Looking:
    """逐个查一批文件。"""

    scanner: Scanner
    names: Sequence[str]

    def __call__(self, index: int) -> list[Sighting] | None:
        """查一个；读不出则为 None。"""
        name = self.names[index]
        data = read_bytes(name)
        return None if data is None else self.scanner.look(name, data)


def scan_history(root: Path, scanner: Scanner, style: str) -> int:
    """查 git 的全部历史；每处发现带上它最早出现的提交。"""
    found = 0
    try:
        for leak in leaks(root, scanner):
            found += 1
            place = {"commit": leak.commit, "path": scanner.gate.mask(leak.path)}
            print(describe(place, leak.sighting, style))
    except HistoryProblem as problem:
        print(problem, file=sys.stderr)
        return MISUSE
    if found and style == "text":
        print("从文件里删掉并不会从历史里消失；公开之前要改写历史，已经推送的还要通知下载过的人。")
    return conclude(found, style)


def conclude(found: int, style: str) -> int:
    """小结和退出码。"""
    if style == "text":
        print(f"发现 {found} 处疑似个人信息。" if found else "没有发现个人信息。")
    return 1 if found else 0


def default_files() -> list[str]:
    """没有点名时要查的文件。"""
    return [
        str(path)
        for folder, suffixes in CHECKED.items()
        for path in sorted((ROOT / folder).rglob("*"))
        if path.suffix.lower() in suffixes and path.is_file()
    ]


def read_bytes(name: str) -> bytes | None:
    """文件或标准输入的内容；读不出则为 None。"""
    try:
        return sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
    except OSError:
        return None


def describe(place: dict[str, str], sighting: Sighting, style: str) -> str:
    """一处发现的一行文字：位置与种类，没有内容。"""
    if style == "text":
        where = ":".join([*place.values(), str(sighting.line), str(sighting.column)])
        return f"{where} {sighting.kind}：{sighting.reason}"
    return json.dumps(
        {
            **place,
            "line": sighting.line,
            "column": sighting.column,
            "start": sighting.start,
            "end": sighting.end,
            "kind": sighting.kind,
        },
        ensure_ascii=False,
    )


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
