"""护照、通行证、驾驶证与军人证件：号码短而普通，所以大多要有称呼才算。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .labels import SAID
from .normalize import View

_TIE = (
    rf"(?:号码|编号|证号|号|证)*{SAID}[\s:,，=为是“\"'(]{{0,9}}(?:号码|编号|证号|号)?"
    rf"{SAID}[\s:=为是“\"'(]{{0,4}}"
)
_CODE_GAP = r"[ \-_·./、—]{0,2}(?:\n[ \t>]*)?"


def _labelled(words: str, value: str) -> re.Pattern[str]:
    return re.compile(rf"(?:{words}){_TIE}(?P<value>{value})(?![0-9A-Za-z])", re.IGNORECASE)


def _code(letters: str, least: int, most: int) -> str:
    """一到几个字母加若干位数字，中间允许有分隔。"""
    return rf"(?:{letters})(?:{_CODE_GAP}\d){{{least},{most}}}"


_RULES = (
    ("护照号", _labelled("护照|passp[o01]rt|旅行证", _code("[A-Z]{1,2}" + _CODE_GAP, 6, 9))),
    (
        "通行证号",
        _labelled(
            "通行证|回乡证|台胞证|台证|港澳证|来往内地|往来(?:港澳|台湾)|入台证|居留身份?证|居留证",
            rf"{_code('[A-Z]{0,3}' + _CODE_GAP, 7, 15)}(?:\([0-9A-Z]\))?",
        ),
    ),
    ("港澳台身份证号", re.compile(r"(?<![0-9A-Za-z])(?P<value>[A-Z]{1,2}\d{6}\([0-9A]\))")),
    (
        "港澳台身份证号",
        _labelled(
            "(?:香港|澳门|台湾)(?:居民|永久性?居民)?身份证", r"[A-Z]{0,2}\d{6,9}(?:\([0-9A]\))?"
        ),
    ),
    (
        "驾驶证号",
        _labelled(
            "(?:驾驶证|驾照|行驶证|驾驶人|机动车|驾证|驾驶员|准驾)[^\\d，。；\n]{0,8}(?:档案|档编|证|编)|驾驶证|驾照|行驶证",
            rf"\d(?:{_CODE_GAP}\d){{9,17}}[Xx]?",
        ),
    ),
    # 驾驶证档案编号十二位，以省份代码开头；第七位起是年份的是案卷的档案号。
    (
        "驾驶证号",
        re.compile(
            rf"(?:档案编?号|档编|档号){SAID}[\s:=为是“\"'(]{{0,5}}"
            rf"(?P<value>(?=[1-6]\D{{0,2}}[1-7])\d(?:{_CODE_GAP}\d){{5}}(?!20[012])"
            rf"(?:{_CODE_GAP}\d){{6}})(?!\d)"
        ),
    ),
    (
        "军人证件号",
        _labelled(
            "(?:军官|士兵|士官|军人|文职人员|文职|警官|退役军人|优待|残疾军人|离休|退休军人)(?:身份)?证?(?:证件)?",
            r"[\u4e00-\u9fff]{0,3}(?:\s?字\s?第?)?(?:[\s\-_·.]{0,2}\d){5,12}\s?号?",
        ),
    ),
    (
        "军人证件号",
        re.compile(
            r"(?P<value>[军士海空政后装参武北南东西中沈济兰广成]字第(?:[\-_·.]{0,2}\d){5,10}号)(?!令|文)"
        ),
    ),
)

# 号码写在前面：持E12345678号护照。
_BEFORE = (
    (
        "护照号",
        re.compile(
            r"(?<![0-9A-Za-z])(?P<value>[A-Z]{1,2}(?:[ \-·.]?\d){7,8})"
            r"[\s)”]{0,2}(?:号|的|号的)?(?:护照|旅行证)"
        ),
    ),
    (
        "通行证号",
        re.compile(
            r"(?<![0-9A-Za-z])(?P<value>[A-Z]?(?:[ \-·.]?\d){8,10})[\s)”]{0,2}(?:号|的|号的)"
            r"(?:通行证|回乡证|台胞证|港澳)"
        ),
    ),
)
_NUMBERED = re.compile("[号的](?:护照|旅行证|通行证|回乡证|台胞证|港澳)")


def find_papers(view: View) -> Iterator[Finding]:
    """护照、港澳台证件、驾驶证、军人证件的号码。"""
    rules = (*_RULES, *_BEFORE) if _NUMBERED.search(view.text) else _RULES
    for kind, pattern in rules:
        for match in pattern.finditer(view.digits):
            yield Finding(*match.span("value"), kind, f"写在{kind[:-1]}之类称呼后面的号码。")
