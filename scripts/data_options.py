"""几条命令共有的两个选项：--data（哪份数据）、--today（以哪一天为“今天”）。"""

from argparse import ArgumentParser
from pathlib import Path

from cli import calendar_date, existing_folder
from environment import ROOT

DATA = ROOT / "cases_data"


def add_data_option(parser: ArgumentParser, default: Path | None = DATA) -> None:
    """加上 --data，值是绝对路径；不写时是 `default`。"""
    parser.add_argument(
        "--data",
        metavar="文件夹",
        type=existing_folder,
        default=default,
        help="案例数据所在的文件夹，不写就是 cases_data",
    )


def add_today_option(parser: ArgumentParser) -> None:
    """加上 --today；不写时为 None，由本镇资料的基准日期代替。"""
    parser.add_argument(
        "--today",
        metavar="日期",
        type=calendar_date,
        help="以哪一天为“今天”，不写就用 town.yml 的基准日期",
    )
