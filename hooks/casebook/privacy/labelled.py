"""写明了称呼的证件号、车牌、车架号：先一遍找出称呼，再看后面接的是不是那种号码。

称呼和号码的样子各是一张表；号码短而普通，没有称呼不能算。
"""

import re
from collections.abc import Iterator
from functools import cache

from msgspec import Struct

from .digits import WRITTEN_DATE
from .findings import Finding
from .labels import TIE, UNIT
from .normalize import View
from .vehicles import PROVINCES

_GAP = r"[ \t\-_·./、—|]{0,2}(?:\n[ \t>]*)?"


class Labelled(Struct, frozen=True):
    """一种号码：类别、称呼、号码的样子（都是正则）。"""

    kind: str
    labels: str
    value: str


def _digits(least: int, most: int) -> str:
    return rf"\d(?:{_GAP}\d){{{least - 1},{most - 1}}}"


def _code(letters: str, least: int, most: int) -> str:
    """几个字母加若干位数字，中间允许有分隔。"""
    return rf"(?:{letters})(?:{_GAP}\d){{{least},{most}}}"


def _mixed(least: int, most: int) -> str:
    """字母数字混排，至少三位数字。"""
    return rf"(?=(?:[A-Z]{_GAP}){{0,9}}\d)[0-9A-Z](?:{_GAP}[0-9A-Z]){{{least - 1},{most - 1}}}"


_LETTER = "[A-Z]" + _GAP  # 字母 O、I 在辨认用的文本里已成了数字
_PERMIT = rf"(?:{_code(f'(?:{_LETTER}){{1,3}}', 6, 11)}|{_digits(7, 15)})(?:\([0-9A-Z]\))?"
RULES = (
    Labelled(
        "护照号",
        "护照|passp[o0]rt|旅行证",
        rf"{_code(f'(?:{_LETTER}){{1,3}}', 6, 9)}|{_digits(8, 9)}",
    ),
    Labelled(
        "港澳台身份证号",
        "(?:香港|澳门|台湾)(?:居民|永久性?居民)?身份证",
        rf"(?:{_LETTER}){{0,2}}{_digits(6, 9)}(?:{_GAP}\(?[0-9A]\)?)?",
    ),
    Labelled(
        "居留证件号",
        "永久居留(?:身份)?证|永居证|居留(?:身份)?证件?|居留许可",
        _mixed(8, 18),
    ),
    Labelled(
        "通行证号",
        "(?<!货车)(?<!车辆)通行证|回乡[证卡]|台胞[证卡]|台证|港澳证|来往内地|往来(?:港澳|台湾)|入台证|大通证"
        "|(?:台湾|港澳台?)居民居住证",
        _PERMIT,
    ),
    Labelled(
        "驾驶证号",
        "(?:驾驶证|驾照|行驶证|驾驶人|驾证|驾驶员|准驾)"
        "(?:[^\\d，。；,;:\n]{0,8}?(?:档案编?号?|档编))?",
        rf"{_digits(10, 18)}[Xx]?",
    ),
    Labelled(
        "军人证件号",
        "(?:军官|士兵|义务兵|士官|军士|军人|文职(?:干部|人员)?|警官|退役军人|复[转员]军人|优待|"
        "残疾军人|残军|烈属|烈士|人民警察|离休|退休军人|立功)"
        "(?:身份)?(?:保障卡|优待证|证|(?=[\\u4e00-\\u9fff]?字第))",
        rf"[\u4e00-\u9fff]{{0,3}}(?:\s?\([军士]\)|{_GAP}军)?(?:\s?字{_GAP}第?)?"
        rf"{_GAP}[A-Z]?{_GAP}{_digits(4, 18)}\s?号?",
    ),
    Labelled(
        "社保卡号",
        "(?:社会?保(?:障|险)?|医保)(?:卡|证|编?号|(?:个人)?(?:编号|账号))",
        rf"(?:{_LETTER})?{_digits(8, 19)}[Xx]?",
    ),
    Labelled(
        "证件号",
        "残疾人?证|学籍|低保证|五保证|特困证|结婚证|离婚证|出生(?:医学)?证|准考证|学生证|健康证|(?:从业)?资格证|上岗证",
        rf"(?:{_LETTER}){{0,2}}{_digits(7, 22)}[Xx]?",
    ),
    Labelled(
        "统一社会信用代码",
        "(?:营业执照|工商|执照)(?:的?(?:注册|登记|编))号|(?<!证)注册号",
        rf"{_digits(13, 15)}",
    ),
    Labelled(
        "车牌",
        "车\\s?牌照?|号牌|牌照|牌号|车号(?!牌)|[电摩]动?车(?=[\\u4e00-\\u9fff]{0,2}\\d{6,7}(?!\\d))",
        rf"(?:[{PROVINCES}]{_GAP}|[\u4e00-\u9fff]{{1,2}}(?=(?:{_GAP}\d){{6,7}}(?!\d)))?"
        rf"(?=[^，。；\n]*\d)"
        rf"[0-9A-Z]{_GAP}临?(?:{_GAP}[0-9A-Z]){{4,8}}(?:{_GAP}[挂学警试超领港澳临])?",
    ),
    Labelled(
        "车架号",
        "(?:发动机|车架|电机)号[\\u4e00-\\u9fff]{2,8}(?=[0-9A-Z])|(?:车架|车辆识别|识别代|大架|(?<![A-Z])VIN|发动机|电动?机(?=编?号)|打刻号)"
        "(?:识别|代?[码号]|拓印)*",
        _mixed(6, 18),
    ),
)
# 一遍找出全部称呼；每条规则的样子到用时才编译，启动不必等。
_LABEL = re.compile(
    "(?=[残学低五特结离出准健从资上护pP旅香澳台永居通回港来往入大驾行准军士义文警退复立优残离烈人社医营工执注车号牌电摩识发打vV])(?:"
    + "|".join(f"(?P<r{i}>{rule.labels})" for i, rule in enumerate(RULES))
    + ")",
    re.IGNORECASE,
)
_NOT_DIGIT = re.compile(r"[^0-9A-Z]")


@cache
def _value(index: int) -> re.Pattern[str]:
    return re.compile(rf"{TIE}(?P<value>{RULES[index].value})(?![0-9A-Za-z])", re.IGNORECASE)


def find_labelled(view: View) -> Iterator[Finding]:
    """称呼后面的号码；写的是日期或数量时不算。"""
    for label in _LABEL.finditer(view.text):
        index = int(str(label.lastgroup)[1:])
        match = _value(index).match(view.digits, label.end())
        if match and not _is_amount(match, view):
            kind = RULES[index].kind
            yield Finding(
                *match.span("value"), kind, f"写在{kind.removesuffix('号')}之类称呼后面的号码。"
            )


def _is_amount(match: re.Match[str], view: View) -> bool:
    """纯数字，而且是日期，或者后面跟着单位。"""
    value = _NOT_DIGIT.sub("", match["value"].upper())
    if not value.isdigit():
        return False
    return bool(WRITTEN_DATE.fullmatch(value) or UNIT.match(view.text, match.end()))
