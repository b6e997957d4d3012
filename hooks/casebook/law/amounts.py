"""人民币大写：1200 写成“壹仟贰佰元整”；读大写金额，读不准的不收。"""

import re
from functools import lru_cache

CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟万亿"
CAPITAL_AMOUNT = rf"(?:人民币)?[{CAPITALS}]+[元圆][整正]?"


@lru_cache(maxsize=1024)
def write_capital_amount(yuan: int) -> str:
    """整数金额的大写，元：1200 是“壹仟贰佰元整”。"""
    from cn2an import an2cn  # type: ignore[import-untyped]  # 导入要 0.2 秒，用到才导入

    return f"{an2cn(yuan, 'up')}元整"


def read_capital_amount(text: str) -> int | None:
    """“人民币壹仟贰佰圆正”是 1200；写法不规范、有角分的为 None。"""
    plain = re.sub(r"\s", "", text).removeprefix("人民币")
    match = re.fullmatch(rf"([{CAPITALS}]+)[元圆][整正]?", plain)
    if match is None:
        return None
    from cn2an import cn2an

    try:
        number = int(cn2an(match[1], "strict"))
    except ValueError:
        return None
    return number if write_capital_amount(number) == f"{match[1]}元整" else None
