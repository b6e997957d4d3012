"""check 命令：检查全部数据，一次列出所有问题。"""

import os
import sys
from argparse import Namespace
from pathlib import Path

from cli import MISUSE, command_parser
from data_options import add_data_option, add_today_option, describe_strangers, shown
from inspecting import DOCUMENTS, inspect_project

from casebook.inspection import Place
from casebook.problems import any_block
from casebook.report import as_json, as_text

EXAMPLES = [
    "",
    "cases_data/cases/2025/2025-003.yml",
    "--fix",
    "--watch",
    "--data 练习数据 --today 2026-11-23 --format json",
]


def main(argv: list[str]) -> int:
    """检查，返回退出码：0 可以发布（可有提醒），1 有错误，2 用法不对。"""
    parser = command_parser("check", "检查全部数据；只想看某些文件的问题时写上它们。", EXAMPLES)
    parser.add_argument(
        "paths", metavar="文件", nargs="*", type=Path, help="只报这些文件或文件夹的问题"
    )
    add_data_option(parser)
    add_today_option(parser)
    parser.add_argument(
        "--format", choices=("text", "json"), default="text", help="text 给人看，json 给程序看"
    )
    parser.add_argument(
        "--fix", action="store_true", help="拿得准的手误先给出对照，点头就改（日期、金额、编码等）"
    )
    parser.add_argument("--yes", action="store_true", help="与 --fix 同用：不问，全部改好")
    parser.add_argument(
        "--watch", action="store_true", help="盯着数据，一改就再查一遍，按 Ctrl+C 结束"
    )
    options = parser.parse_args(argv)
    if options.watch:
        from watching import repeat_on_change  # 平常用不着，启动才快

        repeat_on_change([options.data, DOCUMENTS], lambda: _check_once(options))
    return _check_once(options)


def _check_once(options: Namespace) -> int:
    """查一遍，打印报告，返回退出码。"""
    data = Place(options.data, shown(options.data))
    documents = Place(DOCUMENTS, shown(DOCUMENTS))
    inspection = inspect_project(options.data, options.today)
    if options.fix:
        from fixing import fix_files

        fix_files(data.directory, data.display, options.paths, inspection.gate.mask, options.yes)
        inspection = inspect_project(options.data, options.today)
    problems = inspection.problems
    if options.paths:
        wanted, missing = chosen_files(options.paths, [data, documents])
        if missing:
            print(describe_strangers(missing, options.data), file=sys.stderr)
            return MISUSE
        problems = tuple(problem for problem in problems if problem.concerns(wanted))
    write = as_json if options.format == "json" else as_text
    for line in write(problems, inspection.gate.mask, os.environ.get("CI") == "true"):
        print(line)
    return 1 if any_block(problems) else 0


def chosen_files(paths: list[Path], places: list[Place]) -> tuple[frozenset[str], list[Path]]:
    """点名的文件在报告里的叫法，以及不在任何一处文件夹里的。"""
    wanted: set[str] = set()
    missing: list[Path] = []
    for path in paths:
        full = path.resolve()
        place = next((p for p in places if full.is_relative_to(p.directory)), None)
        if place is None or not full.exists():
            missing.append(path)
            continue
        files = [f for f in full.rglob("*") if f.is_file()] if full.is_dir() else [full]
        wanted |= {
            f"{place.display}/{file.relative_to(place.directory).as_posix()}" for file in files
        }
    return frozenset(wanted), missing


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
