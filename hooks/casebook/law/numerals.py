"""条、款、项里的数：中文数字、阿拉伯数字互转。换算交给 cn2an，读不准的一律不收。"""

import unicodedata
from functools import lru_cache

NUMERAL = "[0-9０-９零〇一二两三四五六七八九十百千]+"
LARGEST = 9999
_POSITIONAL = str.maketrans("0123456789", "零一二三四五六七八九")


@lru_cache(maxsize=4096)
def write_numeral(number: int) -> str:
    """119 写成“一百一十九”，10 写成“十”。"""
    from cn2an import an2cn  # type: ignore[import-untyped]  # 导入要 0.2 秒，用到才导入

    return str(an2cn(number, "low"))


@lru_cache(maxsize=4096)
def read_numeral(text: str) -> int | None:
    """“一百一十九”“一百十九”“一一九”“119”都是 119；读不准的（“一百一”“十百”）为 None。

    cn2an 会把“一百一”读成 110、“零一”读成 1，所以读出来再写回去，对得上才收。
    """
    plain = unicodedata.normalize("NFKC", text).replace("〇", "零").replace("两", "二")
    if plain.isdigit():
        number = int(plain)
        return number if 0 < number <= LARGEST and plain == str(number) else None
    from cn2an import cn2an

    try:
        number = int(cn2an(plain, "normal"))
    except ValueError:
        return None
    if not 0 < number <= LARGEST:
        return None
    spellings = {_drop_one(write_numeral(number)), str(number).translate(_POSITIONAL)}
    return number if _drop_one(plain) in spellings else None


def _drop_one(text: str) -> str:
    """“一十”与“十”不加区别。"""
    return text.replace("一十", "十")
