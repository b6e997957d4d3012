"""变着样子写的姓名：拼音、逐字隔开、折行、“姓徐，名叫立本”，以及带“氏”的。"""

import re
from collections.abc import Iterator
from functools import cache

from .findings import Finding
from .human_acts import act_at
from .name_tables import common_surnames, given_costs, surname_costs
from .party import LABEL
from .wordlike import is_told

_HAN = "\u4e00-\u9fff"
_SEPARATORS = r"·.\-_•"
# 常见姓氏的拼音；名字是一到三个拼得通的音节。
_PINYIN_SURNAMES = (
    "wang|li|zhang|liu|chen|yang|zhao|huang|zhou|wu|xu|sun|hu|zhu|gao|lin|he|guo|ma|luo|liang|song|zheng|"
    "xie|han|tang|feng|yu|dong|xiao|cheng|cao|yuan|deng|fu|shen|zeng|peng|lv|lyu|su|lu|jiang|cai|jia|ding|"
    "wei|xue|ye|yan|pan|du|dai|xia|zhong|tian|ren|fan|fang|shi|yao|tan|liao|zou|xiong|jin|hao|kong|bai|"
    "cui|kang|mao|qiu|qin|gu|hou|shao|meng|long|wan|duan|qian|yin|li|yi|chang|qiao|lai|gong|wen|ouyang"
)
_SYLLABLE = (
    "(?:[bpmfdtnlgkhjqxrzcsyw]|[zcs]h)"
    "(?:iang|iong|uang|ang|eng|ing|ong|ian|iao|uai|uan|van|an|en|in|un|vn|ai|ei|ui|ao|ou|iu|ie|ue|ve|"
    "ia|ua|uo|er|a|o|e|i|u|v)|(?:ang?|en|ai|ao|ou|er)"
)
_PINYIN = re.compile(
    rf"(?:{_PINYIN_SURNAMES})[ ·\-]{{1,2}}(?:{_SYLLABLE})(?:[' -]?(?:{_SYLLABLE})){{0,2}}",
    re.IGNORECASE,
)
_CAPITALISED = re.compile(
    r"(?<![A-Za-z@/._-])[A-Z][A-Za-z]{1,7}[ ·\-]{1,2}[A-Z][A-Za-z'-]{0,11}"
    r"(?: (?:[A-Z]?[a-z]{1,5})(?![A-Za-z]))?(?![A-Za-z@._/-])"
)
_HAN_NEAR = re.compile(rf"[{_HAN}][ ,:;(“\"、]{{0,2}}\Z")
_SPOKEN = re.compile(
    rf"姓(?P<surname>[{_HAN}]{{1,2}}),?(?:大名|全名|本名|名字|单名|名)(?:叫做|叫|是|为)?一?个?"
    rf"[“\"]?(?P<given>(?!谁|什么|啥)[{_HAN}]{{1,2}}?)[”\"]?(?=字|[,。;、!?)\s”\"]|$)"
)
_VIETNAMESE = re.compile(rf"[阮黎裴范潘武邓吴陈]氏(?P<given>[{_HAN}]{{1,2}})")
_FAMILY = re.compile("[兄弟姐妹夫妇妻子父母家宗祠族之的在称说与和及]")
_LABEL_BEFORE = re.compile(rf"(?:{LABEL.pattern})\Z")
_LABEL_REACH = 10
_ENDS = frozenset("\n ,。:;、!?”\"')]|/*于在的")


def _is_closed(text: str, at: int) -> bool:
    """姓名到此为止：到头了、有停顿，或者后面是人做的事。"""
    return at >= len(text) or text[at] in _ENDS or act_at(text, at) != "" or is_told(text, at)


def find_disguised_names(text: str) -> Iterator[Finding]:
    """逐一试各种写法；每一种都要两边对得上才算。"""
    yield from _find_pinyin(text)
    for match in _SPOKEN.finditer(text):
        yield Finding(match.start("surname"), match.end("given"), "姓名", "姓和名分开说的姓名。")
    yield from _find_split(text)
    yield from _find_clan(text)


def _find_pinyin(text: str) -> Iterator[Finding]:
    """拼音写的姓名：姓和名各大写开头，旁边是汉字。"""
    for match in _CAPITALISED.finditer(text):
        if not _PINYIN.fullmatch(match.group()):
            continue
        beside = _HAN_NEAR.search(text, max(0, match.start() - 3), match.start())
        after = text[match.end() : match.end() + 1]
        if beside or "\u4e00" <= after <= "\u9fff":
            yield Finding(*match.span(), "姓名", "拼音写的姓名。")


def _find_split(text: str) -> Iterator[Finding]:
    """逐字隔开的（赵·德·胜）、折在两行的（仉福换行田）：姓氏和名字用字都要对得上。"""
    given = given_costs()
    for match in _dotted().finditer(text):
        letters = [c for c in match.group()[1:] if c not in _SEPARATORS]
        if all(c in given for c in letters) and (len(letters) > 1 or _is_closed(text, match.end())):
            yield Finding(*match.span(), "姓名", "逐字隔开的姓名。")
    for match in _broken().finditer(text):
        letters = [c for c in match.group()[1:] if not c.isspace()]
        start, end = match.span()
        opened = text[start - 1 : start] in ("", "\n") or _LABEL_BEFORE.search(
            text, max(0, start - _LABEL_REACH), start
        )
        if opened and all(c in given for c in letters) and _is_closed(text, end):
            yield Finding(start, end, "姓名", "折在两行的姓名。")


@cache
def _dotted() -> re.Pattern[str]:
    surname = f"(?<![{_HAN}·])[{common_surnames()}]"
    return re.compile(
        rf"{surname}(?P<sep>[{_SEPARATORS}])[{_HAN}](?:(?P=sep)[{_HAN}])?(?![·{_SEPARATORS}])"
    )


@cache
def _broken() -> re.Pattern[str]:
    single = "".join(sorted(name for name in surname_costs() if len(name) == 1))
    return re.compile(rf"[{single}](?:[{_HAN}][ \t]*\n[ \t]*|[ \t]*\n[ \t]*[{_HAN}][ \t]?)[{_HAN}]")


@cache
def _clan() -> re.Pattern[str]:
    return re.compile(rf"[{common_surnames()}]{{2}}氏(?![族家兄姐夫祠])")


def _find_clan(text: str) -> Iterator[Finding]:
    """带“氏”的姓名：冯刘氏、阮氏秋。"""
    if "氏" not in text:
        return
    for match in _clan().finditer(text):
        yield Finding(*match.span(), "姓名", "夫姓连着本姓的称呼。")
    for match in _VIETNAMESE.finditer(text):
        given = match["given"]
        if _FAMILY.match(given):
            continue
        single = _is_closed(text, match.start("given") + 1)
        end = match.start("given") + 1 if single else match.end()
        yield Finding(match.start(), end, "姓名", "带“氏”的姓名。")
