"""常用字的读音：别的都没找到时，照读音再认一遍（“烧杰杆”也找得到烧秸秆）。"""

from functools import cache

LEVEL_ONE = range(0xB0, 0xD8)
"""GB 2312 一级汉字（3,755 个常用字）的区。"""


@cache
def sound_table() -> str:
    """“a啊阿 ai埃挨……”：每个读音后面是读这个音的字，按读音排。"""
    from pypinyin import lazy_pinyin  # 词表大，用到才装

    by_sound: dict[str, list[str]] = {}
    for letter in _common_letters():
        by_sound.setdefault(lazy_pinyin(letter)[0], []).append(letter)
    return " ".join(f"{sound}{''.join(by_sound[sound])}" for sound in sorted(by_sound))


def _common_letters() -> str:
    codes = (bytes((row, cell)) for row in LEVEL_ONE for cell in range(0xA1, 0xFF))
    return b"".join(codes).decode("gb2312", "ignore")
