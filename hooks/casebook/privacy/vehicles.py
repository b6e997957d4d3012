"""车牌与车架号。车牌：GA 36-2018（含新能源号牌）；车架号：GB 16735-2019。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .labels import SAID
from .normalize import View

_PROVINCE = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_GAP = r"(?:[ \t\-_.·*、/|—]{0,2}(?:\n[ \t>]*)?)"
_TAIL = "0-9A-HJ-NP-Za-hj-np-z〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖OoIl"
_PLATE = re.compile(
    rf"[{_PROVINCE}]{_GAP}[A-HJ-NP-Za-hj-np-z]{_GAP}"
    rf"[{_TAIL}](?:{_GAP}[{_TAIL}]){{3,5}}(?:{_GAP}[挂学警试超领港澳临])?(?![0-9A-Za-z]|-\d)"
)
_TAIL_FORMS = re.compile(
    r"[0-9A-HJ-NP-Z]{5}|\d{4}[挂学警试超领]|[0-9A-Z]{4}[港澳]|[A-HJ-K][0-9A-HJ-NP-Z]\d{4}|\d{5}[A-HJ-K]"
)
_ARMED = re.compile(r"(?<![A-Za-z])WJ[·\- ]?[\u4e00-\u9fff]?[·\- ]?\d{4,5}[A-Z]?(?![0-9A-Za-z])")
_LABELLED = re.compile(
    r"(?:车\s?牌(?:照)?|号牌|牌照|牌号|车号|车辆号牌)(?:号码|号|码)?"
    rf"{SAID}[\s:=为是“\"'(]{{0,9}}(?P<value>[\u4e00-\u9fff]?(?=[^，。；\n]*\d)[0-9A-Z](?:{_GAP}[0-9A-Z]){{3,7}})(?![0-9A-Z])"
)
_CODE_GAP = r"[ \-.·_/]?(?:\n[ \t>]*)?"
_VIN = re.compile(
    rf"(?<![0-9A-Za-z])[0-9A-HJ-NPR-Z](?:{_CODE_GAP}[0-9A-HJ-NPR-Z]){{16}}(?![0-9A-Za-z])"
)
_FRAME = re.compile(
    rf"(?:车架|车辆识别|识别代|VIN|发动机|大架)(?:代码|代号|号码|号|码)*{SAID}[\s:=为是“\"'(]{{0,9}}"
    rf"(?P<value>(?=[0-9A-Z\-\s.·_]*\d)[0-9A-Z](?:{_CODE_GAP}[0-9A-Z]){{5,17}})(?![0-9A-Za-z])",
    re.IGNORECASE,
)
# 连着六个小写字母是英文词（命令、文件名），不是车架号。
_PROSE = re.compile("[a-z]{6}")
_LOWER = re.compile("[a-z]")
_SEPARATORS = re.compile(r"[^0-9A-Z挂学警试超领港澳]")


def _is_plate(text: str) -> bool:
    """省份简称、发牌机关代号之后的五位或六位，至少两位是数字。"""
    tail = _SEPARATORS.sub("", text[1:].upper())[1:]
    return bool(_TAIL_FORMS.fullmatch(tail)) and sum(c.isdigit() for c in tail) >= 2


def find_plates(view: View) -> Iterator[Finding]:
    """机动车号牌，含新能源、挂车、教练车、武警，以及写明是车牌的残缺号码。"""
    for match in _PLATE.finditer(view.text):
        start, end = match.span()
        if _is_plate(view.text[start] + view.digits[start + 1 : end]):
            yield Finding(start, end, "车牌", "是机动车号牌的样子。")
    for match in _ARMED.finditer(view.text):
        yield Finding(match.start(), match.end(), "车牌", "是武警车辆号牌的样子。")
    for match in _LABELLED.finditer(view.digits):
        yield Finding(*match.span("value"), "车牌", "写在车牌、号牌之类称呼后面。")


def find_frames(view: View) -> Iterator[Finding]:
    """车架号和发动机号。"""
    for match in _VIN.finditer(view.digits.upper()):
        code = _SEPARATORS.sub("", match.group())
        digits = sum(character.isdigit() for character in code)
        prose = _PROSE.search(view.text, match.start(), match.end())
        pure = len(match.group()) == len(code) or not _LOWER.search(view.text, *match.span())
        if (
            pure
            and not view.text.startswith(("ISBN", "ISSN"), match.start())
            and 5 <= digits <= 15
            and code[-4:].isdigit()
            and not prose
        ):
            yield Finding(match.start(), match.end(), "车架号", "十七位，合车架号的规则。")
    for match in _FRAME.finditer(view.text):
        yield Finding(*match.span("value"), "车架号", "写在车架号、发动机号之类称呼后面。")
