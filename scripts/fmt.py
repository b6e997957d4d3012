"""fmt 命令：把记录整理成规范的写法，内容和注释都不变。"""

import sys
from argparse import Namespace
from collections.abc import Sequence
from enum import Enum, auto
from pathlib import Path

from cli import MISUSE, command_parser
from data_options import add_data_option, describe_strangers
from msgspec import Struct

from casebook.editing.canonical import canonical
from casebook.editing.files import read_snapshot, write_if_unchanged
from casebook.editing.places import DataFile, data_files
from casebook.editing.roundtrip import Unreadable
from casebook.workforce import Workforce

DESCRIPTION = """\
把记录整理成规范的写法：键的次序、缩进、引号、长文的竖线。内容和注释都不变，
整理过的再整理一遍也不变。"""
EXAMPLES = ["", "cases_data/cases/2025/2025-003.yml", "--check"]


def main(argv: list[str]) -> int:
    """整理，返回退出码：0 都规范了，1 有读不成的（或 --check 时有不规范的），2 用法不对。"""
    options = _options(argv)
    if strangers := [path for path in options.files if not _is_inside(path, options.data)]:
        print(describe_strangers(strangers, options.data), file=sys.stderr)
        return MISUSE
    files = list(data_files(options.data, options.files))
    tidying = Tidying(files, check_only=options.check)
    results = list(Workforce.of_this_machine().each("整理", tidying, len(files)))
    for file, result in zip(files, results, strict=True):
        if result is Result.UNREADABLE:
            print(f"{file.inside} 读不成，先运行 check 看看哪里有误。", file=sys.stderr)
        elif result is Result.UNTIDY:
            print(f"{'不规范' if options.check else '已整理'}：{file.inside}")
    untidy, unreadable = results.count(Result.UNTIDY), results.count(Result.UNREADABLE)
    if options.check and untidy:
        print(f"有 {untidy} 份不规范，运行 python3 scripts/manage.py fmt 整理。")
    elif not untidy and not unreadable:
        print("都是规范的写法。")
    return 1 if unreadable or (options.check and untidy) else 0


def _options(argv: list[str]) -> Namespace:
    parser = command_parser("fmt", DESCRIPTION, EXAMPLES)
    parser.add_argument(
        "files", metavar="文件", nargs="*", type=Path, help="只整理这些文件或文件夹"
    )
    add_data_option(parser)
    parser.add_argument("--check", action="store_true", help="只核对，不写文件")
    return parser.parse_args(argv)


def _is_inside(path: Path, data: Path) -> bool:
    return path.exists() and path.resolve().is_relative_to(data.resolve())


class Result(Enum):
    """一份文件的结果。"""

    TIDY = auto()
    UNTIDY = auto()
    UNREADABLE = auto()


class Tidying(Struct, frozen=True):
    """逐份整理一批文件；`check_only` 只看不写。"""

    files: Sequence[DataFile]
    check_only: bool

    def __call__(self, index: int) -> Result:
        """整理一份，返回它原来规范不规范。"""
        file = self.files[index]
        snapshot = read_snapshot(file.path)
        try:
            tidy = canonical(snapshot.text, file.model)
        except Unreadable:
            return Result.UNREADABLE
        if tidy.encode("utf-8") == file.path.read_bytes():
            return Result.TIDY
        if not self.check_only:
            write_if_unchanged(file.path, tidy, snapshot.fingerprint)
        return Result.UNTIDY


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
