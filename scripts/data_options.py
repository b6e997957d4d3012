"""几条命令共有的两个选项：--data（哪份数据）、--today（以哪一天为“今天”）。"""

from argparse import ArgumentParser
from collections.abc import Sequence
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


def data_words(data: Path) -> str:
    """要人照着再运行一条命令时，命令后面写的 --data；用的是自带的数据就不写。"""
    if data == DATA:
        return ""
    folder = shown(data)
    return f' --data "{folder}"' if " " in folder else f" --data {folder}"


def describe_strangers(paths: Sequence[Path], data: Path) -> str:
    """点名的文件为什么没有看：没有这个文件，或不在数据文件夹里。"""
    missing = "、".join(str(path) for path in paths if not path.exists())
    outside = "、".join(str(path) for path in paths if path.exists())
    said = [f"没有这个文件：{missing}。"] if missing else []
    if outside:
        said.append(f"{outside} 不在数据文件夹 {shown(data)} 里；别处的数据要写上 --data。")
    return "\n".join(said)


def shown(folder: Path) -> str:
    """文件夹在报告里的叫法：在当前目录之下就写相对路径，编辑器点得开。"""
    try:
        return folder.relative_to(Path.cwd()).as_posix()
    except ValueError:
        return folder.as_posix()
