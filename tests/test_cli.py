"""中文命令行：按显示宽度对齐、折行，argparse 自己的话也是中文。"""

import cli
import pytest


def test_help_columns_line_up_by_display_width():
    parser = cli.command_parser("build", "生成网站。", ["--out 预览"])
    parser.add_argument("--out", metavar="文件夹", help="去处")
    parser.add_argument("--verbose-output", action="store_true", help="多说")
    lines = parser.format_help().splitlines()
    columns = {
        cli.display_width(line[: line.index(text)])
        for text in ("去处", "多说", "显示这份帮助")
        for line in lines
        if line.endswith(text)
    }
    assert len(columns) == 1
    assert "  python3 scripts/manage.py build --out 预览" in lines


def test_long_chinese_help_is_wrapped_by_display_width():
    assert cli.wrap("一二三四五abc", 6) == ["一二三", "四五ab", "c"]
    assert cli.wrap("", 6) == [""]


@pytest.mark.parametrize(
    ("arguments", "complaint"),
    [
        ([], "缺少参数：编号"),
        (["1", "2"], "不认识的参数：2"),
        (["1", "--type", "丙"], "没有 '丙' 这个选择"),
        (["1", "--count", "x"], "'x' 不是合适的值"),
        (["1", "--type"], "后面要写一个值"),
        (["1", "--pair", "x"], "后面要写 2 个值"),
        (["1", "--first", "--second"], "不能和 --first 一起用"),
        (["1", "--first=x"], "这个选项不带值"),
    ],
)
def test_errors_of_argparse_are_chinese(arguments, complaint, capsys):
    parser = cli.command_parser("check", "检查。")
    parser.add_argument("number", metavar="编号")
    parser.add_argument("--type", choices=["甲", "乙"])
    parser.add_argument("--count", type=int)
    parser.add_argument("--pair", nargs=2)
    either = parser.add_mutually_exclusive_group()
    either.add_argument("--first", action="store_true")
    either.add_argument("--second", action="store_true")
    with pytest.raises(SystemExit) as caught:
        parser.parse_args(arguments)
    assert caught.value.code == cli.MISUSE
    message = capsys.readouterr().err
    assert complaint in message
    assert "看用法：python3 scripts/manage.py check --help" in message
