"""各命令共用的中文命令行：说明、用法、出错都是中文，中西文混排也对齐。只用标准库。"""

import argparse
import datetime
import gettext
import io
import itertools
import sys
import unicodedata
from collections.abc import Sequence
from pathlib import Path

MISUSE = 2
ENTRY = "python3 scripts/manage.py"
EXIT_CODES = "退出码：0 成功，1 有问题或没做成，2 用法不对，130 按了 Ctrl+C。"

_TRANSLATIONS = {
    "usage: ": "用法：",
    "positional arguments": "位置参数",
    "options": "选项",
    "show this help message and exit": "显示这份帮助",
    "%(prog)s: error: %(message)s\n": "出错：%(message)s\n看用法：%(prog)s --help\n",
    "argument %(argument_name)s: %(message)s": "参数 %(argument_name)s：%(message)s",
    "the following arguments are required: %s": "缺少参数：%s",
    "one of the arguments %s is required": "下面的参数必须写一个：%s",
    "unrecognized arguments: %s": "不认识的参数：%s",
    "expected one argument": "后面要写一个值",
    "expected at most one argument": "后面最多写一个值",
    "expected at least one argument": "后面至少写一个值",
    "expected %s argument": "后面要写 %s 个值",
    "expected %s arguments": "后面要写 %s 个值",
    "not allowed with argument %s": "不能和 %s 一起用",
    "ignored explicit argument %r": "这个选项不带值，多写了 %r",
    "ambiguous option: %(option)s could match %(matches)s": (
        "选项 %(option)s 没写全，可能是：%(matches)s"
    ),
    "invalid %(type)s value: %(value)r": "%(value)r 不是合适的值",
    "invalid choice: %(value)r (choose from %(choices)s)": (
        "没有 %(value)r 这个选择，可选：%(choices)s"
    ),
    "invalid choice: %(value)r, maybe you meant %(arg)r? (choose from %(choices)s)": (
        "没有 %(value)r 这个选择，是不是 %(arg)r？可选：%(choices)s"
    ),
}


def _translate(text: str) -> str:
    return _TRANSLATIONS.get(text) or gettext.gettext(text)


def _translate_plural(one: str, many: str, number: int) -> str:
    return _translate(one if number == 1 else many)


# argparse 的话都经这两个名字取译文；换掉它们，各版本 Python 都说中文，不必带 .mo 文件。
vars(argparse).update(_=_translate, ngettext=_translate_plural)


class _Formatter(argparse.RawDescriptionHelpFormatter):
    """按显示宽度（汉字占两格）对齐和折行。"""

    def __init__(self, prog: str) -> None:
        super().__init__(prog, max_help_position=30, width=88)

    def add_argument(self, action: argparse.Action) -> None:
        super().add_argument(action)
        header = display_width(self._format_action_invocation(action)) + self._current_indent
        self._action_max_length = max(self._action_max_length, header)

    def _format_action(self, action: argparse.Action) -> str:
        text = super()._format_action(action)
        header = self._format_action_invocation(action)
        surplus = display_width(header) - len(header)
        return text.replace(header + " " * surplus, header, 1)

    def _split_lines(self, text: str, width: int) -> list[str]:
        return wrap(text, width)


class Parser(argparse.ArgumentParser):
    """说中文的 ArgumentParser；用法不对时退出码是 2。"""

    def __init__(
        self,
        prog: str,
        description: str,
        epilog: str | None = None,
        usage: str | None = None,
    ) -> None:
        super().__init__(
            prog=prog,
            usage=usage,
            description=description,
            epilog=epilog,
            formatter_class=_Formatter,
            allow_abbrev=False,
        )
        self.color = False  # Python 3.14 起 argparse 会上色，颜色码会打乱对齐

    def parse_args(  # type: ignore[override]  # 父类按参数写了几种重载
        self, args: Sequence[str] | None = None, namespace: argparse.Namespace | None = None
    ) -> argparse.Namespace:
        """照常解析；选项写错了先说选项，不先怪缺少别的参数。"""
        given = list(sys.argv[1:] if args is None else args)
        options = itertools.takewhile(lambda word: word != "--", given)
        names = (word.partition("=")[0] for word in options if word.startswith("--"))
        if unknown := [name for name in names if name not in self._option_string_actions]:
            self.error(_translate("unrecognized arguments: %s") % " ".join(unknown))
        return super().parse_args(given, namespace)

    def format_help(self) -> str:
        """帮助全文；小标题后的冒号也用全角。"""
        return super().format_help().replace(":\n", "：\n")


def command_parser(name: str, description: str, examples: Sequence[str] = ()) -> Parser:
    """一条命令的参数解析器；examples 每项是命令名之后的参数，与退出码一起写进帮助末尾。"""
    prog = f"{ENTRY} {name}"
    lines = [f"  {prog} {example}".rstrip() for example in examples]
    epilog = "\n".join([*(["例子：", *lines, ""] if lines else []), EXIT_CODES])
    return Parser(prog=prog, description=description, epilog=epilog)


def existing_folder(text: str) -> Path:
    """参数类型：一个已经存在的文件夹，返回绝对路径。"""
    path = Path(text).resolve()
    if not path.is_dir():
        raise argparse.ArgumentTypeError(f"没有这个文件夹：{text}")
    return path


def file_to_write(text: str) -> Path:
    """参数类型：要写的文件；写成文件夹的不收。"""
    path = Path(text)
    if path.is_dir():
        raise argparse.ArgumentTypeError(f"{text} 是一个文件夹，后面还要写文件名")
    return path


def case_count(text: str) -> int:
    """参数类型：件数，大于零的整数。"""
    if text.isascii() and text.isdigit() and int(text) > 0:
        return int(text)
    raise argparse.ArgumentTypeError(f"“{text}”不是件数，要写大于零的整数")


def calendar_date(text: str) -> datetime.date:
    """参数类型：写成“年-月-日”的日期。"""
    try:
        return datetime.date.fromisoformat(text)
    except ValueError:
        message = f"“{text}”不是日期，要写成 2026-11-23 这样"
        raise argparse.ArgumentTypeError(message) from None


def display_width(text: str) -> int:
    """文字在等宽终端里占的格数：汉字和全角标点占两格。"""
    return sum(2 if unicodedata.east_asian_width(char) in "WF" else 1 for char in text)


def wrap(text: str, width: int) -> list[str]:
    """按显示宽度折行，至少返回一行。"""
    lines = [""]
    for char in text:
        if display_width(lines[-1] + char) > width:
            lines.append("")
        lines[-1] += char
    return lines


def use_safe_output() -> None:
    """屏幕编码写不出的字（如 GBK 里没有的字）用问号代替，不让程序出错。"""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # 测试会换成别的东西
            stream.reconfigure(errors="replace")
