"""annual 命令：从记录起草一年的年度报告，去年的数写在旁边。"""

import sys
from argparse import ArgumentTypeError

from cli import command_parser
from data_options import add_data_option, shown
from inspecting import inspect_project

from casebook.annual_draft import draft_report
from casebook.editing.files import Stale, write_if_unchanged
from casebook.entries.fields import EARLIEST_YEAR, LATEST_YEAR

DESCRIPTION = """\
起草一年的年度报告：件数、罚款、专项数字按记录算好，去年的数写在旁边，算不出的留空。
底稿是一份 .txt，不影响网站；填好以后存成 annual/<年>.yml 就是报告。"""


def main(argv: list[str]) -> int:
    """写底稿，返回退出码：0 写好，1 数据读不出或底稿已经有了，2 用法不对。"""
    parser = command_parser("annual", DESCRIPTION, ["2026", "2026 --print"])
    parser.add_argument("year", metavar="年份", type=_year, help="哪一年，例如 2026")
    add_data_option(parser)
    parser.add_argument("--print", action="store_true", help="只印出来，不写文件")
    options = parser.parse_args(argv)
    book = inspect_project(options.data).book
    if book is None:
        print("本镇资料 town.yml 读不出，先运行 check 看看哪里有误。", file=sys.stderr)
        return 1
    text = draft_report(book, options.year)
    if options.print:
        print(text, end="")
        return 0
    path = options.data / "annual" / f"{options.year}-draft.txt"
    try:
        write_if_unchanged(path, text, seen="")
    except Stale:
        print(f"{path.name} 已经有了；不要旧的就先把它移走。", file=sys.stderr)
        return 1
    print(f"已写好底稿：{shown(options.data)}/annual/{path.name}")
    print(f"填好空着的几处，存成 {options.year}.yml，再运行 check。")
    return 0


def _year(text: str) -> int:
    """参数类型：记录里写得下的年份。"""
    if text.isascii() and text.isdigit() and EARLIEST_YEAR <= int(text) <= LATEST_YEAR:
        return int(text)
    raise ArgumentTypeError(f"“{text}”不是年份，要写成 2026 这样")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
