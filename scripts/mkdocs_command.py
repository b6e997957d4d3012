"""MkDocs 的命令行，由 run_command 调用：出了没料到的错也只说中文，不把一屏的英文给人看。"""

from mkdocs.__main__ import cli


def main(argv: list[str]) -> int:
    """运行 mkdocs；它自己以退出码结束（SystemExit）。"""
    cli(argv, prog_name="mkdocs")
    return 0
