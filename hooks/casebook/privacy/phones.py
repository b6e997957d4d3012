"""手机号与固定电话。号段规则取自 phonenumbers，长度不对但写明是电话的也算。"""

import re
from collections.abc import Iterator

from .digits import LEAD, WRITTEN_DATE, Run
from .findings import Finding
from .labels import CHAT, NOT_PERSONAL, PHONE, QQ, UNIT
from .normalize import View

_MOBILE = re.compile(r"(?:00)?(?:86)?(1[3-9]\d{9})")
_MOBILE_START = re.compile(r"1[3-9]\d{7}")
_LANDLINE = re.compile(r"(?:(?:00)?86)?0?(10|2\d|[3-9]\d\d)\d{7,8}")
_EXTENSION = re.compile(
    r"[\s-]*(?:转|分机号?|ext\.?)\s*\d(?:[ \-]?\d){0,5}|-\d{1,4}(?!\d)", re.IGNORECASE
)
_SERVICE = re.compile(r"[48]00\d{7}")
_SERVICE_SIZES = ((3, 3, 4), (3, 4, 3), (4, 3, 3), (3, 7))
_LOCAL = re.compile(r"[2-8]\d{6,7}")
# 请人转告的“29572816转”；“转让”“转账”另算。
_TRANSFER = re.compile(
    r"\s?(?:转|分机)\s?\d{1,5}(?!\d)|\s?转(?![让账入移出款发给交运换来存])|\s?\((?:家|宅|住宅|单位|店|办|办公)\)"
)
# 市内号码七八位，不以这些开头；发票号码常是 0 开头的八位。
_LOCAL_LENGTH, _NEVER_LOCAL = 8, frozenset("01")
_OCTETS = 4
_USUAL = (3, 4, 4)
_NATURAL = frozenset(
    {_USUAL, (3, 3, 5), (3, 8), (7, 4), (4, 7), (4, 4, 3), (5, 6), (6, 5), (3, 5, 3), (2, 9)}
)
_AREA_NUMBER_EXTENSION = 3
_COMMAS = frozenset(",、|…")
# 号码里的星号是遮盖，顿号、逗号是并列：都不是一个完整的号码。
_NOT_INSIDE = _COMMAS | {"*"}


def _spoken_for(run: Run) -> bool:
    """前面的称呼或后面的单位已说明它不是电话。"""
    return bool(NOT_PERSONAL.search(run.before) or UNIT.match(run.after))


def _reads_as_one(run: Run) -> bool:
    """分组方式像一个号码，而不是几个并列的数。"""
    if any(_COMMAS & set(gap) for gap in run.gaps):
        return run.evenly_spread or run.sizes == _USUAL
    if run.gaps[:3] == (".", ".", ".") and (len(run.sizes) == _OCTETS or {*run.gaps[3:]} - {"."}):
        return False  # 网络地址，或者它连着别的数
    if run.unbroken or run.evenly_spread or run.sizes in _NATURAL:
        return True
    dated = run.sizes[0] in (4, 8) and WRITTEN_DATE.match(run.digits)
    return not _spoken_for(run) and not dated


def _country_apart(run: Run) -> Run:
    """去掉单独成组的国家代码，分组方式才好比较。"""
    if run.digits.startswith(("86", "0086")) and run.sizes[0] in (2, 4) and len(run.sizes) > 1:
        return Run(
            run.start, run.end, run.digits[run.sizes[0] :], run.sizes[1:], run.gaps[1:],
            run.before, run.after,
        )  # fmt: skip
    return run


def _without_extension(run: Run) -> str:
    """区号、号码、分机用短横连写的，去掉分机。"""
    if (
        len(run.sizes) == _AREA_NUMBER_EXTENSION
        and run.sizes[0] in (3, 4)
        and run.sizes[1] in (7, 8)
    ):
        return run.digits[: run.sizes[0] + run.sizes[1]]
    return run.digits


def _is_landline(run: Run) -> bool:
    """带区号的固定电话：区号单独成组，或者整串是实有的固定号段。"""
    digits = _without_extension(run)
    if not _LANDLINE.fullmatch(digits) or _spoken_for(run):
        return False
    if not digits.startswith(("0", "86")):
        return False
    import phonenumbers  # 像固定电话的才要核对，启动才快

    number = phonenumbers.parse(digits, "CN")
    if not phonenumbers.is_possible_number(number):
        return False
    apart = run.sizes[0] in (3, 4) and len(run.sizes) in (2, 3)
    return apart or (_reads_as_one(run) and phonenumbers.is_valid_number(number))


def _is_local_with_extension(run: Run, text: str) -> bool:
    """“29230011转216”：没有区号，但写明了分机。"""
    return bool(_LOCAL.fullmatch(run.digits) and _TRANSFER.match(text, run.end))


def _is_service(run: Run) -> bool:
    """400、800 开头的商家电话；公开的要列进公开号码。"""
    return bool(_SERVICE.fullmatch(run.digits)) and (
        run.sizes in _SERVICE_SIZES or bool(PHONE.search(run.before))
    )


def _with_extension(run: Run, text: str) -> int:
    match = _EXTENSION.match(text, run.end)
    return match.end() if match else run.end


def find_phone(run: Run, text: str, public: frozenset[str]) -> Finding | None:
    """手机号或固定电话；`public` 里的公开号码（只含数字）不算。"""
    if run.digits in public or not run.digits.isdigit():
        return None
    local = _country_apart(run)
    if _MOBILE.fullmatch(local.digits):
        labelled = PHONE.search(run.before) or CHAT.search(run.before)
        if labelled or (_reads_as_one(local) and not _spoken_for(run)):
            return Finding(
                run.start, _with_extension(run, text), "手机号", "位数和号段都合手机号的规则。"
            )
        return None
    if _is_landline(local) or _is_service(run) or _is_local_with_extension(run, text):
        return Finding(
            run.start, _with_extension(run, text), "固定电话", "区号和位数都合固定电话的规则。"
        )
    if public.isdisjoint(run.parts):
        return _find_labelled(run, text)
    return None


def _find_labelled(run: Run, text: str) -> Finding | None:
    """写明是电话的七到十五位数字，位数不对也算：写错一位的号码照样能找到人。"""
    if not PHONE.search(run.before) or not 7 <= len(run.digits) <= 15:
        return None
    if len(run.digits) <= _LOCAL_LENGTH and run.digits[0] in _NEVER_LOCAL:
        return None
    if UNIT.match(run.after) or WRITTEN_DATE.fullmatch(run.digits):
        return None
    if any(_NOT_INSIDE & set(gap) for gap in run.gaps):
        return None
    kind = "手机号" if _MOBILE_START.match(run.digits) else "固定电话"
    reason = "写在电话、联系方式之类称呼后面的数字。"
    return Finding(run.start, _with_extension(run, text), kind, reason)


_SPOKEN = re.compile(
    r"(?<![\d要腰妖幺一])[要腰妖幺一1][三四五六七八九拐勾3-9][\d〇零洞动一二三四五六七八九要腰妖幺拐勾两]{9}"
    r"(?![\d〇零一二三四五六七八九])"
)
_HOMOPHONES = frozenset("要腰妖洞动拐勾")
# 用形近的字母顶替：I37526409Bl。至少一个字母形近 0、1，数字占大半。
_SPELT = re.compile(r"(?<![0-9A-Za-z])[1Il][3-9OoIlBSZ][0-9OoIlBSZ]{9}(?![0-9A-Za-z])")
_ROUND = frozenset("OoIl")
_FEWEST_PLAIN = 6


def find_disguised_mobiles(view: View) -> Iterator[Finding]:
    """用谐音（洞、拐、腰）或者形近的字母（B、S、Z）顶替几位的手机号。"""
    for match in _SPOKEN.finditer(view.text):
        if not _HOMOPHONES.isdisjoint(match.group()):
            yield Finding(match.start(), match.end(), "手机号", "用谐音字写的手机号。")
    for match in _SPELT.finditer(view.text):
        code = match.group()
        plain = sum(map(str.isdigit, code))
        if plain >= _FEWEST_PLAIN and not code.isdigit() and not _ROUND.isdisjoint(code):
            before = view.text[max(0, match.start() - LEAD) : match.start()]
            if not NOT_PERSONAL.search(before):
                yield Finding(match.start(), match.end(), "手机号", "用形近字母顶替的手机号。")


_QQ_AFTER = re.compile(r"[\s,(↑]{0,3}(?:这?是)?(?:[我他她]的?)?(?:Q(?![0-9A-Za-z])|QQ|扣扣|企鹅)")


def _part_of_code(label: str, before: str) -> bool:
    """“编号Q123456”里的 Q 是编号的一部分，不是 QQ。"""
    return label.upper() == "Q" and bool(NOT_PERSONAL.search(before))


def find_qq(run: Run) -> Finding | None:
    """写明是 QQ 号的五到十一位数字。"""
    if 6 <= len(run.digits) <= 11 and _QQ_AFTER.match(run.after):
        return Finding(run.start, run.end, "QQ号", "写在 QQ 之类称呼前面的数字。")
    label = QQ.search(run.before)
    if label and 5 <= len(run.digits) <= 12 and not _part_of_code(label.group(), run.before):
        return Finding(run.start, run.end, "QQ号", "写在 QQ 之类称呼后面的数字。")
    return None
