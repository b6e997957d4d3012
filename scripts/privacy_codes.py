"""各种制式的证件号、车牌、账号、住址、坐标、生日，照样子现造；补 privacy_numbers 之不足。

样子里 # 是数字，@ 是字母，[甲|乙] 任选其一，<1-30> 是范围里的整数，
<lon4> <lat4> 是四位小数的经纬度。
"""

import random
import re
from functools import partial

from privacy_numbers import (
    Maker,
    bank_card,
    credit_code,
    digits,
    email,
    frame_number,
    green_plate,
    landline,
    mobile,
    old_resident_id,
    plate,
    resident_id,
)

_LETTERS = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_LONGITUDE, _LATITUDE = (85, 125), (20, 48)
_CHOICE, _RANGE = re.compile(r"\[([^\[\]]*)\]"), re.compile(r"<(\d+)-(\d+)>")
_DEGREES = re.compile(r"<(lon|lat)(\d)>")

_PROVINCE = "[京|津|沪|冀|豫|辽|鲁|苏|浙|粤|川|陕]"
_PLATE_END = f"{_PROVINCE}[A|B|C|D|E]"
_VILLAGE = "[石门坎村|东渡村|杏花营村|柳各庄村|南崖子村|前屯]"
_ESTATE = "[锦屏花园|安居苑|福临家园|和谐小区|滨河里|翠竹园]"
_ROOM = "<1-18>0<1-4>"
_HANZI = "[一|二|三|四|五|六|七|八|九]"
_ARC = "[{0}°{1}′{1}″|{0}°{1}'{1}\"|{0}度{1}分{1}秒]"
_EAST, _NORTH = (_ARC.format(degrees, "<10-59>") for degrees in ("<85-125>", "<20-48>"))
_LON, _LAT = "<lon5>", "<lat5>"

PATTERNS: dict[str, tuple[str, ...]] = {
    # E、G、D、S、P，E 加字母的新版，公务、外交，外国
    "passport": (
        *("[E|G|D|S|P]########", "E[A|B|C|D|E|F|G|H|J|K]#######", "[SE|DE|PE]#######"),
        *("[C|N|K|M|R|T|A|B]########", "@@#######", "1########"),
    ),
    "mainland_permit": ("[H|M]########", "[H|M]##########"),
    "hong_kong_permit": ("[C|W|CA|CF]########",),
    "taiwan_permit": ("0#######", "L########", "T########", "0#########"),
    "hong_kong_id": ("[A|B|C|D|G|K|P|R|V|Z]######([0|3|5|7|9|A])",),
    "residence_card": ("@@@############",),
    "licence_file": ("[1201|1310|4307|5113]0[0|1|3|4|5|6|7|8|9]######",),
    "soldier": ("[军|士|海|空|武|参|南|北|文|政]字第[######|#######|########]号",),
    "soldier_digits": ("[7|8|9]######", "[3|4|5]#######", "[7|8|9]#########"),
    "extension": ("[022|010|021]-[2|5|6|8]#######[转|-| 转 ]###",),
    "local_line": ("[3|5|6|8]#######",),
    "qq": ("[1|2|3|5|7|9]#####", "[1|2|3|5|7|9]########", "[1|2|3]#########"),
    "account": ("[1|2|3|5|8]#########", "[1|2|3|5|8]##############", "[2|3|5]################"),
    "social_card": ("[3|4|5|7|9]########", "[3|4|5|7|9]#########", "[3|4|5|7|9]##############"),
    "old_registration": ("[1201156|1310246]########",),
    "special_plate": (f"{_PLATE_END}####[学|领|港|澳]",),
    "trailer_plate": (f"{_PLATE_END}####挂",),
    "police_plate": (
        *(f"{_PLATE_END}####警", f"WJ{_PROVINCE}#####", "使######", f"{_PLATE_END}临####"),
    ),
    "bicycle_plate": ("天津#######", "宝坻######", "津######", "冀#######", "[A|B|C|D]######"),
    "engine": ("@######", "@@########", "[1|4|6]######", "@@@#######"),
    "masked_id": ("[120115|370102|131024]19[5|6|7|8][1|4|8]0[2|5|9]1#****",),
    "group_home": (f"{_VILLAGE}[<1-9>|{_HANZI}|第{_HANZI}][组|队|社]<1-130>号",),
    "row_home": (f"{_VILLAGE}<1-9>区<1-20>排<1-20>号",),
    "flat": (f"{_ESTATE}<1-30>[号楼|栋|幢|座|＃楼|＃]<1-5>[单元|门]{_ROOM}[室||号|户]",),
    "flat_short": (f"{_ESTATE}<1-30>-<1-5>-{_ROOM}",),
    "lane_home": (f"[豆腐巷|幸福胡同|井沿街|南门里][<1-99>|{_HANZI}十{_HANZI}]号[院||附2号]",),
    "road_home": ("[建设路|渠阳大街|南环道|学府街]<1-400>号",),
    "pair": (f"{_LON}[,|，|, |、|/| ]{_LAT}", f"{_LAT}[,|，|, |、|/| ]{_LON}"),
    "degree_pair": (f"东经{_LON}°，北纬{_LAT}°",),
    "named_pair": tuple(
        f"{first}{tie}{_LON}[,|，| ]{second}{tie}{_LAT}"
        for first, second in (("经度", "纬度"), ("lng", "lat"), ("lon", "lat"), ("E", "N"))
        for tie in (":", "：", "=")
    ),
    "suffix_pair": ("<lon4>°E[,|，| ]<lat4>°N", "<lon4>E[,|，| ]<lat4>N"),
    "arc_pair": (f"东经{_EAST}，北纬{_NORTH}", f"E{_EAST}，N{_NORTH}", f"{_EAST}，{_NORTH}"),
    "birth_day": (
        *("19<35-99>年<1-12>月<1-28>日", "19<35-99>-0<1-9>-<10-28>", "19<35-99>/<1-12>/<1-28>"),
        *("19<35-99>.<1-12>.<1-28>", "19<35-99>0<1-9><10-28>", "<50-99>年<1-12>月<1-28>日"),
        *(f"一九{_HANZI}{_HANZI}年{_HANZI}月{_HANZI}日", "19<35-99>年0<1-9>月<10-28>"),
        f"19<35-99>年农历{_HANZI}月初{_HANZI}",
    ),
    "born_after": ("19<35-99>年<1-12>月<1-28>日[出生|生人]", "19<35-99>-0<1-9>-<10-28>出生"),
}  # fmt: skip


def _degrees(match: re.Match[str], rng: random.Random) -> str:
    bounds = _LONGITUDE if match[1] == "lon" else _LATITUDE
    return f"{rng.uniform(*bounds):.{match[2]}f}"


def _made(name: str, rng: random.Random) -> str:
    """照 `name` 的一种样子造一个。"""
    text = rng.choice(PATTERNS[name])
    while _CHOICE.search(text):
        text = _CHOICE.sub(lambda match: rng.choice(match[1].split("|")), text)
    text = _RANGE.sub(lambda match: str(rng.randint(int(match[1]), int(match[2]))), text)
    text = _DEGREES.sub(lambda match: _degrees(match, rng), text)
    text = re.sub("#", lambda _: digits(rng, 1), text)
    return re.sub("@", lambda _: rng.choice(_LETTERS), text)


def handle(rng: random.Random) -> str:
    """微信号那样的账号：几个字母，可以有下划线，几位数字。"""
    word = "".join(rng.choices("abcdefghijkmnpqrstuvwxyz", k=rng.randint(4, 8)))
    return word + rng.choice(("", "_", "-")) + digits(rng, rng.randint(2, 4))


def assigned_handle(rng: random.Random) -> str:
    """微信分配的账号，或者用手机号当微信号。"""
    return rng.choice((f"wxid_{digits(rng, 6)}abc{digits(rng, 4)}", "L" + handle(rng), mobile(rng)))


_WRITTEN: tuple[Maker, ...] = (
    *(bank_card, credit_code, email, frame_number, green_plate, landline, mobile),
    *(old_resident_id, plate, resident_id, handle, assigned_handle),
)
MAKERS: dict[str, Maker] = {
    **{maker.__name__: maker for maker in _WRITTEN},
    **{name: partial(_made, name) for name in PATTERNS},
}
