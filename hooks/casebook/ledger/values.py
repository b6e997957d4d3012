"""格子变成值：日期、金额、出生日期。写法五花八门，意思确定的才收，拿不准的返回 None。"""

import re
import unicodedata
from datetime import date, datetime, timedelta

from casebook.ledger.sheets import Cell

ADULT = 18
_EPOCH = date(1899, 12, 30)  # Excel 的第 0 天；它多算的 1900 年 2 月 29 日早已过去
_SERIALS = range(20000, 80000)
_DAY = re.compile(r"(\d{4})[-./年](\d{1,2})[-./月](\d{1,2})(?:日|号|[T\s]|\D|$)")
_DIGIT_DAY = re.compile(r"((?:19|20)\d{2})(\d{2})(\d{2})")
_MONTH = re.compile(r"(\d{4})[-./年](\d{1,2})月?")
_CHINESE_DIGITS = str.maketrans("〇零一二三四五六七八九", "00123456789")
_CHINESE_DAY = re.compile(
    r"([〇零一二三四五六七八九]{4})年([一二三四五六七八九十]{1,2})月([一二三四五六七八九十]{1,3})[日号]"
)
_NUMBER = re.compile(r"\d+(?:\.\d+)?")
_CAPITALS = "零壹贰叁肆伍陆柒捌玖拾佰仟万一二三四五六七八九十百千两"
_AMOUNT = re.compile(
    rf"(?:罚款|罚金|处以?|人民币|[¥￥])\D{{0,6}}?((?:\d[\d,]*(?:\.\d+)?[万千百]?|[{_CAPITALS}]+))[元圆]"
)
_ID = re.compile(
    r"(?<!\d)\d{6}(?P<day>(?:19|20)\d{6})\d{3}[\dXx](?!\d)|(?<!\d)\d{6}(?P<old>\d{6})\d{3}(?!\d)"
)


def read_day(cell: Cell) -> date | None:
    """Excel 日期、日期序号、2025.3.12、2025年3月12日、二〇二五年三月十二日、20250312。"""
    if isinstance(cell, datetime):
        return cell.date()
    if isinstance(cell, date):
        return cell
    if isinstance(cell, bool):
        return None
    if isinstance(cell, int | float):
        return _from_number(cell)
    text = unicodedata.normalize("NFKC", str(cell)).strip()
    compact = "".join(text.split())
    if compact.isdigit():
        return _from_number(float(compact))
    match = _DAY.search(text) or _DAY.search(compact)
    if match:
        return _day(*match.groups())
    chinese = _CHINESE_DAY.search("".join(str(cell).split()))
    if chinese:
        year, month, day = chinese.groups()
        return _day(year.translate(_CHINESE_DIGITS), _small(month), _small(day))
    return None


def read_yuan(cell: Cell) -> int | None:
    """以元为单位的整数：1000、1,000、５００元、壹仟元整、0.5万元；角分不为零的不收。"""
    if isinstance(cell, int | float) and not isinstance(cell, bool):
        return int(cell) if cell == int(cell) and cell >= 0 else None
    if not isinstance(cell, str):
        return None
    text = "".join(unicodedata.normalize("NFKC", cell).split()).replace(",", "")
    text = re.sub(r"^(?:罚款|人民币|[¥￥]|:)+|[元圆整正]+$", "", text)
    return _yuan(text) if text else None


def find_fine(text: str) -> int | None:
    """“罚款壹仟元整（￥1000）”一类文字里的罚款数额；几处数额不一致的不收。"""
    plain = "".join(unicodedata.normalize("NFKC", text).split())
    found = {_yuan(match.group(1).replace(",", "")) for match in _AMOUNT.finditer(plain)}
    return found.pop() if len(found) == 1 else None


def birthday_in(text: str) -> date | None:
    """身份证号里的出生日期；不是身份证号则为 None。"""
    match = _ID.search("".join(unicodedata.normalize("NFKC", text).split()))
    if match is None:
        return None
    digits = match["day"] or "19" + match["old"]
    return _day(digits[:4], digits[4:6], digits[6:])


def read_birthday(cell: Cell) -> date | None:
    """出生日期；只写到月的按那个月的最后一天算，宁可算小。"""
    exact = read_day(cell)
    if exact is not None or not isinstance(cell, str):
        return exact
    match = _MONTH.search(unicodedata.normalize("NFKC", cell))
    if match is None:
        return None
    first = _day(match.group(1), match.group(2), "28")
    return first + timedelta(days=3) if first else None


def is_minor(birthday: date, on: date) -> bool:
    """`on` 那一天还不满十八周岁（《民法典》第十七条）。"""
    age = on.year - birthday.year - ((on.month, on.day) < (birthday.month, birthday.day))
    return age < ADULT


def read_age(cell: Cell) -> int | None:
    """“16”“16岁”“十六周岁”里的岁数。"""
    if isinstance(cell, int | float):
        return int(cell)
    match = _NUMBER.search(unicodedata.normalize("NFKC", str(cell)))
    if match:
        return int(float(match.group()))
    chinese = re.match(rf"[{_CAPITALS}]+", str(cell))
    return _yuan(chinese.group()) if chinese else None


def _from_number(number: float) -> date | None:
    if int(number) in _SERIALS:
        return _EPOCH + timedelta(days=int(number))
    match = _DIGIT_DAY.fullmatch(str(int(number)))
    return _day(*match.groups()) if match else None


def _day(year: str, month: str, day: str) -> date | None:
    try:
        return date(int(year), int(month), int(day))
    except ValueError:
        return None


def _small(text: str) -> str:
    """三十一以内的中文数字。"""
    return str(_yuan(text) or 0)


def _yuan(text: str) -> int | None:
    from cn2an import cn2an  # type: ignore[import-untyped]  # 导入要 0.2 秒，用到才导入

    try:
        value = float(text) if _NUMBER.fullmatch(text) else float(cn2an(text, "smart"))
    except ValueError:
        return None
    return int(value) if value.is_integer() and value >= 0 else None
