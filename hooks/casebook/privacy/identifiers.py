"""居民身份证号、银行卡号与统一社会信用代码。

身份证：GB 11643-1999，以地区、生日和长度判断，校验码只增加把握；
银行卡：GB/T 15694、ISO/IEC 7812，Luhn 校验只增加把握；信用代码：GB 32100-2015。
"""

import re
from collections.abc import Iterator
from datetime import date

from .digits import Run
from .findings import Finding
from .labels import ACCOUNT, NOT_PERSONAL, REGISTRATION, RESIDENT, UNIT
from .normalize import View

_PROVINCES = frozenset(
    str(code)
    for first, last in ((11, 15), (21, 23), (31, 37), (41, 46), (50, 54), (61, 65), (81, 83))
    for code in (*range(first, last + 1), 71, 91)
)
_ID_SHAPE = re.compile(r"\d{17}[\dX]")
# 抄错一位，成了 2 月 30 日，仍是身份证号。
_DATED_LOOSELY = re.compile(
    r"\d{6}(?:19[2-9]\d|20[01]\d)(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01])\d{3}[\dX]"
)
# 2010 年以后的“生日”出现在编号类称呼之后，多半是单据上的日期，不是人的生日。
_NEWEST_BIRTH_IN_SERIALS = 2010
# 十五位单据号里的两位年份照 19 年读出来不超过 1930；再大的不会是单据上的日期。
_OLDEST_SERIAL = 1930
_AREA = r"(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d{4}"
_MASK = r"[*xX×●■□_#?…＊]"
_MASKED_ID = re.compile(
    rf"(?<!\d)[1-9]\d{{5}}(?P<birth>(?:19|20)\d\d(?:0[1-9]|1[0-2])"
    rf"(?:(?:0[1-9]|[12]\d|3[01])(?:\d{{1,3}})?|[0-3]?)){_MASK}{{1,6}}\d{{0,3}}[\dX]?(?![\dA-Za-z])"
    rf"|(?<!\d)(?:[1-9]\d{{1,5}}{_MASK}{{1,4}}|[1-6]\d{{3}})(?:19|20)\d\d(?:0[1-9]|1[0-2])"
    rf"(?:0[1-9]|[12]\d|3[01])(?:{_MASK}{{1,4}}|\d{{3}})[\dX]?(?![\dA-Za-z])"
    rf"|(?<!\d){_AREA}(?:19|20)\d\d(?:0[1-9]|1[0-2]){_MASK}{{2}}\d{{2}}{_MASK}{{2}}(?![\dA-Za-z])"
    rf"|(?:(?<!\d)[1-9]\d{{5}}{_MASK}{{1,8}}|(?<![\dxX*]){_MASK}{{3,6}})(?:19|20)\d\d"
    rf"(?:0[1-9]|1[0-2])(?:0[1-9]|[12]\d|3[01]){_MASK}{{1,4}}[\dX]?(?![\dA-Za-z])"
    rf"|(?<!\d){_AREA}"
    rf"[\-· ]?{_MASK}{{4}}[\-· ]?{_MASK}{{4,8}}[\-· ]?\d{{2,3}}[\dX](?![\dA-Za-z])"
    rf"|(?<!\d){_AREA}(?:19|20)\d{{0,2}}{_MASK}{{4,8}}\d{{2,3}}[\dX](?![\dA-Za-z])"
)
_MAY_BE_MASKED = re.compile(rf"\d[\-· ]?{_MASK}")
_USCC_GAP = r"[ \t\-_.·]?(?:\n[ \t>]*)?"
_USCC = re.compile(rf"(?<![0-9A-Za-z])[0-9A-Za-z](?:{_USCC_GAP}[0-9A-Za-z]){{17}}(?![0-9A-Za-z])")
_USCC_SHAPE = re.compile(r"[1-9ANY][1-9A-Z]\d{6}[0-9A-HJ-NPQRTUWXY]{10}")
_REGISTERED = re.compile(r"(?<![0-9A-Za-z])(?=[A-Z]{0,4}\d)[0-9A-Z]{13,20}(?![0-9A-Za-z])")
_COUNTY_AND_MONTH = 12
_BEGINS = re.compile(r"[\s)”]{0,2}(?:开头|打头|起头|字头|往后|后面)")
_SEPARATORS = re.compile(r"[^0-9A-Z]")


def _date(digits: str) -> date | None:
    try:
        return date(int(digits[:4]), int(digits[4:6]), int(digits[6:8]))
    except ValueError:
        return None


def birth_of(digits: str) -> date | None:
    """18 位或 15 位身份证号里的生日；地区、长度或日期不对时返回 None。"""
    if digits[:2] not in _PROVINCES:
        return None
    if _ID_SHAPE.fullmatch(digits):
        birth = _date(digits[6:14])
        return birth if birth and 1900 <= birth.year <= 2039 else None
    if len(digits) == 15 and digits.isdigit():
        return _date("19" + digits[6:12])
    return None


def _known_county(digits: str) -> bool:
    """地区码是登记过的县区，不只是省份对。"""
    from stdnum import numdb  # 真有号码才要核对，启动才快

    return any("county" in info for _, info in numdb.get("cn/loc").info(digits[:6]))


def _resident(run: Run, reason: str, certain: bool = True) -> Finding:
    return Finding(run.start, run.end, "身份证号", reason, "certain" if certain else "likely")


def find_resident(run: Run) -> Finding | None:
    """身份证号：地区、生日、长度都对，或者写明是身份证号的十二到二十位数字。"""
    birth = birth_of(run.digits)
    labelled = RESIDENT.search(run.before)
    serial = NOT_PERSONAL.search(run.before) is not None and not labelled
    if birth and len(run.digits) == 18:
        if serial and birth.year > _NEWEST_BIRTH_IN_SERIALS:
            return None
        from stdnum.cn import ric

        checked = ric.calc_check_digit(run.digits) == run.digits[-1]
        return _resident(
            run, "地区、生日和位数都合身份证号" + ("，校验码也对。" if checked else "的规则。")
        )
    if not serial and _DATED_LOOSELY.fullmatch(run.digits) and _known_county(run.digits):
        return _resident(run, "地区和位数都合身份证号的规则，只是日期没有这一天。")
    if labelled and 12 <= len(run.digits) <= 20:
        return _resident(run, "写在“身份证”之类称呼后面的一串数字。")
    if birth and (not serial or birth.year > _OLDEST_SERIAL) and _known_county(run.digits):
        return _resident(run, "十五位，地区和生日合旧身份证号的规则。")
    return _find_headless(run, serial) or _find_beginning(run)


def _find_headless(run: Run, serial: bool) -> Finding | None:
    """只剩前十四位的身份证号：地区和生日已经露出来了。"""
    if len(run.digits) != 14 or serial or not run.digits.isdigit():
        return None
    birth = _date(run.digits[6:])
    if not birth or not 1920 <= birth.year <= _NEWEST_BIRTH_IN_SERIALS:
        return None
    if not _known_county(run.digits):
        return None
    return _resident(run, "像身份证号的前十四位，露出了地区和生日。", certain=False)


def _find_beginning(run: Run) -> Finding | None:
    """“120115198709 开头”：地区和生日的年月。"""
    if len(run.digits) < _COUNTY_AND_MONTH or not _BEGINS.match(run.after):
        return None
    born = _date(run.digits[6:12] + "01") if run.digits.isdigit() else None
    if (
        not born
        or not 1920 <= born.year <= _NEWEST_BIRTH_IN_SERIALS
        or not _known_county(run.digits)
    ):
        return None
    return _resident(run, "身份证号的开头，露出了地区和出生年月。", certain=False)


def find_masked_resident(view: View) -> Iterator[Finding]:
    """遮了几位、但仍露出地区和生日的身份证号。"""
    if not _MAY_BE_MASKED.search(view.digits):
        return
    for match in _MASKED_ID.finditer(view.digits):
        yield Finding(
            match.start(), match.end(), "身份证号", "身份证号只遮了一部分，地区和生日仍看得出。"
        )


def find_account(run: Run) -> Finding | None:
    """银行卡号或账号：写明是账号的，或长度与发卡前缀都对的。"""
    digits = run.digits
    if not digits.isdigit():
        return None
    if ACCOUNT.search(run.before) and 9 <= len(digits) <= 30 and not UNIT.match(run.after):
        return Finding(run.start, run.end, "银行卡号", "写在账号、卡号之类称呼后面的一串数字。")
    if NOT_PERSONAL.search(run.before) or not 16 <= len(digits) <= 19:
        return None
    from stdnum import luhn

    union_pay, checked = digits.startswith("62"), luhn.is_valid(digits)
    by_fours = len(run.sizes) > 2 and set(run.sizes[:-1]) == {4}
    if union_pay and (checked or by_fours or len(digits) in (16, 19)):
        return Finding(run.start, run.end, "银行卡号", "位数和开头都合银联卡号的规则。")
    if digits[0] in "3459" and checked and (by_fours or len(digits) == 16):
        return Finding(run.start, run.end, "银行卡号", "位数、开头和校验位都合银行卡号的规则。")
    return None


def find_registrations(view: View) -> Iterator[Finding]:
    """统一社会信用代码、旧营业执照注册号。"""
    text = view.digits
    for match in _USCC.finditer(text):
        code = _SEPARATORS.sub("", match.group().upper())
        labelled = REGISTRATION.search(view.text[max(0, match.start() - 24) : match.start()])
        if labelled or _is_uscc(code):
            yield Finding(
                match.start(), match.end(), "统一社会信用代码", "位数、地区码合信用代码的规则。"
            )
    for match in _REGISTERED.finditer(text):
        if REGISTRATION.search(view.text[max(0, match.start() - 24) : match.start()]):
            yield Finding(
                match.start(), match.end(), "统一社会信用代码", "写在信用代码、注册号之类称呼后面。"
            )


def _is_uscc(code: str) -> bool:
    """十八位、登记部门和地区码都对；全是数字时要求校验位也对，免得与单据号混淆。"""
    if not _USCC_SHAPE.fullmatch(code) or code[2:4] not in _PROVINCES:
        return False
    from stdnum.cn import uscc

    return not code.isdigit() or bool(uscc.is_valid(code))
