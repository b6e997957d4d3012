"""make-records 命令：造一套任意大小的练习数据，检查得过，可以拿来生成网站、量快慢。

可以直接运行 python3 scripts/make_records.py，等于 manage.py make-records。
"""

import sys
from pathlib import Path

from cli import case_count, command_parser
from environment import ROOT

EXAMPLES = ["--count 1000 --seed 7 --out 练习数据"]


def main(argv: list[str]) -> int:
    """造数据，返回退出码：0 造好了，1 去处已经有东西，2 用法不对。"""
    parser = command_parser("make-records", "造一套练习数据：人、事、日期都是编的。", EXAMPLES)
    parser.add_argument(
        "--count", metavar="件数", type=case_count, required=True, help="造多少件案件"
    )
    parser.add_argument("--seed", metavar="数", type=int, default=1, help="同样的数造出同样的数据")
    parser.add_argument(
        "--out", metavar="文件夹", type=Path, required=True, help="写到哪个空文件夹"
    )
    options = parser.parse_args(argv)
    out: Path = options.out.resolve()
    if out.exists() and (not out.is_dir() or any(out.iterdir())):
        print(f"{out} 里已经有东西，请换一个空文件夹。", file=sys.stderr)
        return 1
    out.mkdir(parents=True, exist_ok=True)

    from synthetic_cases import Maker

    from casebook.inspection import Place, inspect_all

    data = ROOT / "cases_data"
    book = inspect_all(Place(data, "cases_data"), None, None).publishable
    if book is None:
        print("项目自带的数据有错误，先运行 check 改正。", file=sys.stderr)
        return 1
    Maker(data, book, options.seed).write(options.count, out)
    print(f"造好 {options.count} 件：{out}", file=sys.stderr)
    return 0


if __name__ == "__main__":
    from manage import main as manage

    sys.exit(manage(["make-records", *sys.argv[1:]]))
