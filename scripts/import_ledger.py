"""import-ledger 命令：把执法台账变成隐去真名、暂不公开的案件草稿。"""

import sys
from collections import Counter
from pathlib import Path

from cli import MISUSE, Parser, command_parser, display_width, existing_folder
from environment import ROOT
from private_folder import open_vault, private_folder
from tqdm import tqdm

from casebook.checks.gate import Gate, make_gate
from casebook.ledger.importing import (
    Importer,
    Ledger,
    Outcome,
    Result,
    collect_secrets,
    forgetful,
    open_ledger,
)
from casebook.ledger.mapping import read_mapping, recall_mapping, remember_mapping
from casebook.ledger.registry import Registry, read_registry
from casebook.ledger.sheets import LedgerProblem, read_sheets
from casebook.ledger.tables import Table, find_table
from casebook.ledger.tracks import Tracks

DESCRIPTION = """\
把执法台账（.xlsx、.xls、.csv）变成案件草稿，写进 cases_data/cases。
草稿里没有真名、号码和住址，一律“公开: 否”；定不下来的内容写在“待补”里。
台账本身不会被复制；真实信息只留下带密钥的摘要，存在不进仓库的“私密”文件夹里，
以后 check 与 scan 会逐字核对，台账里有的绝不让它出现在要公开的文字里。
再导入一次只更新没有人改过的草稿。"""
EXAMPLES = ["台账.xlsx --dry-run", "台账.xlsx", "旧台账.xls --mapping 列对应.yml"]
SHOWN_ROWS = 10


def main(argv: list[str]) -> int:
    """导入台账，返回退出码：0 全部写好，1 有的没有写，2 台账或用法不对。"""
    options = make_parser().parse_args(argv)
    try:
        mapping = recall_mapping(private_folder())
        if options.mapping:
            mapping |= read_mapping(options.mapping)
        tables = read_tables(options.ledger, mapping)
        if options.mapping and not options.dry_run:
            remember_mapping(private_folder(), mapping)
    except LedgerProblem as problem:
        print(problem, file=sys.stderr)
        return MISUSE
    registry = read_registry(options.data)
    ledger = open_ledger(tables)
    if options.dry_run:
        gate = make_gate(registry.public_lines, forgetful(()))
        show_columns(ledger, gate)
        return 0
    return import_cases(ledger, registry, options.data)


def make_parser() -> Parser:
    """这条命令的参数。"""
    parser = command_parser("import-ledger", DESCRIPTION, EXAMPLES)
    parser.add_argument("ledger", metavar="台账", type=Path, help="台账文件")
    parser.add_argument(
        "--mapping",
        metavar="文件",
        type=Path,
        help="列对应：每行“表头: 列名”，例如“打击对象: 当事人”；用过一次就记住",
    )
    parser.add_argument("--dry-run", action="store_true", help="只看每一列会变成什么，不写文件")
    parser.add_argument(
        "--data",
        metavar="文件夹",
        type=existing_folder,
        default=ROOT / "cases_data",
        help="草稿写进哪个数据文件夹，不写就是 cases_data",
    )
    return parser


def read_tables(path: Path, mapping: dict[str, str]) -> list[Table]:
    """台账里认得出的各张表；一张也认不出就抛出 LedgerProblem。"""
    tables = [table for sheet in read_sheets(path) if (table := find_table(sheet, mapping))]
    if not tables:
        raise LedgerProblem(
            "没有认出表头：要有一行写着“文书号”“案由”“当事人”这样的列名。"
            "列名特别的，用 --mapping 给一份对应，例如每行“打击对象: 当事人”。"
        )
    return tables


def show_columns(ledger: Ledger, gate: Gate) -> None:
    """每张表每一列变成什么。"""
    for table in ledger.tables:
        rows = sum(1 for _ in table.records())
        print(f"工作表“{gate.mask(table.sheet.name)}”：从第 {table.first_row + 1} 行起，{rows} 行")
        for heading in table.headings:
            if heading.header:
                becomes = heading.column.becomes if heading.column else "没认出来，不用"
                name = f"{column_letter(heading.index)} {gate.mask(heading.header)}"
                print(f"  {name}{' ' * max(2, 28 - display_width(name))}→ {becomes}")
    print(f"合成 {len(ledger.cases)} 件案子。没有写任何文件。")


def import_cases(ledger: Ledger, registry: Registry, data: Path) -> int:
    """记住真实信息，逐件写草稿，最后说结果。"""
    vault = open_vault()
    secrets = collect_secrets(ledger, registry, vault.remember)
    gate = make_gate(registry.public_lines, vault.known())
    tracks = Tracks.load(private_folder(), vault.key())
    importer = Importer(data, registry, secrets, gate, tracks)
    progress = tqdm(ledger.cases, desc="写草稿", unit="件", disable=None, leave=False)
    results = list(importer.run(progress))
    return report(results)


def report(results: list[Result]) -> int:
    """按结果数一数；没有写的说明在台账哪一行，只说行号不说内容。"""
    counts = Counter(result.outcome for result in results)
    for outcome in Outcome:
        if counts[outcome]:
            print(f"{outcome}：{counts[outcome]} 件")
    for outcome in (Outcome.EDITED, Outcome.DELETED):
        listed = [result.path for result in results if result.outcome is outcome]
        show_some(outcome, listed)
    refused = (Outcome.MINOR, Outcome.UNDATED, Outcome.UNSAFE)
    for outcome in refused:
        rows = [f"第 {result.row} 行" for result in results if result.outcome is outcome]
        show_some(outcome, rows)
    if any(counts[o] for o in (Outcome.CREATED, Outcome.UPDATED)):
        print("下一步：运行 python3 scripts/manage.py check，照“待补”逐件补齐、审核。")
    return 1 if any(counts[outcome] for outcome in refused) else 0


def show_some(title: str, items: list[str]) -> None:
    """列出前几项。"""
    if items:
        more = f"……共 {len(items)} 处" if len(items) > SHOWN_ROWS else ""
        print(f"  {title}：{'、'.join(items[:SHOWN_ROWS])}{more}")


def column_letter(index: int) -> str:
    """第几列在 Excel 里叫什么：0 是 A，26 是 AA。"""
    letters = ""
    index += 1
    while index:
        index, rest = divmod(index - 1, 26)
        letters = chr(ord("A") + rest) + letters
    return letters


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
