"""与 ruamel.yaml 之间的约定：标量一律是文字，注释、引号、次序都留着，写出时只有一种缩进。"""

import re
from io import StringIO
from typing import Any

from ruamel.yaml import YAML
from ruamel.yaml.comments import CommentedMap
from ruamel.yaml.error import YAMLError
from ruamel.yaml.resolver import VersionedResolver
from ruamel.yaml.scalarstring import LiteralScalarString, SingleQuotedScalarString

from casebook.entries.kinds import UNQUOTED, Kind

Plain = str | list["Plain"] | dict[str, "Plain"] | None
"""去掉位置与注释的内容。"""

_NULL = [("tag:yaml.org,2002:null", re.compile(r"^$"))]
_TYPED = re.compile(
    r"""[-+]?[\d_,]*\.?[\d_]*(?:e[-+]?\d+)?|0[xob][\da-f_]+|[-+]?\.(?:inf|nan)|\.nan
    |\d{4}-\d\d?-\d\d?(?:[Tt\s].*)?|[-+]?\d+(?::[0-5]?\d)+(?:\.\d*)?
    |~|null|true|false|yes|no|on|off|y|n|=|<<""",
    re.IGNORECASE | re.VERBOSE,
)
"""别的 YAML 程序会当成数、日期、真假的文字。"""
_UNPRINTABLE = re.compile(r"[^\n\x20-\x7e\xa0-\ud7ff\ue000-\ufffd\U00010000-\U0010ffff]|\ufeff")


class Unreadable(Exception):
    """这份文字读不成一组“键: 值”，要先照 check 的提示改好。"""


class _TextOnly(VersionedResolver):
    """空着的是空，其余都是文字；`0123`、`no` 都原样。"""

    @property
    def versioned_resolver(self) -> Any:
        return {"": _NULL}


def _yaml() -> YAML:
    yaml = YAML(typ="rt")
    yaml.Resolver = _TextOnly
    yaml.preserve_quotes = True
    yaml.allow_duplicate_keys = False
    yaml.width = 2**20
    yaml.indent(mapping=2, sequence=4, offset=2)
    return yaml


def load(text: str) -> CommentedMap:
    """读成带注释的一组“键: 值”；读不成时抛出 `Unreadable`。"""
    try:
        root = _yaml().load(text)
    except (YAMLError, ValueError, RecursionError) as error:
        raise Unreadable(str(error)) from None
    if not isinstance(root, CommentedMap):
        raise Unreadable("最外层不是“键: 值”")
    return root


def dump(root: CommentedMap) -> str:
    """写成文字。"""
    stream = StringIO()
    _yaml().dump(root, stream)
    return stream.getvalue()


def plain(node: Any) -> Plain:
    """去掉位置与注释，只比较内容用；首尾空白不算内容，空着的算没有。"""
    if isinstance(node, dict):
        return {str(key): plain(value) for key, value in node.items()}
    if isinstance(node, list | tuple):
        return [plain(item) for item in node]
    return None if node is None else tidy_text(str(node)) or None


def _literal(text: str) -> str:
    styled: str = LiteralScalarString(text)
    return styled


def _quoted(text: str) -> str:
    styled: str = SingleQuotedScalarString(text)
    return styled


def tidy_text(text: str) -> str:
    """一段文字收拾干净：换行统一，行尾空白与 YAML 不收的字符去掉，制表符当空格。"""
    unified = text.replace("\r\n", "\n").replace("\r", "\n").replace("\t", " ")
    lines = _UNPRINTABLE.sub("", unified).strip().split("\n")
    return "\n".join(line.rstrip() for line in lines)


def spell(text: str, kind: Kind, *, block: bool = False) -> str:
    """一个标量写成什么样：长文用 |，看着像数或日期的文字加引号，其余不加。

    `block` 表示只有一行也用 |（解读各节、正文）。
    """
    body = tidy_text(text)
    if ("\n" in body or block) and body:
        return _literal(body + "\n")
    if kind not in UNQUOTED and _TYPED.fullmatch(body):
        return _quoted(body)
    return body
