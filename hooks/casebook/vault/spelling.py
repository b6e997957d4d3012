"""同一条真实信息换了写法（全角、夹空格、汉字数码、换行）仍写成同样的字，位置能换回原文。

姓名只略去空白与间隔号，标点两边的字不会连成一个名字；号码和门牌地址连标点也略去。
"""

import re
from dataclasses import dataclass

from casebook.privacy.normalize import View, normalize

_BLANK = re.compile(r"[^\s·•‧∙⋅・]")
_LETTER_OR_DIGIT = re.compile(r"[^\W_]")


@dataclass(frozen=True, slots=True)
class Spelling:
    """略去不算数的字符以后的文本；第 i 个字符是原文 `starts[i]` 到 `ends[i]`。"""

    text: str
    starts: tuple[int, ...]
    ends: tuple[int, ...]


def spell_words(view: View) -> Spelling:
    """认姓名、单位名称用的写法。"""
    return _keep(view, view.text, _BLANK)


def spell_numbers(view: View) -> Spelling:
    """认号码、门牌地址用的写法：汉字数码与易混字母都成了数字。"""
    return _keep(view, view.digits, _LETTER_OR_DIGIT)


def has_number(value: str) -> bool:
    """一条信息里有没有数字，决定它按号码还是按文字来认。"""
    return any(character.isdigit() for character in normalize(value).text)


def _keep(view: View, text: str, wanted: re.Pattern[str]) -> Spelling:
    kept = [match.start() for match in wanted.finditer(text)]
    return Spelling(
        "".join([text[index] for index in kept]).upper(),
        tuple([view.starts[index] for index in kept]),
        tuple([view.ends[index] for index in kept]),
    )
