"""import-law 命令：把下载的官方法规文本读成登记册的骨架。"""

import argparse
import datetime
import sys
from pathlib import Path

from cli import MISUSE, calendar_date, command_parser
from environment import ROOT

from casebook.entries.entry import read_entry
from casebook.lawtext.lines import UnreadableFile, read_lines
from casebook.lawtext.outline import Outline
from casebook.lawtext.parser import parse_outline
from casebook.lawtext.skeleton import write_skeleton
from casebook.records.town import Town
from casebook.source.reading import read_source

DESCRIPTION = """\
把从国家法律法规数据库等处下载的官方文本（docx、txt、md）读成登记册的骨架：条号、款数、项数、
所在的编章节。不写原文；骨架写好后，由人补摘要和罚则，对照无误再把“核实”改成“全文”。"""
EXAMPLES = [
    "下载/某某法.docx",
    "某某条例.txt --out cases_data/statutes/some-regulation.yml",
]


def main(argv: list[str]) -> int:
    """读文本、写骨架，返回退出码：0 全部读懂，1 有读不懂的或者没读到条文，2 用法不对。"""
    parser = command_parser("import-law", DESCRIPTION, EXAMPLES)
    parser.add_argument("file", metavar="文件", type=Path, help="下载的官方文本")
    parser.add_argument(
        "--out", metavar="文件", type=new_file, help="骨架写到哪里；不写就印在屏幕上"
    )
    parser.add_argument("--with-text", action="store_true", help="连原文一起写；原文不要提交到仓库")
    parser.add_argument(
        "--today",
        metavar="日期",
        type=calendar_date,
        help="对照官方文本的日期，不写就用 town.yml 的基准日期",
    )
    options = parser.parse_args(argv)
    try:
        outline = parse_outline(read_lines(options.file))
    except UnreadableFile as problem:
        print(problem, file=sys.stderr)
        return MISUSE
    if not outline.articles:
        print("没有读到一条条文。条文应是“第几条”开头、各占一段的。", file=sys.stderr)
        return 1
    day = options.today or base_day()
    if day is None:
        print("读不出 town.yml 的基准日期，请用 --today 写明对照的日期。", file=sys.stderr)
        return MISUSE
    text = write_skeleton(outline, day, options.with_text)
    if options.out is None:
        print(text, end="")
    else:
        options.out.write_text(text, encoding="utf-8", newline="\n")
    print(describe(outline), file=sys.stderr)
    return 1 if outline.unread or any(outline.gaps()) else 0


def new_file(text: str) -> Path:
    """参数类型：一个还不存在的文件；已有的登记不覆盖。"""
    path = Path(text)
    if path.exists():
        raise argparse.ArgumentTypeError(f"{text} 已经有了，不覆盖；换一个名字再比对")
    if not path.resolve().parent.is_dir():
        raise argparse.ArgumentTypeError(f"没有这个文件夹：{path.parent}")
    return path


def base_day() -> datetime.date | None:
    """本镇资料的基准日期；读不出为 None。"""
    town = read_entry(Town, read_source(ROOT / "cases_data" / "town.yml", "town.yml"))
    return town.value.today if town else None


def describe(outline: Outline) -> str:
    """读到多少、哪里读不懂。"""
    counts = f"{len(outline.articles)} 条、{outline.paragraph_count} 款、{outline.item_count} 项"
    lines = [f"《{outline.name}》：{counts}。层级、施行日期是按文字猜的，请对照。"]
    lines += [f"条号不相接：{gap}。" for gap in outline.gaps()]
    lines += [f"第 {unread.line} 行：{unread.reason}。" for unread in outline.unread]
    return "\n".join(lines)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
