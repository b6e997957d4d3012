"""一条规矩：名字、凭据、说明，和逐处指出毛病的函数。

凭据：O 腾讯公布的检测规范与接口文档；C 在二十四篇已发布正文里数出来的；M 同类工具的维护者与议题；
T 自己试出来的。
"""

from collections.abc import Callable, Iterator
from typing import Literal

from msgspec import Struct

from casebook.channels.markup import Document

Evidence = Literal["O", "C", "M", "T"]
Check = Callable[[Document], Iterator[str]]


class WechatRule(Struct, frozen=True):
    """公众号正文的一条规矩；`whole` 的要看整篇，其余一块一块地查，块里的文字只当有没有。"""

    name: str
    evidence: Evidence
    wording: str
    check: Check
    whole: bool


def rule(evidence: Evidence, wording: str, *, whole: bool = False) -> Callable[[Check], WechatRule]:
    """把一个检查函数做成规矩；名字就是函数名。"""
    return lambda check: WechatRule(check.__name__, evidence, wording, check, whole)
