"""现造的号码：测试与基准共用。任何一个都不属于真实的人。"""

import random
from collections.abc import Callable

from stdnum import luhn
from stdnum.cn import ric

_CODE = "0123456789ABCDEFGHJKLMNPQRTUWXY"
_PLATE = "ABCDEFGHJKLMNPQRSTUVWXYZ"
_FRAME = "0123456789ABCDEFGHJKLMNPRSTUVWXYZ"
_COUNTIES = ("120115", "120224", "110108", "131024", "130283", "370102", "412825", "513401")


def digits(rng: random.Random, count: int) -> str:
    return "".join(rng.choices("0123456789", k=count))


def _birth(rng: random.Random) -> str:
    return f"{rng.randint(1935, 2008)}{rng.randint(1, 12):02}{rng.randint(1, 28):02}"


def resident_id(rng: random.Random) -> str:
    """十八位身份证号；三成校验码是对的，其余是错的。"""
    body = rng.choice(_COUNTIES) + _birth(rng) + digits(rng, 3)
    return body + (ric.calc_check_digit(body) if rng.random() < 0.3 else rng.choice("0123456789X"))


def old_resident_id(rng: random.Random) -> str:
    return rng.choice(_COUNTIES) + _birth(rng)[2:] + digits(rng, 3)


def mobile(rng: random.Random) -> str:
    return "1" + rng.choice("3456789") + digits(rng, 9)


def landline(rng: random.Random) -> str:
    return rng.choice(["022", "010", "0311", "0371"]) + rng.choice("2568") + digits(rng, 7)


def bank_card(rng: random.Random) -> str:
    body = "62" + digits(rng, rng.choice([13, 16]))
    return body + luhn.calc_check_digit(body)


def credit_code(rng: random.Random) -> str:
    return f"92{rng.choice(_COUNTIES)}MA" + "".join(rng.choices(_CODE, k=8))


def plate(rng: random.Random) -> str:
    return rng.choice("津京冀") + rng.choice(_PLATE[:16]) + rng.choice(_PLATE) + digits(rng, 4)


def green_plate(rng: random.Random) -> str:
    return rng.choice("津京冀") + rng.choice(_PLATE[:16]) + rng.choice("DF") + digits(rng, 5)


def frame_number(rng: random.Random) -> str:
    return "L" + "".join(rng.choices(_FRAME[10:], k=5)) + digits(rng, 11)


def email(rng: random.Random) -> str:
    name = "".join(rng.choices("abcdefghijkmnpqrstuvwxyz", k=6))
    return f"{name}{digits(rng, 3)}@{rng.choice(['163.com', 'qq.com', 'mail.example.cn'])}"


Maker = Callable[[random.Random], str]

# 类别、造法、放在什么句子里。
NUMBERS: tuple[tuple[str, Maker, tuple[str, ...]], ...] = (
    ("身份证号", resident_id, ("当事人张某，身份证号：{}，住本村。", "公民身份号码{}", "（{}）")),
    ("身份证号", old_resident_id, ("身份证号{}。", "旧证号：（{}）")),
    ("手机号", mobile, ("联系电话：{}。", "打他手机{}没人接", "{}", "张某{}到场")),
    ("固定电话", landline, ("电话：{}", "座机{}无人接听", "拨打{}咨询")),
    ("银行卡号", bank_card, ("卡号{}", "汇到账号：{}，开户行某支行", "（{}）")),
    ("统一社会信用代码", credit_code, ("统一社会信用代码：{}", "代码{}", "（{}）")),
)
CODES: tuple[tuple[str, Maker, tuple[str, ...]], ...] = (
    ("车牌", plate, ("驾驶{}小型汽车", "车牌号为{}的三轮车", "一辆{}停在路口")),
    ("车牌", green_plate, ("{}新能源轿车占道停放", "车牌：{}")),
    ("车架号", frame_number, ("车架号{}", "车辆识别代号：{}", "（{}）")),
    ("电子邮箱", email, ("电子邮箱{}", "发到 {} 即可", "邮箱：{}。")),
)
