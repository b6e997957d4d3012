"""scan 命令：只过隐私门。不写文件就查全部数据、手写页面与照片；写 - 就查标准输入。"""

import json
import sys
from collections.abc import Sequence
from pathlib import Path

from cli import MISUSE, Parser, command_parser, existing_folder
from environment import ROOT
from history import HistoryProblem, leaks
from msgspec import Struct
from private_folder import open_vault
from scanner import FOLDERS, READ, Scanner, Sighting

from casebook.checks.attachments import suffix_of
from casebook.checks.gate import make_gate
from casebook.failures import reason
from casebook.records.public_lines import read_public_lines, read_today
from casebook.source.reading import read_source
from casebook.workforce import Workforce

EXAMPLES = ["", "草稿.txt", "--format json -", "--history"]


def main(argv: list[str]) -> int:
    """查找个人信息，返回退出码：0 没有发现，1 有发现，2 用法不对或读不出。"""
    options = make_parser().parse_args(argv)
    town = read_source(ROOT / "cases_data" / "town.yml", "town.yml")
    gate = make_gate(read_public_lines(town), open_vault().known())
    scanner = Scanner(gate, read_today(town))
    if options.history:
        return scan_history(options.history, scanner, options.format)
    named = options.files or [str(ROOT / folder) for folder in FOLDERS]
    files = [file for name in named for file in list_named(name)]
    return scan_files(scanner, files, options.format)


def make_parser() -> Parser:
    """这条命令的参数。"""
    parser = command_parser("scan", "查找不该公开的个人信息；结果里绝不出现查到的内容。", EXAMPLES)
    parser.add_argument(
        "files",
        metavar="文件",
        nargs="*",
        help="文件或文件夹，- 是标准输入；不写就查全部",
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
    """逐个文件查；多就分给几个进程。读不出的说明原因，别的照样查完。"""
    found = unread = 0
    seen = list(Workforce.of_this_machine().each("查看", Looking(scanner, names), len(names)))
    for name, sightings in zip(names, seen, strict=True):
        shown = scanner.gate.mask(name)
        if isinstance(sightings, str):
            unread += 1
            print(f"读不出：{shown}（{sightings}）", file=sys.stderr)
            continue
        found += len(sightings)
        for sighting in sightings:
            print(describe({"path": shown}, sighting, style))
    if unread:
        print(f"有 {unread} 个文件没有查成，不能当作没有个人信息。", file=sys.stderr)
        return MISUSE
    return conclude(found, style)


class Looking(Struct, frozen=True):
    """逐个查一批文件。"""

    scanner: Scanner
    names: Sequence[str]

    def __call__(self, index: int) -> list[Sighting] | str:
        """查一个；读不出则是一句原因。"""
        name = self.names[index]
        try:
            data = sys.stdin.buffer.read() if name == "-" else Path(name).read_bytes()
        except OSError as error:
            return reason(error)
        sightings = self.scanner.look(name, data)
        return "既不是文字，也不是照片" if sightings is None else sightings


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


def list_named(name: str) -> list[str]:
    """点名的一个：文件夹就是里面看得懂的全部文件，别的就是它自己。"""
    if not Path(name).is_dir():
        return [name]
    files = sorted(path for path in Path(name).rglob("*") if path.is_file())
    return [str(path) for path in files if suffix_of(path.name) in READ]


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
