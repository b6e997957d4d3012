"""law-report 命令：只给工作人员看的登记册清单——哪部法该重新核对，哪些事还没有核实。"""

import datetime
import sys
from collections.abc import Iterator, Sequence
from pathlib import Path

from cli import MISUSE, command_parser, display_width
from data_options import add_data_option, add_today_option

from casebook.checks.rulebook import RULEBOOK
from casebook.entries.entry import read_entry
from casebook.law.standing import open_questions, stale
from casebook.law.statutes import Statute
from casebook.problems import any_block
from casebook.records.town import Town
from casebook.source.reading import read_source

DESCRIPTION = """\
列出法规登记册里超过一年没有核对的法规、还没有核实的事项、没有核到条号的罚则。只给工作人员看，
不进网站。加 --rules 列出检查所用的全部规则和各自的依据。"""
GAP = "  "


def main(argv: list[str]) -> int:
    """印出清单，返回退出码：0 已列出，1 登记册有文件读不出，2 用法不对。"""
    parser = command_parser("law-report", DESCRIPTION, ["", "--today 2027-12-01", "--rules"])
    add_data_option(parser)
    add_today_option(parser)
    parser.add_argument("--rules", action="store_true", help="改为列出检查所用的全部规则")
    options = parser.parse_args(argv)

    if options.rules:
        print("\n".join(columns(list(rule_rows()))))
        return 0
    today = options.today or base_day(options.data)
    if today is None:
        print("读不出 town.yml 的基准日期，请用 --today 写明“今天”。", file=sys.stderr)
        return MISUSE
    statutes, unreadable = read_statutes(options.data)
    print("\n".join(describe(statutes, today)))
    for name in unreadable:
        print(f"读不出：{name}，先用 check 改正。", file=sys.stderr)
    return 1 if unreadable else 0


def base_day(data: Path) -> datetime.date | None:
    """本镇资料的基准日期；读不出为 None。"""
    town = read_entry(Town, read_source(data / "town.yml", "town.yml"))
    return town.value.today if town else None


def read_statutes(data: Path) -> tuple[list[Statute], list[str]]:
    """读得出的法规，和读不出的文件名。"""
    statutes, unreadable = [], []
    for path in sorted((data / "statutes").glob("*.yml")):
        source = read_source(path, path.name)
        loaded = read_entry(Statute, source)
        if loaded is None or any_block(source.problems):
            unreadable.append(path.name)
        else:
            statutes.append(loaded.value)
    return statutes, unreadable


def describe(statutes: Sequence[Statute], today: datetime.date) -> Iterator[str]:
    """总表，和每部法没有核实的事项。"""
    rows = [("法规", "核对日期", "核实", "状况")]
    rows += [
        (statute.short_name, str(statute.checked_on), statute.verification, status(statute, today))
        for statute in statutes
    ]
    yield f"法规登记册，{today}，只给工作人员看"
    yield ""
    yield from columns(rows)
    for statute in statutes:
        if questions := open_questions(statute, today):
            yield ""
            yield f"{statute.short_name}（{statute.origin} {statute.address}）"
            yield from (f"  - {question.text}" for question in questions)
    due = sum(stale(statute, today) for statute in statutes)
    open_ = sum(len(open_questions(statute, today)) for statute in statutes)
    yield ""
    yield f"共 {len(statutes)} 部，{due} 部超过一年没有核对，{open_} 件事没有核实。"


def status(statute: Statute, today: datetime.date) -> str:
    """一部法的状况，一个短语。"""
    questions = len(open_questions(statute, today))
    words = ["超过一年没有核对"] if stale(statute, today) else []
    words += [f"{questions} 件事没有核实"] if questions else []
    if statute.in_force(today) is False:
        words.append("已经失效" if statute.begins and statute.begins <= today else "还没有施行")
    return "，".join(words) or "无"


def rule_rows() -> Iterator[tuple[str, ...]]:
    """全部规则：代码、轻重、说法、依据。"""
    yield "代码", "轻重", "说法", "依据"
    for rule in RULEBOOK:
        kind = "错误" if rule.severity == "error" else "提醒"
        yield rule.code, kind, rule.wording, rule.source.replace("\n", "")


def columns(rows: Sequence[Sequence[str]]) -> Iterator[str]:
    """按显示宽度对齐的几栏，最后一栏不补空格。"""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    for row in rows:
        padded = [
            text + " " * (width - display_width(text))
            for text, width in zip(row[:-1], widths, strict=False)
        ]
        yield GAP.join([*padded, row[-1]])


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
