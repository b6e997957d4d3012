"""本项目的唯一入口：python3 scripts/manage.py 命令 ……

只用标准库。命令本身在项目自己的环境 .venv 里运行，第一次使用时自动建立。
"""

import sys

if sys.version_info < (3, 11):  # noqa: UP036  旧 Python 也要看得懂这句话，所以先于一切导入
    sys.exit(f"需要 Python 3.11 或更新的版本，现在用的是 {sys.version.split()[0]}。")

# 容器里常设 PYTHONDONTWRITEBYTECODE，那样每条命令都要把代码从头编译一遍，慢四分之一秒。
sys.dont_write_bytecode = False

import os
from collections.abc import Mapping
from pathlib import Path

import cli
from commands import COMMANDS, Command, find_command, suggest_command
from environment import ROOT, ensure_environment
from installer import EnvironmentProblem
from processes import INTERRUPTED, become

EXAMPLES = """\
例子：
  python3 scripts/manage.py build            生成网站到 site/
  python3 scripts/manage.py check            检查数据
  python3 scripts/manage.py build --help     看一条命令怎么用"""


def main(argv: list[str]) -> int:
    """按 argv 运行一条命令，返回退出码：0 成功，1 有问题，2 用法不对，130 被中断。"""
    cli.use_safe_output()
    parser = make_parser()
    if not argv:
        parser.print_help(sys.stderr)
        return cli.MISUSE
    if argv[0] in {"-h", "--help"}:
        parser.print_help()
        return 0
    command = find_command(argv[0])
    if command is None:
        parser.error(describe_unknown(argv[0]))
    try:
        return run(command, argv[1:])
    except EnvironmentProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    except KeyboardInterrupt:
        print("\n已中断。", file=sys.stderr)
        return INTERRUPTED


def make_parser() -> cli.Parser:
    """总帮助：列出全部命令。"""
    width = max(len(command.name) for command in COMMANDS)
    table = "\n".join(f"  {command.name:<{width}}  {command.summary}" for command in COMMANDS)
    return cli.Parser(
        prog=cli.ENTRY,
        usage=f"{cli.ENTRY} 命令 [选项]",
        description=f"以案释法：把案例数据变成普法网站。\n\n命令：\n{table}",
        epilog=f"{EXAMPLES}\n\n{cli.EXIT_CODES}",
    )


def describe_unknown(name: str) -> str:
    """命令名打错时的话，能猜到原意就提出来。"""
    guess = suggest_command(name)
    return f"没有“{name}”这条命令" + (f"，是不是 {guess}？" if guess else "。")


def run(command: Command, arguments: list[str]) -> int:
    """在项目环境里运行命令，返回它的退出码。"""
    python = ensure_environment(command.lock)
    launcher = str(Path(__file__).with_name("run_command.py"))
    return become(
        [str(python), launcher, command.module, *arguments], child_environment(os.environ)
    )


def child_environment(outer: Mapping[str, str]) -> dict[str, str]:
    """命令的环境变量：能导入 hooks/ 与 scripts/，读写文件用 UTF-8，屏幕编码随本机。

    pydantic 的插件一个也没有用，不必每次去找。散列的种子定下来：markdown-it 有一条正则由集合拼成，
    次序不变，存下的才用得上（见 saved_patterns.py）。
    """
    kept = {name: value for name, value in outer.items() if name != "PYTHONDONTWRITEBYTECODE"}
    return {
        **kept,
        "PYDANTIC_DISABLE_PLUGINS": "__all__",
        "PYTHONHASHSEED": "0",
        "PYTHONPATH": os.pathsep.join(str(ROOT / name) for name in ("hooks", "scripts")),
        "PYTHONUTF8": "1",
        "PYTHONIOENCODING": f"{sys.stdout.encoding}:replace",
    }


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
