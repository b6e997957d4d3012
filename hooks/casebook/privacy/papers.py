"""证件号里样子特别的、号码写在称呼前面的，以及说到证件的句子里没有称呼的。

写明称呼的在 labelled.py。护照：GA/T 1180；港澳证件与通行证的格式见出入境管理部门的公开说明。
"""

import re
from collections.abc import Iterator

from .findings import Finding
from .labels import NOT_PERSONAL, TIE
from .normalize import View

_Rule = tuple[str, re.Pattern[str]]
_GAP = r"[ \-_·./、—]{0,2}(?:\n[ \t>]*)?"
_ALONE, _END = r"(?<![0-9A-Za-z\-./])", r"(?![0-9A-Za-z]|[\-./][0-9A-Za-z])"
_SHAPED = (
    (
        "港澳台身份证号",
        re.compile(rf"(?<![0-9A-Za-z])(?P<value>[A-Z]{{1,2}}(?:{_GAP}\d){{6}}\s?\([0-9A]\))"),
    ),
    # 驾驶证档案编号十二位，以省份代码开头；第七位起是年份的是案卷的档案号。
    (
        "驾驶证号",
        re.compile(
            rf"(?:档案编?号|档编|档号){TIE}"
            rf"(?P<value>(?=[1-6]\D{{0,2}}[1-7])\d(?:{_GAP}\d){{5}}(?!20[012])(?:{_GAP}\d){{6}})(?!\d)"
        ),
    ),
    (
        "驾驶证号",
        re.compile(
            rf"(?<!\d)(?P<value>(?:1[1-5]|2[1-3]|3[1-7]|4[1-6]|5[0-4]|6[1-5])\d?(?:{_GAP}\d){{9,10}})(?!\d)"
            r"[\s,]{0,2}(?:这|就)?(?:是|为)?(?:[我他她你])?(?:的)?(?:驾驶?[本证]|本子?上?的?)?(?:档案编?号|档编|档号|本子?上的)"
        ),
    ),
    # 军字第……号令、号文是文号。
    (
        "军人证件号",
        re.compile(
            r"(?P<value>(?:[军士海空政后装参武北南东西中沈济兰广成文]退?|\([军士]\)|[退残复转优烈])证?字第(?:[\-_·.]{0,2}\d){5,13}号)(?!令|文)"
        ),
    ),
)  # fmt: skip
_MAY_BE_SHAPED = re.compile(r"字第|档[案编号]|本子?上的|\d\s?\([0-9A]\)")
# 没有称呼的：近旁说到证件或出入境才算。
_BARE = re.compile(
    rf"{_ALONE}(?P<value>(?P<passport>(?:[EGDSPK]|E{_GAP}[A-Z]|[SDP]E)(?:{_GAP}\d){{7,8}})"
    rf"|[HMCWTL][A-Z]?(?:{_GAP}\d){{8}}(?:{_GAP}\d\d)?){_END}"
)
_ABROAD = re.compile(
    "护照|签证|[出入]境|通行证|回乡|港[澳籍商人]|香港|澳[籍门]|台[胞商籍湾]|外[籍国]|[国侨]籍|华侨|证件|"
    "旅客|住客|国外|出国|涉外|旅行社|出境游|出示|换发|补办"
)
_NEARBY = 20
# 号码写在前面：持E12345678号护照。
_BEFORE = (
    (
        "护照号",
        re.compile(
            rf"(?<![0-9A-Za-z])(?P<value>[A-Z]{{1,2}}(?:{_GAP}\d){{7,8}})"
            r"[\s)”,]{0,2}(?:号|的|号的)?(?:护照|旅行证)"
        ),
    ),
    (
        "通行证号",
        re.compile(
            rf"(?<![0-9A-Za-z])(?P<value>(?:[A-Z]{_GAP}){{0,2}}(?:{_GAP}\d){{7,10}})[\s)”,]{{0,2}}(?:号|的|号的)?"
            r"(?:通行证|回乡证|台胞证|港澳)"
        ),
    ),
)
_NUMBERED = re.compile(r"[号的\d][\s,]?(?:护照|旅行证|通行证|回乡证|台胞证|港澳)")


def find_papers(view: View) -> Iterator[Finding]:
    """样子特别的证件号、写在称呼前面的、近旁说到证件的。"""
    shaped: tuple[_Rule, ...] = _SHAPED if _MAY_BE_SHAPED.search(view.digits) else ()
    rules = (*shaped, *_BEFORE) if _NUMBERED.search(view.text) else shaped
    for kind, pattern in rules:
        for match in pattern.finditer(view.digits):
            yield Finding(*match.span("value"), kind, f"是{kind[:-1]}号码的样子。")
    if _ABROAD.search(view.text):
        yield from _find_bare(view)


def _find_bare(view: View) -> Iterator[Finding]:
    for match in _BARE.finditer(view.digits):
        start, end = match.span("value")
        near = view.text[max(0, start - _NEARBY) : end + _NEARBY]
        if _ABROAD.search(near) and not NOT_PERSONAL.search(view.text[max(0, start - 24) : start]):
            kind = "护照号" if match["passport"] else "通行证号"
            yield Finding(start, end, kind, "近旁说到证件，号码也是证件号的样子。")
