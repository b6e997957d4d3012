"""把写的字变成念的字：数、年份、电话、百分数照人说话的样子写，书名号、括号、网址去掉。"""

import re
from functools import partial

from casebook.law.numerals import write_numeral

SENTENCE_LIMIT = 40
HOTLINES = ("12345", "12348", "12315", "12110", "110", "119", "120", "122")
_DIGITS = str.maketrans("0123456789", "零一二三四五六七八九")
_PHONE = str.maketrans("0123456789", "零幺二三四五六七八九")
_MEASURES = "个件起处份家辆人次条户位名吨亩米里斤天年周倍块张台间项辈步车万千"
_LONG_DIGITS = 5

_WEB = re.compile(r"(?:https?://|www\.)[^\s，。；、！？）]+")
_PARENTHESES = re.compile(r"[（(\[【〔]([^（）()\[\]【】〔〕]*)[）)\]】〕]")
_SHORT = 4
_QUOTES = re.compile(r"[“”‘’「」《》〈〉\"'*]")
_HOTLINE = re.compile(rf"(?<!\d)(?:{'|'.join(HOTLINES)})(?![\d.%万亿元{_MEASURES}])")
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?=年)")
_RANGE = re.compile(r"(?<=\d)\s*[—–~～-]+\s*(?=\d)")
_PERCENT = re.compile(r"(\d+(?:\.\d+)?)[%％]")
_NUMBER = re.compile(r"(?<![\d.])(\d+)(?:\.(\d+))?(?![\d.])")
_DOUBLED = re.compile(r"[，、\s]*([，。；！？：])[，、；：\s]*")


def say(text: str) -> str:
    """一段话念出来的样子：“罚款1000元”是“罚款一千元”，“打12345”是“打幺二三四五”。"""
    text = _WEB.sub("", text)
    while _PARENTHESES.search(text):
        text = _PARENTHESES.sub(_say_aside, text)
    text = _QUOTES.sub("", text)
    text = _HOTLINE.sub(lambda match: match.group().translate(_PHONE), text)
    text = _YEAR.sub(lambda match: match.group().translate(_DIGITS), text)
    text = _PERCENT.sub(r"百分之\1", _RANGE.sub("到", text))
    text = _NUMBER.sub(partial(_say_number, text), text)
    return _DOUBLED.sub(r"\1", text).strip("，、 \n")


def sentences(text: str, limit: int = SENTENCE_LIMIT) -> list[str]:
    """断成一句一句，每句连标点不超过 `limit` 字；断不开的长句原样留着，由检查去说。"""
    result: list[str] = []
    for whole in re.findall(r"[^。！？；：\n]+[。！？；：]*", text):
        ending = "！" if "！" in whole else "？" if "？" in whole else "。"
        body = whole.strip().rstrip("。！？；：，、")
        if body:
            parts = _split(body, limit - 1)
            result += [f"{part}。" for part in parts[:-1]] + [parts[-1] + ending]
    return result


def _say_aside(match: re.Match[str]) -> str:
    """括号里的话：两三个字的顺着念，长的前后停一停。"""
    aside = match.group(1)
    return f"、{aside}" if len(aside) < _SHORT else f"，{aside}，"


def _say_number(text: str, match: re.Match[str]) -> str:
    whole, fraction = match.groups()
    following = text[match.end() : match.end() + 1]
    if len(whole) >= _LONG_DIGITS or (whole.startswith("0") and len(whole) > 1):
        spoken = whole.translate(_DIGITS)
    elif whole == "2" and following and following in _MEASURES and text[match.start() - 1] != "第":
        spoken = "两"
    else:
        spoken = "零" if int(whole) == 0 else write_numeral(int(whole))
    if spoken.startswith("二千"):
        spoken = f"两{spoken[1:]}"
    return spoken + (f"点{fraction.translate(_DIGITS)}" if fraction else "")


def _split(text: str, limit: int) -> list[str]:
    """在逗号处分，分不到够短再在顿号处分；相邻的短句并起来，尽量分得匀。"""
    for comma in "，、":
        if len(text) <= limit:
            return [text]
        clauses = text.split(comma)
        if len(clauses) > 1:
            packed = _pack(clauses, comma, limit)
            return [part for one in packed for part in _split(one, limit)]
    return [text]


def _pack(clauses: list[str], comma: str, limit: int) -> list[str]:
    """并成最少的几句；句数定了，再收紧到最匀的长短。"""
    fewest = _greedy(clauses, comma, limit)
    for tighter in range(max(map(len, clauses)), limit):
        packed = _greedy(clauses, comma, tighter)
        if len(packed) == len(fewest):
            return packed
    return fewest


def _greedy(clauses: list[str], comma: str, limit: int) -> list[str]:
    packed = [clauses[0]]
    for clause in clauses[1:]:
        if len(packed[-1]) + len(comma) + len(clause) <= limit:
            packed[-1] += comma + clause
        else:
            packed.append(clause)
    return packed
