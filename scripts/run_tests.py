"""test 命令：检查代码写法、格式和类型，再在真浏览器里运行全部测试；警告也算失败。"""

import os
import sys

from browser import VARIABLE, ensure_browser
from browser_install import BrowserProblem
from cli import command_parser
from environment import ROOT
from poster_libraries import ensure_poster_libraries
from processes import run

DESCRIPTION = """\
依次检查代码写法（ruff）、格式（ruff format）、类型（mypy），最后运行全部测试（pytest）。
写了参数就只运行 pytest，参数原样交给它。"""
STEPS = (
    ("代码写法", ["ruff", "check"]),
    ("代码格式", ["ruff", "format", "--check"]),
    ("代码类型", ["mypy"]),
    ("测试", ["pytest"]),
)


def main(argv: list[str]) -> int:
    """运行测试，返回退出码：0 全部通过，1 有没通过的；只运行 pytest 时是它的退出码。"""
    if argv in (["-h"], ["--help"]):
        return show_help()
    try:
        env = {**os.environ, VARIABLE: str(ensure_browser())}
    except BrowserProblem as problem:
        print(problem, file=sys.stderr)
        return 1
    if trouble := ensure_poster_libraries():
        print(trouble, file=sys.stderr)
        return 1
    if argv:
        return run_module(["pytest", *argv], env)
    failed = [name for name, command in STEPS if run_module(command, env) != 0]
    if failed:
        print(f"没有通过：{'、'.join(failed)}。", file=sys.stderr)
    return 1 if failed else 0


def show_help() -> int:
    """打印中文帮助；pytest 自己的选项请它自己说。"""
    parser = command_parser("test", DESCRIPTION, ["", "tests/test_manage.py", "-k 日期 -x"])
    parser.add_argument("pytest", nargs="*", metavar="pytest 的参数", help="见 pytest 的文档")
    parser.print_help()
    return 0


def run_module(command: list[str], env: dict[str, str]) -> int:
    """在项目根目录用本环境的 Python 运行一个模块，返回退出码。"""
    return run([sys.executable, "-m", *command], env, cwd=ROOT)


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
