"""MkDocs 的命令行，由 run_command 调用：出了没料到的错也只说中文，不把一屏的英文给人看。"""

import click
from mkdocs.__main__ import cli
from mkdocs.exceptions import Abort
from processes import INTERRUPTED


def main(argv: list[str]) -> int:
    """运行 mkdocs，返回退出码；按了 Ctrl+C 时不作声，由叫它的命令去说。"""
    try:
        cli(argv, prog_name="mkdocs", standalone_mode=False)
    except click.Abort:
        return INTERRUPTED
    except Abort as stopped:  # 原因已经说过，它自己只再补一句英文
        return stopped.code
    except click.ClickException as problem:
        problem.show()
        return problem.exit_code
    return 0
