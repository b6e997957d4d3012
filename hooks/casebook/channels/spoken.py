"""把写的字变成念的字：数、年份、电话、百分数照人说话的样子写，书名号、括号、网址去掉。"""

import re
from functools import partial
from itertools import pairwise

from casebook.law.numerals import write_numeral

SENTENCE_LIMIT = 40
HOTLINES = ("12345", "12348", "12315", "12110", "110", "119", "120", "122")
_DIGITS = str.maketrans("0123456789", "零一二三四五六七八九")
_PHONE = str.maketrans("0123456789", "零幺二三四五六七八九")
_MEASURES = "个件起处份家辆人次条户位名吨亩米里斤天年周倍块张台间项辈步车万千"
_LONG_DIGITS = 5

_PERSON = re.compile(
    r"[^\W在把向对给与和跟被从到让叫请由去是找]某{1,2}[甲乙丙丁戊己庚辛壬癸]?(?![村镇乡街路小公店厂商饭超农])"
)
_SUBJECTLESS = (
    *("把", "将", "从", "往", "在", "用", "拿", "趁", "想", "说", "又", "还", "就", "便", "没"),
    *("打算", "以为", "觉得", "怕", "被"),
)
"""这样开头的半句没有自己的主语，接着前面那个人说。"""

_UNSPOKEN = re.compile(r"[0-9A-Za-z（()）\[\]【】〔〕“”‘’「」《》〈〉\"'*%％]")
"""要换个说法的：数、西文、括号、引号。"""
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
    if _UNSPOKEN.search(text) is None:  # 大半的句子本来就念得出口
        return _DOUBLED.sub(r"\1", text).strip("，、 \n")
    text = _WEB.sub("", text)
    while _PARENTHESES.search(text):
        text = _PARENTHESES.sub(_say_aside, text)
    text = _QUOTES.sub("", text)
    text = _HOTLINE.sub(lambda match: match.group().translate(_PHONE), text)
    text = _YEAR.sub(lambda match: match.group().translate(_DIGITS), text)
    text = _PERCENT.sub(r"百分之\1", _RANGE.sub("到", text))
    text = _NUMBER.sub(partial(_say_number, text), text)
    return _DOUBLED.sub(r"\1", text).strip("，、 \n")


def sentences(text: str, limit: int = SENTENCE_LIMIT, *, story: bool = False) -> list[str]:
    """断成一句一句，每句连标点不超过 `limit` 字；断不开的长句原样留着，由检查去说。

    `story` 为真时，从逗号断开的后半句没有了主语，就再说一遍是谁。
    """
    result: list[str] = []
    for whole in re.findall(r"[^。！？；：\n]+[。！？；：]*", text):
        ending = "！" if "！" in whole else "？" if "？" in whole else "。"
        body = whole.strip().rstrip("。！？；：，、")
        if body:
            parts = _split(body, limit - 1)
            if story:
                parts = _resumed(parts, limit - 1)
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


def _resumed(parts: list[str], limit: int) -> list[str]:
    """“李某怕淋雨，把车推进楼道。从窗户甩下一根线……”，后一句补成“李某从窗户……”。

    只在话头一直是同一个人时补：说到他以后，每一截都接着说他做什么，没有换过人。
    """
    resumed = parts[:1]
    for before, part in pairwise(parts):
        person = _person_in(before) if part.startswith(_SUBJECTLESS) else ""
        resumed.append(person + part if len(person + part) <= limit else part)
    return resumed


def _person_in(part: str) -> str:
    """这半句说到末了还在说的那个人；说不准为空。"""
    for clause in reversed(part.split("，")):
        if found := _PERSON.match(clause):
            return found.group()
        if not clause.startswith(_SUBJECTLESS):
            break
    return ""


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
