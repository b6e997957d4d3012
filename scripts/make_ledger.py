"""make-ledger 命令：造一本假台账，供练习和测试；旁边写一份真值，好数漏了几处。

可以直接运行 python3 scripts/make_ledger.py，等于 manage.py make-ledger。
"""

import json
import sys
from datetime import date, timedelta
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cli import case_count, command_parser
from synthetic_ledger import Entry, Writer

if TYPE_CHECKING:
    from openpyxl.worksheet.worksheet import Worksheet

DESCRIPTION = """\
造一本假的执法台账：标题行、两层表头、合并格子、空行、小计和合计都有，日期与金额写法不一，
姓名、号码、住址都是拼出来的，不对应任何人。旁边的 .truth.jsonl 一行一件，记着真值。"""
EXAMPLES = ["--rows 500 --seed 7 --out 假台账.xlsx"]
TOP = (
    "序号",
    "文书号",
    "案由",
    "当事人信息",
    "",
    "",
    "",
    "案件日期",
    "",
    "",
    "违法地点",
    "简要案情",
    "处罚内容",
    "罚款金额（元）",
    "适用程序",
    "违反条款",
    "处罚依据",
    "执法人员",
    "备注",
)
BELOW = (
    "",
    "",
    "",
    "姓名或名称",
    "身份证号",
    "联系电话",
    "住址",
    "违法时间",
    "立案",
    "决定",
    *([""] * 9),
)
SIMPLE = (
    "案号",
    "违法行为",
    "被处罚人",
    "身份证号码",
    "手机",
    "家庭住址",
    "案发时间",
    "处罚日期",
    "案发地点",
    "违法事实",
    "处罚结果",
    "罚没金额",
    "办案程序",
    "执法人员",
)
CAPITALS = {
    50: "伍拾元整",
    200: "贰佰元",
    500: "伍佰元整",
    800: "捌佰元整",
    1000: "壹仟元整",
    1200: "壹仟贰佰元整",
    2000: "贰仟元整",
    5000: "伍仟元整",
}
EPOCH = date(1899, 12, 30)
SUBTOTAL_EVERY = 60


def main(argv: list[str]) -> int:
    """写出假台账与真值，返回 0。"""
    parser = command_parser("make-ledger", DESCRIPTION, EXAMPLES)
    parser.add_argument(
        "--rows", metavar="件数", type=case_count, default=500, help="多少件，不写是 500"
    )
    parser.add_argument(
        "--seed", metavar="种子", type=int, default=1, help="同样的种子造同样的台账"
    )
    parser.add_argument("--out", metavar="文件", type=Path, required=True, help="写到哪个 .xlsx")
    options = parser.parse_args(argv)
    writer = Writer(options.seed)
    entries = [writer.entry() for _ in range(options.rows)]
    save(entries, writer, options.out)
    truth = options.out.with_name(options.out.name + ".truth.jsonl")
    truth.write_text("".join(describe_truth(entry) for entry in entries), encoding="utf-8")
    print(f"写好 {options.out}（{options.rows} 件）和 {truth.name}。")
    return 0


def describe_truth(entry: Entry) -> str:
    """一件的真值，一行 JSON。"""
    truth = {"document": entry.document, "minor": entry.minor, "secrets": entry.secrets}
    return json.dumps(truth, ensure_ascii=False) + "\n"


def save(entries: list[Entry], writer: Writer, out: Path) -> None:
    """三张表：普通程序（两层表头）、简易程序（另一套叫法）、一张不是台账的说明。"""
    from openpyxl import Workbook

    book = Workbook()
    ordinary = book.active
    assert ordinary is not None
    ordinary.title = "普通程序"
    half = len(entries) * 3 // 4
    write_ordinary(ordinary, entries[:half], writer)
    write_simple(book.create_sheet("简易程序"), entries[half:], writer)
    book.create_sheet("说明").append(["本表由综合执法大队填报"])
    book.save(out)


def write_ordinary(sheet: "Worksheet", entries: list[Entry], writer: Writer) -> None:
    """标题行、两层表头、空行、小计与合计；两个当事人的案件占两行，文书号等合并。"""
    sheet.append(["大口屯镇2025年行政处罚案件台账"])
    sheet.append([f"填报单位：综合执法大队　　填表人：{writer.officers[0]}"])
    sheet.append(list(TOP))
    sheet.append(list(BELOW))
    for block in ("A1:S1", "A2:S2", "D3:G3", "H3:J3"):
        sheet.merge_cells(block)
    for index in (*range(1, 4), *range(11, 20)):
        sheet.merge_cells(start_row=3, end_row=4, start_column=index, end_column=index)
    for number, entry in enumerate(entries, start=1):
        append_ordinary(sheet, number, entry, writer)
        if number % SUBTOTAL_EVERY == 0:
            sheet.append(["小计", *([None] * 12), sum(e.fine for e in entries[:number])])
            sheet.append([])
    sheet.append(
        ["合计", f"{len(entries)}件", *([None] * 11), sum(entry.fine for entry in entries)]
    )
    sheet.append([f"审核人：{writer.officers[1]}"])


def append_ordinary(sheet: "Worksheet", number: int, entry: Entry, writer: Writer) -> None:
    """普通程序表里的一件。"""
    for place, person in enumerate(entry.parties):
        name = entry.company if entry.company and place == 0 else person.name
        filed = entry.acted + timedelta(days=1)
        row = [number, entry.document, entry.matter[0], name, person.number, person.phone]
        row += [f"天津市宝坻区大口屯镇{person.village}{person.home}", day_cell(entry.acted, writer)]
        row += [day_cell(filed, writer), day_cell(entry.decided, writer)]
        row += [f"大口屯镇{person.village}村东农田", entry.story, penalty_text(entry)]
        row += [fine_cell(entry.fine, writer), "普通程序", entry.matter[1], entry.matter[2]]
        sheet.append([*row, entry.officer, f"{person.surname}某已交"])
    last = sheet.max_row
    first = last - len(entry.parties) + 1
    if last > first:
        for column in (1, 2, 3, 8, 9, 10, 12, 14):
            sheet.merge_cells(start_row=first, end_row=last, start_column=column, end_column=column)


def write_simple(sheet: "Worksheet", entries: list[Entry], writer: Writer) -> None:
    """一层表头，列名换一套叫法，姓名里夹空格，表头中途重复一次。"""
    sheet.append(list(SIMPLE))
    for number, entry in enumerate(entries):
        if number and number % SUBTOTAL_EVERY == 0:
            sheet.append(list(SIMPLE))
        person = entry.parties[0]
        names = [entry.company or " ".join(person.name)]
        names += [other.name for other in entry.parties[1:]]
        row = [entry.document, entry.matter[0], "、".join(names), person.number, person.phone]
        row += [f"{person.village}{person.home}", day_cell(entry.acted, writer)]
        row += [day_cell(entry.decided, writer), f"{person.village}路边", entry.story]
        row += [penalty_text(entry), fine_cell(entry.fine, writer), "简易", entry.officer]
        sheet.append(row)
    sheet.append(["总计", None, f"{len(entries)}件"])


def day_cell(day: date, writer: Writer) -> Any:
    """同一天的几种写法。"""
    return writer.random.choice(
        (
            day,
            (day - EPOCH).days,
            f"{day.year}.{day.month}.{day.day}",
            f"{day.year}年{day.month}月{day.day}日",
            f"{day:%Y/%m/%d}",
            f"{day:%Y%m%d}",
        )
    )


def fine_cell(fine: int, writer: Writer) -> Any:
    """同一金额的几种写法；没有罚款的空着。"""
    if not fine:
        return None
    wide = f"{fine}元".translate({ord(d): ord(d) + 0xFEE0 for d in "0123456789"})
    return writer.random.choice((fine, f"{fine:,}", wide, CAPITALS[fine]))


def penalty_text(entry: Entry) -> str:
    """处罚内容一栏。"""
    return f"责令改正，罚款{CAPITALS[entry.fine]}" if entry.fine else "警告"


if __name__ == "__main__":
    import manage

    sys.exit(manage.main(["make-ledger", *sys.argv[1:]]))
