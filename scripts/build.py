"""build 命令：严格检查数据并生成整个网站，成功才换下原来的。"""

import os
import sys
from argparse import Namespace
from pathlib import Path

from cli import command_parser
from data_options import DATA
from mkdocs_runner import add_data_options, run_mkdocs, site_cache
from output_folder import (
    DEFAULT_OUTPUT,
    OutputProblem,
    check_output,
    name_of,
    replace_when_built,
)
from unchanged import Record

EXAMPLES = ["", "--out 预览网站", "--data 练习数据 --today 2026-11-23", "--timings"]


def main(argv: list[str]) -> int:
    """生成网站，返回退出码：0 成功，1 数据或去处有问题，2 用法不对。"""
    parser = command_parser("build", "检查数据并生成整个网站；有问题就不生成。", EXAMPLES)
    add_data_options(parser)
    parser.add_argument(
        "--out",
        metavar="文件夹",
        type=lambda text: Path(text).resolve(),
        default=DEFAULT_OUTPUT,
        help="网站生成到哪个文件夹，不写就是 site",
    )
    parser.add_argument(
        "--no-cache", action="store_true", help="不用上次的结果，从头检查、从头写；结果一样，只是慢"
    )
    parser.add_argument("--timings", action="store_true", help="说出每道工序用了多少秒")
    options = parser.parse_args(argv)
    out: Path = options.out
    cache = site_cache()
    trusting = not options.no_cache and os.environ.get("CI") != "true"
    record = Record(cache / f"{name_of(out)}.json", out, options.data or DATA, str(options.today))
    if trusting and not options.timings and record.holds():
        print(f"记录和程序都没有变，网站照旧：{out}。提醒用 manage.py check 看。", file=sys.stderr)
        return 0
    try:
        check_output(out)
        spares = cache / "spare" if trusting else None
        code = replace_when_built(out, lambda draft: generate(draft, options), spares)
    except OutputProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except OSError as error:
        from casebook.failures import reason  # 只有出了毛病才要它

        print(f"网站没有换上：{reason(error)}（{error.filename}）。", file=sys.stderr)
        return 1
    if code == 0:
        record.save()
    print(describe_result(code, out), file=sys.stderr)
    return code


def generate(draft: Path, options: Namespace) -> int:
    """MkDocs 先印在 draft 旁边，核心再把全部的页放进 draft；返回退出码。"""
    printed = draft.with_name(f"{draft.name}.printed")
    wishes = {"CASEBOOK_SITE": str(draft)}
    wishes |= {"CASEBOOK_NO_CACHE": "1"} if options.no_cache else {}
    wishes |= {"CASEBOOK_TIMINGS": "1"} if options.timings else {}
    command = ["build", "--strict", "--site-dir", str(printed)]
    return run_mkdocs(command, options.data, options.today, wishes)


def describe_result(code: int, out: Path) -> str:
    """生成结果的一句话。"""
    if code == 0:
        return f"网站已生成：{out}，共 {count_pages(out)} 个网页。"
    kept = "原来的网站没有动。" if out.exists() else ""
    return f"网站没有生成，原因见上。{kept}"


def count_pages(out: Path) -> int:
    """网页的个数。"""
    return sum(name.endswith(".html") for _, _, names in os.walk(out) for name in names)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
