"""精确的经纬度：小数的、度分秒的、成对的、带方位字母的。只到小数后一位的是一大片，不算。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .labels import TIE
from .normalize import View

# 我国的经度在 73 到 135 之间，纬度在 3 到 54 之间。辨认用的文本里字母 l、O 已换成数字。
_EAST = r"(?:7[3-9]|[89]\d|1[0-2]\d|13[0-5])"
_NORTH = r"(?:[1-4]\d|5[0-3])"
_POINT = r"\s?[.。点·]\s?"
_LONGITUDE = rf"{_EAST}{_POINT}\d{{3,}}\s?[°度]?\s?[Ee]?"
_LATITUDE = rf"{_NORTH}{_POINT}\d{{3,}}\s?[°度]?\s?[Nn]?"
_LATIN = r"1at(?:1?i?tude)?|1[o0]n(?:g1?i?tude)?|1ng"
_NAME = rf"(?:东经|北纬|[经纬]度|{_LATIN}|[NEXYneXYxy])"
_BETWEEN = rf"[\s,，;；/、|和>]{{0,3}}{_NAME}?[\s,，;；/、|和>:=为是]{{0,4}}(?<!\d)"
_PAIR = re.compile(
    rf"(?<![\d.])(?:{_LONGITUDE}{_BETWEEN}{_LATITUDE}|{_LATITUDE}{_BETWEEN}{_LONGITUDE})(?![\d.])"
)
_SIDED = re.compile(
    rf"(?<![\d.])(?:{_EAST}\.\d{{2,}}\s?°?\s?[Ee]|{_NORTH}\.\d{{3,}}\s?°\s?[Nn])(?![0-9A-Za-z])"
)
_TENS = r"(?:\d[\d百十拾零]{0,6}|[百十拾]\d?)"
_SECONDS = r"(?:[\"″秒”]|''|′′)"
_ARC = rf"{_TENS}\s?[°度]\s?{_TENS}(?:\.\d+)?\s?['′分’]\s?(?:{_TENS}(?:[.点]\d+)?\s?{_SECONDS}?)?"
_LABELLED = re.compile(
    rf"(?=[东北经纬1EeNn])(?:东经|北纬|经度|纬度|{_LATIN}|(?<![A-Za-z])[ENen](?!0)){TIE}"
    rf"(?P<value>\d{{1,3}}{_POINT}\d{{3,}}\s?°?|{_TENS}{_POINT}\d{{3,}}"
    rf"|{_TENS}\s?[°度]\s?\d{{1,2}}\.\d{{3,}}|{_ARC}"
    r"|\d{1,3}\s?[\- :]\s?\d{1,2}\s?[\- :]\s?\d{1,2}(?:\.\d+)?)(?![\d年月日-])"
)
# 度分秒俱全、度数在我国范围里的，没有东经北纬也认得；测量的夹角除外。
_BARE_ARC = re.compile(
    rf"(?<![\d角偏倾坡转斜])(?:{_EAST}|{_NORTH})\s?[°度]\s?\d{{1,2}}\s?['′分’]\s?\d{{1,2}}(?:\.\d+)?\s?{_SECONDS}?\s?[NESWnesw]?(?![A-Za-z0-9])"
)
_DECIMAL_ARC = re.compile(
    rf"(?<![\d角偏倾坡转斜])(?:{_EAST}|{_NORTH})\s?[°度]\s?\d{{1,2}}\.\d{{2,}}\s?['′分’]\s?[NESWnesw]?(?![A-Za-z0-9])"
)
_ANGLE = re.compile(r"[角偏倾坡转斜拐弯][度角差为约是:\s]{0,4}$")
# 大地坐标：纵坐标七位，横坐标六位或者带号的八位，单位米。
_NORTHING, _EASTING = r"[2-5]\d{6}\.\d{1,4}", r"(?:[1-4]\d)?[3-7]\d{5}\.\d{1,4}"
_GRID = re.compile(
    rf"(?<![\d.])(?:[XxNn]\s?[=:]?\s?)?{_NORTHING}\s?[,，;；、/\s]{{1,3}}(?:[YyEe]\s?[=:]?\s?)?{_EASTING}(?![\d.])"
    rf"|(?<![\d.])[YyEe]\s?[=:]\s?{_EASTING}\s?[,，;；、/\s]{{1,3}}[XxNn]\s?[=:]\s?{_NORTHING}(?![\d.])"
)
_MAY_HOLD = re.compile(
    r"\d\s?[.。点·]\s?\d\s?\d|[\d十百拾]\s?[°度]\s?[\d十百拾]"
    r"|[经纬度ENen]\D{0,8}\d{1,3}\s?[\- :]\s?\d\d"
)


def find_coordinates(view: View) -> Iterator[Finding]:
    """精确的经纬度。"""
    text = view.digits
    if not _MAY_HOLD.search(text):
        return
    for match in _PAIR.finditer(text):
        yield Finding(match.start(), match.end(), "经纬度", "是一对精确的经纬度。")
    for match in _GRID.finditer(text):
        yield Finding(match.start(), match.end(), "经纬度", "是一对大地坐标，精确到米以内。")
    for match in _LABELLED.finditer(text):
        yield Finding(*match.span("value"), "经纬度", "是精确的经度或纬度。")
    for pattern in (_SIDED, _BARE_ARC, _DECIMAL_ARC):
        for match in pattern.finditer(text):
            if not _ANGLE.search(text, max(0, match.start() - 6), match.start()):
                yield Finding(match.start(), match.end(), "经纬度", "是精确的经度或纬度。")
