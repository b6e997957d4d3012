"""出生日期，以及年龄与其他特征连在一起的描述。"""

import re
from collections.abc import Iterator

from .findings import Finding
from .normalize import View

_YEAR = r"(?:1\s?9|2\s?0)\s?\d\s?\d"
_MONTH, _DAY = r"[\d十]{1,2}\s?月", r"[\d十]{1,3}\s?[日号]?"
_DATE = (
    rf"{_YEAR}\s?(?:年\s?(?:{_MONTH}\s?(?:{_DAY})?)?"
    r"|[\-./]\s?[01]?\d(?:\s?[\-./]\s?[0-3]?\d)?(?!\d)|[01]\d[0-3]\d(?!\d))"
)
# “先生于”“学生于”“发生于”里的“生于”不是出生。
_BORN = (
    r"(?:出生日期|出生年月日?|出生时间|出生|生日|诞辰|DOB"
    r"|(?<![发产孳滋先学医考师新民花陌野派])生于)"
)
_BORN_LABEL = re.compile(
    rf"{_BORN}[\s:于为是在“\"'(]{{0,5}}(?P<date>{_DATE}|{_MONTH}\s?{_DAY})", re.IGNORECASE
)
_BORN_AFTER = re.compile(rf"(?P<date>{_DATE})[\s)]{{0,2}}(?:出生|生(?=[,，。;；)）、\s]|$|人))")
_TRAITS = (
    re.compile(r"(?<!\d)\d{1,3}\s?(?:周岁|岁)"),
    re.compile(r"[,，、\s(][男女](?=[,，、\s)])"),
    re.compile(r"[汉满回蒙壮苗藏](?:族|古族)|维吾尔族|朝鲜族"),
    re.compile(r"(?:小学|初中|高中|中专|大专|本科)(?:文化|学历|毕业)|文盲"),
    re.compile(r"户籍(?:所在)?地|籍贯|(?<![居])住(?:址|本|[\u4e00-\u9fff]{2,8}村)"),
)
_SENTENCE = re.compile(r"[^。！？\n]+")


def find_births(view: View) -> Iterator[Finding]:
    """出生日期：写明出生的日期，不论年月日写法。"""
    if "生" in view.text:
        for pattern in (_BORN_LABEL, _BORN_AFTER):
            for match in pattern.finditer(view.digits):
                yield Finding(*match.span("date"), "出生日期", "写明是出生的日期。")


def find_traits(view: View) -> Iterator[Finding]:
    """一句话里年龄加上三样以上其他特征，足以认出人来（提醒）。"""
    if "岁" not in view.text:
        return
    for sentence in _SENTENCE.finditer(view.text):
        age, *others = (trait.search(sentence.group()) for trait in _TRAITS)
        if age and sum(other is not None for other in others) >= 3:
            start = sentence.start() + age.start()
            yield Finding(
                start,
                sentence.start() + age.end(),
                "年龄",
                "年龄同性别、民族、住处等写在一起，容易认出本人；改写成大致年龄或删去。",
                "likely",
            )
