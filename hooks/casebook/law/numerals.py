"""条、款、项里的数：中文数字、阿拉伯数字互转；读不准的一律不收。

条号只到四位数，几行就够；cn2an 导入要 0.2 秒，每条命令都等不起，只在读金额时用。
"""

import re
import unicodedata
from functools import lru_cache

NUMERAL = "[0-9０-９零〇一二两三四五六七八九十百千]+"
LARGEST = 9999
_DIGITS = "零一二三四五六七八九"
_POSITIONAL = str.maketrans("0123456789", _DIGITS)
_WEIGHTS = ((1000, "千"), (100, "百"), (10, "十"), (1, ""))
_SPOKEN = re.compile("零?".join(f"(?:([{_DIGITS}]?){unit})?" for _, unit in _WEIGHTS))


@lru_cache(maxsize=4096)
def write_numeral(number: int) -> str:
    """119 写成“一百一十九”，10 写成“十”，1005 写成“一千零五”；0 到 9999，此外抛出 ValueError。"""
    if not 0 <= number <= LARGEST:
        raise ValueError(f"只写 0 到 {LARGEST}：{number}")
    written = ""
    for weight, unit in _WEIGHTS:
        digit = number // weight % 10
        written += f"{_DIGITS[digit]}{unit}" if digit else "零"
    shortened = re.sub("零+", "零", written).strip("零") or "零"
    return shortened[1:] if shortened.startswith("一十") else shortened


@lru_cache(maxsize=4096)
def read_numeral(text: str) -> int | None:
    """“一百一十九”“一百十九”“一一九”“119”都是 119；读不准的（“一百一”“十百”）为 None。

    “一百一”会读成 101，所以读出来再写回去，对得上才收。
    """
    plain = unicodedata.normalize("NFKC", text).replace("〇", "零").replace("两", "二")
    if plain.isdigit():
        number = int(plain)
        return number if 0 < number <= LARGEST and plain == str(number) else None
    number = _read_spoken(plain) or _read_positional(plain)
    if not 0 < number <= LARGEST:
        return None
    spellings = {_drop_one(write_numeral(number)), str(number).translate(_POSITIONAL)}
    return number if _drop_one(plain) in spellings else None


def _read_spoken(plain: str) -> int:
    """照“几千几百几十几”读，没有写几的当一；读不成为 0。"""
    match = _SPOKEN.fullmatch(plain)
    if match is None:
        return 0
    pairs = zip(match.groups(), _WEIGHTS, strict=True)
    return sum(
        weight * (_DIGITS.index(digit) if digit else unit != "")
        for digit, (weight, unit) in pairs
        if digit is not None
    )


def _read_positional(plain: str) -> int:
    """“一一九”逐字读；有别的字为 0。"""
    digits = [_DIGITS.find(letter) for letter in plain]
    return 0 if not digits or min(digits) < 0 else int("".join(map(str, digits)))


def _drop_one(text: str) -> str:
    """“一十”与“十”不加区别。"""
    return text.replace("一十", "十")
