"""车牌与车架号。车牌：GA 36-2018（含新能源号牌）；车架号：GB 16735-2019。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .normalize import View

PROVINCES = "京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼"
_GAP = r"(?:[ \t\-_.·*、/|—]{0,3}(?:\n[ \t>]*)?)"
_TAIL = "0-9A-HJ-NP-Za-hj-np-z〇零一二三四五六七八九幺壹贰叁肆伍陆柒捌玖OoIl"
_PLATE = re.compile(
    rf"[{PROVINCES}]{_GAP}[A-HJ-NP-Za-hj-np-z]{_GAP}(?:临{_GAP})?"
    rf"[{_TAIL}](?:{_GAP}[{_TAIL}]){{3,5}}(?:{_GAP}[挂学警试超领港澳使临])?(?![0-9A-Za-z]|-\d)"
)
_TAIL_FORMS = re.compile(
    r"[0-9A-HJ-NP-Z]{5}|临\d{4,5}|[0-9A-Z]{4,5}[挂学警试超领使]|[0-9A-Z]{4}[港澳]|[0-9A-Z]{4,6}临|[A-HJ-K][0-9A-HJ-NP-Z]\d{4}|\d{5}[A-HJ-K]"
)
_COUNTING = frozenset("一二三四五六七八九")
_ARMED = re.compile(
    rf"(?<![A-Za-z])WJ{_GAP}[\u4e00-\u9fff]?(?:{_GAP}\d){{4,5}}(?:{_GAP}[A-Z])?(?![0-9A-Za-z])"
)
# 没有省份简称的：使馆、电动自行车、临时号牌；近旁要说到车。
_SPECIAL = re.compile(
    rf"(?:(?<=[挂牌为是的号辆车骑驾乘开系得机])|(?<![0-9A-Za-z\u4e00-\u9fff]))(?:[使领](?:{_GAP}\d){{6}}"
    rf"|(?:[{PROVINCES}]?(?:天津|宝坻){_GAP}[A-Z]?|[{PROVINCES}]{_GAP}[A-Z]?临?)(?:{_GAP}\d){{5,7}}"
    rf"|[{PROVINCES}](?:{_GAP}\d){{2}}{_GAP}[A-Z](?:{_GAP}\d){{4}})(?![0-9A-Za-z]|{_GAP}\d)"
)
_CODE_GAP = r"[ \-.·_/]?(?:\n[ \t>]*)?"
_VIN = re.compile(
    rf"(?<![0-9A-Za-z])[0-9A-HJ-NPR-Z](?:{_CODE_GAP}[0-9A-HJ-NPR-Z]){{16}}(?![0-9A-Za-z])"
)
_VEHICLE = re.compile(
    "车(?!间|站|次|库)|号牌|牌照|挂牌|临牌|车牌|[电三]轮|骑行|拖拉机|收割机|农机|铲车|叉车|牌子|行驶证"
)
# 连着六个小写字母是英文词（命令、文件名），不是车架号。
_PROSE = re.compile("[a-z]{6}")
# 国产车的车架号以 L 开头；折了行又不是 L 开头的，多半是上下两行各自的数。
_CHINESE_MADE = "L"
_NOT_FRAMES = ("ISBN", "ISSN", "IMG", "DSC", "VID")
_FILE = re.compile(r"\.(?:jpe?g|png|mp4|mov|avi|heic|pdf|docx?|xlsx?|zip)", re.IGNORECASE)
# 特种设备使用登记证：梯12津A00123(22)。
_EQUIPMENT = re.compile(r"[梯锅容起管索游瓶厂]\d{1,2}$")
_LOWER = re.compile("[a-z]")
_SEPARATORS = re.compile(r"[^0-9A-Z挂学警试超领港澳使临]")


def _is_plate(text: str) -> bool:
    """省份简称、发牌机关代号之后的五位或六位，至少两位是数字。"""
    tail = _SEPARATORS.sub("", text[1:].upper())[1:]
    return bool(_TAIL_FORMS.fullmatch(tail)) and sum(c.isdigit() for c in tail) >= 2


def find_plates(view: View) -> Iterator[Finding]:
    """机动车号牌，含新能源、挂车、教练车、武警，以及写明是车牌的残缺号码。"""
    for match in _PLATE.finditer(view.text):
        start, end = match.span()
        if view.text[end - 1] in _COUNTING and not _is_plate(
            view.text[start] + view.digits[start + 1 : end]
        ):
            end -= 1  # “鲁N62T97一辆”的“一”是数量
        if _is_plate(view.text[start] + view.digits[start + 1 : end]) and not _EQUIPMENT.search(
            view.text, max(0, start - 3), start
        ):
            yield Finding(start, end, "车牌", "是机动车号牌的样子。")
    for match in _ARMED.finditer(view.digits):
        if view.text.endswith("编号", 0, match.start()):
            continue
        yield Finding(match.start(), match.end(), "车牌", "是武警车辆号牌的样子。")
    yield from _find_special(view)


def _find_special(view: View) -> Iterator[Finding]:
    if not _VEHICLE.search(view.text):
        return
    for match in _SPECIAL.finditer(view.digits):
        start, end = match.span()
        if _VEHICLE.search(view.text, max(0, start - 16), end + 16):
            yield Finding(start, end, "车牌", "近旁说到车，是号牌的样子。")


def find_frames(view: View) -> Iterator[Finding]:
    """车架号和发动机号。"""
    for match in _VIN.finditer(view.digits.upper()):
        code = _SEPARATORS.sub("", match.group())
        digits = sum(character.isdigit() for character in code)
        prose = _PROSE.search(view.text, match.start(), match.end())
        pure = len(match.group()) == len(code) or not _LOWER.search(view.text, *match.span())
        if (
            pure
            and ("\n" not in match.group() or code[0] == _CHINESE_MADE)
            and not view.text.startswith(_NOT_FRAMES, match.start())
            and not _FILE.match(view.text, match.end())
            and 5 <= digits <= 15
            and code[-4:].isdigit()
            and not prose
        ):
            yield Finding(match.start(), match.end(), "车架号", "十七位，合车架号的规则。")
