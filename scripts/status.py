"""status 命令：列出到期和快到期的事，也能存成表格和日历文件。"""

import datetime
import sys
from argparse import ArgumentTypeError, Namespace
from pathlib import Path

from cli import command_parser, display_width, file_to_write
from data_options import add_data_option, add_today_option
from inspecting import inspect_project

from casebook.agenda import ANY_TIME, DUE_SOON, LATER, OVERDUE, list_tasks
from casebook.agenda_files import as_calendar, as_csv, as_rows
from casebook.editing.files import write_bytes
from casebook.failures import reason

DESCRIPTION = """\
列出待办：送达、公开、撤回、下架的期限，没补齐的草稿，没审核的案件，该重核的法规，
年度报告和工作日历。默认只列已过期、九十天内到期和没有期限的；--all 全列。"""
COLOURS = {OVERDUE: "\033[31m", DUE_SOON: "\033[33m"}
RESET = "\033[0m"


def main(argv: list[str]) -> int:
    """列出待办，返回退出码：0 没有过期的，1 有过期的、数据读不出或没有存成，2 用法不对。"""
    options = _options(argv)
    inspection = inspect_project(options.data, options.today)
    book = inspection.book
    if book is None:
        print("本镇资料 town.yml 读不出，先运行 check 看看哪里有误。", file=sys.stderr)
        return 1
    tasks = list_tasks(book)
    try:
        for path in options.out:
            calendar = as_calendar(tasks, book.today, book.town.site_name)
            _save(path, as_csv(tasks, book.today), calendar)
    except OSError as error:
        print(f"没有存成 {path}：{reason(error)}。", file=sys.stderr)
        return 1
    wanted = {OVERDUE, DUE_SOON, ANY_TIME} | ({LATER} if options.all else set())
    rows = [row for row in as_rows(tasks, book.today) if row[0] in wanted]
    _print_table([tuple(map(inspection.gate.mask, row)) for row in rows], book.today)
    return 1 if any(row[0] == OVERDUE for row in rows) else 0


def _options(argv: list[str]) -> Namespace:
    parser = command_parser("status", DESCRIPTION, ["", "--all", "--out 待办.csv --out 待办.ics"])
    add_data_option(parser)
    add_today_option(parser)
    parser.add_argument("--all", action="store_true", help="连九十天以后的也列出来")
    parser.add_argument(
        "--out",
        metavar="文件",
        type=_table_or_calendar,
        action="append",
        default=[],
        help="存成 .csv（Excel 能开）或 .ics（日历能收），可以写两次",
    )
    return parser.parse_args(argv)


def _table_or_calendar(text: str) -> Path:
    path = file_to_write(text)
    if path.suffix.lower() not in {".csv", ".ics"}:
        raise ArgumentTypeError(f"“{text}”的扩展名要是 .csv 或 .ics")
    return path


def _save(path: Path, table: bytes, calendar: bytes) -> None:
    write_bytes(path, calendar if path.suffix.lower() == ".ics" else table)
    print(f"已存好：{path}")


def _print_table(rows: list[tuple[str, ...]], today: datetime.date) -> None:
    if not rows:
        print(f"以 {today} 为今天，没有要办的事。")
        return
    widths = [max(display_width(row[column]) for row in rows) for column in range(3)]
    for row in rows:
        cells = [
            cell + " " * (width - display_width(cell))
            for cell, width in zip(row, widths, strict=False)
        ]
        colour = COLOURS.get(row[0], "") if sys.stdout.isatty() else ""
        print(f"{colour}{'  '.join(cells)}  {row[3]}{RESET if colour else ''}")
    print(f"以 {today} 为今天，共 {len(rows)} 件。")


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
