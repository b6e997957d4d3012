"""同一条真实信息换了写法（全角、夹空格、汉字数码、换行）仍写成同样的字，位置能换回原文。

姓名只略去空白与间隔号，标点两边的字不会连成一个名字；号码和门牌地址连标点也略去。
"""

from collections.abc import Sequence
from typing import TYPE_CHECKING

from msgspec import Struct

if TYPE_CHECKING:
    from casebook.privacy.normalize import View

_BLANK = frozenset(" \t\n\r\v\f\u3000\u00a0·•‧∙⋅・")


class Spelling(Struct, frozen=True):
    """略去不算数的字符以后的文本；第 i 个字符是原文 `starts[i]` 到 `ends[i]`。"""

    text: str
    starts: Sequence[int]
    ends: Sequence[int]


def spell_words(view: "View") -> Spelling:
    """认姓名、单位名称用的写法。"""
    text = view.text
    return _keep(view, text, [at for at, character in enumerate(text) if character not in _BLANK])


def spell_numbers(view: "View") -> Spelling:
    """认号码、门牌地址用的写法：汉字数码与易混字母都成了数字。"""
    text = view.digits
    return _keep(view, text, [at for at, character in enumerate(text) if character.isalnum()])


def has_number(value: str) -> bool:
    """一条信息里有没有数字，决定它按号码还是按文字来认。"""
    from casebook.privacy.normalize import normalize  # 记得台账的才用，启动才快

    return any(character.isdigit() for character in normalize(value).text)


def _keep(view: "View", text: str, kept: list[int]) -> Spelling:
    starts, ends = view.starts, view.ends
    return Spelling(
        "".join([text[at] for at in kept]).upper(),
        [starts[at] for at in kept],
        [ends[at] for at in kept],
    )
